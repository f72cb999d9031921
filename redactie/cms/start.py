"""The start page: first what waits, in sentences with one way to go each; then the products of one's municipality."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import (
    LockedPagesPanel,
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)

from redactie.cms.herzienrij import eigen_versies, vragen_bij
from redactie.cms.mijnproducten import MijnProductenPaneel
from redactie.cms.wachtzinnen import wachtzinnen
from redactie.rechten.persoon import persoon_van

NIET_HIER = (
    RecentEditsPanel,
    LockedPagesPanel,
    # Several queries for each text in the workflow, and who wrote a text could decide on it: see goedkeurlijst.py.
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)
HOOGSTENS = 10


class WachtPaneel(Component):
    name = "antwoord_wacht"
    order = 100
    template_name = "redactie/start/wacht.html"

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        user = parent_context["request"].user
        versies = eigen_versies(user)
        vragen = vragen_bij(versies)
        return {"vragen": vragen[:HOOGSTENS], "zinnen": wachtzinnen(user, versies, vragen)}


def panelen(request: HttpRequest, panels: list[Any]) -> None:
    """Hook `construct_homepage_panels`: ours first, none about pages, and the products of a municipality last."""
    over = [paneel for paneel in panels if not isinstance(paneel, NIET_HIER)]
    gemeenten = persoon_van(request.user).gemeenten
    panels[:] = [WachtPaneel(), *over, *([MijnProductenPaneel(gemeenten)] if gemeenten else [])]
