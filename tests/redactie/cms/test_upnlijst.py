"""The list of products of which the uniform product name has vanished or moved."""

from __future__ import annotations

from datetime import datetime

import pytest

from redactie.keuzes import Productsoort, Rol
from redactie.models import Product, UplNaam
from redactie.periode import AMSTERDAM
from tests import factories as f
from tests.redactie.cms.hulp import adres, als
from tests.redactie.cms.test_lijsten import BUDGET, vragen

pytestmark = pytest.mark.django_db

TERMEN = "http://standaarden.overheid.nl/owms/terms/"
VERVALLEN_OP = datetime(2025, 4, 30, 12, tzinfo=AMSTERDAM)


@pytest.fixture
def namen() -> dict[str, UplNaam]:
    gemeente = {"bestuurslagen": ["gemeente"]}
    return {
        "goed": f.UplNaamFactory(naam="paspoort", **gemeente),
        "weg": f.UplNaamFactory(naam="parkeersticker", vervallen_op=VERVALLEN_OP, **gemeente),
        "rijk": f.UplNaamFactory(naam="bouwafval", bestuurslagen=["rijk"]),
    }


def lijst(client) -> str:
    antwoord = client.get(adres(Product, "upn"))
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def test_elk_product_staat_er_met_naam_reden_en_dag(namen) -> None:
    f.ProductFactory(titel="Paspoort", upn=[namen["goed"].uri])
    f.ProductFactory(titel="Parkeren", upn=[namen["weg"].uri])
    f.ProductFactory(titel="Bouwen", upn=[namen["rijk"].uri])
    f.ProductFactory(titel="Verzinsel", upn=[f"{TERMEN}verzonnen"])
    scherm = lijst(als(Rol.CENTRAAL))
    assert "Bij 3 producten" in scherm
    for deel in (
        "parkeersticker",
        "Staat niet meer in de landelijke lijst",
        "30 april 2025",
        "Is in de landelijke lijst geen product van gemeenten",
        f"{TERMEN}verzonnen",
    ):
        assert deel in scherm, deel
    assert ">Paspoort<" not in scherm


def test_de_titel_gaat_naar_het_tabblad_met_de_upn(namen) -> None:
    product = f.ProductFactory(upn=[namen["weg"].uri])
    client = als(Rol.CENTRAAL)
    assert f'href="{adres(product)}#tab-indeling"' in lijst(client)
    assert 'id="tab-indeling"' in client.get(adres(product)).content.decode()


def test_zonder_bezwaren_staat_er_wat_hier_zou_staan(namen) -> None:
    f.ProductFactory(upn=[namen["goed"].uri])
    scherm = lijst(als(Rol.CENTRAAL))
    assert "Alle uniforme productnamen (UPN) kloppen." in scherm
    assert 'class="listing"' not in scherm


def test_men_ziet_alleen_producten_die_men_zelf_kan_veranderen(namen) -> None:
    sliedrecht = f.GemeenteFactory(slug="sliedrecht")
    f.ProductFactory(titel="Van de regio", upn=[namen["weg"].uri])
    f.ProductFactory(titel="Van Sliedrecht", upn=[namen["weg"].uri], gemeente=sliedrecht)
    f.ProductFactory(titel="Naar de RDW", upn=["urn:x"], productsoort=Productsoort.VERWIJZING)
    gezien = {
        rol: {titel for titel in ("Van de regio", "Van Sliedrecht", "Naar de RDW") if titel in lijst(client)}
        for rol, client in (
            (Rol.CENTRAAL, als(Rol.CENTRAAL)),
            (Rol.REDACTEUR, als(Rol.REDACTEUR, sliedrecht)),
            (Rol.KCC_REDACTEUR, als(Rol.KCC_REDACTEUR)),
        )
    }
    assert gezien == {
        Rol.CENTRAAL: {"Van de regio", "Naar de RDW"},
        Rol.REDACTEUR: {"Van Sliedrecht"},
        Rol.KCC_REDACTEUR: {"Naar de RDW"},
    }


@pytest.mark.parametrize(("rol", "wel"), [(Rol.CENTRAAL, True), (Rol.BEHEERDER, False)])
def test_in_het_menu_en_op_het_scherm_voor_wie_producten_verandert(rol, wel) -> None:
    client = als(rol)
    menu = client.get("/redactie/").content.decode()
    assert (adres(Product, "upn") in menu) is wel
    assert client.get(adres(Product, "upn")).status_code == (200 if wel else 404)


def test_de_startpagina_noemt_het(namen) -> None:
    client = als(Rol.CENTRAAL)
    assert "klopt de uniforme productnaam" not in client.get("/redactie/").content.decode()
    f.ProductFactory(upn=[namen["weg"].uri])
    assert "Van 1 product klopt de uniforme productnaam" in client.get("/redactie/").content.decode()


def test_een_vast_aantal_vragen(namen) -> None:
    client = als(Rol.CENTRAAL)
    f.ProductFactory(upn=[namen["weg"].uri])
    een = len(vragen(client, adres(Product, "upn")))
    for _ in range(5):
        f.ProductFactory(upn=[namen["weg"].uri])
    assert len(vragen(client, adres(Product, "upn"))) <= een <= BUDGET
