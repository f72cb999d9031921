"""A filled generation takes over only when it is whole and loses no must-win question; else the old one goes on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from search.keuze import motor
from search.motor import MotorFout
from search.tantivy_motor import TantivyMotor
from sync.bezorgen import lever_ronde
from sync.doelen import index
from sync.generatie import generaties, vraag_generatie, zorg_voor_index
from sync.models import Doel, DoelToestand, Levering, LeveringToestand
from sync.plannen import verwerk_alles
from sync.wisselen import BEWAAR, wissel_index
from tests.factories import ProductFactory, publiceer
from tests.sync.conftest import ADEM, actief, ronde

pytestmark = pytest.mark.django_db


@pytest.fixture
def producten(regio, machine):
    """Two products with a must-win question each, in an index that serves."""
    gemaakt = [
        ProductFactory(sleutel="paspoort-aanvragen", titel="Paspoort aanvragen", gepubliceerd=True),
        ProductFactory(sleutel="milieustraat", titel="Stortplaats", gepubliceerd=True),
    ]
    ronde()
    return gemaakt


@pytest.fixture
def bedorven(monkeypatch):
    """From now on the documents of a new generation have the words of nothing."""
    echt = index.document_uit

    def bederf(publiek, balie, *, versie):
        return replace(echt(publiek, balie, versie=versie), velden={"titel": "xxx"})

    def aan():
        monkeypatch.setattr(index, "document_uit", bederf)

    return aan


def test_de_proef_staat_bij_de_index_die_dient(producten):
    # Two questions with a live product, in the region and two municipalities.
    proef = actief().proef
    assert (proef["gesteld"], proef["goed"], proef["geslaagd"]) == (6, 6, True)


def test_een_index_die_proefvragen_verliest_wordt_afgekeurd_en_de_oude_blijft(producten, bedorven, machine):
    oud = actief()
    bedorven()
    nieuw, _ = vraag_generatie(aanleiding="Aangevraagd")
    ronde()
    nieuw.refresh_from_db()
    assert actief().pk == oud.pk
    assert machine.active() == oud.generatie
    assert nieuw.toestand == DoelToestand.AFGEKEURD
    assert nieuw.laatste_fout == "De nieuwe index verliest 6 van 6 proefvragen. De oude blijft zoeken."
    assert nieuw.proef["missers"][0] == {
        "bereik": "regio",
        "vraag": "paspoort aanvragen",
        "verwacht": "paspoort-aanvragen",
        "gevonden": "",
        "verloren": True,
    }


def test_een_afgekeurde_index_wordt_opgeruimd_en_niet_vanzelf_nog_eens_geprobeerd(
    producten, bedorven, machine, monkeypatch
):
    monkeypatch.setattr(TantivyMotor, "fingerprint", "t1-nieuw")
    bedorven()
    for _ in range(3):
        ronde()
    (afgekeurd,) = generaties(DoelToestand.AFGEKEURD)
    assert afgekeurd.generatie not in machine.generations()
    assert not afgekeurd.leveringen.exists()
    assert Doel.objects.count() == 2


def test_iemand_kan_besluiten_dat_de_proef_niet_telt(producten, bedorven):
    bedorven()
    nieuw, _ = vraag_generatie(aanleiding="Aangevraagd", zonder_proef=True)
    ronde()
    assert actief().pk == nieuw.pk
    assert actief().proef["geslaagd"] is False


def test_een_geslaagde_index_ruimt_de_afgekeurde_op(producten, bedorven, monkeypatch):
    bedorven()
    vraag_generatie(aanleiding="Aangevraagd")
    ronde()
    monkeypatch.undo()
    vraag_generatie(aanleiding="Aangevraagd")
    ronde()
    assert not generaties(DoelToestand.AFGEKEURD).exists()


def test_de_eerste_index_dient_ook_als_de_proef_niet_lukt(regio, machine, bedorven):
    ProductFactory(sleutel="milieustraat", titel="Stortplaats", gepubliceerd=True)
    bedorven()
    ronde()
    assert actief().proef["goed"] == 0


def test_wat_de_oude_ook_niet_weet_houdt_de_nieuwe_niet_tegen(regio, machine):
    ProductFactory(
        sleutel="milieustraat", titel="Iets anders", samenvatting="Over iets anders.", gepubliceerd=True
    )
    ronde()
    nieuw, _ = vraag_generatie(aanleiding="Aangevraagd")
    ronde()
    assert actief().pk == nieuw.pk
    assert actief().proef["goed"] == 0


def test_de_oude_blijft_een_dag_bijgehouden_en_gaat_dan_weg(producten, machine):
    oud = actief()
    vraag_generatie(aanleiding="Aangevraagd")
    ronde()
    producten[0].titel = "Reisdocument aanvragen"
    publiceer(producten[0])
    ronde()
    assert max(stand.versie for stand in machine.audit(oud.generatie)) == 2**32 + 2
    wissel_index(op=timezone.now() + BEWAAR - timedelta(minutes=1))
    assert oud.generatie in machine.generations()
    wissel_index(op=timezone.now() + BEWAAR + timedelta(minutes=1))
    assert oud.generatie not in machine.generations()
    assert not Doel.objects.filter(pk=oud.pk).exists()


def test_er_wordt_niet_gewisseld_zolang_er_iets_wacht(producten):
    oud = actief()
    nieuw, _ = vraag_generatie(aanleiding="Aangevraagd")
    zorg_voor_index()
    wissel_index()
    assert actief().pk == oud.pk
    lever_ronde(ADEM)
    wissel_index()
    assert actief().pk == nieuw.pk


def test_bewerken_tijdens_het_vullen_houdt_de_wissel_niet_tegen_en_raakt_niets_kwijt(producten, machine):
    """An edit in every round: old and new both get it, and the new one takes over in between."""
    nieuw, _ = vraag_generatie(aanleiding="Aangevraagd")
    for nummer in range(3):
        producten[1].termijn = f"Binnen {nummer} dagen."
        publiceer(producten[1])
        verwerk_alles(ADEM)
        zorg_voor_index()
        lever_ronde(ADEM)
        wissel_index()
    assert actief().pk == nieuw.pk
    assert max(stand.versie for stand in machine.audit()) == 2**32 + 4


def test_een_document_dat_het_doel_misliep_wordt_alsnog_gewenst(producten, machine):
    """Planned at the moment that the target was inserted: neither saw the other."""
    nieuw, _ = vraag_generatie(aanleiding="Aangevraagd")
    Levering.objects.filter(doel=nieuw, publicatie__sleutel="milieustraat").delete()
    ronde()
    assert actief().pk != nieuw.pk
    ronde()
    assert actief().pk == nieuw.pk
    assert machine.counts() == {"dordrecht": 2, "regio": 2, "sliedrecht": 2}


def test_een_index_die_niet_heeft_wat_geleverd_is_gaat_niet_dienen(producten, machine):
    oud = actief()
    nieuw, _ = vraag_generatie(aanleiding="Aangevraagd")
    zorg_voor_index()
    while lever_ronde(ADEM):
        pass
    machine.close()
    machine._map.verwijder(nieuw.generatie)
    machine.begin_generation(nieuw.generatie)
    wissel_index()
    assert actief().pk == oud.pk
    nieuw.refresh_from_db()
    assert nieuw.verschillen == {"ontbreekt": 6}
    assert "6" in nieuw.laatste_fout
    # It was offered again, so it heals.
    while lever_ronde(ADEM):
        pass
    wissel_index(op=timezone.now() + timedelta(minutes=1))
    assert actief().pk == nieuw.pk


def test_een_motor_die_niet_antwoordt_houdt_de_lus_niet_op(producten, settings, caplog):
    settings.ANTWOORD_ZOEKMACHINE = "elasticsearch"
    settings.ANTWOORD_ELASTICSEARCH = "http://127.0.0.1:9"
    zorg_voor_index()
    wissel_index()
    assert "antwoordt niet" in caplog.text
    assert actief()
    assert motor().fingerprint


def test_een_geweigerd_document_houdt_de_wissel_niet_tegen(producten, machine, monkeypatch):
    """One that no must-win question is about: it is shown as refused, and the others go on."""
    ProductFactory(sleutel="bijzonder", titel="Iets bijzonders", gepubliceerd=True)
    ronde()
    echt = index.document_uit

    def kieskeurig(publiek, balie, *, versie):
        if (publiek["sleutel"], publiek["bereik"]) == ("bijzonder", "dordrecht"):
            raise ValueError("past niet")
        return echt(publiek, balie, versie=versie)

    monkeypatch.setattr(index, "document_uit", kieskeurig)
    nieuw, _ = vraag_generatie(aanleiding="Aangevraagd")
    ronde()
    assert actief().pk == nieuw.pk
    assert nieuw.leveringen.get(toestand=LeveringToestand.GEPARKEERD).publicatie.bereik == "dordrecht"
    assert machine.counts() == {"dordrecht": 2, "regio": 3, "sliedrecht": 3}


def test_elke_nacht_worden_de_proefvragen_opnieuw_gesteld(producten):
    producten[1].titel, producten[1].samenvatting = "Iets anders", "Over iets anders."
    producten[1].trefwoorden = []
    publiceer(producten[1])
    ronde()
    assert actief().proef["goed"] == 6
    wissel_index(op=timezone.now() + timedelta(days=1))
    assert (actief().proef["gesteld"], actief().proef["goed"]) == (6, 3)


def test_een_dienende_index_die_vragen_van_nu_niet_kent_houdt_de_nieuwe_niet_tegen(
    producten, bedorven, monkeypatch
):
    oud = actief()
    echt = TantivyMotor.search

    def search(self, plan, scope, limiet, naam=None):
        if (naam or self.active()) == oud.generatie:
            raise MotorFout("Field `precies` is not defined in the schema")
        return echt(self, plan, scope, limiet, naam=naam)

    monkeypatch.setattr(TantivyMotor, "search", search)
    bedorven()  # it answers nothing either, but nothing is lost
    nieuw, _ = vraag_generatie(aanleiding="Ander schema")
    ronde()
    assert actief().pk == nieuw.pk
