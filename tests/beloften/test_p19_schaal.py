"""P19: how many queries a publication, a delivery and a comparison take does not depend on how many municipalities
there are. How long they take in a whole country is measured by `make bench` (tests/bench/publiceren.py).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from redactie.models import Gemeente, Product
from sync import bezorgen, vastleggen
from sync.adem import Adem
from sync.bezorgen import lever_ronde
from sync.classificatie import Doelantwoord
from sync.models import Doel, DoelSoort, DoelToestand, Levering, LeveringToestand, Publicatie
from sync.plannen import verwerk_alles
from tests import ontvangers as o
from tests.factories import GemeenteFactory, LokaleVersieFactory, ProductFactory, RegioFactory, publiceer
from tests.sync.doelproef import doel_voor

pytestmark = pytest.mark.django_db
KLEIN, GROOT = 2, 14
BLOK = 64
"""All in one block, on SQLite as well."""


class Ja:
    """A target that takes everything and has everything."""

    grootste_blok = 50
    buitenshuis = True

    def __init__(self, doel: Doel) -> None:
        self.doel = doel

    def lever(self, berichten):
        return [Doelantwoord(200)] * len(berichten)

    def stand(self, verwacht):
        return frozenset(), {}


@pytest.fixture
def land(monkeypatch, settings) -> Callable[[int, int], None]:
    """So many municipalities, each with a website, one index, and so many products: all of it live."""
    settings.ANTWOORD_PRIVE_DOELEN = True
    monkeypatch.setitem(bezorgen.ADAPTERS, DoelSoort.HTTP, Ja)
    monkeypatch.setitem(bezorgen.ADAPTERS, DoelSoort.INDEX, Ja)

    def maak(gemeenten: int, producten: int = 1) -> None:
        RegioFactory()
        Doel.objects.create(
            naam="index", soort=DoelSoort.INDEX, toestand=DoelToestand.ACTIEF, vingerafdruk="proef"
        )
        for nummer in range(gemeenten):
            gemeente = GemeenteFactory(slug=f"gemeente-{nummer}")
            doel_voor(gemeente.slug, "http://127.0.0.1:9", o.nieuw_geheim())
        for nummer in range(producten):
            ProductFactory(sleutel=f"product-{nummer}", gepubliceerd=True)
        plan()
        lever_ronde(adem())
        Doel.objects.update(nazien_op=timezone.now() + timedelta(days=1))
        assert Levering.objects.exclude(toestand=LeveringToestand.BEVESTIGD).count() == 0

    return maak


def adem() -> Adem:
    return Adem(blok=BLOK, rust=False)


def plan() -> None:
    verwerk_alles(adem())


def vragen(doe: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as gevangen:
        doe()
    return len(gevangen)


def van_een_publicatie(gemeenten: int) -> int:
    """Of planning one central edit that every municipality shows."""
    product = ProductFactory(sleutel="uittreksel", gepubliceerd=True)
    plan()
    lever_ronde(adem())
    product.termijn = "Na drie werkdagen."
    publiceer(product)
    voor = Publicatie.objects.get(bereik="gemeente-0", sleutel="uittreksel").versie
    aantal = vragen(plan)
    nieuw = Publicatie.objects.filter(sleutel="uittreksel", versie__gt=voor)
    assert nieuw.count() == gemeenten + 1
    assert Levering.objects.filter(toestand=LeveringToestand.WACHT).count() == 2 * gemeenten + 1
    return aantal


def in_beide(land, meet: Callable[[int], int], producten: int = 1) -> tuple[int, int]:
    """The same measurement in a small country and, after that is gone, in a large one."""
    uit = []
    for gemeenten in (KLEIN, GROOT):
        punt = connection.savepoint()
        uit.append((land(gemeenten, producten), meet(gemeenten))[1])
        connection.savepoint_rollback(punt)
    return uit[0], uit[1]


def test_publiceren_vraagt_evenveel_hoeveel_gemeenten_er_ook_zijn(land):
    klein, groot = in_beide(land, van_een_publicatie)
    assert klein == groot


def test_een_wens_per_gemeente_wordt_gemerkt(land, monkeypatch):
    """The broken variant: each delivery by itself."""
    samen = vastleggen.wens
    monkeypatch.setattr(vastleggen, "wens", lambda paren, op: [samen([paar], op) for paar in paren])
    klein, groot = in_beide(land, van_een_publicatie)
    assert groot - klein > GROOT - KLEIN


def test_een_ronde_vraagt_evenveel_hoeveel_gemeenten_er_ook_zijn(land):
    """Something for one website and the index; the others have nothing to get."""

    def meet(gemeenten: int) -> int:
        LokaleVersieFactory(
            product=Product.objects.get(),
            gemeente=Gemeente.objects.get(slug="gemeente-0"),
            wijkt_af={"termijn": "Bij ons na een week."},
            gepubliceerd=True,
        )
        plan()
        assert Levering.objects.filter(toestand=LeveringToestand.WACHT).count() == 2
        return vragen(lambda: lever_ronde(adem()))

    klein, groot = in_beide(land, meet)
    assert klein == groot


def test_wat_meer_te_brengen_of_te_vergelijken_is_kost_geen_vragen(land):
    """One website: three documents and fifteen take as many queries, on their way and when they are compared."""

    def meet(producten: int) -> tuple[int, int]:
        land(1, producten)
        doel = Doel.objects.get(soort=DoelSoort.HTTP)
        Levering.objects.filter(doel=doel).update(toestand=LeveringToestand.WACHT, bevestigd=0)
        leveren = vragen(lambda: lever_ronde(adem()))
        Doel.objects.filter(pk=doel.pk).update(nazien_op=timezone.now())
        vergelijken = vragen(lambda: lever_ronde(adem()))
        assert Doel.objects.get(pk=doel.pk).nagezien_op is not None
        assert (
            Levering.objects.filter(doel=doel, toestand=LeveringToestand.BEVESTIGD).count() == producten + 1
        )
        return leveren, vergelijken

    punt = connection.savepoint()
    weinig = meet(2)
    connection.savepoint_rollback(punt)
    assert weinig == meet(14)
