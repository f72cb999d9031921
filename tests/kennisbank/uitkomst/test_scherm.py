"""The screen of outcomes: who sees which figures, and the step from a rush to a notice."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kennisbank.models import Uitkomst, Uitkomsttelling
from redactie.bronnen import REGIO
from redactie.keuzes import Rol
from redactie.models import Mededeling
from tests import factories as f
from tests.kennisbank.uitgave import geef_uit
from tests.redactie.cms.hulp import adres, als, formulier

pytestmark = pytest.mark.django_db
PAD = "/redactie/uitkomsten/"
NU = datetime(2026, 11, 23, 9, 40, tzinfo=UTC)  # Monday, twenty to eleven here


@pytest.fixture(autouse=True)
def klok() -> Any:
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture
def gemeenten(db: None) -> dict[str, Any]:
    return {slug: f.GemeenteFactory(slug=slug) for slug in ("sliedrecht", "dordrecht")}


def tel(
    bereik: str, aantal: int, uitkomst: Uitkomst = Uitkomst.BEANTWOORD, *, terug: timedelta = timedelta()
) -> None:
    Uitkomsttelling.objects.create(
        bereik=bereik,
        sleutel="rijbewijs-kwijt",
        uur=NU.replace(minute=0) - terug,
        uitkomst=uitkomst,
        aantal=aantal,
    )


def test_de_grafieken_zeggen_wat_er_is_en_de_cijfers_staan_eronder(gemeenten: dict[str, Any]) -> None:
    geef_uit(REGIO, "rijbewijs-kwijt", "Rijbewijs kwijt")
    tel("sliedrecht", 18)
    tel("dordrecht", 6, Uitkomst.DOORVERBONDEN)
    for week in (1, 2, 3, 4):
        tel("dordrecht", 2, terug=timedelta(weeks=week))
    html = als(Rol.KCC_REDACTEUR).get(PAD).content.decode()
    assert "Dit uur 24 keer: Rijbewijs kwijt" in html
    assert "in hetzelfde uur van de vier weken ervoor gemiddeld 2" in html
    assert "is 75 % bij het eerste contact beantwoord" in html
    assert "Vandaag 24 antwoorden geteld" in html
    assert html.count("<svg ") >= 3
    assert '<th scope="row">Doorverbonden</th><td class="antwoord-getal">6</td>' in html


def test_een_lokale_redacteur_ziet_de_eigen_gemeente(gemeenten: dict[str, Any]) -> None:
    tel("sliedrecht", 7)
    tel("dordrecht", 50)
    for vraag in ("", "?gemeente=dordrecht", "?gemeente=regio"):
        context = als(Rol.REDACTEUR, gemeenten["sliedrecht"]).get(PAD + vraag).context
        assert context["weken"][-1].totaal == 7
        assert list(context["keuzes"]) == ["sliedrecht"]
    assert als(Rol.CENTRAAL).get(f"{PAD}?gemeente=dordrecht").context["weken"][-1].totaal == 50


@pytest.mark.parametrize("rol", [Rol.BEHEERDER, Rol.KCC])
def test_wie_niet_leidt_en_niet_schrijft_ziet_niets(rol: Rol, gemeenten: dict[str, Any]) -> None:
    tel("sliedrecht", 7)
    assert als(rol).get(PAD).status_code in (302, 404)


def test_maak_incident_opent_een_ingevulde_mededeling(gemeenten: dict[str, Any]) -> None:
    f.ProductFactory(sleutel="rijbewijs-kwijt", gepubliceerd=True)
    geef_uit(REGIO, "rijbewijs-kwijt", "Rijbewijs kwijt")
    tel("sliedrecht", 9)
    client = als(Rol.KCC_REDACTEUR)
    ((_, titel, link),) = client.get(f"{PAD}?gemeente=sliedrecht").context["top"]
    assert titel == "Rijbewijs kwijt"
    assert parse_qs(urlsplit(link).query) == {
        "tekst": ["Er komen veel vragen over: Rijbewijs kwijt."],
        "betreft": ["product:rijbewijs-kwijt"],
        "gemeente": ["sliedrecht"],
    }
    assert not Mededeling.objects.exists()
    gegevens = formulier(client, link)
    assert gegevens["tekst"] == ["Er komen veel vragen over: Rijbewijs kwijt."]
    assert gegevens["betreft"] == ["product:rijbewijs-kwijt"]
    assert gegevens["belangrijk"] == ["on"]
    assert gegevens["zichtbaar"] == ["balie"]
    assert gegevens["gemeenten"] == [str(gemeenten["sliedrecht"].pk)]
    assert client.post(urlsplit(link).path, gegevens).status_code == 302
    assert Mededeling.objects.get().betreft == ["product:rijbewijs-kwijt"]


def test_een_gewone_nieuwe_mededeling_begint_leeg(gemeenten: dict[str, Any]) -> None:
    gegevens = formulier(als(Rol.KCC_REDACTEUR), adres(Mededeling, "add"))
    assert gegevens["tekst"] == [""]
    assert "belangrijk" not in gegevens


def test_zonder_tellingen_staat_er_hoe_ze_komen(gemeenten: dict[str, Any]) -> None:
    assert "Er is in de laatste twaalf weken niets geteld." in als(Rol.CENTRAAL).get(PAD).content.decode()


def test_het_aantal_vragen_aan_de_database_hangt_niet_van_de_tellingen_af(gemeenten: dict[str, Any]) -> None:
    client = als(Rol.KCC_REDACTEUR)
    tel("sliedrecht", 7)
    client.get(PAD)
    aantallen = []
    for ronde in range(2):
        with CaptureQueriesContext(connection) as gevraagd:
            client.get(PAD)
        aantallen.append(len(gevraagd))
        for uur in range(1, 30):
            tel("dordrecht", 5, terug=timedelta(hours=uur + 100 * ronde))
    assert aantallen[0] == aantallen[1] <= 16
