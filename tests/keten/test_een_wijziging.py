"""The story it is all for: one sentence changed in the CMS, and what then stands where."""

from __future__ import annotations

import pytest

from tests.keten.cms import (
    bewaar_concept,
    open_lokale_versie,
    open_product,
    publiceer,
    schrijf,
    vraagt_om_herzien,
)
from tests.keten.installatie import wacht_tot
from tests.keten.proefproduct import VIER_WIJZEN, breng_in

pytestmark = pytest.mark.browser

VOLGERS = ("dordrecht", "hardinxveld-giessendam", "hendrik-ido-ambacht")


def test_een_zin_komt_overal_waar_men_volgt_en_elke_afwijking_blijft(
    installatie, als, site, verschijnt, tmp_path
):
    sleutel = "keten-wijziging"
    breng_in(installatie, tmp_path, sleutel, VIER_WIJZEN)
    nieuw = "In de regio duurt dit nog maar drie weken."
    pagina = als("centraal")
    open_product(pagina, installatie, sleutel)
    schrijf(pagina, "termijn", nieuw)
    publiceer(pagina)

    for gemeente in VOLGERS:
        verschijnt(gemeente, sleutel, nieuw)
        assert "vijf weken" not in site(gemeente, sleutel)
    verschijnt("papendrecht", sleutel, nieuw)
    verschijnt("zwijndrecht", sleutel, nieuw)
    assert "In Papendrecht eerst een afspraak." in site("papendrecht", sleutel)
    assert "In Zwijndrecht krijgt u een bericht." in site("zwijndrecht", sleutel)
    assert "In Sliedrecht duurt dit een dag." in site("sliedrecht", sleutel)
    assert nieuw not in site("sliedrecht", sleutel)
    assert nieuw not in site("alblasserdam", sleutel)
    assert "vijf weken" not in site("alblasserdam", sleutel)


def test_de_afwijkende_gemeente_wordt_gevraagd_haar_tekst_na_te_kijken(installatie, als, tmp_path):
    sleutel = "keten-herzien"
    breng_in(installatie, tmp_path, sleutel, {"sliedrecht": VIER_WIJZEN["sliedrecht"]})
    lokaal = als("sliedrecht")
    open_lokale_versie(lokaal, installatie, sleutel, "sliedrecht")
    assert not vraagt_om_herzien(lokaal)

    centraal = als("centraal")
    open_product(centraal, installatie, sleutel)
    schrijf(centraal, "termijn", "In de regio duurt dit nog maar twee weken.")
    publiceer(centraal)

    open_lokale_versie(lokaal, installatie, sleutel, "sliedrecht")
    assert vraagt_om_herzien(lokaal)
    assert "In Sliedrecht duurt dit een dag." in lokaal.content()


def test_een_nieuw_woord_is_te_vinden_aan_de_balie_van_wie_volgt_en_bij_niemand_anders(
    installatie, als, tmp_path
):
    sleutel = "keten-zoeken"
    breng_in(installatie, tmp_path, sleutel, {"sliedrecht": VIER_WIJZEN["sliedrecht"]})
    centraal = als("centraal")
    open_product(centraal, installatie, sleutel)
    schrijf(centraal, "termijn", "Het zonnepaneelkwartier duurt drie weken.")
    publiceer(centraal)
    wacht_tot(
        lambda: sleutel in installatie.zoek("dordrecht", "zonnepaneelkwartier"),
        30,
        "niet te vinden in Dordrecht",
    )
    assert sleutel not in installatie.zoek("sliedrecht", "zonnepaneelkwartier")

    balie = als("")
    balie.goto(installatie.adres("/balie/dordrecht/"))
    balie.fill("input[name=username]", "kcc")
    balie.fill("input[name=password]", "antwoord-demo")
    balie.click("button[type=submit]")
    balie.wait_for_url("**/balie/dordrecht/")
    balie.fill("#vraag", "zonnepaneelkwartier")
    balie.click("#treffers button")
    balie.wait_for_selector("#kaart-titel")
    assert "Het zonnepaneelkwartier duurt drie weken." in balie.inner_text("article.kaart")
    assert "nooit voorlezen" in balie.inner_text("article.kaart")


def test_een_concept_lekt_nergens(installatie, als, site, tmp_path):
    sleutel = "keten-concept"
    breng_in(installatie, tmp_path, sleutel)
    pagina = als("centraal")
    open_product(pagina, installatie, sleutel)
    schrijf(pagina, "termijn", "Kanariegeel duurt dit drie weken.")
    bewaar_concept(pagina)
    open_product(pagina, installatie, sleutel)
    assert pagina.input_value("#id_termijn") == "Kanariegeel duurt dit drie weken."
    installatie.manage("sync", "--eenmalig", "--geduld", "120")
    assert "Kanariegeel" not in site("dordrecht", sleutel)
    assert "vijf weken" in site("dordrecht", sleutel)
    assert sleutel not in installatie.zoek("dordrecht", "kanariegeel")
    assert not installatie.rijen("SELECT hash FROM sync_inhoud WHERE json LIKE '%Kanariegeel%'")


def test_een_ingetrokken_product_is_nergens_meer(installatie, als, site, tmp_path):
    sleutel = "keten-intrekken"
    breng_in(installatie, tmp_path, sleutel, {"sliedrecht": VIER_WIJZEN["sliedrecht"]})
    assert sleutel in installatie.zoek("dordrecht", "keten intrekken")
    pagina = als("centraal")
    open_product(pagina, installatie, sleutel)
    pagina.goto(pagina.url.replace("/edit/", "/unpublish/"))
    with pagina.expect_navigation():
        pagina.click("main button[type=submit], main input[type=submit]")
    for gemeente in (*VOLGERS, *VIER_WIJZEN):
        wacht_tot(lambda g=gemeente: site(g, sleutel) == "", 30, f"staat er nog bij {gemeente}")
    wacht_tot(lambda: sleutel not in installatie.zoek("dordrecht", "keten intrekken"), 30, "nog te vinden")
    assert sleutel not in installatie.zoek("sliedrecht", "keten intrekken")


def test_een_correctie_van_de_live_tekst_gaat_voor_op_een_concept_dat_blijft(
    installatie, als, site, verschijnt, tmp_path
):
    sleutel = "keten-correctie"
    breng_in(installatie, tmp_path, sleutel)
    pagina = als("centraal")
    open_product(pagina, installatie, sleutel)
    schrijf(pagina, "kosten", "Kanariegeel kost dit niets.")
    bewaar_concept(pagina)

    pagina.goto(
        pagina.url.split("/edit/")[0] + "/corrigeren/" + pagina.url.split("/edit/")[1] + "?veld=termijn"
    )
    pagina.fill("#id_tekst", "In de regio duurt dit vier weken.")
    pagina.fill("#id_toelichting", "Er stond een fout.")
    pagina.click("text=Corrigeer nu")
    pagina.wait_for_selector(".messages")

    verschijnt("dordrecht", sleutel, "In de regio duurt dit vier weken.")
    assert "Kanariegeel" not in site("dordrecht", sleutel)
    open_product(pagina, installatie, sleutel)
    assert pagina.input_value("#id_kosten") == "Kanariegeel kost dit niets."
    # The draft had not touched this field: it follows the correction, so publishing it later undoes nothing.
    assert pagina.input_value("#id_termijn") == "In de regio duurt dit vier weken."
