"""Tips for plain language beside the text fields: shown, never in the way."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from redactie.keuzes import Rol
from redactie.models import Product
from tests import factories as f
from tests.redactie.cms.hulp import adres, als, formulier

STROEF = "Indien u een paspoort aanvraagt, neemt u een foto mee."
TIP = "Schrijf liever “als” dan “Indien”."


@pytest.mark.django_db
class TestTips:
    def test_bij_een_veld_van_een_product(self) -> None:
        product = f.ProductFactory(kosten=STROEF)
        scherm = als(Rol.CENTRAAL).get(adres(product)).content.decode()
        assert scherm.count("antwoord-taaltips") == 1
        na_kosten = scherm.split('name="kosten"')[1]
        assert TIP in na_kosten[: na_kosten.index("<textarea")]

    def test_bij_een_eigen_tekst(self) -> None:
        sliedrecht = f.GemeenteFactory(slug="sliedrecht")
        versie = f.LokaleVersieFactory(gemeente=sliedrecht, wijkt_af={"kosten": STROEF})
        assert TIP in als(Rol.REDACTEUR, sliedrecht).get(adres(versie)).content.decode()

    def test_een_tip_houdt_publiceren_niet_tegen(self) -> None:
        client, product = als(Rol.CENTRAAL), f.ProductFactory()
        veld = formulier(client, adres(product)) | {"kosten": STROEF, "action-publish": "1"}
        assert client.post(adres(product), veld).status_code == 302
        assert Product.objects.get().kosten == STROEF

    def test_opnieuw_gevraagd_tijdens_het_schrijven(self) -> None:
        client = als(Rol.CENTRAAL)
        tips = client.post("/redactie/taal/", {"tekst": STROEF}).content.decode()
        assert TIP in tips
        assert "<q>Indien</q>" in tips
        assert "<li>" not in client.post("/redactie/taal/", {"tekst": "Neem een foto mee."}).content.decode()

    def test_hoogstens_vijf_tegelijk_en_niets_bij_een_heel_lange_tekst(self) -> None:
        client = als(Rol.CENTRAAL)
        assert (
            client.post("/redactie/taal/", {"tekst": f"{STROEF}\n\n" * 9}).content.decode().count("<li>") == 5
        )
        assert "<li>" not in client.post("/redactie/taal/", {"tekst": STROEF * 2000}).content.decode()

    def test_wat_iemand_typt_komt_er_niet_als_html_uit(self) -> None:
        tips = als(Rol.CENTRAAL).post("/redactie/taal/", {"tekst": "Indien <script>x</script> reeds"})
        assert "<script>" not in tips.content.decode()

    def test_alleen_voor_wie_in_het_cms_mag(self) -> None:
        assert Client().post("/redactie/taal/", {"tekst": STROEF}).status_code == 302
        assert als(Rol.KCC).post("/redactie/taal/", {"tekst": STROEF}).status_code == 302
        assert als(Rol.CENTRAAL).get("/redactie/taal/").status_code == 405


@pytest.mark.browser
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_de_tip_verschijnt_en_verdwijnt_onder_het_schrijven(open_als: Callable[..., Any]) -> None:
    from playwright.sync_api import expect

    scherm = open_als(Rol.CENTRAAL)(adres(f.ProductFactory()))
    veld = scherm.get_by_role("textbox", name="Kosten")
    veld.fill(STROEF)
    tips = scherm.locator(".antwoord-taaltips")
    expect(tips).to_have_text(re.compile("Schrijf liever “als”"))
    veld.fill("Als u een paspoort aanvraagt, neemt u een foto mee.")
    expect(tips).to_have_count(0)
