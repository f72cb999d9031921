"""Since when nothing new reaches readers: the process that publishes gives no sign of life.

What readers need of it, apart from how far the index is behind (`achterstand.py`): one moment.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from sync.models import Syncstand

STIL = timedelta(seconds=30)
"""Without a sign of life for so long the board says that the loop stands still; readers are told later."""
TE_LANG = timedelta(minutes=5)


def stil_sinds(*, nu: datetime | None = None) -> datetime | None:
    """The last sign of life, when that is too long ago; None when all is well or nothing is known. 1 query."""
    hartslag = Syncstand.objects.filter(pk=1).values_list("hartslag", flat=True).first()
    return te_lang_geleden(hartslag, nu or timezone.now())


def te_lang_geleden(hartslag: datetime | None, nu: datetime) -> datetime | None:
    """This sign of life, when it is more than five minutes old."""
    return hartslag if hartslag is not None and nu - hartslag > TE_LANG else None
