"""Choosers that offer, and give back, only what this person may see."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NoReturn

from django import forms
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.permissions import policy_registry
from wagtail.snippets.views import chooser
from wagtail.snippets.widgets import AdminSnippetChooser

from redactie.cms.wacht import Bewaakt


def zichtbaar(user: Any, model: type) -> QuerySet:
    """Everything of this kind that this person may see."""
    return policy_registry.get_by_type(model).instances_user_has_permission_for(user, "view")


def met_woorden(rijen: QuerySet, woorden: str, velden: Sequence[str]) -> QuerySet:
    """Rows of which these columns, taken together, hold every word."""
    for woord in woorden.split():
        een = Q()
        for veld in velden:
            een |= Q(**{f"{veld}__icontains": woord})
        rijen = rijen.filter(een)
    return rijen


class ZoekForm(BaseFilterForm):
    """A search box by the columns that the list of this kind is searched by. Wagtail's own needs a search index."""

    velden: Sequence[str] = ()

    q = forms.CharField(label="Zoek", required=False, widget=forms.TextInput(attrs={"placeholder": "Zoek"}))

    def filter(self, objects: QuerySet) -> QuerySet:
        woorden = self.cleaned_data.get("q", "")
        self.is_searching, self.search_query = bool(woorden), woorden
        return met_woorden(super().filter(objects), woorden, self.velden)


class AlleenZichtbaar:
    def get_object_list(self) -> QuerySet:
        return zichtbaar(self.request.user, self.model_class)

    def get_filter_form_class(self) -> type[BaseFilterForm]:
        velden = self.model_class.snippet_viewset.zoekvelden
        return type("ZoekForm", (ZoekForm,), {"velden": velden}) if velden else BaseFilterForm


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


class Kiezer(AdminSnippetChooser):
    """Leads to what is chosen only for whoever may change it; Wagtail 8.0.1 asks that only after choosing anew."""

    voor: Any = None
    """Who sits before it; `RedactieForm` says so."""

    def get_instance(self, value: Any) -> Any:
        """Of a refused form as well: what was posted need not be a number, nor something this person may see."""
        if value is None or isinstance(value, self.model_class):
            return value
        keuzes = getattr(self, "choices", None)
        rijen = keuzes.queryset if keuzes is not None else self.model_class.objects.all()
        try:
            return rijen.filter(pk=value).first()
        except (ValueError, OverflowError):
            return None

    def get_value_data_from_instance(self, instance: Any) -> dict[str, Any]:
        adres = AdminURLFinder(self.voor).get_edit_url(instance) if self.voor is not None else None
        return {**super().get_value_data_from_instance(instance), "edit_url": adres}


class KiezerViewSet(Bewaakt, chooser.SnippetChooserViewSet):
    choose_view_class = KiesView
    choose_results_view_class = KiesResultatenView
    chosen_view_class = GekozenView
    chosen_multiple_view_class = MeerGekozenView
    create_view_class = NietMakenView
    base_widget_class = Kiezer
