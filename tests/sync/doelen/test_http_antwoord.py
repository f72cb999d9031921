"""What the answer of a supplier's website does to the delivery: only its own yes to our very version counts."""

from __future__ import annotations

import json

import pytest

from deploy.ontvanger.ontvanger import Ontvanger
from sync.bezorgen import lever_ronde
from sync.models import Doel, DoelToestand, Levering, LeveringToestand
from tests import ontvangers as o
from tests.factories import ProductFactory
from tests.sync.conftest import plan_alles, publicatie
from tests.sync.doelproef import ADEM, wijzig

pytestmark = pytest.mark.django_db


def test_wat_er_staat_terwijl_wij_het_vergeten_waren_telt_als_geleverd(doel, ontvanger, paspoort):
    """An answer that was lost: the same again is a 200, and the status is never ahead of the receiver."""
    lever_ronde(ADEM)
    Levering.objects.update(toestand=LeveringToestand.WACHT, bevestigd=0, bevestigde_hash="")
    lever_ronde(ADEM)
    assert not Levering.objects.exclude(toestand=LeveringToestand.BEVESTIGD).exists()


def test_een_ja_zonder_uitslag_is_geen_bevestiging(doel, paspoort, tmp_path, geheim):
    with o.draai(o.Altijd200(o.opslag_in(tmp_path), [geheim])) as adres:
        Doel.objects.filter(pk=doel.pk).update(adres=adres)
        lever_ronde(ADEM)
    doel.refresh_from_db()
    assert not Levering.objects.filter(bevestigd__gt=0).exists()
    assert doel.laatste_fout == "het antwoord noemt dit document niet"


def test_een_versie_die_wij_nooit_gaven_stopt_het_doel(doel, ontvanger, paspoort):
    hoger = {
        "bereik": "sliedrecht",
        "documentsoort": "product",
        "sleutel": "paspoort",
        "versie": 2**40,
        "ingetrokken": True,
        "hash": "",
        "inhoud": None,
    }
    ontvanger.opslag.neem([hoger])
    lever_ronde(ADEM)
    doel.refresh_from_db()
    assert doel.toestand == DoelToestand.GESTOPT
    assert doel.laatste_fout.startswith("doel_loopt_voor")


def test_een_doel_dat_ons_weigert_wordt_gestopt_en_wenst_door(doel, ontvanger, paspoort):
    ontvanger.geheimen = (o.nieuw_geheim(),)
    lever_ronde(ADEM)
    doel.refresh_from_db()
    assert (doel.toestand, doel.laatste_fout[:11]) == (DoelToestand.GESTOPT, "quarantaine")
    wijzig(paspoort, "Intussen anders.")
    levering = Levering.objects.get(doel=doel, publicatie__sleutel="paspoort")
    assert levering.gewenst == publicatie("sliedrecht", "paspoort").publieke_versie


def test_een_melding_die_de_database_niet_kan_bewaren_schaadt_alleen_dit_document(
    doel, paspoort, tmp_path, geheim
):
    """Half a character, and the zero that PostgreSQL refuses: JSON lets both through."""

    class Wartaal(Ontvanger):
        def _neem(self, koppen, lichaam):
            gegeven = super()._neem(koppen, lichaam)
            uitslagen = json.loads(gegeven.lichaam)["uitslagen"]
            for uitslag in uitslagen:
                if uitslag["sleutel"] == "paspoort":
                    uitslag |= {"status": 422, "melding": "stuk \ud800\x00\nhier"}
            return o.Antwoord(200, "application/json", json.dumps({"uitslagen": uitslagen}).encode())

    with o.draai(Wartaal(o.opslag_in(tmp_path), [geheim])) as adres:
        Doel.objects.filter(pk=doel.pk).update(adres=adres)
        lever_ronde(ADEM)
    levering = Levering.objects.get(publicatie__sleutel="paspoort", doel=doel)
    assert (levering.toestand, levering.laatste_fout) == (LeveringToestand.GEPARKEERD, "422 stuk hier")
    assert Levering.objects.get(publicatie__sleutel="gemeente", doel=doel).bevestigd > 0


def test_een_409_zonder_onze_hash_is_geen_bevestiging(doel, paspoort, tmp_path, geheim):
    """It has this version as withdrawn, or does not say: the public does not see our text for certain."""

    class Zwijgt(Ontvanger):
        def _neem(self, koppen, lichaam):
            documenten = json.loads(lichaam)["documenten"]
            namen = ("bereik", "documentsoort", "sleutel", "versie")
            uitslagen = [{naam: lid[naam] for naam in namen} | {"status": 409} for lid in documenten]
            return o.in_json(200, {"uitslagen": uitslagen})

    with o.draai(Zwijgt(o.opslag_in(tmp_path), [geheim])) as adres:
        Doel.objects.filter(pk=doel.pk).update(adres=adres)
        lever_ronde(ADEM)
    assert not Levering.objects.filter(doel=doel, bevestigd__gt=0).exists()


def test_een_document_dat_de_hele_levering_laat_weigeren_staat_alleen(doel, paspoort, tmp_path, geheim):
    class Streng(Ontvanger):
        def _neem(self, koppen, lichaam):
            if b'"paspoort"' in lichaam:
                return o.in_json(422, {"melding": "dit kan niet"})
            return super()._neem(koppen, lichaam)

    for nummer in range(6):
        ProductFactory(sleutel=f"goed-{nummer}", gepubliceerd=True)
    plan_alles()
    with o.draai(Streng(o.opslag_in(tmp_path), [geheim])) as adres:
        Doel.objects.filter(pk=doel.pk).update(adres=adres)
        lever_ronde(ADEM)
    geparkeerd = Levering.objects.filter(toestand=LeveringToestand.GEPARKEERD)
    assert [levering.publicatie.sleutel for levering in geparkeerd] == ["paspoort"]
    assert geparkeerd[0].laatste_fout == "422 dit kan niet"
    assert Levering.objects.filter(toestand=LeveringToestand.BEVESTIGD).count() == 7
