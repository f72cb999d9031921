"""The start page: first what waits, in sentences with one way to go each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import LockedPagesPanel, RecentEditsPanel
from wagtail.permissions import policy_registry

from redactie.cms.upnlijst import upn_bezwaren
from redactie.herzien import te_herzien
from redactie.models import LokaleVersie, Product
from redactie.te_herzien import TeHerzien
from redactie.veld import Veld

NIET_HIER = (RecentEditsPanel, LockedPagesPanel)
HOOGSTENS = 10


@dataclass(frozen=True, slots=True)
class Vraag:
    """One deviation that waits for a judgement."""

    versie: LokaleVersie
    veld: Veld
    wacht: TeHerzien

    @property
    def adres(self) -> str:
        return reverse(
            "wagtailsnippets_redactie_lokaleversie:herzien", args=[self.versie.pk, self.veld.value]
        )


def wat_mag(model: type, user: Any) -> QuerySet:
    """What this person may work on."""
    return policy_registry.get_by_type(model).instances_user_has_permission_for(user, "change")


def te_herzien_vragen(user: Any) -> list[Vraag]:
    """Every deviation of this person's municipalities that waits, the oldest question first."""
    versies = list(
        wat_mag(LokaleVersie, user).select_related("product", "gemeente").prefetch_related("afwijkingen")
    )
    wacht = te_herzien(versies)
    vragen = [Vraag(versie, veld, waarom) for versie in versies for veld, waarom in wacht[versie.pk].items()]
    return sorted(vragen, key=lambda vraag: vraag.wacht.sinds)


class WachtPaneel(Component):
    name = "antwoord_wacht"
    order = 100
    template_name = "redactie/start/wacht.html"

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        user = parent_context["request"].user
        vandaag = timezone.localdate()
        vragen = te_herzien_vragen(user)
        producten = wat_mag(Product, user)
        return {
            "vragen": vragen[:HOOGSTENS],
            "aantal_vragen": len(vragen),
            "concepten": producten.filter(has_unpublished_changes=True).count(),
            "eigen_concepten": wat_mag(LokaleVersie, user).filter(has_unpublished_changes=True).count(),
            "verlopen": producten.filter(live=True, controledatum__lt=vandaag).count(),
            "upn": len({bezwaar.product_id for bezwaar in upn_bezwaren(user)}),
            "vandaag": vandaag,
        }


def panelen(request: HttpRequest, panels: list[Any]) -> None:
    """Hook `construct_homepage_panels`: ours first, and none about pages."""
    panels[:] = [WachtPaneel(), *(paneel for paneel in panels if not isinstance(paneel, NIET_HIER))]
