"""The time line in the Planning tab: what is planned, and what changed last."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from wagtail.admin.panels import Panel
from wagtail.permissions import policy_registry

from redactie.keuzes import Klasse
from redactie.models import Tekstversie
from redactie.persoonsnaam import persoonsnaam
from redactie.teksten import MET_TWEE, geplande_teksten
from redactie.tweede_paar import eist_tweede_paar
from redactie.veld import Veld

LAATSTE = 15


class TijdlijnPanel(Panel):
    """What is planned, and what changed last; the buttons lead to pages of their own."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "redactie/product/tijdlijn.html"

        def is_shown(self) -> bool:
            return self.instance.pk is not None

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            product = self.instance
            mag = policy_registry.get(product).user_has_permission_for_instance(
                self.request.user, "publish", product
            )
            voorbij = product.tekstversies.filter(vanaf__lte=timezone.now()).select_related("wie")
            return {
                **super().get_context_data(parent_context),
                "product": product,
                "gepland": [_regel(versie) for versie in geplande_teksten(product=product)],
                "voorbij": [_regel(versie) for versie in voorbij.order_by("-vanaf", "veld")[:LAATSTE]],
                "mag": mag,
                "met_twee": MET_TWEE if mag and eist_tweede_paar(product) else "",
            }


def _regel(versie: Tekstversie) -> dict[str, Any]:
    return {
        "versie": versie,
        "veld": Veld(versie.veld).kolom_label,
        "klasse": Klasse(versie.klasse).value,
        "wie": persoonsnaam(versie.wie),
    }
