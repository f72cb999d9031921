"""Recording a flag, and closing one. Masks what was typed, decides who must answer and when."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from kennisbank.balie.publicaties import Baliepublicatie, haal_gemeente, haal_product
from kennisbank.melden.eigenaar import (
    REGELEN,
    eigen_feiten_in,
    eigenaar_van,
    gaat_over_een_bedrag,
)
from kennisbank.melden.termijn import BEDRAG, OVERIG, uiterlijk, vrije_dagen
from kennisbank.models import Melding, Meldtoestand
from redactie.bronnen import REGIO
from redactie.maskeren import maskeer

LANGSTE_OPMERKING = 300
LANGSTE_ANTWOORD = 500


@transaction.atomic
def meld(product: Baliepublicatie, plek: str, opmerking: str, melder: Any, nu: datetime) -> Melding:
    """Flag one place of an answer; the same person flagging it again adds no second one. `nu`: a local time."""
    publiek, balie = product.publiek, product.balie
    bereik, sleutel = publiek["bereik"], publiek["sleutel"]
    schoon = maskeer(opmerking)[:LANGSTE_OPMERKING]
    eerder = Melding.objects.select_for_update().filter(
        bereik=bereik, sleutel=sleutel, plek=plek, melder=melder, toestand=Meldtoestand.OPEN
    )
    if (melding := eerder.first()) is not None:
        if schoon and not melding.opmerking:
            melding.opmerking = schoon
            melding.save(update_fields=["opmerking"])
        return melding
    eigenaar = eigenaar_van(plek, publiek, balie, _regio_kanalen(sleutel) if plek == REGELEN else None)
    bedrag = gaat_over_een_bedrag(plek, publiek, balie)
    gemeente = haal_gemeente(eigenaar)
    vrij = vrije_dagen(gemeente.publiek if gemeente else None)
    return Melding.objects.create(
        bereik=bereik,
        sleutel=sleutel,
        titel=publiek["talen"]["nl"]["titel"],
        plek=plek,
        eigenaar=eigenaar,
        bedrag=bedrag,
        feiten=[] if eigenaar == REGIO else list(eigen_feiten_in(plek, publiek, balie)),
        versie=product.versie,
        opmerking=schoon,
        melder=melder,
        gemeld_op=nu,
        uiterlijk_op=uiterlijk(nu, BEDRAG if bedrag else OVERIG, vrij),
    )


def sluit(melding: Melding, toestand: Meldtoestand, antwoord: str, *, ook_de_andere: bool) -> int:
    """Answer a flag, and with it the other open ones about the same text; how many were closed."""
    open_meldingen = Melding.objects.filter(toestand=Meldtoestand.OPEN)
    deze = over_hetzelfde(melding, open_meldingen) if ook_de_andere else open_meldingen.filter(pk=melding.pk)
    return deze.update(
        toestand=toestand, antwoord=maskeer(antwoord)[:LANGSTE_ANTWOORD], gesloten_op=timezone.now()
    )


def over_hetzelfde(melding: Melding, meldingen: Any) -> Any:
    """Of these flags those about the same text: one of the region is the same everywhere."""
    zelfde = meldingen.filter(eigenaar=melding.eigenaar, sleutel=melding.sleutel, plek=melding.plek)
    return zelfde if melding.eigenaar == REGIO else zelfde.filter(bereik=melding.bereik)


def _regio_kanalen(sleutel: str) -> list[Any] | None:
    regio = haal_product(REGIO, sleutel)
    return list(regio.publiek["kanalen"]) if regio is not None else None
