"""Pages of a WordPress that somebody there changes, moves, copies or throws away, and finding ours again."""

from __future__ import annotations

import pytest

from sync.models import Doel, Levering, LeveringToestand
from sync.wordpress import merk
from sync.wordpress.pagina import EigenWijziging
from sync.wordpress.site import Site
from tests.factories import publiceer
from tests.sync.conftest import plan_alles, publicatie
from tests.sync.doelproef import bezorg_alles, levering, wijzig, zie_na_en_herstel

pytestmark = pytest.mark.django_db
OVERSCHRIJVEN = EigenWijziging.OVERSCHRIJVEN
ONBEKEND = "x" * 24


def trek_in(product) -> None:
    product.refresh_from_db()
    product.unpublish()
    plan_alles()
    bezorg_alles()


@pytest.mark.parametrize(
    "eigen",
    [
        {"title": "Paspoorten!"},
        {"content": "<p>Zelf geschreven.</p>"},
        {"status": "draft"},
        {"status": "private"},
        {"password": "geheim"},
    ],
    ids=["titel", "inhoud", "concept", "besloten", "wachtwoord"],
)
def test_wat_iemand_daar_zelf_wijzigt_wordt_gemeld_en_blijft_staan_tot_overschrijven_mag(
    wordpress, paspoort, eigen
):
    """Found by the comparison, said in words, and left alone, also by the next version. Until it may be overwritten."""
    doel = wordpress.doel()
    bezorg_alles()
    was = wordpress.pagina("paspoort")
    eigen = dict(eigen)
    if "content" in eigen:
        eigen["content"] += str(merk.lees(was["content"]["raw"]))
    wordpress.wijzig(was["id"], **eigen)
    gewijzigd = wordpress.pagina("paspoort")
    zie_na_en_herstel()
    assert levering().toestand == LeveringToestand.GEPARKEERD
    assert f"met de hand gewijzigd (pagina {was['id']})" in levering().laatste_fout
    wijzig(paspoort, "Zeven weken.")
    bezorg_alles()
    assert levering().toestand == LeveringToestand.GEPARKEERD
    staat = wordpress.pagina("paspoort")
    velden = ("title", "content", "status", "password")
    assert [staat[veld] for veld in velden] == [gewijzigd[veld] for veld in velden]
    doel.instelling["eigen_wijziging"] = OVERSCHRIJVEN.value
    doel.save()
    Levering.objects.update(toestand=LeveringToestand.WACHT)
    bezorg_alles()
    staat = wordpress.pagina("paspoort")
    assert "Zeven weken." in staat["content"]["raw"]
    assert (staat["status"], staat["password"], staat["id"]) == ("publish", "", was["id"])
    assert levering().toestand == LeveringToestand.BEVESTIGD


def test_wat_iemand_wijzigt_terwijl_wij_leveren_wordt_niet_overschreven(wordpress, paspoort, monkeypatch):
    """All pages of a delivery are read at once, and each again before it is written."""
    wordpress.doel()
    bezorg_alles()
    nummer = wordpress.pagina("paspoort")["id"]
    bij_slug = Site.bij_slug

    def en_dan_wijzigt_iemand(site, slugs, ouder):
        gelezen = bij_slug(site, slugs, ouder)
        wordpress.wijzig(nummer, title="Net gewijzigd")
        return gelezen

    monkeypatch.setattr(Site, "bij_slug", en_dan_wijzigt_iemand)
    wijzig(paspoort, "Zeven weken.")
    bezorg_alles()
    assert wordpress.pagina("paspoort")["title"]["raw"] == "Net gewijzigd"
    assert levering().toestand == LeveringToestand.GEPARKEERD


def test_overschrijven_herstelt_bij_de_eerste_vergelijking_en_de_tweede_vindt_niets(wordpress, paspoort):
    wordpress.doel(eigen=OVERSCHRIJVEN)
    bezorg_alles()
    was = wordpress.pagina("paspoort")
    wordpress.wijzig(was["id"], title="Anders")
    zie_na_en_herstel()
    assert wordpress.pagina("paspoort")["title"]["raw"] == was["title"]["raw"]
    zie_na_en_herstel()
    assert Doel.objects.get().verschillen == {}


@pytest.mark.parametrize("hoe", ["prullenbak", "verwijder"])
def test_een_weggegooide_pagina_wordt_gevonden_en_opnieuw_gemaakt(wordpress, paspoort, hoe):
    wordpress.doel()
    bezorg_alles()
    was = wordpress.pagina("paspoort")["id"]
    getattr(wordpress, hoe)(was)
    assert wordpress.paginas() == []
    zie_na_en_herstel()
    nieuw = wordpress.pagina("paspoort")
    assert nieuw["id"] != was
    assert nieuw["status"] == "publish"
    zie_na_en_herstel()
    assert Doel.objects.get().verschillen == {}


def test_een_verplaatste_pagina_blijft_waar_zij_staat(wordpress, paspoort):
    """Who works there may order the site: the text follows its page."""
    wordpress.doel()
    bezorg_alles()
    nummer = wordpress.pagina("paspoort")["id"]
    elders = wordpress.maak(title="Elders")
    wordpress.wijzig(nummer, parent=elders, slug="reisdocument")
    wijzig(paspoort, "Zeven weken.")
    bezorg_alles()
    zie_na_en_herstel()
    pagina = wordpress.pagina("reisdocument")
    assert (pagina["id"], pagina["parent"]) == (nummer, elders)
    assert "Zeven weken." in pagina["content"]["raw"]
    assert len(wordpress.paginas()) == 2
    assert Doel.objects.get().verschillen == {}


def test_intrekken_haalt_van_de_website_ook_wat_daar_gewijzigd_was_en_de_woorden_blijven(wordpress, paspoort):
    wordpress.doel()
    bezorg_alles()
    nummer = wordpress.pagina("paspoort")["id"]
    wordpress.wijzig(nummer, title="Zelf bedacht")
    trek_in(paspoort)
    (pagina,) = wordpress.paginas()
    rij = publicatie("sliedrecht", "paspoort")
    gemerkt = merk.lees(pagina["content"]["raw"])
    assert (pagina["id"], pagina["status"], pagina["title"]["raw"]) == (nummer, "draft", "Zelf bedacht")
    assert (gemerkt.versie, gemerkt.hash) == (rij.publieke_versie, "")
    assert levering().toestand == LeveringToestand.BEVESTIGD
    zie_na_en_herstel()
    assert Doel.objects.get().verschillen == {}


def test_wat_ingetrokken_is_en_met_de_hand_weer_online_gezet_gaat_er_weer_af(wordpress, paspoort):
    wordpress.doel()
    bezorg_alles()
    trek_in(paspoort)
    nummer = wordpress.paginas()[0]["id"]
    wordpress.wijzig(nummer, status="publish")
    zie_na_en_herstel()
    assert wordpress.paginas()[0]["status"] == "draft"
    publiceer(paspoort)
    plan_alles()
    bezorg_alles()
    assert (wordpress.pagina("paspoort")["id"], wordpress.pagina("paspoort")["status"]) == (nummer, "publish")


def test_een_kopie_gaat_van_de_website_en_een_bewerkte_kopie_is_van_wie_haar_maakte(wordpress, paspoort):
    doel = wordpress.doel()
    bezorg_alles()
    was = wordpress.pagina("paspoort")
    inhoud = was["content"]["raw"]
    kopie = wordpress.maak(title=was["title"]["raw"], content=inhoud, parent=wordpress.ouder)
    eigen = wordpress.maak(title="Mijn eigen pagina", content=inhoud, slug="mijn-pagina")
    zie_na_en_herstel()
    doel.refresh_from_db()
    assert [naam for naam, _ in doel.wezen["lijst"]] == [f"sliedrecht/product/paspoort~{kopie}"]
    zie_na_en_herstel()
    standen = {lid["id"]: lid["status"] for lid in wordpress.paginas()}
    assert standen == {was["id"]: "publish", kopie: "draft", eigen: "publish"}
    doel.refresh_from_db()
    assert doel.wezen == {}


def test_na_een_herinstallatie_van_antwoord_zijn_de_paginas_weer_van_ons(wordpress, paspoort, geschreven):
    wordpress.doel().delete()
    wordpress.doel()
    bezorg_alles()
    geschreven.clear()
    Doel.objects.all().delete()
    wordpress.doel()
    bezorg_alles()
    assert levering().toestand == LeveringToestand.BEVESTIGD
    assert geschreven == []
    assert len(wordpress.paginas()) == 1


def test_na_een_herinstallatie_van_wordpress_zijn_ingelezen_paginas_weer_van_ons(
    wordpress, paspoort, geschreven
):
    """Exported there and read in again, a page has another number, another parent, and the same words."""
    doel = wordpress.doel()
    bezorg_alles()
    was = wordpress.pagina("paspoort")
    wordpress.leeg()
    nieuw = wordpress.maak(title=was["title"]["raw"], content=was["content"]["raw"], slug="paspoort")
    doel.instelling["ouder"] = wordpress.ouder
    doel.save()
    geschreven.clear()
    zie_na_en_herstel()
    assert (Doel.objects.get().verschillen, geschreven) == ({}, [])
    wijzig(paspoort, "Zeven weken.")
    bezorg_alles()
    assert geschreven == [nieuw]
