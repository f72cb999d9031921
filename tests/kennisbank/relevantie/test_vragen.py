"""Reading judged questions, and the fixed halves."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kennisbank.relevantie.vragen import Deel, Oordeelvraag, VragenFout, deel_van, lees

GOED = {"id": "a1", "type": "zin", "gemeente": "sliedrecht", "vraag": "paspoort", "oordeel": {"paspoort": 3}}


def regel(**anders: Any) -> str:
    return json.dumps(GOED | anders)


def test_een_regel_is_een_vraag() -> None:
    assert list(lees([regel(), ""])) == [Oordeelvraag("a1", "zin", "sliedrecht", "paspoort", {"paspoort": 3})]


def test_zonder_gemeente_is_het_de_regio() -> None:
    (vraag,) = lees([regel(gemeente="")])
    assert vraag.bereik == "regio"


def test_onaf_wordt_typend_gevraagd() -> None:
    gewoon, onaf = lees([regel(), regel(id="a2", type="onaf")])
    assert (gewoon.typend, onaf.typend) == (False, True)


def test_geen_oordeel_is_een_vraag_zonder_antwoord() -> None:
    (vraag,) = lees([regel(oordeel={})])
    assert vraag.oordeel == {}


@pytest.mark.parametrize(
    "fout",
    [
        "geen json",
        "[]",
        "{}",
        regel(vraag=" "),
        regel(gemeente=None),
        regel(oordeel={"paspoort": 4}),
        regel(oordeel={"paspoort": 0}),
        regel(oordeel={"paspoort": True}),
        regel(oordeel=["paspoort"]),
    ],
)
def test_een_regel_die_niet_klopt_wordt_genoemd(fout: str) -> None:
    with pytest.raises(VragenFout, match="Regel 2"):
        list(lees([regel(id="eerder"), fout]))


def test_dezelfde_id_twee_keer_mag_niet() -> None:
    with pytest.raises(VragenFout, match="a1 komt al eerder voor"):
        list(lees([regel(), regel(vraag="iets anders")]))


def test_het_deel_hangt_alleen_van_de_woorden_af() -> None:
    # The first byte of `echo -n … | sha256sum`: 78 is even, 6b (for "grof vuil") is odd.
    assert deel_van("nieuw paspoort") is Deel.STEM
    assert deel_van("  Nieuw   PASPOORT ") is Deel.STEM
    assert deel_van("grof vuil") is Deel.RAPPORT
