"""Drift at a website of a supplier: found, told and repaired in one cycle; what may go without a person is bounded."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime

import pytest

from sync.afspraak.manifest import emmer_van, samenvatting, verschillende
from sync.doelbeheer import hervat, pauzeer, vergelijk_nu
from sync.models import Doel, DoelToestand, Levering, LeveringToestand
from sync.nazien import volgende_nacht
from sync.nazien_buiten import MEESTE_HERSTEL, grens, klacht
from tests import ontvangers as o
from tests.factories import ProductFactory
from tests.sync.conftest import plan_alles
from tests.sync.doelproef import bezorg_alles, doel_voor, staat, wijzig, zie_na_en_herstel
from tests.sync.nazien_buiten.conftest import GEHEIM, sql


def test_een_samenvatting_is_die_van_het_uitgewerkte_voorbeeld() -> None:
    """Worked out with `sha256sum`: also in docs/api/doelen.md."""
    assert emmer_van("sliedrecht/product/paspoort-aanvragen") == "c3"
    weg = samenvatting([("sliedrecht/product/paspoort-aanvragen", 4294967298, "")])
    assert weg == {"c3": "f38739d98d120541c484704d862c35503600198bf0df4f876eafb918eb1d175b"}


@pytest.mark.parametrize(("aantal", "mag"), [(0, 20), (100, 20), (400, 20), (420, 21), (800, 40)])
def test_de_grens_is_twintig_of_vijf_procent(aantal, mag) -> None:
    assert grens(aantal) == mag


def test_alleen_emmers_die_verschillen_worden_gevraagd() -> None:
    assert verschillende({"00": "a", "01": "b", "02": "c"}, {"00": "a", "01": "x", "03": "d"}) == {
        "01",
        "02",
        "03",
    }


@pytest.mark.django_db
def test_een_doel_zoals_geleverd_heeft_geen_verschillen_en_krijgt_niets(doel, ontvanger, producten) -> None:
    voor = ontvanger.leveringen
    zie_na_en_herstel()
    doel.refresh_from_db()
    assert (doel.verschillen, doel.herstelpogingen, ontvanger.leveringen) == ({}, 0, voor)
    assert doel.nagezien_op is not None
    assert doel.nazien_op == volgende_nacht(doel.nagezien_op)


@pytest.mark.django_db
def test_wat_weg_is_veranderd_of_teruggezet_wordt_gevonden_gemeld_en_hersteld(
    doel, ontvanger, producten
) -> None:
    goed = staat(ontvanger)
    sql(ontvanger, "DELETE FROM document WHERE sleutel = 'product-1'")
    sql(ontvanger, "UPDATE document SET hash = ? WHERE sleutel = 'product-2'", "0" * 64)
    sql(ontvanger, "UPDATE document SET versie = versie - 1 WHERE sleutel = 'product-3'")
    sql(ontvanger, "UPDATE document SET hash = '', inhoud = '' WHERE sleutel = 'product-4'")
    voor = ontvanger.leveringen
    zie_na_en_herstel()
    doel.refresh_from_db()
    assert doel.verschillen == {
        "ontbreekt": 1,
        "anders van inhoud": 1,
        "ouder": 1,
        "ten onrechte ingetrokken": 1,
    }
    assert staat(ontvanger) == goed
    assert ontvanger.leveringen == voor + 1
    zie_na_en_herstel()
    doel.refresh_from_db()
    assert doel.verschillen == {}
    assert ontvanger.leveringen == voor + 1


@pytest.mark.django_db
def test_een_versie_die_wij_nooit_gaven_stopt_het_doel(doel, ontvanger, producten) -> None:
    sql(ontvanger, "UPDATE document SET versie = versie + 100 WHERE sleutel = 'product-1'")
    zie_na_en_herstel()
    doel.refresh_from_db()
    assert doel.toestand == DoelToestand.GESTOPT
    assert doel.laatste_fout.startswith("doel_loopt_voor")


@pytest.mark.django_db
def test_wie_ja_zegt_en_niets_bewaart_wordt_niet_eeuwig_hersteld(regio, tmp_path, settings) -> None:
    settings.ANTWOORD_PRIVE_DOELEN = True
    with o.draai(o.Jaknikker(o.opslag_in(tmp_path), [GEHEIM])) as adres:
        doel = doel_voor("sliedrecht", adres, GEHEIM)
        ProductFactory(sleutel="paspoort", gepubliceerd=True)
        plan_alles()
        bezorg_alles()
        assert not Levering.objects.exclude(toestand=LeveringToestand.BEVESTIGD).exists()
        for _ in range(MEESTE_HERSTEL + 1):
            zie_na_en_herstel()
        doel.refresh_from_db()
    assert klacht(doel) == "zegt dat het teksten heeft bewaard, maar heeft ze niet"
    assert doel.nazien_op == volgende_nacht(doel.nagezien_op)


@pytest.mark.django_db
def test_een_manifest_dat_niet_te_lezen_is_is_geen_leeg_manifest(
    doel, ontvanger, producten, monkeypatch
) -> None:
    monkeypatch.setattr(ontvanger, "geheimen", (o.nieuw_geheim(),))
    zie_na_en_herstel()
    doel.refresh_from_db()
    assert doel.laatste_fout == "Vergelijken lukt niet: /manifest geeft 401"
    assert doel.toestand == DoelToestand.ACTIEF
    assert not Levering.objects.exclude(toestand=LeveringToestand.BEVESTIGD).exists()


@pytest.mark.django_db
def test_pauzeren_houdt_vast_en_hervatten_haalt_alles_in(doel, ontvanger, producten) -> None:
    pauzeer(doel=doel)
    voor = staat(ontvanger)
    for nummer in range(3):
        wijzig(producten[0], f"Tijdens de pauze {nummer}.")
    bezorg_alles(rondes=2)
    assert staat(ontvanger) == voor
    assert Levering.objects.filter(toestand=LeveringToestand.WACHT).count() == 1
    hervat(doel=doel)
    bezorg_alles()
    assert staat(ontvanger)["product/product-0"][0] == voor["product/product-0"][0] + 3


@pytest.mark.django_db
def test_hervatten_biedt_ook_aan_wat_geparkeerd_stond(doel, ontvanger, producten) -> None:
    Levering.objects.filter(publicatie__sleutel="product-1").update(toestand=LeveringToestand.GEPARKEERD)
    hervat(doel=doel)
    bezorg_alles()
    assert not Levering.objects.exclude(toestand=LeveringToestand.BEVESTIGD).exists()


@pytest.mark.django_db
def test_vergelijken_kan_meteen(doel, ontvanger, producten) -> None:
    zie_na_en_herstel()
    vergelijk_nu(doel=doel)
    assert Doel.objects.get(pk=doel.pk).nazien_op is None


@pytest.mark.parametrize(
    ("nu", "nacht"),
    [
        ("2026-11-22T02:29:00+00:00", "2026-11-22T02:30:00+00:00"),
        ("2026-11-22T02:30:00+00:00", "2026-11-23T02:30:00+00:00"),
        ("2026-07-01T12:00:00+00:00", "2026-07-02T01:30:00+00:00"),
    ],
)
def test_de_volgende_nacht_is_half_vier_in_amsterdam(nu, nacht) -> None:
    assert volgende_nacht(datetime.fromisoformat(nu)) == datetime.fromisoformat(nacht)


def test_een_manifest_dat_niet_ophoudt_wordt_niet_uitgelezen(doel, ontvanger, producten, monkeypatch) -> None:
    bezorg_alles()
    with closing(sqlite3.connect(ontvanger.opslag.pad)) as verbinding, verbinding:
        verbinding.execute("UPDATE document SET versie = versie - 1")
    monkeypatch.setattr("sync.doelen.http.MEESTE_STAND", 500)
    voor = ontvanger.leveringen
    zie_na_en_herstel()
    doel.refresh_from_db()
    assert "groter dan" in doel.laatste_fout
    assert ontvanger.leveringen == voor
