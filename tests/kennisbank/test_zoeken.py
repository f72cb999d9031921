"""The desk's search function: titles from the publications, synonyms at once, and titles alone without the engine."""

from __future__ import annotations

from typing import Any

import pytest

from kennisbank import zoeken
from kennisbank.zoeken import zoek, zoek_op_titel
from redactie.bronnen import REGIO
from redactie.keuzes import Aangeboden, Productsoort, Richting
from search.bereik import balie, publiek
from search.keuze import motor
from tests.factories import GemeenteFactory, SynoniemFactory
from tests.kennisbank.uitgave import geef_uit, indexeer, trek_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def gevuld(index: Any) -> None:
    for bereik in (REGIO, "sliedrecht", "dordrecht"):
        geef_uit(
            bereik, "paspoort-aanvragen", "Paspoort aanvragen", interne_toelichting="Let op vlekkenpers."
        )
        geef_uit(bereik, "grofvuil", "Grofvuil laten ophalen")
    geef_uit(
        "sliedrecht", "rijbewijs-duur", "Hoe lang is een rijbewijs geldig?", productsoort=Productsoort.VRAAG
    )
    geef_uit(
        "dordrecht",
        "hondenbelasting",
        "Hondenbelasting",
        laag={"aangeboden": Aangeboden.NEE, "toelichting": "Dordrecht heeft geen hondenbelasting."},
    )
    indexeer()


def sleutels(vraag: str, scope: Any, **rest: Any) -> list[str]:
    return [regel.sleutel for regel in zoek(vraag, scope, **rest).regels]


def test_een_treffer_heeft_titel_en_status_van_de_publicatie(gevuld: None) -> None:
    (regel,) = zoek("hondenbelasting", balie("dordrecht")).regels
    assert (regel.titel, regel.status) == ("Hondenbelasting", "niet_aangeboden")


def test_zoeken_blijft_binnen_de_gemeente(gevuld: None) -> None:
    assert sleutels("hondenbelasting", balie("sliedrecht")) == []
    assert sleutels("rijbewijs", balie("dordrecht")) == []
    assert sleutels("rijbewijs", balie("sliedrecht")) == ["rijbewijs-duur"]


def test_half_getypt_woord_vindt_al(gevuld: None) -> None:
    assert sleutels("paspo", balie("sliedrecht"), typend=True) == ["paspoort-aanvragen"]


def test_woord_uit_intern_veld_vindt_alleen_de_balie(gevuld: None) -> None:
    assert sleutels("vlekkenpers", balie(REGIO)) == ["paspoort-aanvragen"]
    assert sleutels("vlekkenpers", publiek(REGIO)) == []


def test_ingetrokken_is_meteen_weg_ook_als_de_index_achterloopt(gevuld: None) -> None:
    trek_in("sliedrecht", "grofvuil")
    antwoord = zoek("grofvuil", balie("sliedrecht"))
    assert (antwoord.regels, antwoord.trede) == ((), 0)


def test_synoniem_telt_meteen_mee(gevuld: None) -> None:
    assert sleutels("loungeset", balie("sliedrecht")) == []
    SynoniemFactory(woorden=["loungeset", "grofvuil"])
    assert sleutels("loungeset", balie("sliedrecht")) == ["grofvuil"]


def test_synoniem_van_een_gemeente_geldt_alleen_daar(gevuld: None) -> None:
    SynoniemFactory(
        woorden=["milieustraat", "grofvuil"],
        gemeente=GemeenteFactory(slug="dordrecht"),
        richting=Richting.HEEN,
    )
    assert sleutels("milieustraat", balie("dordrecht")) == ["grofvuil"]
    assert sleutels("milieustraat", balie("sliedrecht")) == []


def test_zonder_zoekmachine_vindt_de_balie_op_titel(gevuld: None, settings: Any, tmp_path: Any) -> None:
    settings.ANTWOORD_INDEX = tmp_path / "leeg"
    antwoord = zoek("ik wil mijn grofvuil ophalen", balie("sliedrecht"))
    assert antwoord.op_titel
    assert [regel.sleutel for regel in antwoord.regels] == ["grofvuil"]
    assert antwoord.trede == 1


def test_op_titel_zoeken_blijft_binnen_de_gemeente_en_houdt_het_bij_live(gevuld: None) -> None:
    trek_in("sliedrecht", "grofvuil")
    assert zoek_op_titel("grofvuil", "sliedrecht") == ()
    assert [regel.sleutel for regel in zoek_op_titel("PASPÓÓRT", "sliedrecht")] == ["paspoort-aanvragen"]
    assert zoek_op_titel("", "sliedrecht") == ()


@pytest.mark.parametrize(
    "vraag", ["", "   ", "\x00", "\ud800", "a" * 10_000, "((((", '"AND OR NOT', "🙂", "de het een"]
)
def test_elke_vraag_geeft_een_antwoord(gevuld: None, vraag: str) -> None:
    assert zoek(vraag, balie("sliedrecht"), typend=True).trede in range(4)


def test_een_genoemde_gemeente_wordt_gemeld_en_verandert_niet_waar_gezocht_wordt(gevuld: None) -> None:
    GemeenteFactory(slug="sliedrecht", naam="Sliedrecht")
    antwoord = zoek("paspoort sliedrecht", balie("dordrecht"))
    assert [regel.sleutel for regel in antwoord.regels] == ["paspoort-aanvragen"]
    assert antwoord.trede == 1
    assert antwoord.genoemd is not None
    assert antwoord.genoemd.slug == "sliedrecht"
    assert zoek("paspoort sliedrecht", balie("sliedrecht")).genoemd is None


@pytest.mark.parametrize("naam", ["grofvuil", "Grofvuil laten ophalen", "paspoort-aanvragen"])
def test_een_sleutel_of_titel_gaat_er_recht_op_af(gevuld: None, naam: str) -> None:
    geef_uit("dordrecht", "grofvuil-vraag", "Wat kost grofvuil, grofvuil en nog eens grofvuil?")
    indexeer()
    verwacht = "paspoort-aanvragen" if naam.startswith("paspoort") else "grofvuil"
    assert sleutels(naam, balie("dordrecht"))[0] == verwacht


def test_een_eigen_product_gaat_met_zijn_hele_naam_voor(gevuld: None) -> None:
    GemeenteFactory(slug="sliedrecht", naam="Sliedrecht")
    geef_uit("sliedrecht", "sliedrecht-paspoort-feest", "Feest voor wie zijn eerste pas heeft")
    indexeer()
    assert sleutels("sliedrecht-paspoort-feest", balie("sliedrecht"))[0] == "sliedrecht-paspoort-feest"


def test_na_een_plaats_is_het_woord_ervoor_af(gevuld: None) -> None:
    GemeenteFactory(slug="sliedrecht", naam="Sliedrecht")
    assert sleutels("paspo sliedrecht", balie("sliedrecht"), typend=True) == []


def test_een_te_lange_vraag_wordt_gemeld(gevuld: None) -> None:
    assert zoek(" ".join(f"woord{nummer}" for nummer in range(13)), balie("dordrecht")).ingekort
    assert not zoek("paspoort", balie("dordrecht")).ingekort


def test_zoeken_kost_drie_query_s(gevuld: None, django_assert_num_queries: Any) -> None:
    zoek("paspoort", balie("sliedrecht"))
    with django_assert_num_queries(3):
        zoek("paspoort", balie("sliedrecht"))


def test_hoogstens_tien_treffers(index: Any) -> None:
    for nummer in range(14):
        geef_uit("sliedrecht", f"paspoort-{nummer}", f"Paspoort soort {nummer}")
    indexeer()
    assert len(zoek("paspoort", balie("sliedrecht")).regels) == zoeken.MEEST == 10


def test_motor_is_die_van_de_instellingen(index: Any) -> None:
    assert motor() is index
