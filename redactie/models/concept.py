"""ConceptModel: what Product and LokaleVersie share as snippets with drafts, revisions, workflow and locks.

Wagtail 8.0 saves an object for many reasons; only a save that can change what a reader sees records a Wijziging:
the object is live or was, and more than bookkeeping columns are written.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.http import HttpRequest
from django.template.response import TemplateResponse
from modelcluster.models import ClusterableModel
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    Revision,
    RevisionMixin,
    Workflow,
    WorkflowMixin,
)

from redactie.models.verdwenen import zonder_verdwenen
from redactie.models.wijziging import VastgelegdModel

BOEKHOUDING = frozenset(
    {
        "latest_revision",
        "has_unpublished_changes",
        "locked",
        "locked_at",
        "locked_by",
        "go_live_at",
        "expire_at",
        "expired",
    }
)
"""Columns that Wagtail 8.0 writes for drafts, locks and schedules; no reader sees them."""


class ConceptModel(
    PreviewableMixin,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    VastgelegdModel,
    ClusterableModel,
):
    # Wagtail's default is True: an importer that calls create() would publish without a revision.
    live = models.BooleanField("gepubliceerd", default=False, editable=False)
    nagekeken_op = models.DateField(
        "nagekeken op",
        null=True,
        blank=True,
        editable=False,
        help_text="Wanneer iemand de hele gepubliceerde tekst voor het laatst nakeek.",
    )

    class Meta:
        abstract = True

    def leest_iemand_dit(self, update_fields: Iterable[str] | None) -> bool:
        if update_fields is not None and set(update_fields) <= BOEKHOUDING:
            return False
        return self.live or self.was_live

    @classmethod
    def from_serializable_data(cls, data: dict[str, Any], **kwargs: Any) -> Any:
        """A draft may name a row that is gone; it opens with that field empty, so that somebody can mend it."""
        try:
            return super().from_serializable_data(data, **kwargs)
        except Exception as fout:
            # django-modelcluster 6.5 empties such a field for SET_NULL and CASCADE, and raises a bare Exception for
            # PROTECT; with `on_delete` handled there, tests/redactie/test_verdwenen.py passes without this.
            if not isinstance(fout.__context__, ObjectDoesNotExist):
                raise
            return super().from_serializable_data(zonder_verdwenen(cls, data), **kwargs)

    def with_content_json(self, content: dict[str, Any]) -> Any:
        """A check is of the thing as a whole: publishing an older revision does not bring back an older date."""
        ding = super().with_content_json(content)
        ding.nagekeken_op = self.nagekeken_op
        return ding

    def publish(
        self, revision: Revision, *args: Any, skip_permission_checks: bool = False, **kwargs: Any
    ) -> None:
        """Wagtail 8.0.1 makes its own action here and passes by the one that is registered for the model."""
        # Here, because wagtail.actions and wagtail.models import each other and only the second may come first.
        from wagtail.actions import action_registry

        actie = action_registry.get_action_class(type(self), "publish")(revision, *args, **kwargs)
        actie.execute(skip_permission_checks=skip_permission_checks)

    @property
    def scheduled_revision(self) -> None:
        """Wagtail's own schedule is off: a text for later is a Tekstversie. Its edit screen looks for one twice."""
        return None

    def get_workflow(self) -> Workflow | None:
        # Wagtail 8.0.1 asks for it four times to show one page.
        if not hasattr(self, "_workflow"):
            self._workflow = super().get_workflow()
        return self._workflow

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        from redactie.cms.voorbeeld import MODI

        return MODI

    def serve_preview(self, request: HttpRequest, mode_name: str) -> TemplateResponse:
        from redactie.cms.voorbeeld import toon

        return toon(self, request, mode_name)

    @property
    def was_live(self) -> bool:
        """Whether the stored row is live now."""
        return self.pk is not None and type(self)._base_manager.filter(pk=self.pk, live=True).exists()
