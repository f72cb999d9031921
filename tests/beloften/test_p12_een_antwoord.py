"""P12: exactly one answer per product and bereik in search, whatever changes meanwhile: never two, never another
municipality's, never none.

A reader asks the same questions over and over, in a thread of its own, while deviations come and go, a municipality
stops and begins offering, and a rebuilt index takes over. Not offered is an answer as well; only a withdrawn text has
none. What leaks between pairs of municipalities: `tests/keten/test_lek.py`.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import close_old_connections, connection

from kennisbank.publicaties import haal_product
from redactie.keuzes import Aangeboden
from redactie.models import LokaleVersie, Product
from search.bereik import balie, publiek
from search.motor import Motor
from search.tantivy_motor import TantivyMotor
from search.tantivy_schrijver import Schrijver
from search.zoeken import zoek
from search.zoekplan import naamplan
from sync.doelen import index
from sync.generatie import generaties, vraag_generatie
from sync.models import DoelToestand
from tests.factories import LokaleVersieFactory, ProductFactory, publiceer
from tests.sync.conftest import actief, ronde

pytestmark = [pytest.mark.traag, pytest.mark.django_db(transaction=True)]

BEREIKEN = ("regio", "sliedrecht", "dordrecht")
GEDULD = 60.0
NAAM = naamplan("grofvuil")


class Lezer(threading.Thread):
    """Asks for each product in each bereik, round after round, and keeps what it should not have seen."""

    def __init__(self, machine: Motor) -> None:
        super().__init__(daemon=True)
        self.machine = machine
        self.fout: set[str] = set()
        self.rondes = 0
        self.klaar = threading.Event()
        self.weer = threading.Condition()

    def run(self) -> None:
        try:
            while not self.klaar.is_set():
                for bereik in BEREIKEN:
                    for scope in (balie(bereik), publiek(bereik)):
                        self.kijk(bereik, scope)
                with self.weer:
                    self.rondes += 1
                    self.weer.notify_all()
                close_old_connections()
        except Exception as fout:
            self.fout.add(repr(fout))
        finally:
            self.klaar.set()
            with self.weer:
                self.weer.notify_all()
            connection.close()

    def kijk(self, bereik: str, scope: Any) -> None:
        sleutels = [lid.sleutel for lid in zoek("grofvuil", scope, motor=self.machine).treffers]
        if (aantal := sleutels.count("grofvuil")) != 1:
            self.fout.add(f"{bereik}: {aantal} antwoorden")
        # The ladder names nothing twice; so what the index holds by this name is asked as well.
        documenten = [lid.sleutel for lid in self.machine.search(NAAM, scope, 10)]
        if (aantal := documenten.count("grofvuil")) != 1:
            self.fout.add(f"{bereik}: {aantal} documenten")
        if sleutels.count("wisselt") > 1:
            self.fout.add(f"{bereik}: de tekst die komt en gaat staat er tweemaal")
        gepubliceerd = haal_product(bereik, "grofvuil")
        titel = gepubliceerd.publiek["talen"]["nl"]["titel"] if gepubliceerd is not None else "niets"
        anderen = {"Sliedrecht", "Dordrecht"} - {bereik.title()}
        if "Grofvuil" not in titel or any(ander in titel for ander in anderen):
            self.fout.add(f"{bereik}: las “{titel}”")

    def nog_tweemaal(self) -> None:
        """Until it has asked everything once, wholly after this moment."""
        with self.weer:
            tot = self.rondes + 2
            assert self.weer.wait_for(lambda: self.rondes >= tot or self.klaar.is_set(), GEDULD)


@pytest.fixture
def lezer(regio, sliedrecht, dordrecht, zoekmachine) -> Iterator[Lezer]:
    product = ProductFactory(sleutel="grofvuil", titel="Grofvuil laten ophalen", gepubliceerd=True)
    ProductFactory(sleutel="wisselt", titel="Grofvuil zelf brengen", gepubliceerd=True)
    for gemeente in (sliedrecht, dordrecht):
        LokaleVersieFactory(
            product=product,
            gemeente=gemeente,
            wijkt_af={"titel": f"Grofvuil in {gemeente.naam}"},
            gepubliceerd=True,
        )
    while not generaties(DoelToestand.ACTIEF).exists():
        ronde()
    lezer = Lezer(zoekmachine)
    lezer.start()
    lezer.nog_tweemaal()
    yield lezer
    lezer.klaar.set()
    lezer.join(GEDULD)


def wissel_alles(lezer: Lezer, keren: int) -> None:
    """Each thing that can change an answer, in turns, one at a time and in its own round."""
    oud = actief()
    for keer in range(keren):
        if keer == 1:
            vraag_generatie(aanleiding="Aangevraagd")
        for versie in LokaleVersie.objects.select_related("gemeente"):
            (afwijking,) = versie.afwijkingen.all()
            afwijking.tekst = f"Grofvuil in {versie.gemeente.naam}, keer {keer}"
            versie.afwijkingen.add(afwijking)
            versie.aangeboden = Aangeboden.NEE if keer % 2 else Aangeboden.JA
            versie.toelichting = "Breng het zelf weg."
            publiceer(versie)
            ronde()
        if keer % 2:
            publiceer(Product.objects.get(sleutel="wisselt"))
        else:
            Product.objects.get(sleutel="wisselt").unpublish()
        ronde()
        lezer.nog_tweemaal()
    assert actief().pk != oud.pk


def test_er_is_altijd_precies_een_antwoord_en_dat_is_van_hier(lezer: Lezer) -> None:
    wissel_alles(lezer, 3)
    assert lezer.fout == set()
    assert lezer.rondes > 4


def test_een_index_die_het_oude_antwoord_laat_staan_wordt_betrapt(lezer, monkeypatch) -> None:
    """The broken variant: a new version comes beside the one before."""
    if not isinstance(lezer.machine, TantivyMotor):
        pytest.skip("de kapotte schrijver is die van de ingebouwde zoekmachine")
    echt = Schrijver._plaats

    class ZonderWeghalen:
        def __init__(self, schrijver: Any) -> None:
            self.schrijver = schrijver

        def delete_documents_by_term(self, *_: Any) -> None:
            pass

        def __getattr__(self, naam: str) -> Any:
            return getattr(self.schrijver, naam)

    def plaats(zelf: Any, document: Any) -> Any:
        if not isinstance(zelf._schrijver, ZonderWeghalen):
            zelf._schrijver = ZonderWeghalen(zelf._schrijver)
        return echt(zelf, document)

    monkeypatch.setattr(Schrijver, "_plaats", plaats)
    _bewerk_en_lees(lezer)
    assert any("2 documenten" in fout for fout in lezer.fout), lezer.fout


def test_een_index_die_bij_elke_wijziging_even_leeg_is_wordt_betrapt(lezer, monkeypatch) -> None:
    """The broken variant: first a tombstone, then the new text."""
    echt = index.IndexAdapter.lever

    def lever(zelf: Any, berichten: Any) -> Any:
        weg = [
            index.grafsteen(bereik=lid.bereik, sleutel=lid.sleutel, versie=lid.versie) for lid in berichten
        ]
        index.motor().write(zelf.doel.generatie, weg)
        lezer.nog_tweemaal()
        return echt(zelf, berichten)

    monkeypatch.setattr(index.IndexAdapter, "lever", lever)
    _bewerk_en_lees(lezer)
    assert any("0 antwoorden" in fout for fout in lezer.fout)


def _bewerk_en_lees(lezer: Lezer) -> None:
    product = Product.objects.get(sleutel="grofvuil")
    product.termijn = "Binnen een week."
    publiceer(product)
    ronde()
    lezer.nog_tweemaal()
