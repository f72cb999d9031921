"""Which value holds here and now: the own one before that of the region, on its days, and no draft."""

from datetime import date, datetime

from redactie.keuzes import Herkomst
from redactie.periode import AMSTERDAM, Periode, begin_van
from tests.redactie.bouw import GISTEREN, los_op, tarief
from tests.redactie.opgelost import BEDRAG_ONBEKEND, alarmtokens, feit


def test_een_eigen_waarde_gaat_voor_die_van_de_regio():
    rijen = (tarief("x", "10", id=1), tarief("x", "12", gemeente="dordrecht", id=2))
    tekst, opgelost = los_op("{tarief:x}", *rijen)
    assert tekst == "€ 12,00"
    assert (feit(opgelost, "tarief:x").herkomst, feit(opgelost, "tarief:x").ids) == (Herkomst.LOKAAL, (2,))


def test_een_verlopen_eigen_waarde_haalt_die_van_de_regio_niet_terug():
    eigen = tarief("x", "12", gemeente="dordrecht", periode=Periode(None, GISTEREN))
    tekst, opgelost = los_op("Dat kost {tarief:x}.", tarief("x", "10"), eigen)
    assert tekst == BEDRAG_ONBEKEND
    assert alarmtokens(opgelost) == {"tarief:x"}


def test_een_concept_telt_nergens_mee():
    concept = tarief("x", "99", gemeente="dordrecht", vastgesteld=False)
    assert los_op("{tarief:x}", tarief("x", "10"), concept)[0] == "€ 10,00"
    tekst, opgelost = los_op("Dat kost {tarief:x}.", concept)
    assert (tekst, alarmtokens(opgelost)) == (BEDRAG_ONBEKEND, {"tarief:x"})


def test_een_waarde_geldt_van_de_eerste_tot_en_met_de_laatste_dag():
    rijen = (
        tarief("x", "10", periode=Periode(date(2026, 1, 1), date(2026, 12, 31))),
        tarief("x", "11", periode=Periode(date(2027, 1, 1), None)),
    )
    momenten = [datetime(2026, 12, 31, 23, 59, tzinfo=AMSTERDAM), begin_van(date(2027, 1, 1))]
    assert [los_op("{tarief:x}", *rijen, op=op)[0] for op in momenten] == ["€ 10,00", "€ 11,00"]
    assert los_op("{tarief:x}", *rijen)[1].opnieuw_op == begin_van(date(2027, 1, 1))
