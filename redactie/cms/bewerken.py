"""The create and edit views that all screens of the CMS share."""

from __future__ import annotations

from typing import Any

from django.utils.functional import cached_property
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import ChecksSidePanel, PreviewSidePanel
from wagtail.admin.widgets.button import Button
from wagtail.models import WorkflowMixin, WorkflowState
from wagtail.snippets.views.snippets import CreateView, EditView

from redactie.cms.handbedragen import WaarschuwtVoorBedragen
from redactie.cms.livestand import live_adres
from redactie.cms.nakijken import nakijkknop
from redactie.cms.publiceren import Publiceerbaar
from redactie.cms.terugzetten import terugzetknop
from redactie.cms.toewijzen import toewijsknop
from redactie.cms.verouderd import MetKenmerk, NietVerouderd
from redactie.cms.voorbeeld import VoorbeeldPaneel
from redactie.models.concept import ConceptModel


class MetVoorbeeld:
    """The preview panel of ours in the place of Wagtail's, and no panel of checks: it needs a script in the page."""

    def get_side_panels(self) -> MediaContainer:
        panelen = [paneel for paneel in super().get_side_panels() if not isinstance(paneel, ChecksSidePanel)]
        return MediaContainer([_eigen(paneel) for paneel in panelen])


def _eigen(paneel: object) -> object:
    if type(paneel) is not PreviewSidePanel:
        return paneel
    return VoorbeeldPaneel(paneel.object, paneel.request, preview_url=paneel.preview_url)


class AanmakenView(WaarschuwtVoorBedragen, MetKenmerk, MetVoorbeeld, Publiceerbaar, CreateView):
    pass


class BewerkenView(WaarschuwtVoorBedragen, NietVerouderd, MetVoorbeeld, Publiceerbaar, EditView):
    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """With what whoever may publish can do with what is published, and whom one may ask to look at a draft."""
        # Not `self.object`: of a draft, Wagtail 8.0.1 takes `last_published_at` out of the revision.
        ding = getattr(self, "live_object", None)
        if isinstance(ding, ConceptModel) and self.object.workflow_in_progress:
            return [*self._van_wat_live_is(ding), toewijsknop(ding)]
        return self._van_wat_live_is(ding)

    def _van_wat_live_is(self, ding: Any) -> list[Button]:
        if not isinstance(ding, ConceptModel) or not ding.live or not self.mag_publiceren(ding):
            return super().header_more_buttons
        vaker = ding.first_published_at != ding.last_published_at
        return [*super().header_more_buttons, nakijkknop(ding), *([terugzetknop(ding)] if vaker else [])]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        ding = getattr(self, "live_object", None)
        adres = live_adres(ding) if isinstance(ding, ConceptModel) and ding.live else ""
        return {**super().get_context_data(**kwargs), "live_adres": adres}

    def get_object(self, *args: Any, **kwargs: Any) -> Any:
        # Wagtail 8.0.1 asks in `setup`, and Django's view again when it answers.
        if self.request.method == "GET" and getattr(self, "object", None) is not None:
            return self.object
        ding = super().get_object(*args, **kwargs)
        if self.request.method == "GET" and isinstance(ding, WorkflowMixin):
            # Wagtail 8.0.1 asks for the workflow a dozen times to show one page, unless its lists have filled this
            # (`test_het_staat_er_al_als_het_scherm_opent_en_binnen_het_aantal_vragen`).
            ding._current_workflow_states = list(
                WorkflowState.objects.active().for_instance(ding).select_related("current_task_state__task")
            )
        return ding
