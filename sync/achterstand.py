"""How far what is found may be behind what editors published: the age that a reader of the index must be told.

Only reads, and asks no engine; with it comes the sign of life that `stilstand.py` judges, so that a search reads it
once. How the index is for people who watch it stands in `zoekstand.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, QuerySet, Subquery, When
from django.utils import timezone

from redactie.models import Wijziging
from redactie.vertaald import eenmaal_vertaald
from sync.models import Doel, DoelSoort, DoelToestand, Levering, LeveringToestand, Publicatie, Syncstand


@dataclass(frozen=True, slots=True)
class Versheid:
    """`achterstand`: in seconds; None when nothing says it. `hartslag`: the last sign of life of the loop."""

    achterstand: float | None = None
    hartslag: datetime | None = None


def versheid_van_de_index(*, nu: datetime | None = None) -> Versheid:
    """1 query.

    As old as the oldest thing that it does not have yet: a change or a date that waits to be planned, a delivery that
    waits; else as old as the sign of life of the process that fills it. One that was stopped ages from that moment.
    """
    nu = nu or timezone.now()
    rijen = _stand(nu)
    if not rijen:
        return Versheid()
    ((hartslag, toestand, fout_sinds, *wachtend),) = rijen
    momenten = [hartslag, *(moment for moment in wachtend if moment is not None)]
    if toestand != DoelToestand.ACTIEF:
        if fout_sinds is None:
            return Versheid(None, hartslag)
        momenten.append(fout_sinds)
    return Versheid(max(0.0, (nu - min(momenten)).total_seconds()), hartslag)


@eenmaal_vertaald(datetime)
def _stand(nu: datetime) -> QuerySet[Syncstand]:
    doel = _dienend()
    van_doel = (Subquery(doel.values(kolom)) for kolom in ("toestand", "fout_sinds"))
    stand = Syncstand.objects.filter(pk=1, hartslag__isnull=False)
    return stand.values_list("hartslag", *van_doel, *_wachtend(doel, nu))


def _dienend() -> QuerySet[Doel]:
    """The generation that serves; where none is active, the one that was stopped last goes on serving."""
    gaf_antwoord = [DoelToestand.ACTIEF, DoelToestand.GESTOPT]
    return Doel.objects.filter(soort=DoelSoort.INDEX, toestand__in=gaf_antwoord).order_by(
        Case(When(toestand=DoelToestand.ACTIEF, then=0), default=1), "-pk"
    )[:1]


def _wachtend(doel: QuerySet[Doel], nu: datetime) -> tuple[Subquery, ...]:
    """The oldest moments of what waits."""
    leveringen = Levering.objects.filter(doel=Subquery(doel.values("pk")), toestand=LeveringToestand.WACHT)
    verlopen = Publicatie.objects.filter(opnieuw_op__lte=nu)
    return (
        Subquery(Wijziging.objects.order_by("vastgelegd_op").values("vastgelegd_op")[:1]),
        Subquery(verlopen.order_by("opnieuw_op").values("opnieuw_op")[:1]),
        Subquery(leveringen.order_by("wacht_sinds").values("wacht_sinds")[:1]),
    )
