"""The status screens of publishing and of the search index in the CMS: their addresses and places in the menu."""

from __future__ import annotations

from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from sync import doeladres, doelinstelling, doelschermen, ingrijpschermen
from sync.achterblijven.bericht import poststapel
from sync.bord import livescherm
from sync.bord import scherm as bord
from sync.links import scherm as links
from sync.schermen import zoekindex

hooks.register("antwoord_wachtzinnen", links.wachtzinnen)
hooks.register("antwoord_post", poststapel)
hooks.register("register_antwoord_teksten", links.menu_item)
hooks.register("register_admin_urls", doelschermen.adressen)
hooks.register("register_admin_urls", doeladres.adressen)
hooks.register("register_admin_urls", bord.adressen)
hooks.register("register_admin_urls", livescherm.adressen)
hooks.register("insert_global_admin_js", livescherm.script)
hooks.register("register_admin_urls", ingrijpschermen.adressen)
hooks.register("register_admin_urls", doelinstelling.adressen)
hooks.register("register_antwoord_beheer", doelschermen.menu_item)


@hooks.register("register_admin_urls")
def adressen() -> list[URLPattern]:
    return [
        path("zoekindex/", zoekindex, name="antwoord_zoekindex"),
        path("links/", links.weblinks, name=links.LIJST),
        path("links/<int:pk>/opnieuw/", links.opnieuw, name=links.OPNIEUW),
    ]


@hooks.register("register_admin_menu_item")
def menu() -> MenuItem:
    return MenuItem("Publicatie", reverse(bord.BORD), name="publicatie", icon_name="upload", order=350)


@hooks.register("register_reports_menu_item")
def rapport() -> MenuItem:
    return MenuItem(
        "Zoekindex", reverse("antwoord_zoekindex"), name="zoekindex", icon_name="search", order=900
    )
