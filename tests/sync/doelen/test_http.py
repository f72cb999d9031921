"""Deliveries to a website of a supplier, as far as the reference receiver: what arrives, and what it costs."""

from __future__ import annotations

import json
from contextlib import contextmanager

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sync.adem import Adem
from sync.bezorgen import Bezorger, Rij, lever_ronde
from sync.doelen import adapter_van, http
from sync.geheimen import beeindig, voeg_toe
from sync.models import Levering, LeveringToestand, Ontvangst
from sync.plannen import verwerk_alles
from tests import ontvangers as o
from tests.factories import GemeenteFactory, ProductFactory, publiceer
from tests.sync.conftest import plan_alles, publicatie
from tests.sync.doelproef import ADEM, doel_voor, staat, wijzig

pytestmark = pytest.mark.django_db


def test_een_doel_krijgt_wat_van_zijn_gemeente_openbaar_is_en_niets_anders(doel, ontvanger, paspoort):
    lever_ronde(ADEM)
    product, gemeente = publicatie("sliedrecht", "paspoort"), publicatie("sliedrecht", "gemeente")
    assert staat(ontvanger) == {
        "product/paspoort": (product.publieke_versie, product.publieke_hash),
        "gemeente/gemeente": (gemeente.publieke_versie, gemeente.publieke_hash),
    }
    assert {bereik for bereik, *_ in ontvanger.opslag.regels()} == {"sliedrecht"}
    ontvangst = Ontvangst.objects.get(doel_naam=doel.naam, publicatie=product)
    assert (ontvangst.versie, ontvangst.hash) == (product.publieke_versie, product.publieke_hash)


def test_wat_alleen_de_balie_ziet_gaat_niet_de_deur_uit(doel, ontvanger, paspoort):
    lever_ronde(ADEM)
    leveringen = ontvanger.leveringen
    paspoort.interne_toelichting = "Kanariegeel, niet voorlezen."
    publiceer(paspoort)
    plan_alles()
    lever_ronde(ADEM)
    assert ontvanger.leveringen == leveringen
    assert all("Kanariegeel" not in rij[4] for rij in ontvanger.opslag.overzicht())


def test_een_concept_gaat_niet_de_deur_uit(doel, ontvanger, paspoort):
    paspoort.termijn = "Kanariegeel concept."
    paspoort.save_revision()
    plan_alles()
    lever_ronde(ADEM)
    assert all("Kanariegeel" not in rij[4] for rij in ontvanger.opslag.overzicht())


def test_een_intrekking_komt_aan_als_grafsteen_met_een_hogere_versie(doel, ontvanger, paspoort):
    lever_ronde(ADEM)
    voor = staat(ontvanger)["product/paspoort"][0]
    paspoort.refresh_from_db()
    paspoort.unpublish()
    plan_alles()
    lever_ronde(ADEM)
    assert staat(ontvanger)["product/paspoort"] == (voor + 1, "")


def test_een_nieuw_doel_krijgt_alles_wat_er_al_was(doel, ontvanger, paspoort, geheim, tmp_path):
    ander = o.Telt(o.opslag_in(tmp_path), [geheim])
    with o.draai(ander) as adres:
        doel_voor("dordrecht", adres, geheim)
        lever_ronde(ADEM)
    assert set(staat(ander)) == {"product/paspoort", "gemeente/gemeente"}


def test_wie_op_een_plaats_wacht_kost_geen_vragen(regio, geheim):
    """Hundreds of targets wait while a few are spoken to: of those that wait no secret is read."""
    ProductFactory(sleutel="paspoort", gepubliceerd=True)
    plan_alles()
    bezorger = Bezorger()
    bezorger.ruimte = dict.fromkeys(Rij, 0)

    def queries() -> int:
        with CaptureQueriesContext(connection) as vangst:
            bezorger.ronde(ADEM)
        return len(vangst)

    doel_voor("sliedrecht", "https://een.example", geheim, "een")
    weinig = queries()
    for nummer in range(10):
        doel_voor("sliedrecht", f"https://{nummer}.example", geheim, f"doel {nummer}")
    assert queries() == weinig


def test_een_grote_stapel_gaat_in_pakketten(doel, ontvanger, paspoort, monkeypatch):
    monkeypatch.setattr(http, "MEESTE_BYTES", 6000)
    for nummer in range(6):
        ProductFactory(sleutel=f"goed-{nummer}", gepubliceerd=True)
    plan_alles()
    lever_ronde(ADEM)
    assert len(staat(ontvanger)) == 8
    assert ontvanger.leveringen > 1


def test_twee_geheimen_ondertekenen_samen_en_wisselen_zonder_weigering(doel, ontvanger, paspoort, geheim):
    nieuw = o.nieuw_geheim()
    lever_ronde(ADEM)
    voeg_toe(doel=doel, geheim=nieuw)
    for geldig in ([geheim], [geheim, nieuw], [nieuw]):
        ontvanger.geheimen = tuple(geldig)
        wijzig(paspoort, f"Met {len(geldig)} geheimen, {geldig[-1][-6:]}.")
        lever_ronde(ADEM)
    beeindig(geheim=doel.geheimen.first())
    wijzig(paspoort, "Alleen het nieuwe.")
    lever_ronde(ADEM)
    assert not Levering.objects.exclude(toestand=LeveringToestand.BEVESTIGD).exists()


class InEenBlok(Adem):
    """Does not follow how long writing took: blocks of another size ask another number of queries."""

    @contextmanager
    def schrijven(self):
        yield


def test_het_wensen_hangt_niet_af_van_het_aantal_doelen(regio, geheim):
    product = ProductFactory(sleutel="paspoort", gepubliceerd=True)
    plan_alles()

    def queries(termijn: str) -> int:
        product.termijn = termijn
        publiceer(product)
        with CaptureQueriesContext(connection) as vangst:
            verwerk_alles(InEenBlok(rust=False, blok=64))
        return len(vangst)

    slugs = [f"gemeente-{nummer}" for nummer in range(12)]
    for slug in slugs:
        GemeenteFactory(slug=slug)
    plan_alles()
    for slug in ("dordrecht", "sliedrecht"):
        doel_voor(slug, f"https://{slug}.example", geheim)
    weinig = queries("Twee doelen.")
    for slug in slugs:
        doel_voor(slug, f"https://{slug}.example", geheim)
    assert queries("Veertien doelen.") == weinig
    assert Levering.objects.filter(doel__bereik__in=slugs, publicatie__sleutel="paspoort").count() == 12


def test_een_doel_zonder_leesbaar_geheim_zegt_het_en_houdt_niemand_op(
    doel, ontvanger, paspoort, settings, geheim
):
    settings.ANTWOORD_DOELSLEUTELS = ("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",)
    doel_voor("dordrecht", doel.adres, geheim)
    lever_ronde(ADEM)
    doel.refresh_from_db()
    assert "ANTWOORD_DOELSLEUTELS" in doel.laatste_fout
    assert doel.weer_op is not None
    assert {bereik for bereik, *_ in ontvanger.opslag.regels()} == {"dordrecht"}


def test_de_verbinding_blijft_open_tussen_leveringen(doel, ontvanger, paspoort):
    lever_ronde(ADEM)
    lijn = adapter_van(doel).lijn
    verbindingen = list(lijn._pool.connections)
    wijzig(paspoort, "Anders.")
    lever_ronde(ADEM)
    assert adapter_van(doel).lijn is lijn
    assert list(lijn._pool.connections) == verbindingen
    assert len(verbindingen) == 1


def test_van_een_emmer_die_het_manifest_niet_noemt_is_niets_te_vragen(regio, tmp_path, geheim):
    """It is empty; what a receiver answers to a question about it is its own affair."""

    class Leeg404(o.Ontvanger):
        def antwoord(self, methode, pad, koppen, lichaam):
            gegeven = super().antwoord(methode, pad, koppen, lichaam)
            leeg = pad.startswith("/manifest/") and gegeven.lichaam == b'{"documenten": []}'
            return o.in_json(404, {"melding": "Deze emmer is leeg."}) if leeg else gegeven

    with o.draai(Leeg404(o.opslag_in(tmp_path), [geheim])) as adres:
        anders, aanwezig = adapter_van(doel_voor("dordrecht", adres, geheim)).stand({"c3": "0" * 64})
    assert (anders, aanwezig) == (frozenset({"c3"}), {})


def test_sluiten_neemt_mee_wat_onderweg_is(doel, ontvanger, paspoort):
    bezorger = Bezorger()
    bezorger.ronde(ADEM)
    assert bezorger.bezig
    bezorger.sluit()
    assert not Levering.objects.exclude(toestand=LeveringToestand.BEVESTIGD).exists()


def test_de_inhoud_is_die_van_het_schema(doel, ontvanger, paspoort):
    lever_ronde(ADEM)
    inhouden = [json.loads(rij[4]) for rij in ontvanger.opslag.overzicht()]
    assert {inhoud["schema"] for inhoud in inhouden} == {"antwoord/product/1", "antwoord/gemeente/1"}
