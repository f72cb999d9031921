"""What an agent hears back at the desk: the answers on their flags, and what is still being looked into."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone

from kennisbank.melden.eigenaar import kop_van
from kennisbank.models import Melding, Meldtoestand

MEESTE = 50


@dataclass(frozen=True, slots=True)
class EigenMelding:
    """`nieuw`: answered, and not put away yet."""

    id: int
    bereik: str
    sleutel: str
    titel: str
    kop: str
    uitkomst: str
    antwoord: str
    open: bool
    nieuw: bool
    te_laat: bool
    gemeld_op: datetime
    uiterlijk_op: datetime
    opmerking: str


def nieuwe_antwoorden(user: Any) -> tuple[EigenMelding, ...]:
    """Answers that this person has not put away. 1 query."""
    return _lees(
        Melding.objects.filter(melder=user, gezien_op__isnull=True).exclude(toestand=Meldtoestand.OPEN)
    )


def eigen_meldingen(user: Any) -> tuple[EigenMelding, ...]:
    """Everything that still bears this person's name, what is new and what is open first. 1 query."""
    return _lees(Melding.objects.filter(melder=user))


def leg_weg(user: Any, nummer: int) -> None:
    """This person has read the answer."""
    eigen = Melding.objects.filter(Q(melder=user) & Q(pk=nummer)).exclude(toestand=Meldtoestand.OPEN)
    eigen.filter(gezien_op__isnull=True).update(gezien_op=timezone.now())


def _lees(meldingen: Any) -> tuple[EigenMelding, ...]:
    nu = timezone.now()
    gevonden = [_van(rij, nu) for rij in meldingen.order_by("-gemeld_op")[:MEESTE]]
    return tuple(sorted(gevonden, key=lambda lid: (not lid.nieuw, not lid.open)))


def _van(rij: Melding, nu: datetime) -> EigenMelding:
    is_open = rij.toestand == Meldtoestand.OPEN
    return EigenMelding(
        id=rij.pk,
        bereik=rij.bereik,
        sleutel=rij.sleutel,
        titel=rij.titel,
        kop=kop_van(rij.plek),
        uitkomst="" if is_open else Meldtoestand(rij.toestand).label,
        antwoord=rij.antwoord,
        open=is_open,
        nieuw=not is_open and rij.gezien_op is None,
        te_laat=is_open and rij.uiterlijk_op < nu,
        gemeld_op=timezone.localtime(rij.gemeld_op),
        uiterlijk_op=timezone.localtime(rij.uiterlijk_op),
        opmerking=rij.opmerking,
    )
