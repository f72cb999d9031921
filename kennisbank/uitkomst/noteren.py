"""Counting what came of an answer: once per slip, and put right when the same slip comes back with something else."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from kennisbank.models import Uitkomst, Uitkomstbon, Uitkomsttelling
from kennisbank.uitkomst.bon import GELDIG, Bon

BEWAAR_BON = GELDIG + timedelta(hours=1)
"""After its hour: no slip is accepted any more by then."""
BEWAAR_TELLING = timedelta(days=400)


@transaction.atomic
def noteer(bon: Bon, uitkomst: Uitkomst, nu: datetime) -> None:
    rij, nieuw = Uitkomstbon.objects.select_for_update().get_or_create(
        nummer=bon.nummer,
        defaults={"bereik": bon.bereik, "sleutel": bon.sleutel, "uur": heel_uur(nu), "uitkomst": uitkomst},
    )
    if nieuw:
        _tel(rij, 1)
    elif rij.uitkomst != uitkomst:
        _tel(rij, -1)
        rij.uitkomst = uitkomst
        rij.save(update_fields=["uitkomst"])
        _tel(rij, 1)


@transaction.atomic
def vergeet_uitkomsten(nu: datetime) -> None:
    Uitkomstbon.objects.filter(uur__lt=nu - BEWAAR_BON).delete()
    Uitkomsttelling.objects.filter(uur__lt=nu - BEWAAR_TELLING).delete()


def heel_uur(moment: datetime) -> datetime:
    return moment.replace(minute=0, second=0, microsecond=0)


def _tel(rij: Uitkomstbon, erbij: int) -> None:
    telling, _ = Uitkomsttelling.objects.get_or_create(
        bereik=rij.bereik, sleutel=rij.sleutel, uur=rij.uur, uitkomst=rij.uitkomst
    )
    Uitkomsttelling.objects.filter(pk=telling.pk).update(aantal=F("aantal") + erbij)
