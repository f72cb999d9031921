"""P9: the index is made anew without a lock or a gap, and switching back loses nothing.

Editing goes on all the time: while a generation is filled, after it took over, and after the one before serves again.
At each of those moments what an index has is compared with what was published.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

import pytest
from django.db import connection

from redactie.models import Product
from search.bereik import balie
from search.document import document_id
from search.motor import Motor
from search.zoeken import zoek
from sync import wisselen
from sync.bezorgen import lever_ronde
from sync.generatie import generaties, vraag_generatie, vraag_terug, zorg_voor_index
from sync.models import Documentsoort, Doel, DoelToestand, Publicatie, Toestand
from sync.wisselen import wissel_index
from tests.factories import ProductFactory, publiceer
from tests.sync.conftest import ADEM, actief, plan_alles

pytestmark = [pytest.mark.traag, pytest.mark.django_db(transaction=True)]

BEREIKEN = ("regio", "sliedrecht", "dordrecht")
MEESTE_RONDES = 30


class Installatie:
    """The loop, an editor who edits in every round, and a reader who asks after each."""

    def __init__(self, machine: Motor) -> None:
        self.machine = machine
        self.product = ProductFactory(
            sleutel="paspoort-aanvragen", titel="Paspoort aanvragen", gepubliceerd=True
        )
        for nummer in range(3):
            ProductFactory(sleutel=f"lid-{nummer}", titel=f"Lid nummer {nummer}", gepubliceerd=True)
        self.nummers = count()
        self.gaten: list[str] = []

    def bewerk(self) -> None:
        self.product.termijn = f"Na {next(self.nummers)} dagen."
        self.product = publiceer(self.product)

    def ronde(self) -> None:
        plan_alles()
        zorg_voor_index()
        lever_ronde(ADEM)
        wissel_index()
        self.lees()

    def lees(self) -> None:
        if self.machine.active() is None:
            return
        for bereik in BEREIKEN:
            gevonden = zoek("paspoort aanvragen", balie(bereik), motor=self.machine).treffers
            if [treffer.sleutel for treffer in gevonden][:1] != [self.product.sleutel]:
                self.gaten.append(f"{bereik}: {gevonden}")

    def tot_rust(self, klaar: Callable[[], bool]) -> None:
        for _ in range(MEESTE_RONDES):
            self.ronde()
            if klaar() and not Doel.objects.filter(leveringen__toestand="wacht").exists():
                return
        raise AssertionError("de index kwam niet tot rust")


@pytest.fixture
def installatie(regio, zoekmachine) -> Installatie:
    installatie = Installatie(zoekmachine)
    installatie.tot_rust(lambda: generaties(DoelToestand.ACTIEF).exists())
    return installatie


def verschil(machine: Motor, generatie: str) -> set[tuple[str, int, bool]]:
    """What this generation has otherwise than it was published."""
    heeft = {(stand.id, stand.versie, stand.weg) for stand in machine.audit(generatie)}
    rijen = Publicatie.objects.filter(documentsoort=Documentsoort.PRODUCT, versie__gt=0)
    hoort = {
        (document_id(rij.bereik, rij.sleutel), rij.versie, rij.toestand == Toestand.INGETROKKEN)
        for rij in rijen
    }
    return heeft ^ hoort


def test_bewerken_gaat_door_tijdens_herbouwen_wisselen_en_teruggaan(
    installatie, zoekmachine, monkeypatch
) -> None:
    oud = actief()
    echt = type(zoekmachine).write
    tijdens: list[str] = []

    def schrijf(zelf: Any, naam: str, documenten: Any) -> Any:
        """An editor publishes while a generation is being written: nobody holds the database."""
        assert not connection.in_atomic_block
        if naam != oud.generatie and len(tijdens) < 2:
            installatie.bewerk()
            tijdens.append(naam)
        return echt(zelf, naam, documenten)

    monkeypatch.setattr(type(zoekmachine), "write", schrijf)
    nieuw, _ = vraag_generatie(aanleiding="Aangevraagd")
    rondes = 0
    while actief().pk == oud.pk:
        installatie.bewerk()
        installatie.ronde()
        # What serves has every edit, however much the other one still has to get.
        assert verschil(zoekmachine, oud.generatie) == set()
        rondes += 1
        assert rondes < MEESTE_RONDES
        if rondes > 3:
            installatie.tot_rust(lambda: True)
    assert len(tijdens) == 2
    assert actief().pk == nieuw.pk
    installatie.tot_rust(lambda: True)
    assert verschil(zoekmachine, nieuw.generatie) == verschil(zoekmachine, oud.generatie) == set()

    installatie.bewerk()
    ProductFactory(sleutel="erbij", titel="Kwam erbij", gepubliceerd=True)
    Product.objects.get(sleutel="lid-0").unpublish()
    installatie.ronde()
    assert vraag_terug().pk == oud.pk
    installatie.bewerk()
    installatie.tot_rust(lambda: actief().pk == oud.pk)
    assert zoekmachine.active() == oud.generatie
    assert verschil(zoekmachine, oud.generatie) == verschil(zoekmachine, nieuw.generatie) == set()
    assert zoek("kwam erbij", balie("dordrecht"), motor=zoekmachine).treffers[0].sleutel == "erbij"
    assert installatie.gaten == []


def test_een_wissel_die_niet_wacht_wordt_betrapt(installatie, zoekmachine, monkeypatch) -> None:
    """The broken variant: a generation takes over as soon as it is there."""
    monkeypatch.setattr(wisselen, "_is_klaar", lambda *_: True)
    vraag_generatie(aanleiding="Aangevraagd", zonder_proef=True)
    installatie.bewerk()
    installatie.ronde()
    assert verschil(zoekmachine, actief().generatie) != set()


def test_een_vorige_index_die_niet_wordt_bijgehouden_wordt_betrapt(
    installatie, zoekmachine, monkeypatch
) -> None:
    """The broken variant: only what serves is brought up to date, and going back is a matter of the pointer."""
    oud = actief()
    vraag_generatie(aanleiding="Aangevraagd")
    installatie.tot_rust(lambda: actief().pk != oud.pk)
    Doel.objects.filter(pk=oud.pk).update(toestand=DoelToestand.GEPAUZEERD)
    installatie.bewerk()
    installatie.tot_rust(lambda: True)
    assert verschil(zoekmachine, actief().generatie) == set()
    assert verschil(zoekmachine, oud.generatie) != set()
