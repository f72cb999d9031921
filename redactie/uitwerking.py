"""What a reader gets of one field with an own text as it is typed: on the website, and at the desk.

Pure. Goes the way of a publication: merge, resolve, project, render; nothing here knows how it is asked or shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from html import escape

from redactie.baliekaart import Baliekaart, KaartVeld, baliekaart
from redactie.bronnen import AfwijkingBron, GemeenteBron, LokaleLaag, ProductBronnen
from redactie.keuzes import Aanbod, AfwijkingWijze
from redactie.oplossen import OpgelostProduct, oplossen
from redactie.samenvoegen import samenvoegen
from redactie.veld import Veld
from redactie.weergave import PubliekeWeergave, balie_weergave, publieke_weergave

IN_PLAATS_VAN = (AfwijkingWijze.VERVANGEN, AfwijkingWijze.VERBERGEN)

UITLEG = {
    AfwijkingWijze.VERVANGEN: "Inwoners lezen alleen uw tekst. U houdt de hele tekst zelf bij.",
    AfwijkingWijze.ERVOOR: "Eerst uw tekst, dan die van de regio. De regio blijft haar deel bijhouden.",
    AfwijkingWijze.ERNA: "Eerst de tekst van de regio, dan de uwe. De regio blijft haar deel bijhouden.",
    AfwijkingWijze.VERBERGEN: "Dit onderdeel staat er bij u niet, ook niet als de regio het verandert.",
}


@dataclass(frozen=True, slots=True)
class Uitwerking:
    """`website`: safe HTML, "" where the field is not there, None for a field that only the desk has."""

    veld: Veld
    website: str | None
    balie: KaartVeld | None
    ontbreekt: tuple[str, ...] = ()
    """Tokens without a value: a fixed sentence is shown in their place."""


def uitwerking(
    bronnen: ProductBronnen,
    gemeente: GemeenteBron,
    veld: Veld,
    afwijkingen: Sequence[AfwijkingBron],
    op: datetime,
) -> Uitwerking:
    """With these deviations of the field, as if they hold at `op` and the product is offered."""
    centraal = replace(
        bronnen.centraal,
        aanbod=Aanbod.ALLE,
        vervalt_op=None,
        tekstversies=tuple(versie for versie in bronnen.centraal.tekstversies if versie.veld is veld),
    )
    nu = centraal.tekst_op(veld, op)
    # Who types has the central text that holds now beside it: this asks for no judgement.
    gezien = tuple(replace(lid, basis=nu.id if nu is not None else None) for lid in afwijkingen)
    samen = samenvoegen(centraal, LokaleLaag(gemeente.slug, afwijkingen=gezien), op)
    if samen is None:
        return Uitwerking(veld, "", None)
    opgelost = oplossen(samen, bronnen.feiten(gemeente), op)
    publiek, balie = publieke_weergave(opgelost), balie_weergave(opgelost)
    kaart = baliekaart(publiek.als_json(), balie.als_json(), intern=True, gemeente=gemeente.naam)
    website = None if veld.intern else _op_de_website(publiek, veld)
    return Uitwerking(veld, website, _op_de_kaart(kaart, veld), _zonder_waarde(opgelost, veld))


def per_wijze(
    bronnen: ProductBronnen,
    gemeente: GemeenteBron,
    eigen: AfwijkingBron,
    erbij: Sequence[AfwijkingBron],
    op: datetime,
) -> dict[AfwijkingWijze, str]:
    """What the website would show with each way that this field allows; at the desk for an internal field."""
    uit = {}
    for wijze in wijzen_van(eigen.veld):
        tekst = "" if wijze is AfwijkingWijze.VERBERGEN else eigen.tekst
        zo = met(replace(eigen, wijze=wijze, tekst=tekst), erbij)
        gelezen = uitwerking(bronnen, gemeente, eigen.veld, zo, op)
        aan_de_balie = gelezen.balie.html if gelezen.balie is not None else ""
        uit[wijze] = aan_de_balie if gelezen.website is None else gelezen.website
    return uit


def wijzen_van(veld: Veld) -> tuple[AfwijkingWijze, ...]:
    if veld is Veld.TITEL:
        return (AfwijkingWijze.VERVANGEN,)
    return tuple(
        wijze
        for wijze in AfwijkingWijze
        if not (veld is Veld.SAMENVATTING and wijze is AfwijkingWijze.VERBERGEN)
    )


def met(eigen: AfwijkingBron, erbij: Sequence[AfwijkingBron]) -> list[AfwijkingBron]:
    """The typed one beside the others of that field that can stand beside it."""
    botst = IN_PLAATS_VAN if eigen.wijze in IN_PLAATS_VAN else (eigen.wijze,)
    return [*(lid for lid in erbij if lid.wijze not in botst), eigen]


def _op_de_website(publiek: PubliekeWeergave, veld: Veld) -> str:
    if veld is Veld.TITEL:
        return escape(publiek.titel, quote=False)
    if veld is Veld.SAMENVATTING:
        return escape(publiek.samenvatting, quote=False)
    return next((lid.html for lid in publiek.velden if lid.veld is veld), "")


def _op_de_kaart(kaart: Baliekaart, veld: Veld) -> KaartVeld | None:
    los = (kaart.spreekantwoord, kaart.doorverbinden, kaart.toelichting)
    alle = (*kaart.kop_anders, *kaart.velden, *(lid for lid in los if lid is not None))
    return next((lid for lid in alle if lid.veld is veld), None)


def _zonder_waarde(opgelost: OpgelostProduct, veld: Veld) -> tuple[str, ...]:
    return tuple(dict.fromkeys(alarm.token for alarm in opgelost.alarmen if alarm.veld is veld))
