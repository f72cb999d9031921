"""Reads the last 24 hours: how many documents targets acknowledged in each."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime, timedelta

from django.db.models import Count
from django.db.models.functions import TruncHour
from django.utils import timezone

from sync.bord.dagkaart import Uur
from sync.models import VOOR_LEZERS, Ontvangst

UREN = 24


def lees_dag(bereiken: Collection[str] | None, nu: datetime | None = None) -> tuple[Uur, ...]:
    """The hours up to this one, the oldest first, by their local time. 1 query."""
    # In UTC: a day of the clock may have an hour more or less.
    deze = (nu or timezone.now()).astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    begin = deze - timedelta(hours=UREN - 1)
    rijen = Ontvangst.objects.filter(op__gte=begin, publicatie__documentsoort__in=VOOR_LEZERS)
    if bereiken is not None:
        rijen = rijen.filter(publicatie__bereik__in=bereiken)
    per_uur = rijen.order_by().annotate(uur=TruncHour("op", tzinfo=UTC)).values_list("uur")
    per = dict(per_uur.annotate(aantal=Count("pk")))
    reeks = (begin + timedelta(hours=verder) for verder in range(UREN))
    return tuple(Uur(timezone.localtime(uur), per.get(uur, 0)) for uur in reeks)
