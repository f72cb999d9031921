"""Recording what somebody wants to be mailed about. Who may choose what stands in `mag.py`."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from redactie.keuzes import Berichtmoment, Berichtsoort
from redactie.models import Berichtkeuze


def zet_keuzes(*, gebruiker: Any, keuzes: dict[Berichtsoort, Berichtmoment | None]) -> None:
    """None: no mail of that kind, not even what was waiting to go."""
    with transaction.atomic():
        for soort, moment in keuzes.items():
            eigen = Berichtkeuze.objects.filter(gebruiker=gebruiker, soort=soort)
            if moment is None:
                eigen.delete()
            else:
                Berichtkeuze.objects.update_or_create(
                    gebruiker=gebruiker, soort=soort, defaults={"moment": moment}
                )
