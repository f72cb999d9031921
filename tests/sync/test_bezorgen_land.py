"""342 targets at once, with every kind of bad one among them; a herd that begins to hang; an index that hangs."""

from __future__ import annotations

import threading
from contextlib import ExitStack

import pytest

from deploy.ontvanger.ontvanger import Ontvanger
from search.keuze import motor
from sync.bezorgen import Bezorger
from sync.generatie import zorg_voor_index
from sync.models import Doel, DoelToestand, Levering, LeveringToestand
from tests import ontvangers as o
from tests.bench.veelontvangers import in_een_draad
from tests.factories import ProductFactory
from tests.sync.conftest import plan_alles
from tests.sync.doelproef import ADEM, doel_voor
from tests.sync.test_bezorgen import (
    GEHEIM,
    antwoordt,
    leidt_om,
    met_certificaat,
    stuurt_een_gigabyte,
    weigert,
)

pytestmark = [pytest.mark.django_db, pytest.mark.traag]
LAND = 342


@pytest.fixture
def vrij(settings) -> None:
    settings.ANTWOORD_PRIVE_DOELEN = True


def ronden(bezorger: Bezorger, tot, hoogstens: int = 600) -> bool:
    """Rounds until it is so; False after so many."""
    for _ in range(hoogstens):
        bezorger.ronde(ADEM)
        if tot():
            return True
        bezorger.wacht(0.1)
    return False


def alle_goede_bevestigd() -> bool:
    rijen = Levering.objects.filter(doel__naam__startswith="goed")
    return not rijen.exclude(toestand=LeveringToestand.BEVESTIGD).exists()


def test_in_een_land_vol_doelen_schaadt_een_kwaad_doel_alleen_zichzelf(regio, tmp_path, vrij, monkeypatch):
    monkeypatch.setattr("sync.doelen.http.SPREEKTIJD", 2.0)
    los, verstuurd = threading.Event(), []
    binnen = o.Telt(o.opslag_in(tmp_path), [GEHEIM])
    ProductFactory(sleutel="paspoort", gepubliceerd=True)
    plan_alles()
    with ExitStack() as stapel:
        land, ontvangers = stapel.enter_context(in_een_draad(GEHEIM))
        kwaad = {
            "hangt": antwoordt(lambda _: los.wait(60)),
            "weigert": antwoordt(weigert),
            "omleiding": antwoordt(leidt_om(stapel.enter_context(o.draai(binnen)))),
            "gigabyte": antwoordt(stuurt_een_gigabyte(verstuurd)),
        }
        adressen = {naam: stapel.enter_context(o.aan_het_werk(server)) for naam, server in kwaad.items()}
        knikt = o.Jaknikker(o.opslag_in(tmp_path), [GEHEIM])
        adressen["knikt"] = stapel.enter_context(o.draai(knikt))
        adressen["verlopen"] = stapel.enter_context(met_certificaat(tmp_path, monkeypatch, verlopen=True))
        for naam, adres in adressen.items():
            doel_voor("sliedrecht", adres, GEHEIM, naam)
        eerste = doel_voor("sliedrecht", f"{land}/goed-0", GEHEIM, "goed 0")
        _nog_meer_zoals(eerste, LAND - len(adressen) - 1, land)
        assert Doel.objects.count() == LAND

        bezorger = Bezorger()
        stapel.callback(bezorger.sluit)
        stapel.callback(los.set)
        namen = [naam for naam in adressen if naam != "knikt"]

        def geklaagd() -> bool:
            return not Doel.objects.filter(naam__in=namen, laatste_fout="").exists()

        assert ronden(bezorger, lambda: alle_goede_bevestigd() and geklaagd())
        gezegd = dict(Doel.objects.filter(naam__in=namen).values_list("naam", "laatste_fout"))
        assert gezegd.pop("verlopen").startswith("het certificaat is niet geldig")
        assert gezegd == {
            "hangt": "het antwoord kwam niet op tijd",
            "weigert": "500",
            "omleiding": "307",
            "gigabyte": "het antwoord is groter dan 256 kB",
        }
        assert sum(verstuurd) < 64 * 2**20
        assert binnen.leveringen == 0
        assert all(len(staat) == 2 for staat in ontvangers.staat.values())
        assert len(ontvangers.staat) == LAND - len(adressen)
        assert not Levering.objects.filter(doel__naam__in=namen, bevestigd__gt=0).exists()

        # The one that says yes and keeps nothing is found by comparing; of the good ones nothing differs.
        assert ronden(bezorger, lambda: Doel.objects.get(naam="knikt").herstelpogingen > 0)
        assert not Doel.objects.filter(naam__startswith="goed").exclude(verschillen={}).exists()
        assert set(Doel.objects.values_list("toestand", flat=True)) == {DoelToestand.ACTIEF}


def _nog_meer_zoals(eerste: Doel, aantal: int, land: str) -> None:
    """Targets like this one, at receivers of their own; made at once, because making each by itself takes longer."""
    geheim = eerste.geheimen.get()
    nieuwe = Doel.objects.bulk_create(
        Doel(
            naam=f"goed {nummer}",
            soort=eerste.soort,
            toestand=eerste.toestand,
            bereik=eerste.bereik,
            adres=f"{land}/goed-{nummer}",
        )
        for nummer in range(1, aantal + 1)
    )
    type(geheim).objects.bulk_create(
        type(geheim)(doel=doel, versleuteld=geheim.versleuteld, kenmerk=geheim.kenmerk) for doel in nieuwe
    )
    Levering.objects.bulk_create(
        Levering(doel=doel, publicatie_id=rij.publicatie_id, gewenst=rij.gewenst, wacht_sinds=rij.wacht_sinds)
        for doel in nieuwe
        for rij in eerste.leveringen.all()
    )


@pytest.fixture
def rond_een_kudde(regio, tmp_path, vrij):
    """Whether the good targets got all, while more targets than there are places hold on to their first words."""

    def doe(geduld: float, hoogstens: int) -> bool:
        return _rond_een_kudde(tmp_path, geduld, hoogstens)

    return doe


def test_een_kudde_die_begint_te_hangen_houdt_de_anderen_niet_op(rond_een_kudde):
    assert rond_een_kudde(geduld=0.3, hoogstens=100)


def test_wie_zijn_plaats_houdt_wordt_gemerkt(rond_een_kudde):
    """The broken variant: a place is given up only at the end of a conversation."""
    assert not rond_een_kudde(geduld=60.0, hoogstens=15)


def _rond_een_kudde(map_, geduld: float, hoogstens: int) -> bool:
    los = threading.Event()
    ProductFactory(sleutel="paspoort", gepubliceerd=True)
    plan_alles()
    with ExitStack() as stapel:
        hangt = stapel.enter_context(o.aan_het_werk(antwoordt(lambda _: los.wait(60))))
        for nummer in range(6):
            doel_voor("sliedrecht", hangt, GEHEIM, f"hangt {nummer}")
        for nummer in range(3):
            ontvanger = Ontvanger(o.opslag_in(map_), [GEHEIM])
            doel_voor("sliedrecht", stapel.enter_context(o.draai(ontvanger)), GEHEIM, f"goed {nummer}")
        bezorger = Bezorger(plaatsen=2, proefplaatsen=1, geduld=geduld)
        stapel.callback(bezorger.sluit)
        stapel.callback(los.set)
        gelukt = ronden(bezorger, alle_goede_bevestigd, hoogstens)
        assert not Doel.objects.exclude(laatste_fout="").exists()
        return gelukt


def test_een_index_die_hangt_houdt_de_websites_niet_op(regio, tmp_path, vrij, settings, monkeypatch):
    settings.ANTWOORD_INDEX = tmp_path / "index"
    los, begonnen = threading.Event(), threading.Event()
    ProductFactory(sleutel="paspoort", gepubliceerd=True)
    plan_alles()
    zorg_voor_index()
    schrijf = type(motor()).write

    def hangt(zelf, naam, documenten):
        begonnen.set()
        los.wait(60)
        return schrijf(zelf, naam, documenten)

    monkeypatch.setattr(type(motor()), "write", hangt)
    with o.draai(Ontvanger(o.opslag_in(tmp_path), [GEHEIM])) as adres:
        doel_voor("sliedrecht", adres, GEHEIM, "goed")
        bezorger = Bezorger()
        try:
            assert ronden(bezorger, lambda: begonnen.is_set() and alle_goede_bevestigd(), hoogstens=100)
            assert Levering.objects.filter(doel__soort="index", bevestigd__gt=0).count() == 0
            los.set()
            alles = Levering.objects.exclude(toestand=LeveringToestand.BEVESTIGD)
            assert ronden(bezorger, lambda: not alles.exists(), hoogstens=100)
        finally:
            los.set()
            bezorger.sluit()
