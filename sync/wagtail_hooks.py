"""The status screen of publishing in the CMS: its address and its place in the menu."""

from __future__ import annotations

from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from sync.schermen import publicatiestand


@hooks.register("register_admin_urls")
def adressen() -> list[URLPattern]:
    return [path("publicatie/", publicatiestand, name="antwoord_publicatie")]


@hooks.register("register_admin_menu_item")
def menu() -> MenuItem:
    return MenuItem(
        "Publicatie", reverse("antwoord_publicatie"), name="publicatie", icon_name="upload", order=350
    )
