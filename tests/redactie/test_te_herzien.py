"""Which deviations wait for a decision, because the text that they were based on has changed."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactie.bronnen import HerzieningBron
from redactie.keuzes import AfwijkingWijze, Klasse
from redactie.periode import AMSTERDAM, begin_van
from redactie.te_herzien import te_herzien_van
from redactie.veld import Veld
from tests.redactie.bouw import NU, VROEGER, afwijking, product, versie


def tijdlijn(*teksten: tuple[str, Klasse]):
    return product(
        tekstversies=tuple(
            versie(Veld.KOSTEN, tekst, id=nummer, vanaf=VROEGER + timedelta(days=nummer), klasse=klasse)
            for nummer, (tekst, klasse) in enumerate(teksten, 1)
        )
    )


INH, COS, SPO = Klasse.INHOUDELIJK, Klasse.COSMETISCH, Klasse.SPOED


@pytest.mark.parametrize(
    ("teksten", "basis", "verwacht"),
    [
        ([("a", INH)], 1, None),
        ([("a", INH), ("b", INH)], 2, None),
        ([("a", INH), ("b", INH)], 1, INH),
        ([("a", INH), ("b", SPO)], 1, SPO),
        ([("a", INH), ("b", COS)], 1, None),
        ([("a", INH), ("b", SPO), ("c", INH)], 1, SPO),
        ([("a", INH), ("b", COS), ("c", INH)], 1, INH),
        ([("a", INH), ("b", INH), ("c", COS)], 1, INH),
        ([("a", INH), ("b", INH), ("a", INH)], 1, None),
        ([("a", INH), ("b", INH), (" a  ", INH), ("c", COS)], 1, None),
        ([("a", INH), ("*b*", INH), ("_b_", INH)], 2, None),
        ([("a", INH)], None, INH),
        ([("", INH)], None, None),
    ],
)
def test_te_herzien_volgt_de_tijdlijn(teksten, basis, verwacht):
    lid = afwijking(Veld.KOSTEN, AfwijkingWijze.VERVANGEN, "Lokaal.", basis=basis)
    wacht = te_herzien_van(tijdlijn(*teksten), lid, NU)
    assert (wacht.klasse if wacht else None) == verwacht


def test_een_besluit_maakt_de_beoordeelde_tekst_de_nieuwe_basis():
    centraal = tijdlijn(("a", INH), ("b", INH), ("c", INH))
    lid = afwijking(Veld.KOSTEN, AfwijkingWijze.VERVANGEN, "Lokaal.", basis=1)
    gehouden = replace(lid, herzieningen=(HerzieningBron(3, "houden", NU),))
    later = replace(lid, herzieningen=(HerzieningBron(3, "later", NU),))
    assert te_herzien_van(centraal, gehouden, NU) is None
    wacht = te_herzien_van(centraal, later, NU)
    assert wacht is not None
    assert wacht.sinds == VROEGER + timedelta(days=2)
    assert (wacht.basis.tekst, wacht.nu.tekst) == ("a", "c")


def test_een_geplande_tekst_vraagt_pas_om_herziening_als_hij_geldt():
    centraal = replace(
        tijdlijn(("a", INH)), tekstversies=(
            versie(Veld.KOSTEN, "a", id=1),
            versie(Veld.KOSTEN, "b", id=2, vanaf=datetime(2027, 1, 1, tzinfo=AMSTERDAM)),
        )
    )  # fmt: skip
    lid = afwijking(Veld.KOSTEN, AfwijkingWijze.VERVANGEN, "Lokaal.", basis=1)
    assert te_herzien_van(centraal, lid, NU) is None
    assert te_herzien_van(centraal, lid, begin_van(date(2027, 1, 1))) is not None


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(Klasse)), min_size=1, max_size=6), st.data()
)
def test_wie_de_tekst_van_nu_beoordeelde_hoeft_nooit_opnieuw(teksten, data):
    basis = data.draw(st.integers(1, len(teksten)))
    lid = afwijking(Veld.KOSTEN, AfwijkingWijze.VERVANGEN, "Lokaal.", basis=basis)
    wacht = te_herzien_van(tijdlijn(*teksten), lid, NU)
    na_basis = teksten[basis:]
    if (
        not na_basis
        or teksten[-1][0] == teksten[basis - 1][0]
        or all(klasse is COS for _, klasse in na_basis)
    ):
        assert wacht is None
    if wacht is not None:
        assert teksten[-1][0] != teksten[basis - 1][0]
