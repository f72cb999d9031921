"""There is always a generation that serves or is on its way, and never two that were asked for at once."""

from __future__ import annotations

import contextlib
import threading

import pytest
from django.db import connection

from search.tantivy_motor import TantivyMotor
from sync import generatie
from sync.bezorgen import lever_ronde
from sync.generatie import GeenWegTerug, generaties, vraag_generatie, vraag_terug, zorg_voor_index
from sync.models import Doel, DoelToestand
from sync.slot import Slot, zonder_wachten
from tests.factories import ProductFactory, publiceer
from tests.sync.conftest import ADEM, actief, ronde

pytestmark = pytest.mark.django_db


@pytest.fixture
def paspoort(regio, machine):
    product = ProductFactory(sleutel="paspoort-aanvragen", titel="Paspoort aanvragen", gepubliceerd=True)
    ronde()
    return product


def test_zonder_index_wordt_er_een_gemaakt_en_dient_hij_na_een_ronde(paspoort, machine):
    doel = actief()
    assert machine.active() == doel.generatie
    assert machine.counts() == {"dordrecht": 1, "regio": 1, "sliedrecht": 1}
    assert doel.aanleiding == "Er was geen zoekindex."


def test_wie_tweemaal_vraagt_krijgt_dezelfde_generatie(paspoort):
    eerste, nieuw = vraag_generatie(aanleiding="Aangevraagd")
    tweede, nogmaals = vraag_generatie(aanleiding="Aangevraagd")
    assert (nieuw, nogmaals, tweede.pk) == (True, False, eerste.pk)


def test_een_gevraagde_generatie_die_nog_niet_gemaakt_is_wordt_niet_beleverd(paspoort):
    doel, _ = vraag_generatie(aanleiding="Aangevraagd")
    assert lever_ronde(ADEM) == 0
    doel.refresh_from_db()
    assert (doel.fouten_op_rij, doel.laatste_fout) == (0, "")


def test_een_andere_analyse_vraagt_zelf_een_nieuwe_index_en_zegt_waarom(paspoort, monkeypatch, caplog):
    oud = actief()
    monkeypatch.setattr(TantivyMotor, "fingerprint", "t1-nieuw")
    zorg_voor_index()
    (nieuw,) = generaties(DoelToestand.VULLEN)
    assert nieuw.aanleiding == f"De zoekanalyse is veranderd (van {oud.vingerafdruk} naar t1-nieuw)."
    assert "De zoekanalyse is veranderd" in caplog.text
    assert actief().pk == oud.pk
    ronde()
    assert actief().pk == nieuw.pk


def test_een_generatie_van_een_oudere_analyse_die_nog_vult_gaat_niet_meer_dienen(paspoort, monkeypatch):
    halverwege, _ = vraag_generatie(aanleiding="Aangevraagd")
    zorg_voor_index()
    monkeypatch.setattr(TantivyMotor, "fingerprint", "t1-nieuw")
    ronde()
    assert not Doel.objects.filter(pk=halverwege.pk).exists()
    assert actief().vingerafdruk == "t1-nieuw"


def test_een_weggeraakte_index_komt_terug(paspoort, machine):
    oud = actief()
    machine.close()
    machine._map.verwijder(oud.generatie)
    ronde()
    assert actief().generatie != oud.generatie
    assert machine.counts() == {"dordrecht": 1, "regio": 1, "sliedrecht": 1}


def test_een_weggeraakte_wijzer_wordt_teruggezet(paspoort, machine, settings):
    (settings.ANTWOORD_INDEX / "actief").unlink()
    zorg_voor_index()
    assert machine.active() == actief().generatie


def test_terug_naar_de_vorige_die_intussen_bijgehouden_is(paspoort, machine):
    vorige = actief()
    vraag_generatie(aanleiding="Aangevraagd")
    ronde()
    paspoort.titel = "Reisdocument aanvragen"
    publiceer(paspoort)
    ronde()
    assert vraag_terug().pk == vorige.pk
    ronde()
    assert actief().pk == vorige.pk
    assert machine.active() == vorige.generatie
    assert {stand.versie for stand in machine.audit()} == {2**32 + 2}


def test_er_is_geen_weg_terug_zonder_bewaarde_index(paspoort):
    with pytest.raises(GeenWegTerug):
        vraag_terug()


def test_er_is_geen_weg_terug_naar_een_andere_analyse(paspoort, monkeypatch):
    monkeypatch.setattr(TantivyMotor, "fingerprint", "t1-nieuw")
    ronde()
    with pytest.raises(GeenWegTerug, match="andere zoekanalyse"):
        vraag_terug()


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_twee_lussen_tegelijk_vragen_samen_een_generatie(regio, machine, monkeypatch):
    """The second loop arrives while the first has seen that nothing serves, and has not asked yet."""
    binnen, verder = threading.Event(), threading.Event()
    echt = generatie._begin

    def traag(machine):
        binnen.set()
        assert verder.wait(10)
        echt(machine)

    def eerste_lus():
        zorg_voor_index()
        connection.close()

    monkeypatch.setattr(generatie, "_begin", traag)
    draad = threading.Thread(target=eerste_lus)
    draad.start()
    assert binnen.wait(10)
    monkeypatch.setattr(generatie, "_begin", echt)
    zorg_voor_index()
    assert Doel.objects.count() == 0
    verder.set()
    draad.join(10)
    zorg_voor_index()
    assert Doel.objects.count() == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_twee_vragers_tegelijk_krijgen_dezelfde_generatie(regio, machine):
    klaar = threading.Barrier(4)
    gekregen = []

    def vraag():
        klaar.wait(10)
        gekregen.append(vraag_generatie(aanleiding="Aangevraagd"))
        connection.close()

    draden = [threading.Thread(target=vraag) for _ in range(4)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(20)
    assert sorted(nieuw for _, nieuw in gekregen) == [False, False, False, True]
    assert len({doel.pk for doel, _ in gekregen}) == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_een_lus_die_valt_laat_het_slot_los():
    with contextlib.suppress(RuntimeError), zonder_wachten(Slot.INDEX) as aan_de_beurt:
        assert aan_de_beurt
        raise RuntimeError
    uitkomst = []

    def probeer():
        with zonder_wachten(Slot.INDEX) as beurt:
            uitkomst.append(beurt)
        connection.close()

    draad = threading.Thread(target=probeer)
    draad.start()
    draad.join(10)
    assert uitkomst == [True]
