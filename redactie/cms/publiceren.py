"""Publishing, asked of the policy about this object. Wagtail 8.0.1 asks in its views about the model only."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import BaseForm
from wagtail.actions.publish_revision import PublishPermissionError, PublishRevisionAction
from wagtail.permissions import policy_registry


class PubliceerAction(PublishRevisionAction):
    """Registered for our models (`wagtail_hooks.py`); `ConceptModel.publish` takes it from the registry."""

    def check(self, skip_permission_checks: bool = False) -> None:
        if self.user and not skip_permission_checks and not self.user_has_permission():
            raise PublishPermissionError("U mag dit niet publiceren.")


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
        # A new thing has no object to ask about before its form is read.
        if geldig and self.action == "publish" and not self.mag_publiceren(form.instance):
            form.add_error(
                None, ValidationError("U mag dit niet publiceren. Dien het in om het te laten nakijken.")
            )
            self.produced_error_code = "validation_error"
            self.produced_error_message = self.get_error_message()
            return False
        return geldig


def alleen_wat_mag(menu_items: list[Any], request: Any, context: dict[str, Any]) -> None:
    """Hook `construct_snippet_action_menu`: no button for what the policy refuses for this object."""
    ding = context.get("instance")
    if ding is None or policy_registry.get(ding).user_has_permission_for_instance(
        request.user, "publish", ding
    ):
        return
    menu_items[:] = [knop for knop in menu_items if knop.name not in ("action-publish", "action-unpublish")]
