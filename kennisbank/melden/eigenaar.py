"""Whose a field of an answer is: the centre's, or the municipality's that caused what stands there. Pure.

Takes the two contents that a publication keeps. A municipality owns what it wrote, added or hid itself, a text in which
one of its own facts stands, and that it does not offer a product; everything else is the region's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from redactie.baliekaart import KORT
from redactie.bronnen import REGIO
from redactie.eigenfeiten import eigen_feiten
from redactie.keuzes import Status
from redactie.tokens import TokenSoort
from redactie.veld import Veld

Json = Mapping[str, Any]

GEHEEL, REGELEN, CONTACTPUNT = "", "regelen", "contactpunt"
"""What can be flagged besides a text field: the answer as a whole, the ways to do it, whom to put through to."""

KOPPEN = {
    GEHEEL: "Het hele antwoord",
    REGELEN: "Direct regelen",
    CONTACTPUNT: "Doorverbinden: naam, nummer of uren",
}
_VELDEN = {veld.value: veld for veld in Veld}


def kop_van(plek: str) -> str:
    """What a flagged place is called, as the card of the desk calls it."""
    if plek in KOPPEN:
        return KOPPEN[plek]
    veld = _VELDEN[plek]
    return KORT.get(veld) or veld.kop or veld.kolom_label


def eigenaar_van(plek: str, publiek: Json, balie: Json, regio_kanalen: Sequence[Json] | None = None) -> str:
    """A bereik: `regio`, or the municipality. `regio_kanalen`: the region's own ways to do it, where they are known."""
    bereik: str = publiek["bereik"]
    if bereik == REGIO or balie["eigen_product"]:
        return bereik
    if plek == CONTACTPUNT:
        return bereik
    if plek == REGELEN:
        return (
            REGIO if regio_kanalen is not None and list(regio_kanalen) == list(publiek["kanalen"]) else bereik
        )
    if plek == GEHEEL:
        return bereik if publiek["status"] in (Status.NIET_AANGEBODEN, Status.VALT_ONDER) else REGIO
    eigen_tekst = any(lid["veld"] == plek for lid in balie["herkomst"])
    return bereik if eigen_tekst or eigen_feiten_in(plek, publiek, balie) else REGIO


def eigen_feiten_in(plek: str, publiek: Json, balie: Json) -> tuple[str, ...]:
    """The tokens of the municipality's own facts that stand in this field: `tarief:rijbewijs`."""
    feiten = eigen_feiten(balie["feiten"], publiek["bereik"])
    return tuple(feit["token"] for feit in feiten if plek in feit.get("velden", ()))


def gaat_over_een_bedrag(plek: str, publiek: Json, balie: Json) -> bool:
    """Whether an amount stands there: those are to be looked at within hours."""
    if plek == Veld.KOSTEN:
        return True
    soorten = (f"{TokenSoort.TARIEF}:", f"{TokenSoort.TARIEVEN}:")
    if any(feit["token"].startswith(soorten) and plek in feit.get("velden", ()) for feit in balie["feiten"]):
        return True
    teksten = (*publiek["talen"]["nl"]["velden"], *balie["velden"])
    return any(lid["veld"] == plek and "€" in lid["tekst"] for lid in teksten)
