"""Which step of the search gives how much: the judged questions with steps left out, as tables in docs/zoeken-meten.md.

    ANTWOORD_DATA=… python -m tests.zoeken.ablatie

Asks in indices of its own (`kennisbank/relevantie/proefindex.py`), filled from the publications of an installation.
A step is left out by replacing what the code calls; when that gets another name, this fails loudly.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mean
from typing import Any
from unittest.mock import patch

VRAGEN = Path(__file__).with_name("vragen.jsonl")
PAGINA = Path(__file__).resolve().parents[2] / "docs" / "zoeken-meten.md"
BEGIN, EIND = "<!-- begin of the ablation -->", "<!-- end of the ablation -->"
KOP = "| {} | nDCG@5 tuned on | nDCG@5 reported | MRR reported | nothing found |\n|---|---|---|---|---|"


@dataclass(frozen=True, slots=True)
class Stap:
    """A step of the search; `weg`: the names that are replaced to leave it out, with what."""

    naam: str
    weg: tuple[tuple[str, Any], ...]


def stappen() -> tuple[Stap, ...]:
    """In the order in which a search is built up."""
    from search.gewichten import GEWICHTEN

    return (
        Stap("stop words", (("search.analyse.stopwoorden._lijst", lambda onderdeel: frozenset()),)),
        Stap(
            "stems: Snowball and the map by hand",
            (("search.analyse.stam._uitzonderingen", dict), ("search.analyse.stam.snowball", str)),
        ),
        Stap(
            "strong verbs, participles, forms from the word list",
            (
                ("search.analyse.stam.sterke_stam", _niets),
                ("search.analyse.stam._vormen", dict),
                ("search.analyse.stam._deelwoord", _niets),
            ),
        ),
        Stap("compounds taken apart", (("search.analyse.samenstelling._blijft_heel", lambda woord: True),)),
        Stap(
            "joins of two and three words; two words typed as one",
            (
                ("search.ontleden._aaneen", lambda *args, **rest: ((), ())),
                ("search.ontleden._los", lambda vorm, woordenschat: (vorm,)),
            ),
        ),
        Stap("the last word as a beginning", (("search.ontleden.KORTSTE_BEGIN", 999),)),
        Stap(
            "correction",
            (("search.ontleden.verbeteringen", _geen), ("search.ontleden.verbeterde_beginnen", _geen)),
        ),
        Stap("synonyms of the editors", (("search.synoniemenlijst.synoniemen_voor", _geen),)),
        Stap("the language list", (("search.synoniemenlijst.taallijst", tuple),)),
        Stap("the ladder: most words, any word", (("search.zoekplan.TREDEN", (1,)),)),
        Stap(
            "a title that begins as the question; exact names",
            (
                ("search.zoeken.GEWICHTEN", replace(GEWICHTEN, begin_titel=1.0)),
                ("search.zoeken.naamplan", _niets),
            ),
        ),
    )


def _niets(*args: Any, **rest: Any) -> None:
    return None


def _geen(*args: Any, **rest: Any) -> tuple[str, ...]:
    return ()


@contextmanager
def zonder(weg: Sequence[Stap]) -> Iterator[None]:
    """Everything that remembers words forgets them, before and after."""
    with ExitStack() as stapel:
        for stap in weg:
            for naam, vervanging in stap.weg:
                stapel.enter_context(patch(naam, vervanging))
        _vergeet()
        yield
    _vergeet()


def _vergeet() -> None:
    from search import document, synoniemenlijst, zoeken
    from search.analyse import keten, samenstelling, stam

    for functie in (
        stam.stam,
        samenstelling.delen,
        keten.deelstammen,
        document._analyse,
        zoeken._met_synoniemen,
        synoniemenlijst._lijst,
    ):
        functie.cache_clear()


def regel(naam: str, weg: Sequence[Stap]) -> str:
    """One row: the questions as they are, in an index made without these steps."""
    from kennisbank.relevantie.meten import meet
    from kennisbank.relevantie.proefindex import live, proefindex
    from kennisbank.relevantie.vragen import Deel, lees
    from kennisbank.relevantie.vragensteller import als_de_balie

    vragen = list(lees(VRAGEN.read_text(encoding="utf-8").splitlines()))
    with zonder(weg), proefindex("tantivy") as machine:
        metingen = meet(vragen, als_de_balie(machine), live=live(), alles=False).metingen
    verwacht = [meting for meting in metingen if meting.verwacht]
    stem = [meting.gesteld for meting in verwacht if meting.deel == Deel.STEM]
    rapport = [meting.gesteld for meting in verwacht if meting.deel == Deel.RAPPORT]
    leeg = mean(not score.sleutels for score in rapport)
    cellen = (
        mean(lid.ndcg for lid in stem),
        mean(lid.ndcg for lid in rapport),
        mean(lid.rr for lid in rapport),
    )
    print(naam, *(f"{cel:.3f}" for cel in cellen), f"{leeg:.1%}", file=sys.stderr, flush=True)
    return f"| {naam} | " + " | ".join(f"{cel:.3f}" for cel in cellen) + f" | {leeg:.1%} |"


def tabellen() -> str:
    alle = stappen()
    opgebouwd = [regel("words as they are written, all of them", alle)]
    opgebouwd += [regel(f"+ {stap.naam}", alle[plek + 1 :]) for plek, stap in enumerate(alle)]
    weggelaten = [regel(f"without {stap.naam}", [stap]) for stap in alle]
    delen = (
        KOP.format("Built up"),
        *opgebouwd,
        "",
        KOP.format("Left out"),
        regel("everything", []),
        *weggelaten,
    )
    return "\n".join(delen)


def main() -> None:
    import django

    django.setup()
    voor, _, rest = PAGINA.read_text(encoding="utf-8").partition(BEGIN)
    _, _, na = rest.partition(EIND)
    PAGINA.write_text(f"{voor}{BEGIN}\n\n{tabellen()}\n\n{EIND}{na}", encoding="utf-8")


if __name__ == "__main__":
    main()
