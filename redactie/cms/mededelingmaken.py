"""A new notice: it begins now, and another screen may have begun its form (what it says, what about, for whom).

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
    """It begins now, unless one says otherwise: who makes a notice in a hurry has that filled in.

    The address may fill in more: `?tekst=…&betreft=product:…&gemeente=sliedrecht`. Then it is for the desk, important.
    """

    def get_initial_form_instance(self) -> Mededeling:
        gegeven = self.request.GET
        nu = timezone.now().replace(second=0, microsecond=0)
        if not gegeven.get("betreft"):
            return Mededeling(van=nu)
        return Mededeling(
            tekst=gegeven.get("tekst", "")[:LANGSTE],
            betreft=[gegeven["betreft"][:200]],
            zichtbaar=[Zichtbaar.BALIE.value],
            belangrijk=True,
            van=nu,
        )

    def get_initial(self) -> dict[str, Any]:
        gemeente = Gemeente.objects.filter(slug=self.request.GET.get("gemeente", "")).first()
        return {**super().get_initial(), **({"gemeenten": [gemeente]} if gemeente is not None else {})}
