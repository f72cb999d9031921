"""Since when nothing new reaches readers: the process that publishes gives no sign of life.

What readers need of it, apart from how far the index is behind (`achterstand.py`): one moment, one query.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from sync.models import Syncstand

TE_LANG = timedelta(minutes=5)


def stil_sinds(*, nu: datetime | None = None) -> datetime | None:
    """The last sign of life, when that is more than five minutes ago; None when all is well or nothing is known."""
    nu = nu or timezone.now()
    hartslag = Syncstand.objects.filter(pk=1).values_list("hartslag", flat=True).first()
    return hartslag if hartslag is not None and nu - hartslag > TE_LANG else None
