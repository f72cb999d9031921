"""P5: convergence is bounded: when faults are over, all is there after as many deliveries as there were loads, and
whatever waits by itself waits no longer than one lease.

Counted in deliveries; how many seconds it takes is measured by the chaos run (`tests/chaos/`).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import cycle
from typing import Any

import pytest
from django.db.models.functions import Now

from redactie.klok import nu_van_de_database
from sync import verwerken
from sync.classificatie import Doelantwoord
from sync.doelen.http import HttpAdapter
from sync.leveren import LEASE, laad, lever_blok
from sync.models import Doel, Levering, LeveringToestand
from tests import ontvangers as o
from tests.factories import ProductFactory
from tests.sync.conftest import ADEM, plan_alles
from tests.sync.doelproef import bezorg_alles, doel_voor

pytestmark = pytest.mark.django_db

BLOK = 4
AANTAL = 11
"""Ten products and the municipality's own document."""


class Kapot(o.Telt):
    """Answers 503 for as long as it is told to."""

    kapot = True

    def antwoord(self, methode: str, pad: str, koppen: Any, lichaam: bytes) -> o.Antwoord:
        gegeven = super().antwoord(methode, pad, koppen, lichaam)
        return o.in_json(503, {}) if self.kapot else gegeven


@pytest.fixture
def website(regio, tmp_path, settings, monkeypatch):
    settings.ANTWOORD_PRIVE_DOELEN = True
    monkeypatch.setattr(HttpAdapter, "grootste_blok", BLOK)
    geheim = o.nieuw_geheim()
    ontvanger = Kapot(o.opslag_in(tmp_path), [geheim])
    for nummer in range(AANTAL - 1):
        ProductFactory(sleutel=f"product-{nummer}", gepubliceerd=True)
    with o.draai(ontvanger) as adres:
        doel = doel_voor("sliedrecht", adres, geheim)
        plan_alles()
        yield ontvanger, doel


def wachtend() -> int:
    return Levering.objects.filter(toestand=LeveringToestand.WACHT).count()


def langste_wacht() -> timedelta:
    """How long it takes, from now, until everything may be tried again."""
    rijen = Levering.objects.values_list("volgende_op", "lease_tot")
    momenten = [moment for rij in rijen for moment in rij] + list(
        Doel.objects.values_list("weer_op", flat=True)
    )
    nu = nu_van_de_database()
    return max((moment - nu for moment in momenten if moment is not None), default=timedelta(0))


@pytest.mark.parametrize("storingen", [0, 1, 3, 9])
def test_na_een_storing_is_alles_er_na_zoveel_leveringen_als_er_vrachten_zijn(website, storingen) -> None:
    ontvanger, _ = website
    bezorg_alles(rondes=storingen)
    assert wachtend() == AANTAL
    ontvanger.kapot, ontvanger.leveringen = False, 0
    bezorg_alles()
    assert wachtend() == 0
    # After failures one small load goes first, to see whether it is over.
    assert ontvanger.leveringen <= math.ceil(AANTAL / BLOK) + (1 if storingen else 0)


def test_wat_een_gestorven_proces_op_weg_had_komt_na_een_lease(website) -> None:
    ontvanger, doel = website
    ontvanger.kapot = False
    vracht = laad(doel, BLOK, ADEM)
    assert vracht is not None
    bezorg_alles(rondes=1)
    bezorg_alles(rondes=4)
    assert wachtend() == len(vracht.leveringen) == BLOK
    assert langste_wacht() <= LEASE
    Levering.objects.filter(lease_tot__isnull=False).update(lease_tot=Now() - timedelta(seconds=1))
    ontvanger.leveringen = 0
    bezorg_alles()
    assert (wachtend(), ontvanger.leveringen) == (0, 1)


class Proef:
    """Answers each message of a load with the next of these codes."""

    grootste_blok = BLOK
    buitenshuis = False

    def __init__(self, *codes: int) -> None:
        self.codes = cycle(codes)

    def lever(self, berichten: Sequence[Any]) -> list[Doelantwoord]:
        return [Doelantwoord(next(self.codes)) for _ in berichten]


def na_lang_falen(doel: Doel, *codes: int) -> timedelta:
    """A target, or a document at a target that takes the others, that failed for days; and fails once more."""
    Levering.objects.update(pogingen=40, volgende_op=None)
    Doel.objects.update(fouten_op_rij=0 if 200 in codes else 40)
    doel.refresh_from_db()
    lever_blok(doel, Proef(*codes), ADEM)
    return langste_wacht()


GEVALLEN: list[tuple[int, ...]] = [(503,), (0,), (302,), (200, 500), (500, 200, 200, 200)]


@pytest.mark.parametrize("codes", GEVALLEN, ids=str)
def test_hoe_lang_het_ook_misging_niets_wacht_langer_dan_een_lease(website, codes) -> None:
    _, doel = website
    wacht = na_lang_falen(doel, *codes)
    assert timedelta(0) < wacht <= LEASE


@pytest.mark.parametrize("codes", [(503,), (200, 500)], ids=str)
def test_een_wachttijd_die_maar_blijft_groeien_wordt_betrapt(website, monkeypatch, codes) -> None:
    """The broken variant: after a night of failures it takes hours before anybody looks again."""
    _, doel = website
    echt: Callable[..., float] = verwerken.wachttijd
    monkeypatch.setattr(verwerken, "LANGSTE_RUST", 10.0**6)
    monkeypatch.setattr(verwerken, "wachttijd", lambda *rest: max(echt(*rest), 2.0**12))
    assert na_lang_falen(doel, *codes) > LEASE
