"""Choosers that offer, and give back, only what this person may see."""

from __future__ import annotations

from typing import Any, NoReturn

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from wagtail.permissions import policy_registry
from wagtail.snippets.views import chooser

from redactie.cms.wacht import Bewaakt


def zichtbaar(user: Any, model: type) -> QuerySet:
    """Everything of this kind that this person may see."""
    return policy_registry.get_by_type(model).instances_user_has_permission_for(user, "view")


class AlleenZichtbaar:
    def get_object_list(self) -> QuerySet:
        return zichtbaar(self.request.user, self.model_class)


class KiesView(AlleenZichtbaar, chooser.ChooseView):
    pass


class KiesResultatenView(AlleenZichtbaar, chooser.ChooseResultsView):
    pass


class GekozenView(chooser.SnippetChosenView):
    def get_object(self, pk: Any) -> Any:
        return zichtbaar(self.request.user, self.model_class).get(pk=pk)


class MeerGekozenView(chooser.SnippetChosenMultipleView):
    def get_objects(self, pks: list[Any]) -> QuerySet:
        return zichtbaar(self.request.user, self.model_class).filter(pk__in=pks)


class NietMakenView(chooser.SnippetCreateView):
    """Nothing is made in passing: without a form of its own, Wagtail 8.0.1 answers here with an error."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> NoReturn:
        raise Http404


class KiezerViewSet(Bewaakt, chooser.SnippetChooserViewSet):
    choose_view_class = KiesView
    choose_results_view_class = KiesResultatenView
    chosen_view_class = GekozenView
    chosen_multiple_view_class = MeerGekozenView
    create_view_class = NietMakenView
