"""What measures the publishing of a country: its receivers keep to the contract, and its goals count."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest
from django.db import connection

from deploy.ontvanger.conformiteit import keur
from redactie.models import Tekstversie, Wijziging
from tests.bench.getelde_sync import Teller
from tests.bench.publiceerland import bewerk
from tests.bench.publiceermetingen import EERSTE, NAZIEN, TEKST, Stap, Uitkomst, metingen
from tests.bench.veelontvangers import in_een_draad
from tests.factories import ProductFactory, TariefFactory
from tests.ontvangers import nieuw_geheim


def test_elke_ontvanger_van_het_land_houdt_zich_aan_het_contract() -> None:
    geheim = nieuw_geheim()
    with in_een_draad(geheim) as (adres, _):
        gevonden = list(keur(f"{adres}/sliedrecht", geheim))
    assert [bevinding for bevinding in gevonden if bevinding.melding] == []


@pytest.mark.django_db
def test_vragen_worden_geteld_naar_soort() -> None:
    teller = Teller()
    with connection.execute_wrapper(teller), connection.cursor() as cursor:
        cursor.execute('SELECT "id" FROM "sync_doel" WHERE "naam" = %s', ["x"])
        cursor.execute("SELECT 1")
        cursor.execute('SELECT "id" FROM "sync_doel"')
    assert teller.soorten == {"SELECT sync_doel": 2, "SELECT": 1}


@pytest.mark.django_db
def test_gemengd_bewerken_legt_vast_zoals_het_cms() -> None:
    """Every edit leaves its Wijziging: of a product, or of a fee."""
    product = ProductFactory(sleutel="paspoort", gepubliceerd=True)
    TariefFactory(sleutel="paspoort", groep="", bedrag=Decimal("10.00"))
    Wijziging.objects.all().delete()
    assert bewerk(20, "acht") == 20
    per_soort = Counter(Wijziging.objects.values_list("soort", flat=True))
    assert per_soort.total() == 20
    assert per_soort["product"] == Tekstversie.objects.filter(product=product, veld="termijn").count() - 1


def uitkomst(gemeenten: int, seconden: float) -> Uitkomst:
    stap = Stap(seconden, 61.0, Counter({"SELECT sync_doel": 10 * gemeenten}), 2**20, 500, 2**21)
    uit = Uitkomst(gemeenten, 800, zichtbaar=[0.5, 6.0], bezorgd=[2.0, 14.0])
    uit.stappen = dict.fromkeys((EERSTE, TEKST, NAZIEN), stap)
    return uit


def test_de_doelen_gelden_voor_het_hele_land_en_de_helling_is_per_gemeente() -> None:
    """308 municipalities more, 308 s and 3,080 queries more; of the edits half of that each, as there were two."""
    rijen = {(rij.kolom, rij.wat): rij for rij in metingen([uitkomst(34, 293.0), uitkomst(342, 601.0)])}
    land = "342 × 800"
    assert rijen[land, EERSTE].gehaald is False
    assert rijen["34 × 800", EERSTE].gehaald is None
    assert rijen[land, f"{NAZIEN}: own time"].gehaald is False
    assert rijen[land, f"{TEKST}: on all hosted websites, p95"].gehaald is False
    assert rijen[land, f"{TEKST}: at all receivers and the index, slowest"].gehaald is True
    helling = "per municipality more"
    assert rijen[helling, EERSTE].waarde == pytest.approx(1.0)
    assert rijen[helling, f"{EERSTE}: queries"].waarde == pytest.approx(10.0)
    assert rijen[helling, f"{TEKST}: queries"].waarde == pytest.approx(5.0)
