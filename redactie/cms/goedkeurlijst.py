"""“Ter goedkeuring”: the list of what lies with a second pair of eyes; its sentences on the start page.

Deciding happens on the edit screen, with Wagtail's own buttons: there stands what changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import WorkflowState
from wagtail.permissions import policy_registry

from redactie.cms.goedkeurrij import Ingediend, goedkeurrij, spoed_te_controleren
from redactie.cms.kolommen import Chip
from redactie.geteld import geteld
from redactie.models import LokaleVersie, Product, Spoedpublicatie
from redactie.persoonsnaam import persoonsnaam

NAAM = "antwoord_ter_goedkeuring"


class GoedkeurlijstView(WagtailAdminTemplateMixin, TemplateView):
    page_title = "Ter goedkeuring"
    header_icon = "clipboard-list"
    template_name = "redactie/goedkeuren/lijst.html"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rij = goedkeurrij(self.request.user)
        return {
            **super().get_context_data(**kwargs),
            "te_keuren": [lid for lid in rij if lid.te_keuren],
            "van_mij": [lid for lid in rij if lid.van_mij],
            "spoed": spoed_te_controleren(self.request.user),
        }


def hang_ingediend_op(dingen: Sequence[Product | LokaleVersie]) -> None:
    """On the rows of one list: `ingediend`, how it stands in the workflow. 1 query at most."""
    met_concept = {str(ding.pk): ding for ding in dingen if ding.has_unpublished_changes or not ding.live}
    if not met_concept:
        return
    staten = WorkflowState.objects.active().filter(
        base_content_type=ContentType.objects.get_for_model(dingen[0]), object_id__in=met_concept
    )
    for staat in staten.select_related("toewijzing__aan"):
        met_concept[staat.object_id].ingediend = staat


def ingediend_chips(ding: Product | LokaleVersie) -> Iterator[Chip]:
    staat = getattr(ding, "ingediend", None)
    if staat is None:
        return
    if staat.status == WorkflowState.STATUS_NEEDS_CHANGES:
        yield Chip("terug met een opmerking", "let-op")
    elif hasattr(staat, "toewijzing"):
        yield Chip(f"ter goedkeuring bij {persoonsnaam(staat.toewijzing.aan)}", "let-op")
    else:
        yield Chip("ter goedkeuring", "let-op")


def wachtzinnen(user: Any) -> list[dict[str, Any]]:
    """Hook `antwoord_wachtzinnen`: who must approve, and who waits for that, both see it on the start page."""
    rij, adres = goedkeurrij(user), reverse(NAAM)
    spoed = spoed_te_controleren(user)
    groepen = (
        (
            spoed,
            "“{}” ging met spoed live en wacht op controle.",
            "{} teksten gingen met spoed live en wachten op controle.",
            "Controleer",
            True,
        ),
        (
            [lid for lid in rij if lid.voor_mij],
            "U bent gevraagd om “{}” goed te keuren.",
            "U bent gevraagd om {} teksten goed te keuren.",
            "Kijk na",
            False,
        ),
        (
            [lid for lid in rij if lid.te_keuren and not lid.voor_mij],
            "“{}” wacht op uw goedkeuring.",
            "{} teksten wachten op uw goedkeuring.",
            "Kijk na",
            False,
        ),
        (
            [lid for lid in rij if lid.van_mij and lid.terug],
            "“{}” kwam bij u terug met een opmerking.",
            "{} teksten kwamen bij u terug met een opmerking.",
            "Lees",
            False,
        ),
        (
            [lid for lid in rij if lid.van_mij and not lid.terug],
            "“{}” van u wacht op een collega.",
            "{} teksten van u wachten op een collega.",
            "Bekijk",
            False,
        ),
    )
    return [
        {
            "tekst": geteld(len(leden), een.format(_naam(leden[0])), meer),
            "knop": knop,
            "adres": leden[0].adres if knop == "Kijk na" and len(leden) == 1 else adres,
            "dringend": dringend,
        }
        for leden, een, meer, knop, dringend in groepen
        if leden
    ]


def _naam(lid: Ingediend | Spoedpublicatie) -> str:
    return str(lid.product if isinstance(lid, Spoedpublicatie) else lid.ding)


class GoedkeurItem(MenuItem):
    """For whoever writes or publishes."""

    def is_shown(self, request: HttpRequest) -> bool:
        return any(
            policy_registry.get_by_type(model).user_has_permission(request.user, "change")
            for model in (Product, LokaleVersie)
        )


def goedkeur_item() -> GoedkeurItem:
    return GoedkeurItem(
        "Ter goedkeuring", reverse(NAAM), name="ter-goedkeuring", icon_name="clipboard-list", order=140
    )


def adressen() -> list[URLPattern]:
    return [path("ter-goedkeuring/", GoedkeurlijstView.as_view(), name=NAAM)]
