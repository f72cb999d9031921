"""The menu: what this desk works with, in four groups, and nothing that belongs to pages."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.menu import MenuItem
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from redactie.cms.beheer import BeantwoordingViewSet, GemeenteViewSet, LidmaatschapViewSet, RegioViewSet
from redactie.cms.contact import ContactpuntViewSet, LocatieViewSet
from redactie.cms.feiten import GegevenViewSet, TariefViewSet
from redactie.cms.feitencheck import FeitencheckViewSet
from redactie.cms.lokaal import LokaleVersieViewSet
from redactie.cms.mededelingen import MededelingViewSet
from redactie.cms.producten import ProductViewSet
from redactie.cms.regiovoorstellen import RegiovoorstelViewSet
from redactie.cms.synoniemen import SynoniemViewSet
from redactie.cms.vervangingen import VervangingViewSet
from redactie.cms.woorden import ThemaViewSet, UplNaamViewSet
from redactie.models import Tarief

NIET_HIER = frozenset({"explorer", "images", "documents", "snippets", "help"})
"""Items of Wagtail's own menu that nobody here needs."""


class Teksten(SnippetViewSetGroup):
    items = (
        ProductViewSet,
        LokaleVersieViewSet,
        ThemaViewSet,
        SynoniemViewSet,
        UplNaamViewSet,
        FeitencheckViewSet,
        RegiovoorstelViewSet,
    )
    menu_label = "Teksten"
    menu_icon = "doc-full"
    menu_order = 100
    submenu_hook = "register_antwoord_teksten"


class Feiten(SnippetViewSetGroup):
    items = (TariefViewSet, GegevenViewSet)
    menu_label = "Feiten"
    menu_icon = "tag"
    menu_order = 200
    submenu_hook = "register_antwoord_feiten"


class Contact(SnippetViewSetGroup):
    items = (MededelingViewSet, ContactpuntViewSet, LocatieViewSet)
    menu_label = "Contact"
    menu_icon = "mobile-alt"
    menu_order = 300


class Beheer(SnippetViewSetGroup):
    items = (GemeenteViewSet, RegioViewSet, LidmaatschapViewSet, VervangingViewSet, BeantwoordingViewSet)
    menu_label = "Beheer"
    menu_icon = "cogs"
    menu_order = 400
    submenu_hook = "register_antwoord_beheer"


GROEPEN = (Teksten, Feiten, Contact, Beheer)


def alleen_wat_hier_is(request: Any, items: list[Any]) -> None:
    items[:] = [item for item in items if item.name not in NIET_HIER]


class RoosterItem(MenuItem):
    """For whoever may see tariffs."""

    def is_shown(self, request: HttpRequest) -> bool:
        return policy_registry.get_by_type(Tarief).user_has_permission(request.user, "view")


def rooster_item() -> RoosterItem:
    adres = reverse("wagtailsnippets_redactie_tarief:rooster")
    return RoosterItem("Tarieven per jaar", adres, name="tarieven-per-jaar", icon_name="table", order=900)
