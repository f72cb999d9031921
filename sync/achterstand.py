"""How far what is found may be behind what editors published: the age that a reader of the index must be told.

Only reads, and asks no engine. How the index is for people who watch it stands in `zoekstand.py`.
"""

from __future__ import annotations

from datetime import datetime

from django.db.models import Case, Subquery, When
from django.utils import timezone

from redactie.models import Wijziging
from sync.models import Doel, DoelSoort, DoelToestand, Levering, LeveringToestand, Publicatie, Syncstand


def achterstand_van_de_index(*, nu: datetime | None = None) -> float | None:
    """In seconds; None when nothing says it. 2 queries.

    As old as the oldest thing that it does not have yet: a change or a date that waits to be planned, a delivery that
    waits; else as old as the sign of life of the process that fills it. One that was stopped ages from that moment.
    """
    nu = nu or timezone.now()
    doel = _dienend()
    stand = Syncstand.objects.filter(pk=1, hartslag__isnull=False)
    rij = stand.values_list("hartslag", *_wachtend(doel, nu)).first() if doel is not None else None
    if doel is None or rij is None:
        return None
    momenten = [moment for moment in rij if moment is not None]
    if doel.toestand != DoelToestand.ACTIEF:
        if doel.fout_sinds is None:
            return None
        momenten.append(doel.fout_sinds)
    return max(0.0, (nu - min(momenten)).total_seconds())


def _dienend() -> Doel | None:
    """The generation that serves; where none is active, the one that was stopped last goes on serving."""
    gaf_antwoord = [DoelToestand.ACTIEF, DoelToestand.GESTOPT]
    return (
        Doel.objects.filter(soort=DoelSoort.INDEX, toestand__in=gaf_antwoord)
        .order_by(Case(When(toestand=DoelToestand.ACTIEF, then=0), default=1), "-pk")
        .first()
    )


def _wachtend(doel: Doel, nu: datetime) -> tuple[Subquery, ...]:
    """The oldest moments of what waits."""
    leveringen = Levering.objects.filter(doel=doel, toestand=LeveringToestand.WACHT)
    verlopen = Publicatie.objects.filter(opnieuw_op__lte=nu)
    return (
        Subquery(Wijziging.objects.order_by("vastgelegd_op").values("vastgelegd_op")[:1]),
        Subquery(verlopen.order_by("opnieuw_op").values("opnieuw_op")[:1]),
        Subquery(leveringen.order_by("wacht_sinds").values("wacht_sinds")[:1]),
    )
