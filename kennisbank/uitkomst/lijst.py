"""The counters as they are read for the screen: summed by the database, for the bereiken that somebody may see."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet, Sum
from django.db.models.functions import TruncDate
from django.utils import timezone

from kennisbank.models import Uitkomsttelling
from kennisbank.uitkomst.cijfers import VERGELIJK_WEKEN, WEKEN, Telling
from sync.models import Documentsoort, Publicatie, Toestand


def tellingen(bereiken: Iterable[str] | None) -> QuerySet[Uitkomsttelling]:
    """None: all of them."""
    alle = Uitkomsttelling.objects.all()
    return alle if bereiken is None else alle.filter(bereik__in=list(bereiken))


def per_dag(van: QuerySet[Uitkomsttelling], nu: datetime) -> list[Telling]:
    """Of the weeks of the chart, by day. 1 query."""
    maandag = nu.date() - timedelta(days=nu.weekday(), weeks=WEKEN - 1)
    rijen = (
        van.filter(uur__gte=_middernacht(maandag, nu))
        .annotate(dag=TruncDate("uur"))
        .values_list("dag", "uitkomst")
        .annotate(som=Sum("aantal"))
    )
    return [
        Telling("", datetime.combine(dag, time(), nu.tzinfo), uitkomst, som) for dag, uitkomst, som in rijen
    ]


def van_vandaag(van: QuerySet[Uitkomsttelling], nu: datetime) -> list[Telling]:
    """By hour. 1 query."""
    rijen = (
        van.filter(uur__gte=_middernacht(nu.date(), nu))
        .values_list("uur", "uitkomst")
        .annotate(som=Sum("aantal"))
    )
    return [Telling("", timezone.localtime(uur), uitkomst, som) for uur, uitkomst, som in rijen]


def van_dit_uur(van: QuerySet[Uitkomsttelling], nu: datetime) -> list[Telling]:
    """By subject, of this hour and of the same hour in the weeks before. 1 query."""
    uur = nu.replace(minute=0, second=0, microsecond=0)
    # On the clock: across a change of summer time it is the same hour of the day.
    uren = [uur - timedelta(weeks=terug) for terug in range(VERGELIJK_WEKEN + 1)]
    rijen = (
        van.filter(uur__in=uren)
        .exclude(sleutel="")
        .values_list("sleutel", "uur", "uitkomst")
        .annotate(som=Sum("aantal"))
    )
    return [
        Telling(sleutel, timezone.localtime(moment), uitkomst, som)
        for sleutel, moment, uitkomst, som in rijen
    ]


def titels(sleutels: Iterable[str]) -> dict[str, str]:
    """What these products are called now. 1 query."""
    live = Publicatie.objects.filter(
        documentsoort=Documentsoort.PRODUCT, toestand=Toestand.LIVE, sleutel__in=set(sleutels)
    )
    return dict(live.values_list("sleutel", "titel").distinct())


def _middernacht(dag: date, nu: datetime) -> datetime:
    return datetime.combine(dag, time(), nu.tzinfo)
