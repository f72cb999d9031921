"""Build `data/vormen.txt`: forms of one word that the stemmer gives different stems.

Snowball leaves `betaalt` beside betalen, `fiets` beside fietsen and `tegel` beside tegelen. The word list says which
forms exist: for every word in -en (an infinitive or a plural) the regular forms are made by the rules of Dutch
spelling. Where those that are in the list get more than one stem, all of them get the shortest form for a stem.
A form of two such words is of the one whose singular, infinitive or inflection it is; otherwise it keeps the stem of
Snowball. Compounds are left out: their parts count. Run by hand when the list, the lexicon or the stemmer changes:

    python -m search.analyse.vormen_bouwen /usr/share/dict/dutch
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from search.analyse.bronnen import MAP, VORMEN
from search.analyse.lexicon_bouwen import kaal
from search.analyse.samenstelling import delen
from search.analyse.stam import snowball
from search.analyse.werkwoord import SCHEIDBAAR, sterke_stam

KLINKERS = "aeiou"
STEMLOOS = "tkfschp"
KORTST = 4
KORTST_STAM = 3
ONBEKLEMTOOND = re.compile(r"[^aeiou](e[lrmn]|ig)$")
MET_VOORVOEGSEL = re.compile(r"(ver|be|ont|her|er|ge)")
KOP = """\
# Regular forms that the Snowball stemmer leaves apart: form, the stem that all of them get.
# Made by search/analyse/vormen_bouwen.py from the OpenTaal word list (BSD licence or CC BY 3.0; see OPENTAAL.txt).
"""


def ik_vorm(heel: str) -> str:
    """betalen → betaal, fietsen → fiets, kappen → kap, verhuizen → verhuis, leven → leef."""
    basis = heel[:-2]
    if basis[-1] == basis[-2] and basis[-1] not in KLINKERS:
        return basis[:-1]
    open_lettergreep = (
        basis[-1] not in KLINKERS and basis[-2] in KLINKERS and (len(basis) < 3 or basis[-3] not in KLINKERS)
    )
    if open_lettergreep and basis[-2] != "i" and not (len(basis) > 4 and ONBEKLEMTOOND.search(basis)):
        basis = basis[:-1] + basis[-2] + basis[-1]
    return basis[:-1] + {"v": "f", "z": "s"}.get(basis[-1], basis[-1])


def vormen(heel: str) -> Iterator[str]:
    """The forms that this word would have as a regular verb or a plural; most of them do not exist."""
    basis, ik = heel[:-2], ik_vorm(heel)
    deelwoord = _deelwoord(heel)
    yield from (
        heel,
        heel[:-1],
        ik,
        f"{ik}t",
        f"{ik}s",
        f"{basis}ing",
        f"{basis}ingen",
        f"{basis}end",
        f"{basis}ende",
    )
    yield from (f"{ik}je", f"{ik}jes", f"{ik}tje", f"{ik}tjes", f"{deelwoord}e")
    yield from (f"ge{deelwoord}", f"ge{deelwoord}e")
    if MET_VOORVOEGSEL.match(heel):
        yield deelwoord
    for voor in SCHEIDBAAR:
        if heel.startswith(voor) and len(heel) > len(voor) + KORTST:
            achter = _deelwoord(heel.removeprefix(voor))
            yield from (f"{voor}ge{achter}", f"{voor}ge{achter}e")


def _deelwoord(heel: str) -> str:
    """The participle without its ge-: betaald, gefietst, verhuisd."""
    ik = ik_vorm(heel)
    if ik[-1] in "dt":
        return ik
    return ik + ("t" if heel[-3] in STEMLOOS else "d")


def regels_uit(woorden: set[str]) -> Iterator[str]:
    kern: dict[str, set[str]] = defaultdict(set)
    overig: dict[str, set[str]] = defaultdict(set)
    # An inflected adjective is spelled as an infinitive without its n: kapotte as kappen.
    hele = {f"{woord}n" for woord in woorden if woord.endswith("e")} | woorden
    hele = {heel for heel in hele if heel.endswith("en") and not heel.endswith("een") and len(heel) > KORTST}
    verleden = {f"{_deelwoord(heel)}en" for heel in hele if MET_VOORVOEGSEL.match(heel)}
    for heel in hele - verleden:
        ik = ik_vorm(heel)
        if ik not in woorden or len(ik) < KORTST_STAM or delen(ik) or sterke_stam(heel) is not None:
            continue
        groep = {vorm for vorm in vormen(heel) if vorm in woorden}
        if vorm_van_ander(f"{ik}t", woorden):
            groep.discard(f"{ik}t")
        if len({snowball(vorm) for vorm in groep}) > 1:
            for vorm in groep:
                (kern if vorm in {heel, heel[:-1], ik} else overig)[vorm].add(ik)
    for vorm, kandidaten in sorted((overig | kern).items()):
        if len(kandidaten) == 1 and sterke_stam(vorm) is None:
            yield f"{vorm} {next(iter(kandidaten))}"


def vorm_van_ander(vorm: str, woorden: set[str]) -> bool:
    """`kant` is of kanten and not of kannen; `pakt` is of pakken, for pakten has pakte beside it."""
    return f"{vorm}en" in woorden and f"{vorm}e" not in woorden


def main(lijst: str) -> None:
    woorden = kaal(Path(lijst).read_text(encoding="utf-8").splitlines())
    inhoud = KOP + "\n".join(regels_uit(woorden)) + "\n"
    (MAP / VORMEN).write_text(inhoud, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
