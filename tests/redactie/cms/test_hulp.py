"""Help on each screen leads to a task of the manual that exists; the manual reads in the CMS as in the repository."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.urls import URLResolver, get_resolver, reverse
from wagtail.admin.viewsets import viewsets

from redactie.cms.handleiding import BESTAND, NAAM
from redactie.cms.hulp import TAKEN, taak_bij
from redactie.cms.viewset import RedactieViewSet
from redactie.keuzes import Rol
from redactie.opmaak import anker
from tests import factories as f
from tests.redactie.cms.hulp import adres, als

pytestmark = pytest.mark.django_db
ZONDER_TAAK = {"beantwoordingen", "gemeenten", "lidmaatschappen", "regio", "themas"}
"""Screens of the administrator, and those whose task has no heading of its own: help opens the manual at its top."""


@pytest.fixture
def pagina() -> str:
    antwoord = als(Rol.CENTRAAL).get(reverse(NAAM))
    assert antwoord.status_code == 200
    return antwoord.content.decode().partition('<article class="nice-padding')[2].partition("</article>")[0]


def ankers() -> set[str]:
    return {anker(kop) for kop in re.findall(r"^#+ (.+)$", BESTAND.read_text("utf-8"), re.MULTILINE)}


def test_elk_scherm_wijst_naar_een_kop_die_er_is() -> None:
    assert {pad: taak for pad, taak in TAKEN.items() if taak not in ankers()} == {}


def _paden(resolver: URLResolver, begin: str = "") -> set[str]:
    paden: set[str] = set()
    for lid in resolver.url_patterns:
        pad = begin + str(lid.pattern)
        paden |= _paden(lid, pad) if isinstance(lid, URLResolver) else {pad}
    return paden


def test_elk_adres_met_hulp_bestaat() -> None:
    paden = {pad.removeprefix("redactie/") for pad in _paden(get_resolver()) if pad.startswith("redactie/")}
    assert [begin for begin in TAKEN if not any(pad.startswith(begin) for pad in paden)] == []


def test_elk_lijstscherm_heeft_hulp() -> None:
    van_ons = [lid.url_prefix for lid in viewsets.viewsets if isinstance(lid, RedactieViewSet)]
    assert {pad for pad in van_ons if not taak_bij(f"{pad}/")} <= ZONDER_TAAK


@pytest.mark.parametrize(
    "naam", ["antwoord_berichten", "antwoord_post", "antwoord_ter_goedkeuring", "antwoord_weblinks"]
)
def test_ook_een_scherm_dat_geen_lijst_van_dingen_is_heeft_hulp(naam: str) -> None:
    assert taak_bij(reverse(naam).removeprefix(reverse("wagtailadmin_home")))


def test_de_langste_die_past_telt() -> None:
    assert taak_bij("") == "de-startpagina"
    assert taak_bij("producten/edit/3/") == "een-tekst-wijzigen"
    assert taak_bij("producten/plannen/3/") == "een-tekst-plannen"
    assert taak_bij("account/") == ""


def test_het_menu_op_een_scherm_wijst_naar_de_taak_van_dat_scherm() -> None:
    client = als(Rol.CENTRAAL)
    for pad, taak in (
        (adres(f.ProductFactory(gepubliceerd=True)), "een-tekst-wijzigen"),
        ("/redactie/account/", ""),
    ):
        scherm = unescape(client.get(pad).content.decode()).replace("\\u002F", "/")
        gevonden = re.search(r'"(/redactie/handleiding/[^"]*)"', scherm)
        assert gevonden[1] == reverse(NAAM) + (f"#{taak}" if taak else "")


def test_de_handleiding_heeft_haar_ankers_en_geen_dode_link(pagina) -> None:
    ids = set(re.findall(r'<h[2-4] id="([^"]+)"', pagina))
    assert set(TAKEN.values()) <= ids
    assert set(re.findall(r'href="#([^"]+)"', pagina)) <= ids
    assert re.findall(r'href="(?!#|https:)[^"]*"', pagina) == []


def test_elk_beeld_van_de_handleiding_komt_van_hier(pagina) -> None:
    beelden = re.findall(r'<img[^>]*src="([^"]+)"', pagina)
    assert len(beelden) >= 10
    for beeld in beelden:
        naam = Path(beeld).name
        assert beeld.startswith("/")
        assert finders.find(f"handleiding/{naam}"), naam


def test_stappen_met_een_tabel_en_een_beeld_ertussen_tellen_door(pagina) -> None:
    """A list that stops at a table would begin again at 1."""
    taak = pagina.partition('id="een-tekst-wijzigen"')[2].partition("<h2")[0]
    assert taak.count("<ol") == 1
    assert taak.count("<table") == 1


def test_wie_niet_in_de_redactie_mag_leest_haar_niet() -> None:
    assert als(Rol.KCC).get(reverse(NAAM)).status_code == 302
