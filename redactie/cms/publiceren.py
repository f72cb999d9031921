"""Publishing, asked of the policy about this object. Wagtail 8.0.1 asks in its views about the model only."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from wagtail.actions.publish_revision import PublishPermissionError, PublishRevisionAction
from wagtail.admin import messages
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import WorkflowActionView

from redactie.cms.keuren import fouten_van, keur_formulier
from redactie.cms.livestand import met_livestand
from redactie.cms.veranderd import verandert_iets
from redactie.models import Product
from redactie.models.concept import ConceptModel
from redactie.spoedpublicatie import laat_door
from redactie.tweede_paar import EIGEN_WERK, eis_ander, eist_tweede_paar, mag_concept_publiceren, schreef_mee
from redactie.vastzetten import eindigend, meld_vastgezet

WOORDEN = {"action-cancel-workflow": "Trek in", "action-restart-workflow": "Dien opnieuw in"}
"""What Wagtail calls cancelling and restarting a workflow."""

MAG_NIET = "U mag dit niet publiceren. Dien het in om het te laten nakijken."


class PubliceerAction(PublishRevisionAction):
    """Registered for our models (`wagtail_hooks.py`); `ConceptModel.publish` takes it from the registry."""

    def check(self, skip_permission_checks: bool = False) -> None:
        if self.user and not skip_permission_checks and not self.user_has_permission():
            raise PublishPermissionError("U mag dit niet publiceren.")

    def execute(self, skip_permission_checks: bool = False) -> Any:
        # Not in `check`: whoever calls with skip_permission_checks has asked the policy, not who wrote the text.
        if self.user is not None and not laat_door(self.revision, self.user):
            eis_ander(ding=self.object, revisie=self.revision, door=self.user)
        # For the time line, which says who published each text. Whoever publishes has looked at it; an import has not.
        self.object.gepubliceerd_door = self.user
        if self.user is not None:
            self.object.nagekeken_op = timezone.localdate()
        eindigt = eindigend(self.object) if isinstance(self.object, Product) else []
        uitkomst = super().execute(skip_permission_checks=skip_permission_checks)
        meld_vastgezet(self.object, eindigt, door=self.user)
        return uitkomst


class Publiceerbaar:
    """For create and edit views of things with drafts."""

    def mag_publiceren(self, ding: Any) -> bool:
        return policy_registry.get_by_type(self.model).user_has_permission_for_instance(
            self.request.user, "publish", ding
        )

    def get_available_actions(self) -> list[str]:
        acties = super().get_available_actions()
        if self.object is not None and not self.mag_publiceren(self.object):
            acties = [actie for actie in acties if actie != "publish"]
        return acties

    def is_valid(self, form: BaseForm) -> bool:
        geldig = super().is_valid(form)
        if not geldig or not self.gaat_publiceren():
            return geldig
        # A new thing has no object to ask about before its form is read.
        if self.action == "publish" and not self.mag_publiceren(form.instance):
            form.add_error(None, ValidationError(MAG_NIET))
        elif self.is_eigen_werk(form):
            form.add_error(None, ValidationError(EIGEN_WERK))
        elif keur_formulier(form):
            return True
        self.produced_error_code = "validation_error"
        self.produced_error_message = (
            "Nog niet gepubliceerd: in de tekst staat iets dat niet kan. Uw tekst is bewaard op dit scherm."
        )
        return False

    def is_eigen_werk(self, form: BaseForm) -> bool:
        """Whether this person wrote in the draft, or does so now, where another should publish it."""
        ding, door = form.instance, self.request.user
        if not eist_tweede_paar(ding):
            return False
        return ding.pk is None or verandert_iets(form) or schreef_mee(door, ding)

    def get_success_message(self, instance: Any = None) -> Any:
        melding = (
            super().get_success_message(instance) if instance is not None else super().get_success_message()
        )
        return met_livestand(melding, instance or self.object) if self.gaat_publiceren() else melding

    def gaat_publiceren(self) -> bool:
        if self.action == "workflow-action":
            return self.workflow_action == "approve"
        return self.action == "publish"


class BeslisView(WorkflowActionView):
    """Approving from a list publishes what was handed in: it is judged like any other text."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.action_name == "approve":
            fouten = fouten_van(self.object.get_latest_revision().as_object())
            if fouten:
                messages.error(request, "Niet gepubliceerd. " + " ".join(str(fout) for fout in fouten[:3]))
                return redirect(self.redirect_url)
        return super().post(request, *args, **kwargs)


def alleen_wat_mag(menu_items: list[Any], request: Any, context: dict[str, Any]) -> None:
    """Hook `construct_snippet_action_menu`: no button for what is refused for this object; verbs on the others."""
    for knop in menu_items:
        knop.label = WOORDEN.get(knop.name, knop.label)
    ding = context.get("instance")
    if ding is None:
        return
    weg = set()
    if not policy_registry.get(ding).user_has_permission_for_instance(request.user, "publish", ding):
        weg = {"action-publish", "action-unpublish"}
    elif isinstance(ding, ConceptModel) and not _iets_van_een_ander(request.user, ding):
        weg = {"action-publish"}
    menu_items[:] = [knop for knop in menu_items if knop.name not in weg]


def _iets_van_een_ander(user: Any, ding: Any) -> bool:
    """Whether there is something this person may publish: with two pairs of eyes only a draft of somebody else."""
    return not eist_tweede_paar(ding) or (ding.has_unpublished_changes and mag_concept_publiceren(user, ding))
