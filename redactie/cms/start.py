"""The start page: first what waits, in sentences with one way to go each."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import LockedPagesPanel, RecentEditsPanel

from redactie.cms.herzienrij import herzienrij, wat_mag
from redactie.cms.upnlijst import upn_bezwaren
from redactie.models import LokaleVersie, Product

NIET_HIER = (RecentEditsPanel, LockedPagesPanel)
HOOGSTENS = 10


class WachtPaneel(Component):
    name = "antwoord_wacht"
    order = 100
    template_name = "redactie/start/wacht.html"

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        user = parent_context["request"].user
        vandaag = timezone.localdate()
        vragen = herzienrij(user)
        open_vragen = [vraag for vraag in vragen if vraag.open]
        producten = wat_mag(Product, user)
        return {
            "vragen": vragen[:HOOGSTENS],
            "aantal_vragen": len(open_vragen),
            "eerste": open_vragen[0] if open_vragen else None,
            "concepten": producten.filter(has_unpublished_changes=True).count(),
            "eigen_concepten": wat_mag(LokaleVersie, user).filter(has_unpublished_changes=True).count(),
            "verlopen": producten.filter(live=True, controledatum__lt=vandaag).count(),
            "upn": len({bezwaar.product_id for bezwaar in upn_bezwaren(user)}),
            "vandaag": vandaag,
        }


def panelen(request: HttpRequest, panels: list[Any]) -> None:
    """Hook `construct_homepage_panels`: ours first, and none about pages."""
    panels[:] = [WachtPaneel(), *(paneel for paneel in panels if not isinstance(paneel, NIET_HIER))]
