"""Choosing the uniform product names of a product: found by name, kept when something is wrong."""

from __future__ import annotations

import pytest

from redactie.keuzes import Rol
from redactie.models import Product, UplNaam
from redactie.upl.zoeken import naam_of_uri, zoek_namen
from tests import factories as f
from tests.redactie.cms.hulp import adres, als, formulier, fouten
from tests.redactie.upl_namen import upl_namen

pytestmark = pytest.mark.django_db

ONBEKEND = "http://standaarden.overheid.nl/owms/terms/verzonnen"


@pytest.fixture
def namen() -> dict[str, UplNaam]:
    return upl_namen()


@pytest.fixture
def centraal():
    return als(Rol.CENTRAAL)


def concept(product: Product) -> Product:
    return Product.objects.get(pk=product.pk).get_latest_revision_as_object()


def bewaar(client, product: Product, **velden):
    pad = adres(product)
    return client.post(pad, formulier(client, pad) | velden)


class TestZoeken:
    def test_namen_van_gemeenten_eerst_en_dan_wat_zo_begint(self, namen) -> None:
        gevonden, aantal = zoek_namen("paspoort")
        assert [naam.naam for naam in gevonden] == ["paspoort", "spoed paspoort", "paspoort voor diplomaten"]
        assert aantal == 3

    def test_woorden_mogen_in_elke_volgorde(self, namen) -> None:
        assert [naam.naam for naam in zoek_namen("pasp spoed")[0]] == ["spoed paspoort"]

    def test_een_vervallen_naam_wordt_niet_aangeboden(self, namen) -> None:
        assert zoek_namen("bijschrijving") == ([], 0)

    def test_een_heel_adres_vindt_zijn_naam(self, namen) -> None:
        assert [naam.naam for naam in zoek_namen(namen["spoed"].uri)[0]] == ["spoed paspoort"]

    @pytest.mark.parametrize("leeg", ["", "   "])
    def test_zonder_woorden_niets(self, namen, leeg) -> None:
        assert zoek_namen(leeg) == ([], 0)

    def test_hoogstens_twintig_en_hoeveel_er_zijn(self) -> None:
        for nummer in range(25):
            f.UplNaamFactory(naam=f"vergunning {nummer}")
        gevonden, aantal = zoek_namen("vergunning")
        assert (len(gevonden), aantal) == (20, 25)

    def test_een_voluit_getypte_naam(self, namen) -> None:
        assert naam_of_uri(" Spoed Paspoort ") == namen["spoed"]
        assert naam_of_uri(namen["weg"].uri) == namen["weg"]
        assert naam_of_uri("spoed") is None

    def test_als_json_voor_het_zoekveld(self, namen, centraal) -> None:
        antwoord = centraal.get(adres(UplNaam, "zoek"), {"q": "diplomaten"}).json()
        assert antwoord == {
            "opties": [
                {
                    "waarde": namen["rijk"].uri,
                    "label": "paspoort voor diplomaten",
                    "bij": "geen naam voor gemeenten (rijk)",
                }
            ],
            "aantal": 1,
        }


def test_wat_gekozen_is_staat_er_met_zijn_naam(namen, centraal) -> None:
    product = f.ProductFactory(upn=[namen["paspoort"].uri, namen["weg"].uri, ONBEKEND])
    scherm = centraal.get(adres(product)).content.decode()
    assert "<span>paspoort</span>" in scherm
    assert 'antwoord-chip--let-op">vervallen</span>' in scherm
    assert 'antwoord-chip--let-op">staat niet in de landelijke lijst</span>' in scherm


def test_meer_namen_kiezen_en_een_weghalen(namen, centraal) -> None:
    product = f.ProductFactory(upn=[namen["paspoort"].uri])
    assert bewaar(centraal, product, upn=[namen["spoed"].uri, namen["rijk"].uri]).status_code == 302
    assert concept(product).upn == [namen["spoed"].uri, namen["rijk"].uri]
    bewaar(centraal, product, upn=[])
    assert concept(product).upn == []


def test_een_getypte_naam_is_ook_een_keuze(namen, centraal) -> None:
    product = f.ProductFactory(upn=[namen["paspoort"].uri])
    bewaar(centraal, product, **{"upn-zoek": "Spoed paspoort"})
    assert concept(product).upn == [namen["paspoort"].uri, namen["spoed"].uri]


def test_een_onbekend_adres_geeft_een_melding_en_niets_gaat_verloren(namen, centraal) -> None:
    product = f.ProductFactory()
    velden = {"upn": [namen["spoed"].uri], "upn-zoek": ONBEKEND, "titel": "Nog niet opgeslagen"}
    antwoord = bewaar(centraal, product, **velden)
    assert fouten(antwoord) == {
        "upn": [f"“{ONBEKEND}” staat niet in de landelijke lijst. Kies een naam uit de lijst."]
    }
    scherm = antwoord.content.decode()
    assert f'name="upn-zoek" value="{ONBEKEND}"' in scherm
    assert f'value="{namen["spoed"].uri}" checked' in scherm
    assert "Nog niet opgeslagen" in scherm
    assert not concept(product).upn


def test_een_vervallen_naam_komt_er_niet_nieuw_bij(namen, centraal) -> None:
    antwoord = bewaar(centraal, f.ProductFactory(), upn=[namen["weg"].uri])
    assert fouten(antwoord) == {
        "upn": ["“paspoort bijschrijving” is vervallen in de landelijke lijst. Kies een andere naam."]
    }


def test_wat_er_al_stond_houdt_ander_werk_niet_tegen(namen, centraal) -> None:
    product = f.ProductFactory(upn=[ONBEKEND, namen["weg"].uri])
    assert bewaar(centraal, product, kosten="Gratis.").status_code == 302
    assert concept(product).upn == [ONBEKEND, namen["weg"].uri]


class TestVerwanteProducten:
    def test_zoeken_op_titel_en_trefwoord(self, centraal) -> None:
        f.ProductFactory(titel="Rijbewijs kwijt", trefwoorden=["roze pasje"])
        f.ProductFactory(titel="Rijbewijs verlengen")

        def zoek(woorden: str) -> list[str]:
            gevonden = centraal.get(adres(Product, "zoek"), {"q": woorden}).json()
            return [optie["label"] for optie in gevonden["opties"]]

        assert zoek("rijbewijs") == ["Rijbewijs kwijt", "Rijbewijs verlengen"]
        assert zoek("pasje roze") == ["Rijbewijs kwijt"]
        assert zoek("") == []

    def test_kiezen_en_bewaren(self, centraal) -> None:
        product, ander = f.ProductFactory(), f.ProductFactory(titel="Rijbewijs")
        assert bewaar(centraal, product, verwant=[str(ander.pk)]).status_code == 302
        assert list(concept(product).verwant.all()) == [ander]
        assert "<span>Rijbewijs</span>" in centraal.get(adres(product)).content.decode()

    def test_een_titel_die_niet_bestaat_blijft_staan_met_een_melding(self, centraal) -> None:
        antwoord = bewaar(centraal, f.ProductFactory(), **{"verwant-zoek": "Vliegbrevet"})
        assert fouten(antwoord) == {
            "verwant": ["“Vliegbrevet” is geen product dat u kunt kiezen. Kies een product uit de lijst."]
        }
        assert 'name="verwant-zoek" value="Vliegbrevet"' in antwoord.content.decode()

    def test_een_product_van_een_andere_gemeente_is_niet_te_vinden_te_kiezen_of_te_zien(self) -> None:
        geheim = f.ProductFactory(titel="Zandloper", gemeente=f.GemeenteFactory(slug="dordrecht"))
        sliedrecht = f.GemeenteFactory(slug="sliedrecht")
        eigen = f.ProductFactory(gemeente=sliedrecht)
        client = als(Rol.REDACTEUR, sliedrecht)
        assert client.get(adres(Product, "zoek"), {"q": "zandloper"}).json() == {"opties": [], "aantal": 0}
        antwoord = bewaar(client, eigen, verwant=[str(geheim.pk)])
        assert "verwant" in fouten(antwoord)
        assert "Zandloper" not in antwoord.content.decode()


def test_de_kiezer_van_een_ander_product_heeft_een_zoekvak(centraal) -> None:
    f.ProductFactory(titel="Rijbewijs")
    f.ProductFactory(titel="Paspoort")
    kies = "/redactie/kies/producten/"
    venster = centraal.get(kies).json()["html"]
    assert 'name="q"' in venster
    gevonden = centraal.get(f"{kies}results/", {"q": "rijb"}).content.decode()
    assert "Rijbewijs" in gevonden
    assert "Paspoort" not in gevonden
