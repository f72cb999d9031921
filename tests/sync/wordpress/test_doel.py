"""A WordPress as a target, on the stand-in and on the real one: pages made, changed, withdrawn, found again."""

from __future__ import annotations

import json

import pytest

from sync.bezorgen import lever_ronde
from sync.classificatie import Oordeel
from sync.doelen import adapter_van
from sync.geheimen import voeg_toe
from sync.models import Doel, DoelToestand, Levering, LeveringToestand
from sync.wordpress import merk
from sync.wordpress.pagina import EigenWijziging
from tests.factories import LokaleVersieFactory, ProductFactory, publiceer
from tests.sync.conftest import plan_alles, publicatie
from tests.sync.doelproef import ADEM, bezorg_alles, levering, wijzig, zie_na_en_herstel

pytestmark = pytest.mark.django_db
OVERSCHRIJVEN = EigenWijziging.OVERSCHRIJVEN
ONBEKEND = "x" * 24


def test_een_product_wordt_een_pagina_op_zijn_plaats_met_zijn_merk(wordpress, paspoort):
    wordpress.doel()
    bezorg_alles()
    pagina = wordpress.pagina("paspoort")
    rij = publicatie("sliedrecht", "paspoort")
    assert (pagina["parent"], pagina["status"]) == (wordpress.ouder, "publish")
    assert pagina["title"]["raw"] == "Paspoort aanvragen"
    assert "<h2" in pagina["content"]["raw"]
    gemerkt = merk.lees(pagina["content"]["raw"])
    naam = "sliedrecht/product/paspoort"
    assert (gemerkt.naam, gemerkt.versie, gemerkt.hash) == (naam, rij.publieke_versie, rij.publieke_hash)
    assert levering().bevestigd == rij.publieke_versie
    assert len(wordpress.paginas()) == 1


def test_wat_alleen_de_balie_ziet_of_nog_een_concept_is_komt_niet_in_wordpress(wordpress, paspoort):
    wordpress.doel()
    for veld in ("interne_toelichting", "uitvragen", "doorverbinden", "spreekantwoord"):
        setattr(paspoort, veld, "Kanariegeel, niet voor buiten.")
    publiceer(paspoort)
    paspoort.termijn = "Kanariegeel concept."
    paspoort.save_revision()
    plan_alles()
    bezorg_alles()
    assert levering().toestand == LeveringToestand.BEVESTIGD
    assert "anariegeel" not in json.dumps(wordpress.paginas())


def test_een_wijziging_komt_op_dezelfde_pagina_en_nog_eens_brengen_schrijft_niets(
    wordpress, paspoort, geschreven
):
    wordpress.doel()
    bezorg_alles()
    nummer = wordpress.pagina("paspoort")["id"]
    wijzig(paspoort, "Zeven weken.")
    bezorg_alles()
    assert "Zeven weken." in wordpress.pagina("paspoort")["content"]["raw"]
    assert geschreven == [None, nummer]
    Levering.objects.update(toestand=LeveringToestand.WACHT)
    bezorg_alles()
    zie_na_en_herstel()
    assert geschreven == [None, nummer]
    assert Doel.objects.get().verschillen == {}


def test_een_pagina_van_een_ander_op_onze_plaats_wordt_pas_de_onze_als_dat_mag(wordpress, paspoort):
    nummer = wordpress.maak(title="Ons paspoort", content="Van ons.", slug="paspoort", parent=wordpress.ouder)
    doel = wordpress.doel()
    bezorg_alles()
    assert f"niet van Antwoord is (pagina {nummer})" in levering().laatste_fout
    assert wordpress.pagina("paspoort")["content"]["raw"] == "Van ons."
    doel.instelling["eigen_wijziging"] = OVERSCHRIJVEN.value
    doel.save()
    Levering.objects.update(toestand=LeveringToestand.WACHT)
    bezorg_alles()
    assert wordpress.pagina("paspoort")["id"] == nummer
    assert merk.lees(wordpress.pagina("paspoort")["content"]["raw"]) is not None


def test_een_nieuw_wachtwoord_dat_daar_nog_niet_geldt_houdt_niets_op(wordpress, paspoort):
    doel = wordpress.doel()
    voeg_toe(doel=doel, geheim=f"antwoord:{ONBEKEND}")
    bezorg_alles()
    assert levering().toestand == LeveringToestand.BEVESTIGD


def test_zonder_geldig_wachtwoord_stopt_het_doel_en_zegt_het_waarom(wordpress, paspoort):
    doel = wordpress.doel(geheim=f"antwoord:{ONBEKEND}")
    lever_ronde(ADEM)
    doel.refresh_from_db()
    assert doel.toestand == DoelToestand.GESTOPT
    assert doel.laatste_fout.startswith(Oordeel.QUARANTAINE.value)
    assert "toepassingswachtwoord" in doel.laatste_fout
    assert ONBEKEND not in doel.laatste_fout
    assert wordpress.paginas() == []


@pytest.mark.parametrize("account", ["auteur", "lid"])
def test_een_account_dat_te_weinig_mag_stopt_het_doel_en_noemt_de_rol(wordpress, paspoort, account):
    doel = wordpress.doel(geheim=wordpress.aanmeldingen[account])
    lever_ronde(ADEM)
    doel.refresh_from_db()
    assert doel.toestand == DoelToestand.GESTOPT
    assert "rol Redacteur" in doel.laatste_fout


def test_zonder_bovenliggende_pagina_wordt_er_niets_gemaakt_en_niets_leeg_genoemd(wordpress, paspoort):
    doel = wordpress.doel()
    wordpress.prullenbak(wordpress.ouder)
    lever_ronde(ADEM)
    doel.refresh_from_db()
    assert levering().toestand == LeveringToestand.WACHT
    assert "bovenliggende pagina" in doel.laatste_fout
    assert wordpress.paginas() == []
    with pytest.raises(Exception, match="bovenliggende pagina"):
        adapter_van(doel).stand({})


def test_tekst_die_wordpress_zou_uitvoeren_of_ontleden_komt_aan_als_tekst(wordpress, regio):
    ProductFactory(
        sleutel="leges",
        gepubliceerd=True,
        titel="Kosten & <baten>",
        inleiding="Schrijf [gallery] en `code` \\ en -- op.\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n- [site](https://voorbeeld.nl/?a=1&b=2)",
    )
    plan_alles()
    wordpress.doel()
    bezorg_alles()
    assert Levering.objects.get().toestand == LeveringToestand.BEVESTIGD
    pagina = wordpress.pagina("leges")
    assert pagina["title"]["raw"] == "Kosten &amp; &lt;baten&gt;"
    assert "[gallery]" not in pagina["content"]["raw"]
    zie_na_en_herstel()
    assert Doel.objects.get().verschillen == {}


def test_wat_hier_niet_wordt_aangeboden_is_een_pagina_die_dat_zegt(wordpress, paspoort, sliedrecht):
    wordpress.doel()
    LokaleVersieFactory(
        product=paspoort,
        gemeente=sliedrecht,
        aangeboden="nee",
        toelichting="Ga naar Dordrecht.",
        gepubliceerd=True,
    )
    plan_alles()
    bezorg_alles()
    inhoud = wordpress.pagina("paspoort")["content"]["raw"]
    assert "Ga naar Dordrecht." in inhoud
    assert "<h2" not in inhoud
