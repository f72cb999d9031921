"""The ETag of a product page changes with everything that a reader sees, and with nothing else."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine

from tests.kennisbank.uitgave import geef_uit, trek_in
from tests.kennisbank.website.gemeentedocument import gemeente_live, mededeling
from tests.kennisbank.website.paspoort import PASPOORT, paspoort

pytestmark = pytest.mark.django_db


def test_een_ongewijzigde_pagina_is_304(sliedrecht: Any, haal: Any) -> None:
    paspoort()
    eerst = haal(PASPOORT)
    assert eerst.headers["Cache-Control"] == "no-cache"
    nog_eens = haal(PASPOORT, headers={"If-None-Match": eerst.headers["ETag"]})
    assert nog_eens.status_code == 304
    assert nog_eens.content == b""
    assert nog_eens.headers["ETag"] == eerst.headers["ETag"]


def test_een_zwak_merk_van_een_proxy_telt_ook(sliedrecht: Any, haal: Any) -> None:
    paspoort()
    etag = haal(PASPOORT).headers["ETag"]
    assert haal(PASPOORT, headers={"If-None-Match": f"W/{etag}"}).status_code == 304


def _verander_tekst() -> None:
    paspoort(kosten="Dit kost 12 euro.")


def _verander_gemeente() -> None:
    gemeente_live("sliedrecht", telefoon="14 079")


def _verander_mededeling() -> None:
    gemeente_live("sliedrecht", mededelingen=[mededeling("nieuw", "Nieuws.")])


def _verander_verwant() -> None:
    geef_uit("sliedrecht", "rijbewijs", "Rijbewijs (nieuw)")


def _trek_verwant_in() -> None:
    trek_in("sliedrecht", "rijbewijs")


@pytest.mark.parametrize(
    "verander",
    [_verander_tekst, _verander_gemeente, _verander_mededeling, _verander_verwant, _trek_verwant_in],
)
def test_elke_verandering_die_een_lezer_ziet_geeft_een_ander_merk(
    sliedrecht: Any, haal: Any, verander: Any
) -> None:
    geef_uit("sliedrecht", "rijbewijs", "Rijbewijs")
    paspoort(product={"verwant": ("rijbewijs",)})
    eerst = haal(PASPOORT)
    verander()
    nu = haal(PASPOORT, headers={"If-None-Match": eerst.headers["ETag"]})
    assert nu.status_code == 200
    assert nu.content != eerst.content


def test_teruggedraaide_tekst_krijgt_de_nieuwe_datum(sliedrecht: Any, lees: Any) -> None:
    with time_machine.travel(datetime(2026, 11, 1, 12, tzinfo=UTC)):
        paspoort(kosten="Tien euro.")
        lees(PASPOORT)
        paspoort(kosten="Elf euro.")
    with time_machine.travel(datetime(2026, 11, 9, 12, tzinfo=UTC)):
        paspoort(kosten="Tien euro.")
        assert "Bijgewerkt op 9 november 2026" in lees(PASPOORT)


def test_ingetrokken_is_meteen_weg(sliedrecht: Any, haal: Any) -> None:
    paspoort()
    assert haal(PASPOORT).status_code == 200
    trek_in("sliedrecht", "paspoort-aanvragen")
    assert haal(PASPOORT).status_code == 404


def test_open_of_dicht_hoort_bij_het_merk(sliedrecht: Any, haal: Any) -> None:
    paspoort()
    merken = set()
    for uur in ("15:59", "16:00"):
        with time_machine.travel(datetime.fromisoformat(f"2026-11-23T{uur}:00+00:00"), tick=False):
            merken.add(haal(PASPOORT).headers["ETag"])
    assert len(merken) == 2
