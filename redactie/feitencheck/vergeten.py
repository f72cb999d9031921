"""How long a fact check is kept. The period stands in docs/privacy.md."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q

from redactie.models import Feitencheck

BEWAAR = timedelta(days=90)
"""After the link has ended: with it go the answers, and whom it was sent to."""


def vergeet_feitenchecks(nu: datetime) -> int:
    """How many were deleted."""
    grens = nu - BEWAAR
    weg = Feitencheck.objects.filter(Q(geldig_tot__lt=grens) | Q(ingetrokken_op__lt=grens))
    aantal = weg.count()
    weg.delete()
    return aantal
