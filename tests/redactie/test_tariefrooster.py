"""The grid of tariffs, worked out by hand."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactie.periode import Periode
from redactie.tariefrooster import STAPPEN, Celstand, getypt, lees_bedrag, rooster, verhoogd
from tests.redactie.bouw import tarief


def standen(*rijen, jaren=(2026, 2027)):
    return [
        [(regel.gemeente, [cel.stand for cel in regel.cellen]) for regel in lid.regels]
        for lid in rooster(rijen, jaren)
    ]


def jaar(van: int, tot: int | None = None) -> Periode:
    return Periode(date(van, 1, 1), date(tot, 12, 31) if tot else None)


def test_een_jaar_zonder_bedrag_ontbreekt() -> None:
    assert standen(tarief("a", "5", periode=jaar(2026, 2026))) == [
        [(None, [Celstand.VAST, Celstand.ONTBREEKT])]
    ]


def test_een_bedrag_zonder_einde_loopt_door() -> None:
    assert standen(tarief("a", "5", periode=jaar(2025))) == [[(None, [Celstand.VAST, Celstand.LOOPT_DOOR])]]


def test_concept_en_meer_perioden_in_een_jaar() -> None:
    half = Periode(date(2026, 1, 1), date(2026, 6, 30))
    rest = Periode(date(2026, 7, 1), date(2026, 12, 31))
    assert standen(
        tarief("a", "5", periode=half),
        tarief("a", "6", periode=rest),
        tarief("a", "7", periode=jaar(2027, 2027), vastgesteld=False),
    ) == [[(None, [Celstand.MEER, Celstand.CONCEPT])]]


def test_een_half_jaar_is_deels() -> None:
    (lid,) = rooster([tarief("a", "5", periode=Periode(date(2026, 7, 1), None))], (2026,))
    assert lid.regels[0].cellen[0].deels


def test_de_regio_eerst_en_elke_sleutel_apart() -> None:
    uit = rooster(
        [
            tarief("b", "5", gemeente="sliedrecht", volgorde=2),
            tarief("b", "5", volgorde=2),
            tarief("a", "5", volgorde=9),
        ],
        (2026,),
    )
    assert [(lid.sleutel, [regel.gemeente for regel in lid.regels]) for lid in uit] == [
        ("b", [None, "sliedrecht"]),
        ("a", [None]),
    ]


@pytest.mark.parametrize(
    ("bedrag", "percentage", "stap", "wordt"),
    [
        ("100.00", "2.5", "0.01", "102.50"),
        ("83.87", "3", "0.05", "86.40"),
        ("10.00", "2.5", "0.50", "10.50"),
        ("83.87", "0", "0.01", "83.87"),
        ("5.00", "-100", "1.00", "0.00"),
    ],
)
def test_verhogen_met_afronding(bedrag, percentage, stap, wordt) -> None:
    assert verhoogd(Decimal(bedrag), Decimal(percentage), Decimal(stap)) == Decimal(wordt)


@given(st.decimals(0, 99999, places=2), st.sampled_from(STAPPEN))
def test_afronden_wijkt_hoogstens_een_halve_stap_af(bedrag, stap) -> None:
    uit = verhoogd(bedrag, Decimal(0), stap)
    assert abs(uit - bedrag) <= stap / 2
    assert uit % stap == 0


@pytest.mark.parametrize(
    ("tekst", "bedrag"),
    [("83,87", "83.87"), ("€ 1.234,50", "1234.50"), ("83.87", "83.87"), ("12", "12"), ("1.234", "1234")],
)
def test_bedragen_zoals_mensen_ze_typen(tekst, bedrag) -> None:
    assert lees_bedrag(tekst) == Decimal(bedrag)


@pytest.mark.parametrize("tekst", ["", "-5", "5,123", "vijf", "1,2,3", "999999999"])
def test_wat_geen_bedrag_is(tekst) -> None:
    with pytest.raises(ValueError, match=r"bedrag"):
        lees_bedrag(tekst)


@given(st.decimals(0, 99999, places=2))
def test_wat_in_het_veld_staat_leest_als_hetzelfde_bedrag(bedrag) -> None:
    assert lees_bedrag(getypt(bedrag)) == bedrag
