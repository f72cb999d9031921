"""The database itself refuses overlapping periods, on SQLite as on PostgreSQL."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from redactie.keuzes import AfwijkingWijze
from tests.factories import (
    AfwijkingFactory,
    GegevenFactory,
    GemeenteFactory,
    LokaleVersieFactory,
    TariefFactory,
)

pytestmark = pytest.mark.django_db


def _bewaar_en_toets(maak):
    """Deferred constraints speak at the end of the transaction; ask for them here."""
    with transaction.atomic():
        maak()
        connection.check_constraints()
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize(
    ("van", "tot", "mag"),
    [
        (date(2027, 1, 1), None, True),
        (date(2026, 12, 31), None, False),
        (None, date(2025, 12, 31), True),
        (None, date(2026, 1, 1), False),
        (None, None, False),
        (date(2026, 3, 1), date(2026, 3, 31), False),
    ],
)
def test_perioden_van_een_tarief_overlappen_niet(van, tot, mag):
    TariefFactory(
        sleutel="pas", bedrag=Decimal(1), geldig_van=date(2026, 1, 1), geldig_tot=date(2026, 12, 31)
    )

    def maak():
        TariefFactory(sleutel="pas", bedrag=Decimal(2), geldig_van=van, geldig_tot=tot)

    if mag:
        _bewaar_en_toets(maak)
    else:
        with pytest.raises(IntegrityError):
            _bewaar_en_toets(maak)


def test_de_regio_en_een_gemeente_hebben_elk_hun_eigen_waarde():
    GegevenFactory(sleutel="termijn", geldig_van=None, geldig_tot=None)
    _bewaar_en_toets(
        lambda: GegevenFactory(
            sleutel="termijn", gemeente=GemeenteFactory(), geldig_van=None, geldig_tot=None
        )
    )
    with pytest.raises(IntegrityError):
        _bewaar_en_toets(lambda: GegevenFactory(sleutel="termijn", geldig_van=None, geldig_tot=None))


@pytest.mark.parametrize(
    ("wijze", "mag"),
    [
        (AfwijkingWijze.ERVOOR, True),
        (AfwijkingWijze.ERNA, True),
        (AfwijkingWijze.VERBERGEN, False),
        (AfwijkingWijze.VERVANGEN, False),
    ],
)
def test_vervangen_en_verbergen_sluiten_elkaar_uit_maar_ervoor_en_erna_niet(wijze, mag):
    versie = LokaleVersieFactory(wijkt_af={"kosten": "Bij ons gratis."})

    def maak():
        AfwijkingFactory(versie=versie, veld="kosten", wijze=wijze, vanaf=date(2026, 12, 1))

    if mag:
        _bewaar_en_toets(maak)
    else:
        with pytest.raises(IntegrityError):
            _bewaar_en_toets(maak)


def test_de_bewaking_overleeft_een_herbouw_van_de_tabel():
    """`migrate` puts the triggers back: on SQLite altering a table drops them."""
    from redactie.overlap import stel_zeker

    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("DROP TRIGGER tarief_perioden_insert")
    stel_zeker(sender=None, using="default")
    TariefFactory(sleutel="pas", bedrag=Decimal(1), geldig_van=None, geldig_tot=None)
    with pytest.raises(IntegrityError):
        _bewaar_en_toets(
            lambda: TariefFactory(sleutel="pas", bedrag=Decimal(2), geldig_van=None, geldig_tot=None)
        )
