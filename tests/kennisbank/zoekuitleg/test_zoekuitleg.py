"""The screen that explains a result: its numbers add up to what the engine itself counts."""

from __future__ import annotations

from typing import Any

import pytest

from kennisbank.zoekuitleg.uitleg import NietTeZeggen, uitleg
from redactie.bronnen import REGIO
from redactie.keuzes import Rol
from search.bereik import balie, publiek
from tests import factories as f
from tests.kennisbank.uitgave import geef_uit, indexeer, trek_in
from tests.redactie.cms.hulp import als

pytestmark = pytest.mark.django_db
PAD = "/redactie/zoekuitleg/"


@pytest.fixture
def gevuld(index: Any) -> None:
    f.GemeenteFactory(slug="sliedrecht", naam="Sliedrecht")
    f.GemeenteFactory(slug="dordrecht", naam="Dordrecht")
    f.SynoniemFactory(woorden=["reispapier", "paspoort"])
    for bereik in (REGIO, "sliedrecht", "dordrecht"):
        geef_uit(
            bereik,
            "paspoort-aanvragen",
            "Paspoort aanvragen",
            inleiding="U vraagt een paspoort aan bij de burgerbalie.",
            interne_toelichting="Let op vlekkenpers.",
        )
        geef_uit(bereik, "paspoort-kwijt", "Paspoort kwijt", inleiding="Doe aangifte van vermissing.")
        geef_uit(bereik, "grofvuil", "Grofvuil laten ophalen", inleiding="Wij halen het op.")
    geef_uit("dordrecht", "waterbus", "Korting op de waterbus")
    indexeer()


@pytest.mark.parametrize(
    "vraag",
    [
        "paspoort",
        "paspoort aanvragen",
        "reispapier",
        "pasport kwijt",
        "balie paspoort",
        "paspoort kenteken",
        "grof vuil",
    ],
)
@pytest.mark.parametrize("sleutel", ["paspoort-aanvragen", "grofvuil"])
def test_de_punten_per_woord_zijn_samen_het_totaal_van_de_motor(
    gevuld: None, vraag: str, sleutel: str
) -> None:
    for trede in uitleg(vraag, sleutel, publiek("sliedrecht")).treden:
        assert trede.uitleg.punten == pytest.approx(trede.totaal, rel=0.001), trede


def test_plaats_en_wat_erboven_staat(gevuld: None) -> None:
    gelegd = uitleg("paspoort vermissing", "paspoort-aanvragen", publiek("sliedrecht"))
    assert [regel.sleutel for regel in gelegd.erboven] == ["paspoort-kwijt"]
    assert gelegd.plaats == 2
    assert uitleg("vuil", "paspoort-aanvragen", publiek("sliedrecht")).plaats == 0


def test_overgeslagen_woorden_worden_genoemd(gevuld: None) -> None:
    gelegd = uitleg("hoe kan ik een paspoort aanvragen", "paspoort-aanvragen", publiek("sliedrecht"))
    assert gelegd.overgeslagen == ("hoe", "kan", "ik", "een")


def test_interne_woorden_tellen_alleen_aan_de_balie(gevuld: None) -> None:
    assert uitleg("vlekkenpers", "paspoort-aanvragen", balie("sliedrecht")).plaats == 1
    assert uitleg("vlekkenpers", "paspoort-aanvragen", publiek("sliedrecht")).plaats == 0


def test_wat_hier_niet_gepubliceerd_is_vindt_niemand(gevuld: None) -> None:
    trek_in("sliedrecht", "grofvuil")
    with pytest.raises(NietTeZeggen, match="niet gepubliceerd"):
        uitleg("grofvuil", "grofvuil", publiek("sliedrecht"))


def test_zonder_zoekmachine_zegt_het_scherm_dat(gevuld: None, settings: Any, tmp_path: Any) -> None:
    settings.ANTWOORD_INDEX = tmp_path / "leeg"
    with pytest.raises(NietTeZeggen, match="antwoordt nu niet"):
        uitleg("grofvuil", "grofvuil", publiek("sliedrecht"))


def test_het_scherm_legt_uit_in_gewone_woorden(gevuld: None) -> None:
    client = als(Rol.CENTRAAL)
    antwoord = client.post(
        PAD, {"gemeente": "sliedrecht", "product": "paspoort-kwijt", "vraag": "reispapier kwijt"}
    )
    tekst = antwoord.content.decode()
    for stuk in (
        "staat op plaats 1 van",
        "synoniem",
        "titel",
        "Alle woorden moeten erin staan",
        "Alleen openbare woorden",
    ):
        assert stuk in tekst
    niet = client.post(
        PAD, {"gemeente": "sliedrecht", "product": "grofvuil", "vraag": "paspoort"}
    ).content.decode()
    assert "staat niet bij de 2 resultaten" in niet
    assert "Staat niet in dit product." in niet


def test_een_lokale_redacteur_ziet_alleen_de_eigen_gemeente_en_de_regio(gevuld: None) -> None:
    from redactie.models import Gemeente

    client = als(Rol.REDACTEUR, Gemeente.objects.get(slug="sliedrecht"))
    assert [slug for slug, _ in client.get(PAD).context["keuzes"]] == [REGIO, "sliedrecht"]
    antwoord = client.post(PAD, {"gemeente": "dordrecht", "product": "waterbus", "vraag": "waterbus"})
    assert "Korting op de waterbus" not in antwoord.content.decode()


def test_redacteuren_zien_geen_interne_woorden(gevuld: None) -> None:
    antwoord = als(Rol.CENTRAAL).post(
        PAD, {"gemeente": "sliedrecht", "product": "paspoort-aanvragen", "vraag": "vlekkenpers"}
    )
    assert antwoord.context["intern"] is False
    assert "Op deze vraag wordt niets gevonden." in antwoord.content.decode()


@pytest.mark.parametrize("vraag", ["", "de", "?!", "x" * 500])
def test_elke_vraag_kan(gevuld: None, vraag: str) -> None:
    antwoord = als(Rol.CENTRAAL).post(PAD, {"gemeente": "x", "product": "grofvuil", "vraag": vraag})
    assert antwoord.status_code == 200
