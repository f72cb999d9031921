"""What the references get to index: the same words as Antwoord's own index gets, as plain text per weight.

They do their own analysis. Both are asked for all words first, the last one as a beginning while somebody types, and
then for any word where that gives less than ten: without it they find a fifth less.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from redactie.veld import INTERNE_VELDEN, Veld
from search.velden import Groep, groep_van
from tests.bench.landelijk import Stuk
from tests.bench.zoekers import MEEST

KOLOMMEN = tuple(groep.value for groep in Groep)


def teksten(stuk: Stuk) -> tuple[str, ...]:
    """One text per group, in the order of `KOLOMMEN`."""
    inhoud = stuk.publiek["talen"]["nl"]
    per_groep: dict[Groep, list[str]] = {groep: [] for groep in Groep}
    per_groep[Groep.TITEL].append(inhoud["titel"])
    per_groep[Groep.SAMENVATTING].append(inhoud.get("samenvatting", ""))
    per_groep[Groep.TREFWOORDEN] += stuk.publiek["trefwoorden"]
    per_groep[Groep.TREFWOORDEN] += [upn["naam"] for upn in stuk.publiek["upn"]]
    per_groep[Groep.REST].append(stuk.publiek["status_toelichting"])
    for lid in inhoud["velden"]:
        if (veld := Veld(lid["veld"])) not in INTERNE_VELDEN:
            per_groep[groep_van(veld)].append(lid["tekst"])
    per_groep[Groep.INTERN] += [lid["tekst"] for lid in stuk.balie["velden"]]
    return tuple(" \n".join(leden) for leden in per_groep.values())


def gevraagde_woorden(vraag: str) -> list[str]:
    return re.findall(r"\w+", vraag.lower())


def getrapt(vraag: str, zoek: Callable[[list[str], bool], Iterable[str]]) -> tuple[str, ...]:
    """`zoek(words, all)` gives keys, best first: all words, then any."""
    woorden = gevraagde_woorden(vraag)
    if not woorden:
        return ()
    gevonden = dict.fromkeys(zoek(woorden, True))
    if len(gevonden) < MEEST and len(woorden) > 1:
        gevonden |= dict.fromkeys(sleutel for sleutel in zoek(woorden, False) if sleutel not in gevonden)
    return tuple(gevonden)[:MEEST]
