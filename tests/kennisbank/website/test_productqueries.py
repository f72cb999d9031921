"""What a product page may cost the database."""

from __future__ import annotations

from typing import Any

import pytest

from kennisbank.website import productbron
from tests.kennisbank.uitgave import geef_uit
from tests.kennisbank.website.paspoort import PASPOORT, paspoort

pytestmark = pytest.mark.django_db


def test_een_productpagina_kost_hooguit_vier_queries(
    sliedrecht: Any, haal: Any, django_assert_max_num_queries: Any
) -> None:
    geef_uit("sliedrecht", "rijbewijs", "Rijbewijs")
    paspoort(product={"verwant": ("rijbewijs",)})
    haal("/a-z/")
    productbron._geheugen.per_product.clear()
    with django_assert_max_num_queries(4):
        assert haal(PASPOORT).status_code == 200


def test_een_ongewijzigde_productpagina_kost_een_query_hoeveel_producten_er_ook_zijn(
    sliedrecht: Any, haal: Any, django_assert_num_queries: Any
) -> None:
    for nummer in range(30):
        geef_uit("sliedrecht", f"product-{nummer}", f"Product {nummer}")
    paspoort(product={"verwant": tuple(f"product-{nummer}" for nummer in range(10))})
    etag = haal(PASPOORT).headers["ETag"]
    with django_assert_num_queries(1):
        assert haal(PASPOORT).status_code == 200
    with django_assert_num_queries(1):
        assert haal(PASPOORT, headers={"If-None-Match": etag}).status_code == 304
