"""Drift at a website of a supplier: found, told and repaired in one cycle; what may go without a person is bounded."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from deploy.ontvanger.ontvanger import hash_van
from sync.afspraak.manifest import emmer_van, samenvatting, verschillende
from sync.bezorgen import lever_ronde
from sync.classificatie import NIET_BEREIKT, Doelantwoord
from sync.doelbeheer import DoelFout, hervat, keur_wezen_goed, pauzeer, vergelijk_nu
from sync.doelen.http import HttpAdapter
from sync.models import Doel, DoelToestand, Levering, LeveringToestand
from sync.nazien import volgende_nacht
from sync.nazien_buiten import MEESTE_HERSTEL, OPNIEUW, Vergelijking, grens, klacht
from tests import ontvangers as o
from tests.factories import ProductFactory
from tests.sync.conftest import plan_alles
from tests.sync.doelproef import ADEM, bezorg_alles, doel_voor, staat, wijzig, zie_na_en_herstel

GEHEIM = o.nieuw_geheim()


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


@pytest.fixture
def ontvanger(tmp_path):
    return o.Telt(o.opslag_in(tmp_path), [GEHEIM])


@pytest.fixture
def doel(regio, ontvanger, settings):
    settings.ANTWOORD_PRIVE_DOELEN = True
    with o.draai(ontvanger) as adres:
        yield doel_voor("sliedrecht", adres, GEHEIM)


@pytest.fixture
def producten(doel):
    gemaakt = [ProductFactory(sleutel=f"product-{nummer}", gepubliceerd=True) for nummer in range(6)]
    plan_alles()
    bezorg_alles()
    wijzig(gemaakt[3], "Een tweede versie.")
    bezorg_alles()
    return gemaakt


def sql(ontvanger, opdracht, *waarden) -> None:
    with closing(sqlite3.connect(ontvanger.opslag.pad)) as verbinding, verbinding:
        verbinding.execute(opdracht, waarden)


def wees(ontvanger, sleutel) -> None:
    inhoud = {"schema": "antwoord/product/1", "naam": "Van een ander"}
    document = {"bereik": "sliedrecht", "documentsoort": "product", "sleutel": sleutel, "versie": 7}
    ontvanger.opslag.neem([document | {"ingetrokken": False, "hash": hash_van(inhoud), "inhoud": inhoud}])


class Zwijgt:
    """A target that does not answer in time."""

    grootste_blok, buitenshuis = 20, True
    keren = 0

    def lever(self, berichten):
        self.keren += 1
        return [Doelantwoord(NIET_BEREIKT, melding="het antwoord kwam niet op tijd")] * len(berichten)

    def stand(self, verwacht):
        pytest.fail("who does not answer is not asked more")


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
def test_een_paar_wezen_gaan_vanzelf_weg_en_blijven_weg(doel, ontvanger, producten) -> None:
    goed = staat(ontvanger)
    wees(ontvanger, "vreemd")
    zie_na_en_herstel()
    doel.refresh_from_db()
    assert doel.verschillen == {"onbekend": 1}
    zie_na_en_herstel()
    doel.refresh_from_db()
    assert staat(ontvanger) == goed | {"product/vreemd": (7, "")}
    assert (doel.verschillen, doel.wezen) == ({}, {})


@pytest.mark.django_db
def test_veel_wezen_gaan_pas_weg_als_iemand_de_lijst_zag(doel, ontvanger, producten) -> None:
    # More than fit in one delivery.
    for nummer in range(60):
        wees(ontvanger, f"vreemd-{nummer}")
    zie_na_en_herstel()
    zie_na_en_herstel()
    doel.refresh_from_db()
    assert doel.verschillen == {"onbekend": 60}
    assert len([hash_ for _, hash_ in staat(ontvanger).values() if hash_]) == len(producten) + 1 + 60
    with pytest.raises(DoelFout):
        keur_wezen_goed(doel=doel, aantal=59)
    voor = ontvanger.leveringen
    keur_wezen_goed(doel=doel, aantal=60)
    lever_ronde(ADEM)
    assert ontvanger.leveringen == voor + 2
    doel.refresh_from_db()
    assert doel.verschillen == {}
    assert len([hash_ for _, hash_ in staat(ontvanger).values() if hash_]) == len(producten) + 1


@pytest.mark.django_db
def test_wat_weg_mag_gaat_in_delen_en_wordt_niet_nog_eens_gevraagd(
    doel, ontvanger, producten, monkeypatch
) -> None:
    """What an editor withdraws does not wait until thousands are gone."""
    monkeypatch.setattr("sync.nazien_buiten.MEESTE_BLOKKEN", 1)
    for nummer in range(60):
        wees(ontvanger, f"vreemd-{nummer}")
    zie_na_en_herstel()
    doel.refresh_from_db()
    keur_wezen_goed(doel=doel, aantal=60)
    lever_ronde(ADEM)
    doel.refresh_from_db()
    assert (len(doel.wezen["lijst"]), doel.wezen["akkoord"]) == (60 - HttpAdapter.grootste_blok, True)
    assert doel.nazien_op == doel.nagezien_op + OPNIEUW
    zie_na_en_herstel()
    doel.refresh_from_db()
    assert (doel.wezen, doel.verschillen) == ({}, {})


@pytest.mark.django_db
def test_wie_niet_antwoordt_op_het_eerste_deel_wordt_niet_verder_gevraagd(regio) -> None:
    doel = doel_voor("sliedrecht", "https://hangt.example", GEHEIM)
    wezen = [[f"sliedrecht/product/vreemd-{nummer}", 7] for nummer in range(60)]
    Doel.objects.update(wezen={"lijst": wezen, "akkoord": True})
    doel.refresh_from_db()
    zwijgt = Zwijgt()
    vergelijking = Vergelijking(doel, timezone.now())
    uitkomst = vergelijking.vraag(zwijgt)
    assert (str(uitkomst), zwijgt.keren) == ("het antwoord kwam niet op tijd", 1)
    vergelijking.verwerk(uitkomst)
    doel.refresh_from_db()
    assert doel.laatste_fout == "Vergelijken lukt niet: het antwoord kwam niet op tijd"
    assert doel.wezen == {"lijst": wezen, "akkoord": True}


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
    assert klacht(doel) == "Dit doel zegt dat het documenten heeft bewaard, maar heeft ze niet."
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


def test_wat_van_een_ander_doel_op_hetzelfde_adres_is_blijft_staan(doel, ontvanger, producten) -> None:
    """A supplier may have one address for several municipalities: each finds the documents of the other there."""
    ander = doel_voor("dordrecht", doel.adres + "/", GEHEIM)
    bezorg_alles()
    voor = sorted(ontvanger.opslag.regels())
    assert {bereik for bereik, *_ in voor} == {"dordrecht", "sliedrecht"}
    for _ in range(2):
        zie_na_en_herstel()
    assert sorted(ontvanger.opslag.regels()) == voor
    for rij in (doel, ander):
        rij.refresh_from_db()
        assert (rij.wezen, rij.verschillen) == ({}, {})


def test_na_hervatten_gaat_ook_weg_wat_nog_moest_wachten(doel, producten) -> None:
    pauzeer(doel=doel)
    straks = timezone.now() + timedelta(minutes=15)
    Levering.objects.filter(doel=doel).update(
        toestand=LeveringToestand.WACHT, wacht_sinds=timezone.now(), pogingen=9, volgende_op=straks
    )
    hervat(doel=doel)
    lever_ronde(ADEM)
    assert not Levering.objects.filter(doel=doel).exclude(toestand=LeveringToestand.BEVESTIGD).exists()


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
