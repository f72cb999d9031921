"""What this room hangs into the CMS: hooks only; each does its work elsewhere."""

from __future__ import annotations

from django.urls import URLPattern, path
from wagtail import hooks

from kennisbank.botsingen import botsingen_van
from kennisbank.melden import scherm as melden
from kennisbank.melden.bericht import poststapel
from kennisbank.terugblik import scherm as terugblik
from kennisbank.uitkomst import scherm as uitkomst
from kennisbank.vergeefs import scherm as vergeefs
from kennisbank.zoekuitleg import scherm as zoekuitleg

hooks.register("antwoord_botsingen", botsingen_van)
hooks.register("register_antwoord_teksten", vergeefs.menu_item)
hooks.register("register_reports_menu_item", zoekuitleg.menu_item)
hooks.register("register_admin_menu_item", melden.menu_item)
hooks.register("register_admin_menu_item", uitkomst.menu_item)
hooks.register("register_reports_menu_item", terugblik.menu_item)
hooks.register("antwoord_wachtzinnen", melden.wachtzinnen)
hooks.register("antwoord_post", poststapel)


@hooks.register("register_admin_urls")
def adressen() -> list[URLPattern]:
    return [
        path("meldingen/", melden.meldingen, name=melden.LIJST),
        path("meldingen/<int:pk>/", melden.melding, name=melden.EEN),
        path("terugblik/", terugblik.terugblik, name=terugblik.NAAM),
        path("terugblik/<slug:bereik>/<str:moment>/", terugblik.blad, name=terugblik.BLAD),
        path("terugblik/<slug:bereik>/<str:moment>/bewaren/", terugblik.bewaren, name=terugblik.BEWAREN),
        path("uitkomsten/", uitkomst.uitkomsten, name=uitkomst.NAAM),
        path("zonder-antwoord/", vergeefs.vergeefse_vragen, name=vergeefs.NAAM),
        path("zoekuitleg/", zoekuitleg.zoekuitleg, name=zoekuitleg.NAAM),
    ]
