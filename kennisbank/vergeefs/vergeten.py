"""How long questions that came to nothing are kept; what is older goes. The periods stand in docs/privacy.md."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from kennisbank.models import Dagtelling, VergeefseVraag
from kennisbank.vergeefs.sleutel import vergeet_de_dag

BEWAAR_VRAGEN = timedelta(days=180)
"""After the last time that a question was asked."""
BEWAAR_TELLINGEN = timedelta(days=400)


@transaction.atomic
def vergeet(vandaag: date) -> None:
    vergeet_de_dag(vandaag)
    VergeefseVraag.objects.filter(laatste_op__lt=vandaag - BEWAAR_VRAGEN).delete()
    Dagtelling.objects.filter(dag__lt=vandaag - BEWAAR_TELLINGEN).delete()
