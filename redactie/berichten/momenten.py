"""When collected mail goes: at seven in the morning, on a working day. Pure."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from redactie.keuzes import Berichtmoment
from redactie.periode import AMSTERDAM

UUR = time(7)
MAANDAG, ZATERDAG = 0, 5


def niet_voor(moment: Berichtmoment, nu: datetime) -> datetime:
    """The first moment from `nu` on at which a mail may go."""
    if moment is Berichtmoment.DIRECT:
        return nu
    lokaal = nu.astimezone(AMSTERDAM)
    dag = lokaal.date() + timedelta(days=lokaal.time() >= UUR)
    while dag.weekday() >= ZATERDAG or (moment is Berichtmoment.WEEK and dag.weekday() != MAANDAG):
        dag += timedelta(days=1)
    return datetime.combine(dag, UUR, tzinfo=AMSTERDAM)
