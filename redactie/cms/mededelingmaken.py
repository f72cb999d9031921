"""A new notice whose form another screen has begun: what it says, what it is about and for whom.

Nothing is saved before somebody has looked at it.
"""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from redactie.cms.bewerken import AanmakenView
from redactie.keuzes import Zichtbaar
from redactie.models import Gemeente, Mededeling

LANGSTE = 500


class MededelingMakenView(AanmakenView):
    """The address may fill in the fields: `?tekst=…&betreft=product:…&gemeente=sliedrecht`. Then: at the desk, now."""

    def get_initial_form_instance(self) -> Mededeling | None:
        gegeven = self.request.GET
        if not gegeven.get("betreft"):
            return super().get_initial_form_instance()
        return Mededeling(
            tekst=gegeven.get("tekst", "")[:LANGSTE],
            betreft=[gegeven["betreft"][:200]],
            zichtbaar=[Zichtbaar.BALIE.value],
            belangrijk=True,
            van=timezone.now().replace(second=0, microsecond=0),
        )

    def get_initial(self) -> dict[str, Any]:
        gemeente = Gemeente.objects.filter(slug=self.request.GET.get("gemeente", "")).first()
        return {**super().get_initial(), **({"gemeenten": [gemeente]} if gemeente is not None else {})}
