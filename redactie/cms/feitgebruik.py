"""Where a fact is used, beside its form; and no deleting or renaming of what a text still names."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.forms import BaseForm
from django.http import HttpResponse
from django.urls import reverse
from wagtail.admin.panels import Panel
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import DeleteView

from redactie.cms.formulier import RedactieForm
from redactie.gebruik import Plaats, in_de_weg, plaatsen, tokens_van
from redactie.models import Tarief

HOOGSTENS = 5


def regel(plaats: Plaats, user: Any) -> dict[str, Any]:
    """`adres` is empty for whoever may not open it."""
    ding = plaats.ding
    mag = policy_registry.get(ding).user_has_permission_for_instance(user, "change", ding)
    adres = reverse(ding.snippet_viewset.get_url_name("edit"), args=[ding.pk]) if mag else ""
    return {"tekst": str(plaats), "adres": adres}


def opsomming(gevonden: list[Plaats]) -> str:
    namen = ", ".join(str(plaats) for plaats in gevonden[:HOOGSTENS])
    rest = len(gevonden) - HOOGSTENS
    return (
        f"{namen} en nog {rest} plaatsen" if rest > 1 else f"{namen} en nog 1 plaats" if rest == 1 else namen
    )


class GebruikPanel(Panel):
    """Which texts name this key."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "redactie/feit/gebruik.html"

        def is_shown(self) -> bool:
            return self.instance.pk is not None

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            tokens = tokens_van(self.instance)
            gevonden = plaatsen(tokens, self.instance.gemeente)
            return {
                **super().get_context_data(parent_context),
                "tokens": [f"{{{token}}}" for token in tokens],
                "plaatsen": [regel(plaats, self.request.user) for plaats in gevonden],
            }


class TariefForm(RedactieForm):
    """A group that a text names cannot lose its last tariff by renaming it."""

    def clean_groep(self) -> str:
        groep, was = self.cleaned_data["groep"], self.initial.get("groep") or ""
        if self.instance.pk is None or not was or groep == was:
            return groep
        eigenaars = Q(gemeente=None) | Q(gemeente=self.instance.gemeente_id)
        if Tarief.objects.filter(eigenaars, groep=was).exclude(pk=self.instance.pk).exists():
            return groep
        if gevonden := plaatsen([f"tarieven:{was}"], self.instance.gemeente):
            raise ValidationError(
                f"De groep “{was}” staat nog in: {opsomming(gevonden)}. Haal hem daar eerst weg."
            )
        return groep


class FeitVerwijderenView(DeleteView):
    """Says where it is still used, and then does not delete."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        gevonden = in_de_weg(self.object)
        return {
            **super().get_context_data(**kwargs),
            "in_de_weg": [regel(plaats, self.request.user) for plaats in gevonden],
        }

    def form_valid(self, form: BaseForm) -> HttpResponse:
        if in_de_weg(self.object):
            return self.render_to_response(self.get_context_data(form=form), status=409)
        return super().form_valid(form)
