"""P6: a dead, slow or hostile target and a poisoned document harm only themselves; the next version starts anew.

More kinds of bad targets, and more of them than there are threads: tests/sync/test_bezorgen.py.
"""

from __future__ import annotations

import json
import threading
from contextlib import ExitStack, contextmanager

import pytest

from deploy.ontvanger.ontvanger import Ontvanger
from sync import verwerken
from sync.bezorgen import Bezorger
from sync.classificatie import Oordeel, beoordeel
from sync.models import Doel, DoelToestand, Levering, LeveringToestand
from tests import ontvangers as o
from tests.factories import ProductFactory
from tests.sync.conftest import plan_alles
from tests.sync.doelproef import ADEM, bezorg_alles, doel_voor, staat, wijzig

pytestmark = pytest.mark.django_db


class Hangt(Ontvanger):
    """Takes what comes and says nothing, until it is let go."""

    def __init__(self, *args):
        super().__init__(*args)
        self.los = threading.Event()

    def antwoord(self, *args):
        self.los.wait(30)
        return super().antwoord(*args)


class Weigert(Ontvanger):
    def antwoord(self, *args):
        return o.in_json(500, {})


class Verslikt(Ontvanger):
    """Refuses a document for one text in it."""

    def _neem(self, koppen, lichaam):
        gegeven = super()._neem(koppen, lichaam)
        if b"Giftig" not in lichaam:
            return gegeven
        return o.in_json(
            200, {"uitslagen": [self._uitslag(lid) for lid in json.loads(lichaam)["documenten"]]}
        )

    def _uitslag(self, lid):
        namen = ("bereik", "documentsoort", "sleutel", "versie", "hash")
        return {naam: lid[naam] for naam in namen} | {"status": 422 if "Giftig" in str(lid) else 200}


def bij(ontvanger, doel: Doel) -> bool:
    """Whether it has everything that is wanted of it, and has said so."""
    gewenst = {
        f"{rij.publicatie.documentsoort}/{rij.publicatie.sleutel}": (rij.gewenst, rij.toestand)
        for rij in Levering.objects.filter(doel=doel).select_related("publicatie")
    }
    heeft = staat(ontvanger)
    return all(
        heeft.get(naam, (0,))[0] == versie and toestand == LeveringToestand.BEVESTIGD
        for naam, (versie, toestand) in gewenst.items()
    )


@contextmanager
def doelen(map_, **soorten: type[Ontvanger]):
    """Name → its receiver and its target, in this order."""
    geheim = o.nieuw_geheim()
    with ExitStack() as stapel:
        gemaakt = {}
        for naam, soort in soorten.items():
            ontvanger = soort(o.opslag_in(map_), [geheim])
            adres = stapel.enter_context(o.draai(ontvanger))
            gemaakt[naam] = (ontvanger, doel_voor("sliedrecht", adres, geheim, naam))
        yield gemaakt


@pytest.fixture
def rond_een_hangend_doel(regio, tmp_path, settings):
    """How many of so many edits reached the good targets while the first target held on to its first conversation."""
    settings.ANTWOORD_PRIVE_DOELEN = True

    def doe(bezorger: Bezorger, keren: int) -> int:
        product = ProductFactory(sleutel="paspoort", gepubliceerd=True)
        plan_alles()
        with doelen(tmp_path, hangt=Hangt, weigert=Weigert, goed=Ontvanger, ook=Ontvanger) as gemaakt:
            hangt, _ = gemaakt["hangt"]
            goede = [gemaakt["goed"], gemaakt["ook"]]
            gelukt = 0
            try:
                for nummer in range(keren):
                    wijzig(product, f"Versie {nummer}.")
                    for _ in range(40):
                        bezorger.ronde(ADEM)
                        bezorger.wacht(0.1)
                        if all(bij(*goed) for goed in goede):
                            gelukt += 1
                            break
                assert not Levering.objects.filter(doel__naam="hangt", bevestigd__gt=0).exists()
            finally:
                hangt.los.set()
                bezorger.sluit()
        return gelukt

    return doe


@pytest.mark.traag
def test_wie_hangt_of_weigert_houdt_de_anderen_niet_op(rond_een_hangend_doel):
    assert rond_een_hangend_doel(Bezorger(), 3) == 3
    assert not Doel.objects.exclude(toestand=DoelToestand.ACTIEF).exists()


@pytest.mark.traag
def test_een_draad_voor_iedereen_wordt_gemerkt(rond_een_hangend_doel):
    """The broken variant: one at a time."""
    assert rond_een_hangend_doel(Bezorger(plaatsen=1, proefplaatsen=1, geduld=60), 1) == 0


@pytest.fixture
def rond_een_giftig_document(regio, tmp_path, settings):
    """One edit that a target refuses, together with edits that it does not."""
    settings.ANTWOORD_PRIVE_DOELEN = True

    @contextmanager
    def doe():
        producten = [ProductFactory(sleutel=f"product-{nummer}", gepubliceerd=True) for nummer in range(5)]
        plan_alles()
        with doelen(tmp_path, kieskeurig=Verslikt, goed=Ontvanger) as gemaakt:
            bezorg_alles()
            for nummer, product in enumerate(producten):
                wijzig(product, "Giftig." if nummer == 2 else f"Na {nummer} dagen.")
            bezorg_alles()
            yield producten, gemaakt

    return doe


def niet_bij(naam: str) -> list[str]:
    rijen = Levering.objects.filter(doel__naam=naam).exclude(toestand=LeveringToestand.BEVESTIGD)
    return [f"{rij.publicatie.sleutel} {rij.toestand}" for rij in rijen.select_related("publicatie")]


def test_een_giftig_document_parkeert_alleen_zichzelf_tot_zijn_volgende_versie(rond_een_giftig_document):
    with rond_een_giftig_document() as (producten, gemaakt):
        assert niet_bij("kieskeurig") == ["product-2 geparkeerd"]
        assert niet_bij("goed") == []
        assert bij(*gemaakt["goed"])
        wijzig(producten[2], "Niet meer zo.")
        bezorg_alles()
        assert niet_bij("kieskeurig") == []
        assert bij(*gemaakt["kieskeurig"])


def test_een_weigering_die_het_doel_stopt_wordt_gemerkt(rond_een_giftig_document, monkeypatch):
    """The broken variant: one refused document stops its target."""

    def streng(antwoord, **rest):
        return Oordeel.QUARANTAINE if antwoord.code == 422 else beoordeel(antwoord, **rest)

    monkeypatch.setattr(verwerken, "beoordeel", streng)
    with rond_een_giftig_document() as (producten, _):
        wijzig(producten[0], "Dit hoort aan te komen.")
        bezorg_alles()
        assert "product-0 wacht" in niet_bij("kieskeurig")
