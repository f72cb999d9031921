"""How long a flag is kept, and how long it says whose it was. The periods stand in docs/privacy.md."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from kennisbank.models import Melding

BEWAAR_MELDER = timedelta(days=30)
"""After the answer: long enough to hear it and to ask again."""
BEWAAR_MELDING = timedelta(days=400)
"""After the answer: with it what was written, which may hold a name that no mask knows."""


@transaction.atomic
def vergeet_melders(nu: datetime) -> None:
    gesloten = Melding.objects.filter(gesloten_op__lt=nu - BEWAAR_MELDER)
    gesloten.filter(melder__isnull=False).update(melder=None)
    Melding.objects.filter(gesloten_op__lt=nu - BEWAAR_MELDING).delete()
