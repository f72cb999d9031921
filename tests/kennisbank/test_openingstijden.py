"""Which spans hold on a day: dates before weekdays, and what touches is one."""

from __future__ import annotations

from datetime import date, datetime

from kennisbank.openingstijden import Opening, Tijdvak, tijdvakken, uitzonderingen, van_weekdag, volgende
from redactie.keuzes import OpenWijze

MAANDAG = date(2026, 11, 23)
INLOOP, AFSPRAAK = OpenWijze.INLOOP, OpenWijze.AFSPRAAK


def ma(van: str, tot: str, wijze: OpenWijze = INLOOP) -> Opening:
    return Opening("ma", None, van, tot, wijze.value)


def op(datum: date, van: str | None = None, tot: str | None = None) -> Opening:
    return Opening(None, datum.isoformat(), van, tot, INLOOP.value)


def test_een_datum_vervangt_de_hele_dag() -> None:
    tijden = (ma("09:00", "12:00"), ma("13:00", "17:00"), op(MAANDAG, "10:00", "11:00"))
    assert tijdvakken(tijden, MAANDAG) == (Tijdvak("10:00", "11:00", INLOOP),)
    assert len(van_weekdag(tijden, 0)) == 2


def test_een_datum_zonder_tijden_sluit_de_dag() -> None:
    assert tijdvakken((ma("09:00", "12:00"), op(MAANDAG)), MAANDAG) == ()


def test_wat_aansluit_of_overlapt_is_een_tijdvak() -> None:
    tijden = (ma("12:00", "17:00"), ma("09:00", "12:00"), ma("16:00", "16:30"))
    assert tijdvakken(tijden, MAANDAG) == (Tijdvak("09:00", "17:00", INLOOP),)


def test_met_en_zonder_afspraak_blijven_apart_waar_dat_uitmaakt() -> None:
    tijden = (ma("09:00", "12:00"), ma("12:00", "17:00", AFSPRAAK), ma("12:00", "13:00"))
    assert tijdvakken(tijden, MAANDAG) == (
        Tijdvak("09:00", "13:00", INLOOP),
        Tijdvak("12:00", "17:00", AFSPRAAK),
    )
    assert tijdvakken(tijden, MAANDAG, per_wijze=False) == (Tijdvak("09:00", "17:00", INLOOP),)


def test_dag_en_nacht_heeft_geen_laatste_minuut() -> None:
    (vak,) = tijdvakken((ma("00:00", "23:59"),), MAANDAG)
    assert vak.dag_en_nacht
    assert vak.is_open_om("23:59")


def test_aan_het_einde_van_een_tijdvak_is_het_dicht() -> None:
    (vak,) = tijdvakken((ma("09:00", "12:00"),), MAANDAG)
    assert [vak.is_open_om(klok) for klok in ("08:59", "09:00", "11:59", "12:00")] == [
        False,
        True,
        True,
        False,
    ]


def test_de_volgende_opening_is_hoogstens_twee_weken_verder() -> None:
    nu = datetime.fromisoformat("2026-11-23T09:00")
    over_twee_weken, later = date(2026, 12, 7), date(2026, 12, 8)
    assert volgende((op(over_twee_weken, "09:00", "10:00"),), nu) == (
        over_twee_weken,
        Tijdvak("09:00", "10:00", INLOOP),
    )
    assert volgende((op(later, "09:00", "10:00"),), nu) is None


def test_uitzonderingen_op_volgorde_en_elk_een_keer() -> None:
    kerst = date(2026, 12, 25)
    tijden = (op(kerst), op(MAANDAG, "09:00", "10:00"), op(MAANDAG, "11:00", "12:00"), ma("09:00", "12:00"))
    assert uitzonderingen(tijden) == (MAANDAG, kerst)
