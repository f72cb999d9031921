"""Where facts are used, and that what a text names cannot go away."""

from __future__ import annotations

import pytest

from redactie.gebruik import in_de_weg, plaatsen
from redactie.keuzes import Rol
from redactie.models import Gegeven, Tarief
from tests import factories as f
from tests.redactie.cms.hulp import adres, als, formulier, fouten

pytestmark = pytest.mark.django_db


def test_alle_plaatsen_waar_een_sleutel_staat(sliedrecht, django_assert_max_num_queries) -> None:
    product = f.ProductFactory(titel="Hond", kosten="{tarief:hond}", gepubliceerd=True)
    f.TekstversieFactory(product=product, gepland=True, veld="termijn", tekst="{tarief:hond}")
    f.KanaalFactory(product=product, label="Betaal {tarief:hond}")
    f.LokaleVersieFactory(product=product, gemeente=sliedrecht, wijkt_af={"aanpak": "{tarief:hond}"})
    f.ProductFactory(titel="Kat", kosten="{tarief:hond-groot}")
    with django_assert_max_num_queries(6):
        gevonden = [str(plaats) for plaats in plaatsen(["tarief:hond"], None)]
    assert gevonden == [
        "Hond (Hoe lang duurt het?, gepland)",
        "Hond (Kanalen)",
        "Hond (Kosten)",
        "Hond · Sliedrecht (Hoe regelt u het?)",
    ]


def test_een_gemeente_leest_niet_waar_een_ander_het_noemt(sliedrecht) -> None:
    ander = f.GemeenteFactory(slug="dordrecht")
    f.LokaleVersieFactory(gemeente=ander, wijkt_af={"kosten": "{tarief:hond}"})
    f.ProductFactory(titel="Van hen", gemeente=ander, kosten="{tarief:hond}")
    assert plaatsen(["tarief:hond"], sliedrecht) == []


def test_wat_een_tekst_noemt_gaat_niet_weg_en_de_plaats_staat_erbij() -> None:
    f.ProductFactory(titel="Hond", kosten="{tarief:hond}", gepubliceerd=True)
    tarief = f.TariefFactory(sleutel="hond", groep="")
    centraal = als(Rol.CENTRAAL)
    antwoord = centraal.post(adres(tarief, "delete"))
    assert antwoord.status_code == 409
    assert "Hond (Kosten)" in antwoord.content.decode()
    assert Tarief.objects.filter(pk=tarief.pk).exists()
    assert "Hond (Kosten)" in centraal.get(adres(tarief)).content.decode()


def test_een_andere_periode_of_de_regio_houdt_de_sleutel_in_leven(sliedrecht) -> None:
    f.ProductFactory(titel="Hond", kosten="{tarief:hond}")
    f.TariefFactory(sleutel="hond", groep="")
    eigen = f.TariefFactory(sleutel="hond", groep="", gemeente=sliedrecht)
    assert in_de_weg(eigen) == []
    assert als(Rol.REDACTEUR, sliedrecht).post(adres(eigen, "delete")).status_code == 302


def test_een_groep_en_een_gegeven_net_zo() -> None:
    f.ProductFactory(titel="Pas", kosten="{tarieven:pas}", termijn="{gegeven:dagen}")
    tarief = f.TariefFactory(sleutel="a", groep="pas")
    gegeven = f.GegevenFactory(sleutel="dagen")
    assert [str(lid) for lid in in_de_weg(tarief)] == ["Pas (Kosten)"]
    assert als(Rol.CENTRAAL).post(adres(gegeven, "delete")).status_code == 409
    assert Gegeven.objects.exists()


def test_een_groep_die_een_tekst_noemt_krijgt_geen_andere_naam() -> None:
    f.ProductFactory(titel="Pas", kosten="{tarieven:pas}")
    tarief, centraal = f.TariefFactory(sleutel="a", groep="pas"), als(Rol.CENTRAAL)
    velden = formulier(centraal, adres(tarief)) | {"groep": "paspoort"}
    assert "Pas (Kosten)" in fouten(centraal.post(adres(tarief), velden))["groep"][0]
    f.TariefFactory(sleutel="b", groep="pas")
    assert centraal.post(adres(tarief), velden).status_code == 302


@pytest.mark.parametrize("maak", [f.TariefFactory, f.GegevenFactory])
def test_een_sleutel_krijgt_langs_geen_weg_een_andere_naam(maak) -> None:
    feit, centraal = maak(sleutel="pas"), als(Rol.CENTRAAL)
    pad = adres(feit)
    centraal.post(pad, formulier(centraal, pad) | {"sleutel": "anders"})
    feit.refresh_from_db()
    assert feit.sleutel == "pas"


@pytest.mark.parametrize("maak", [f.TariefFactory, f.GegevenFactory])
def test_met_meer_tegelijk_verwijderen_bestaat_niet(maak) -> None:
    feit = maak(sleutel="pas")
    pad = f"/redactie/bulk/redactie/{feit._meta.model_name}/delete/?id={feit.pk}"
    assert als(Rol.CENTRAAL).post(pad).status_code == 404
    assert type(feit).objects.filter(pk=feit.pk).exists()
