"""NakijkTaak: the one step of the one workflow. Whoever may publish this object, by its municipality, decides."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast
from wagtail.forms import TaskStateCommentForm
from wagtail.models import Task, TaskState
from wagtail.permissions import policy_registry


class TerugForm(TaskStateCommentForm):
    """Whoever gets a text back reads why."""

    comment = forms.CharField(
        label="Wat moet er anders?",
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Schrijf op wat er anders moet. De schrijver leest dit."},
    )


class NakijkTaak(Task):
    class Meta:
        verbose_name = "nakijken en publiceren"
        verbose_name_plural = "nakijken en publiceren"

    @classmethod
    def get_description(cls) -> str:
        return "Wie deze tekst mag publiceren, kijkt hem na. De gemeente van de tekst bepaalt wie dat is."

    def mag_beslissen(self, obj: Any, user: Any) -> bool:
        """With two pairs of eyes never who wrote it (`redactie/tweede_paar.py`)."""
        from redactie.tweede_paar import mag_concept_publiceren

        return mag_concept_publiceren(user, obj)

    def user_can_access_editor(self, obj: Any, user: Any) -> bool:
        return self.mag_beslissen(obj, user)

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        return not self.mag_beslissen(obj, user)

    def user_can_lock(self, obj: Any, user: Any) -> bool:
        return self.mag_beslissen(obj, user)

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, str, bool]]:
        if not self.mag_beslissen(obj, user):
            return []
        return [
            ("reject", "Stuur terug met een opmerking", True),
            ("approve", "Keur goed", False),
            ("approve", "Keur goed met een opmerking", True),
        ]

    def get_form_for_action(self, action: str) -> type[forms.Form]:
        return TerugForm if action == "reject" else super().get_form_for_action(action)

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        # The edit screen of Wagtail 8.0.1 passes on the answers of the form without judging them again.
        if action_name == "reject" and not kwargs.get("comment", "").strip():
            raise PermissionDenied("Schrijf op wat er anders moet.")
        super().on_action(task_state, user, action_name, **kwargs)

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> QuerySet[TaskState]:
        vraag = Q(pk__isnull=True)
        for model in _modellen_met_werkstroom():
            mag = policy_registry.get_by_type(model).instances_user_has_permission_for(user, "publish")
            vraag |= Q(
                workflow_state__base_content_type=ContentType.objects.get_for_model(model),
                # The generic relation keeps text; PostgreSQL compares text with text only.
                workflow_state__object_id__in=mag.order_by().values_list(Cast("pk", CharField())),
            )
        return self.task_states.filter(vraag, status=TaskState.STATUS_IN_PROGRESS)


def _modellen_met_werkstroom() -> tuple[type, ...]:
    from redactie.models import LokaleVersie, Product

    return Product, LokaleVersie
