"""The guard: every view of a viewset asks the policy about its object before it does anything.

Wagtail 8.0.1 enforces a policy in few of its snippet views: with a policy alone, an editor of another municipality
opened edit, inspect, revert, compare, export, history and usage, and POSTed delete, unpublish and lock
(`tests/redactie/cms/test_buitenstaander.py`). A refusal is a 404: who may not see something, learns nothing of it.
"""

from __future__ import annotations

from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.db.models import Model
from django.http import Http404, HttpRequest
from wagtail.admin.views import generic
from wagtail.admin.views.generic import chooser, history, lock, preview, usage, workflow
from wagtail.permissions import policy_registry
from wagtail.snippets.views import snippets

# First match wins: a view for one thing stands before the class it is derived from.
ACTIES: tuple[tuple[type, str], ...] = (
    (generic.IndexView, "view"),
    (generic.InspectView, "view"),
    (history.HistoryView, "view"),
    (generic.EditView, "change"),  # and reverting, which is an EditView
    (generic.CreateView, "add"),
    (generic.DeleteView, "delete"),
    (usage.UsageView, "change"),
    (preview.PreviewOnCreate, "add"),
    (preview.PreviewOnEdit, "change"),
    (preview.PreviewRevision, "change"),
    (generic.RevisionsCompareView, "change"),
    (generic.UnpublishView, "publish"),
    (generic.RevisionsUnscheduleView, "publish"),
    (lock.LockView, "lock"),
    (lock.UnlockView, "unlock"),
    (workflow.BaseWorkflowFormView, "change"),
    (workflow.ConfirmWorkflowCancellation, "change"),
    (workflow.PreviewRevisionForTask, "change"),
    (history.WorkflowHistoryView, "change"),
    (history.WorkflowHistoryDetailView, "change"),
    (snippets.ReorderView, "change"),
    (chooser.BaseChooseView, "view"),
    (chooser.ChosenViewMixin, "view"),
    (chooser.ChosenMultipleViewMixin, "view"),
    (chooser.CreateViewMixin, "add"),
)


def actie_van(view_class: type) -> str:
    """The action that a view stands for: its own `wacht_actie`, or that of the Wagtail class it is made from."""
    eigen = getattr(view_class, "wacht_actie", None)
    if eigen is not None:
        return eigen
    if issubclass(view_class, generic.CopyViewMixin):
        raise ImproperlyConfigured(
            "Copying stays off: in Wagtail 8.0.1 a POST to the copy view overwrites the original."
        )
    for klasse, actie in ACTIES:
        if issubclass(view_class, klasse):
            return actie
    raise ImproperlyConfigured(f"{view_class.__qualname__} has no action in redactie/cms/wacht.py")


def eis(user: Any, actie: str, model: type[Model], pk: Any = None) -> Model | None:
    """The stored object, when this person may do this with it (without pk: with any at all); else a 404."""
    policy = policy_registry.get_by_type(model)
    if pk is None:
        if not policy.user_has_permission(user, actie):
            raise Http404
        return None
    try:
        ding = model._base_manager.filter(pk=unquote(str(pk))).first()
    except (ValueError, ValidationError) as fout:
        raise Http404 from fout
    if ding is None or not policy.user_has_permission_for_instance(user, actie, ding):
        raise Http404
    return ding


class Wacht:
    """Mixed in first, by `Bewaakt.construct_view`; asks in `setup`, before any view loads its object."""

    wacht_actie: str = ""
    gevraagd_ding: Model | None = None
    """As it is stored; None where the address is about no one thing."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        self.gevraagd_ding = eis(request.user, self.wacht_actie, self.model, kwargs.get("pk"))
        super().setup(request, *args, **kwargs)


class Bewaakt:
    """For viewsets: every view it makes carries the guard."""

    def construct_view(self, view_class: type, **kwargs: Any) -> Any:
        bewaakt = type(
            view_class.__name__, (Wacht, view_class), {"wacht_actie": actie_van(view_class), "bewaakt": True}
        )
        return super().construct_view(bewaakt, **kwargs)
