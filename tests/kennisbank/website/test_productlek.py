"""What is never on a page: internal words, another municipality, mark-up out of a text."""

from __future__ import annotations

from typing import Any

import pytest

from redactie.veld import INTERNE_VELDEN
from tests.kennisbank.uitgave import geef_uit
from tests.kennisbank.website.paspoort import PASPOORT, paspoort

pytestmark = pytest.mark.django_db


def test_interne_woorden_staan_nooit_op_een_pagina(sliedrecht: Any, haal: Any) -> None:
    intern = {veld.value: f"kanarie{veld.value} alleen voor de balie" for veld in INTERNE_VELDEN}
    paspoort(**intern)
    for pad in ("/", PASPOORT, "/a-z/", "/onderwerp/reisdocumenten/", "/contact/", "/product/weg/"):
        html = haal(pad).content.decode()
        assert "kanarie" not in html, pad
        assert "078 770 20 21" not in html.replace("\N{NO-BREAK SPACE}", " "), pad


def test_niets_van_een_andere_gemeente(sliedrecht: Any, dordrecht: Any, haal: Any, lees: Any) -> None:
    paspoort("sliedrecht", kosten="In Sliedrecht tien euro.")
    paspoort("dordrecht", kosten="In Dordrecht twaalf euro.")
    geef_uit("dordrecht", "alleen-daar", "Alleen daar")
    assert "twaalf euro" not in lees(PASPOORT)
    assert "tien euro" not in lees(PASPOORT, host="dordrecht.localhost")
    assert haal("/product/alleen-daar/").status_code == 404


def test_tekens_uit_een_titel_blijven_tekst(sliedrecht: Any, lees: Any) -> None:
    paspoort(titel="Pas <script>alert(1)</script> & meer")
    html = lees(PASPOORT)
    assert "<script" not in html
    assert "&lt;script&gt;" in html
