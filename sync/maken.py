"""Making the wanted content of one publication from its sources: merge → resolve → validate → render.

Pure: sources in, `Gewenst` out. A document that does not validate gives faults and no content, so that the planner
keeps the previous publication of that one document in place.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from redactie.bronnen import GemeenteBron, ProductBronnen
from redactie.gemeentebronnen import GemeentedocumentBronnen
from redactie.gemeentedocument import balie_gemeente, volgende_moment_gemeente
from redactie.keuring import keur_samengesteld
from redactie.oplossen import OpgelostProduct, oplossen
from redactie.samenvoegen import CentraalBeeld, voeg_toe, volgende_moment
from redactie.schemas import schemafouten
from redactie.weergave import balie_weergave

MAKER = "3"
"""Version of the renderer; part of what a kept content says of its origin, not of its hash."""

LANGSTE_TITEL = 200
"""Characters, with what is filled in; an editor types at most 120, and a fact may be long."""

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Gewenst:
    """What a publication should be now. `publiek` None without faults: there is none here."""

    publiek: Json | None = None
    balie: Json | None = None
    opnieuw_op: datetime | None = None
    alarmen: tuple[Json, ...] = ()
    fouten: tuple[str, ...] = ()
    bronnen: Json = field(default_factory=dict)


def maak_product(beeld: CentraalBeeld, bronnen: ProductBronnen, bereik: GemeenteBron) -> Gewenst:
    """The wanted content of one product in one bereik, at the moment of the central picture of these sources."""
    op = beeld.op
    laag = bronnen.laag(bereik.slug)
    samengesteld = voeg_toe(beeld, laag)
    if samengesteld is None:
        return Gewenst(opnieuw_op=volgende_moment(beeld, laag))
    opgelost = oplossen(samengesteld, bronnen.feiten(bereik), op)
    fouten = [str(fout) for fout in keur_samengesteld(samengesteld)]
    if fouten:
        return Gewenst(opnieuw_op=opgelost.opnieuw_op, fouten=tuple(fouten))
    weergave = balie_weergave(opgelost)
    publiek, balie = weergave.publiek.als_json(), weergave.als_json()
    fouten = [*_te_lang(weergave.publiek.titel), *schemafouten(publiek), *schemafouten(balie)]
    if fouten:
        return Gewenst(opnieuw_op=opgelost.opnieuw_op, fouten=tuple(fouten))
    return Gewenst(
        publiek=publiek,
        balie=balie,
        opnieuw_op=opgelost.opnieuw_op,
        alarmen=tuple(
            {"token": alarm.token, "veld": alarm.veld.value if alarm.veld else "", "reden": alarm.reden}
            for alarm in opgelost.alarmen
        ),
        bronnen=_herkomst(bronnen, opgelost),
    )


def _te_lang(titel: str) -> list[str]:
    if len(titel) <= LANGSTE_TITEL:
        return []
    melding = (
        f"De titel is met wat erin wordt ingevuld {len(titel)} tekens lang. Hoogstens {LANGSTE_TITEL} kan. "
    )
    return [melding + "Maak de titel korter, of het gegeven dat erin staat."]


def maak_gemeente(bronnen: GemeentedocumentBronnen, op: datetime) -> Gewenst:
    """The wanted gemeente document at moment `op`."""
    opnieuw_op = volgende_moment_gemeente(bronnen, op)
    weergave = balie_gemeente(bronnen, op)
    if weergave is None:
        return Gewenst(opnieuw_op=opnieuw_op)
    publiek, balie = weergave.publiek.als_json(), weergave.als_json()
    fouten = (*schemafouten(publiek), *schemafouten(balie))
    if fouten:
        return Gewenst(opnieuw_op=opnieuw_op, fouten=fouten)
    return Gewenst(publiek=publiek, balie=balie, opnieuw_op=opnieuw_op, bronnen={"maker": MAKER})


def _herkomst(bronnen: ProductBronnen, product: OpgelostProduct) -> Json:
    """Which revisions, texts and fact values made it: enough to say why, and to make it again."""
    laag = bronnen.laag(product.samengesteld.bereik)
    return {
        "maker": MAKER,
        "revisie": bronnen.centraal.revisie,
        "lokale_revisie": laag.revisie,
        "tekstversies": [
            veld.centraal.id for veld in product.samengesteld.velden if veld.centraal is not None
        ],
        "feiten": [
            {**feit.als_json(), "ids": list(feit.ids), "intern": feit.intern} for feit in product.feiten
        ],
    }
