"""What Wagtail itself says, in the words of these screens: Dutch, and with "u"."""

from __future__ import annotations

import re
from gettext import GNUTranslations
from pathlib import Path

import pytest
import wagtail.admin
from django.test import Client
from django.utils.html import strip_tags
from django.utils.translation import gettext

from redactie import models
from redactie.keuzes import Rol
from tests.redactie.cms.hulp import adres, als

CATALOGUS = Path(__file__).resolve().parents[3] / "redactie/locale/nl/LC_MESSAGES"
JE = re.compile(r"\b(je|jij|jou|jouw|jullie)\b", re.IGNORECASE)
VEELVOUD = re.compile(r'^(msgid|msgid_plural|msgstr)(?:\[\d\])? "(.*)"$', re.MULTILINE)


def _geschreven() -> dict[str, str]:
    """The single messages of the source, by what Wagtail says in English."""
    paren: dict[str, str] = {}
    sleutel = ""
    for soort, tekst in VEELVOUD.findall((CATALOGUS / "django.po").read_text("utf-8")):
        tekst = tekst.replace('\\"', '"').replace("\\n", "\n")
        if soort == "msgid":
            sleutel = tekst
        elif soort == "msgstr" and sleutel:
            paren.setdefault(sleutel, tekst)
    return paren


def test_wat_wagtail_zegt_is_vervangen_door_wat_er_geschreven_is() -> None:
    geschreven = _geschreven()
    assert len(geschreven) > 40
    with (CATALOGUS / "django.mo").open("rb") as bestand:
        vertaald = GNUTranslations(bestand)
    assert {tekst: vertaald.gettext(tekst) for tekst in geschreven} == geschreven
    assert {tekst: gettext(tekst) for tekst in geschreven} == geschreven


def test_niets_van_wat_er_geschreven_is_zegt_je() -> None:
    assert [tekst for tekst in _geschreven().values() if JE.search(tekst)] == []


def test_wagtail_kent_de_zinnen_nog_die_vervangen_worden() -> None:
    """A sentence that Wagtail words differently falls back to "je" without a sound."""
    bronnen = Path(wagtail.admin.__file__).parents[1].glob("**/locale/en/LC_MESSAGES/django.po")
    alles = "\n".join(bron.read_text("utf-8") for bron in bronnen).replace('"\n"', "").replace('\\"', '"')
    assert [tekst for tekst in _geschreven() if f'msgid "{tekst}"' not in alles] == []


@pytest.mark.django_db
@pytest.mark.parametrize("pad", ["/redactie/login/", "/redactie/password_reset/"])
def test_wie_inlogt_leest_nederlands_en_u(pad: str) -> None:
    scherm = Client().get(pad).content.decode()
    zonder_code = re.sub(r"(?s)<script.*?</script>", "", scherm)
    assert not JE.search(zonder_code)
    assert "Password" not in strip_tags(zonder_code)


@pytest.mark.django_db
def test_een_lijst_zonder_treffers_zegt_u() -> None:
    lijst = als(Rol.CENTRAAL).get(f"{adres(models.Product, 'list')}?q=bestaatniet").content.decode()
    assert "passen bij wat u zoekt" in lijst
    assert "zoekopdracht" not in strip_tags(lijst)
    assert 'aria-label="Actions"' not in lijst


@pytest.mark.django_db
def test_een_verkeerd_wachtwoord_zegt_wat_er_niet_klopt() -> None:
    antwoord = Client().post("/redactie/login/", {"username": "iemand", "password": "verkeerd"})
    assert "Uw gebruikersnaam en wachtwoord horen niet bij elkaar." in antwoord.content.decode()
