"""The screen of questions that came to nothing, and the step from there to a synonym."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kennisbank.models import Dagtelling, Vergeefs, VergeefseVraag
from redactie.bronnen import REGIO
from redactie.keuzes import Rol
from tests import factories as f
from tests.kennisbank.uitgave import geef_uit
from tests.redactie.cms.hulp import als, formulier

pytestmark = pytest.mark.django_db
PAD = "/redactie/zonder-antwoord/"


@pytest.fixture
def rij() -> VergeefseVraag:
    geef_uit(REGIO, "paspoort-kwijt", "Paspoort kwijt, gestolen of gevonden")
    geef_uit(REGIO, "paspoort-aanvragen", "Paspoort aanvragen")
    Dagtelling.objects.create(dag=timezone.localdate(), soort=Vergeefs.GEEN_RESULTAAT, aantal=41)
    return VergeefseVraag.objects.create(
        vraag="reispapier, weg",
        soort=Vergeefs.GEEN_RESULTAAT,
        keer=7,
        eerste_op=date(2026, 11, 1),
        laatste_op=date(2026, 11, 20),
        vervolg={"paspoort-aanvragen": 1, "paspoort-kwijt": 3, "bestaat-niet-meer": 9},
    )


def test_de_lijst_zegt_wat_er_gevraagd_werd_en_wat_daarna_geopend(rij) -> None:
    tekst = als(Rol.KCC_REDACTEUR).get(PAD).content.decode()
    assert "leverden 41 vragen" in tekst
    for stuk in (
        "reispapier, weg",
        "Niets gevonden",
        "20 november 2026",
        "Paspoort kwijt, gestolen of gevonden (3 keer)",
    ):
        assert stuk in tekst


def test_een_klik_maakt_er_een_ingevuld_synoniem_van(rij) -> None:
    client = als(Rol.KCC_REDACTEUR)
    (regel,) = client.get(PAD).context["regels"]
    assert parse_qs(urlsplit(regel.maak).query) == {
        "woorden": ["reispapier weg, Paspoort kwijt gestolen of gevonden"],
        "richting": ["heen"],
        "reden": ["7 keer gezocht zonder resultaat."],
    }
    assert formulier(client, regel.maak)["woorden"] == ["reispapier weg, Paspoort kwijt gestolen of gevonden"]


def test_weggelegd_komt_niet_terug(rij) -> None:
    client = als(Rol.KCC_REDACTEUR)
    client.post(PAD, {"weg": rij.pk})
    assert client.get(PAD).context["regels"] == []
    assert client.post(PAD, {"weg": "x"}).status_code == 302


@pytest.mark.parametrize("rol", [Rol.REDACTEUR, Rol.PUBLICIST])
def test_wie_geen_synoniemen_bijhoudt_ziet_niets(rij, rol) -> None:
    client = als(rol, f.GemeenteFactory(slug="sliedrecht"))
    assert client.get(PAD).status_code == 404
    assert client.post(PAD, {"weg": rij.pk}).status_code == 404
    assert not VergeefseVraag.objects.get().weggelegd
    assert "Zonder antwoord" not in client.get("/redactie/").content.decode()


def test_het_aantal_vragen_aan_de_database_hangt_niet_van_de_lijst_af(rij) -> None:
    client = als(Rol.KCC_REDACTEUR)
    client.get(PAD)
    aantallen = []
    for nummer in range(2):
        with CaptureQueriesContext(connection) as gevraagd:
            client.get(PAD)
        aantallen.append(len(gevraagd))
        VergeefseVraag.objects.bulk_create(
            VergeefseVraag(
                vraag=f"vraag {nummer} {lid}",
                soort=rij.soort,
                eerste_op=rij.eerste_op,
                laatste_op=rij.laatste_op,
            )
            for lid in range(20)
        )
    assert aantallen[0] == aantallen[1]
