"""Which amounts and facts in the texts of a product are the municipality's own, and how the desk says so at a field.

Pure. Takes the facts as a publication keeps them (`FeitHerkomst.als_json()`). The name and the telephone number of a
municipality are always its own: they say nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from redactie.bronnen import REGIO
from redactie.keuzes import Herkomst
from redactie.tokens import TokenSoort
from redactie.veld import Veld

Json = Mapping[str, Any]
EIGEN = (Herkomst.LOKAAL, Herkomst.GEMENGD)
_VELDEN = {veld.value: veld for veld in Veld}


def eigen_feiten(feiten: Iterable[Json], bereik: str) -> tuple[Json, ...]:
    """Those with a value of the municipality's own, in whole or in part; in the region there are none."""
    if bereik == REGIO:
        return ()
    return tuple(feit for feit in feiten if feit["herkomst"] in EIGEN and not _is(feit, TokenSoort.GEMEENTE))


def eigen_per_veld(eigen: Iterable[Json], gemeente: str) -> dict[Veld, str]:
    """Field → “eigen bedrag en eigen gegeven van Dordrecht”. Contents kept by the first schema name no fields."""
    per_veld: dict[Veld, list[Json]] = {}
    for feit in eigen:
        for veld in feit.get("velden", ()):
            per_veld.setdefault(_VELDEN[veld], []).append(feit)
    return {veld: f"{' en '.join(_woorden(feiten))} van {gemeente}" for veld, feiten in per_veld.items()}


def _woorden(feiten: list[Json]) -> list[str]:
    gegevens = [feit for feit in feiten if _is(feit, TokenSoort.GEGEVEN)]
    bedragen = [feit for feit in feiten if feit not in gegevens]
    woorden = [_bedragen(bedragen)] if bedragen else []
    if gegevens:
        woorden.append("eigen gegeven" if len(gegevens) == 1 else "eigen gegevens")
    return woorden


def _bedragen(feiten: list[Json]) -> str:
    if all(feit["herkomst"] == Herkomst.GEMENGD for feit in feiten):
        return "deels eigen bedragen"
    een = len(feiten) == 1 and not _is(feiten[0], TokenSoort.TARIEVEN)
    return "eigen bedrag" if een else "eigen bedragen"


def _is(feit: Json, soort: TokenSoort) -> bool:
    token: str = feit["token"]
    return token.startswith((f"{soort}:", f"{soort}."))
