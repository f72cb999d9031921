"""Opening hours in words: open now or not, every day of the week, and the days that differ soon.

Pure. Which spans hold on a day stands in `kennisbank/openingstijden.py`. Here: what a citizen reads of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from kennisbank.openingstijden import (
    DAGEN,
    Opening,
    Tijdvak,
    tijdvakken,
    uitzonderingen,
    van_weekdag,
    volgende,
)
from redactie.datums import dag_en_datum, tijd
from redactie.keuzes import OpenWijze

VOORUIT = timedelta(days=42)
"""How far ahead the days that differ are shown."""

Tijd = tuple[str, str]
"""“9.00 – 12.00 uur” and how: “zonder afspraak”, or nothing."""

_HOE = {OpenWijze.INLOOP: "zonder afspraak", OpenWijze.AFSPRAAK: "op afspraak", OpenWijze.BEREIKBAAR: ""}
_NU = {
    OpenWijze.INLOOP: "Open zonder afspraak tot {} uur",
    OpenWijze.AFSPRAAK: "Open op afspraak tot {} uur",
    OpenWijze.BEREIKBAAR: "Bereikbaar tot {} uur",
}
_STRAKS = {
    OpenWijze.INLOOP: "Nu gesloten, {} open vanaf {} uur",
    OpenWijze.AFSPRAAK: "Nu gesloten, {} open op afspraak vanaf {} uur",
    OpenWijze.BEREIKBAAR: "Nu niet bereikbaar, {} weer vanaf {} uur",
}


@dataclass(frozen=True, slots=True)
class Dagregel:
    """`tijden`: empty when closed."""

    naam: str
    tijden: tuple[Tijd, ...]
    vandaag: bool = False


@dataclass(frozen=True, slots=True)
class Uren:
    """`stand` says how it is now; empty when no hours are known."""

    stand: str = ""
    open: bool = False
    week: tuple[Dagregel, ...] = ()
    anders: tuple[Dagregel, ...] = ()


GEEN_UREN = Uren()


def uren_van(tijden: tuple[Opening, ...], nu: datetime) -> Uren:
    """`nu` is in Amsterdam. Kept per minute: the answer cannot change within one."""
    return _uren(tijden, nu.replace(second=0, microsecond=0, tzinfo=None))


@lru_cache(maxsize=2048)
def _uren(tijden: tuple[Opening, ...], nu: datetime) -> Uren:
    if not tijden:
        return GEEN_UREN
    vandaag = nu.date()
    is_open, stand = _stand(tijden, nu)
    return Uren(
        stand=stand,
        open=is_open,
        week=tuple(
            Dagregel(dag.label, _woorden(van_weekdag(tijden, nummer)), vandaag=nummer == vandaag.weekday())
            for nummer, dag in enumerate(DAGEN)
        ),
        anders=tuple(
            Dagregel(dag_en_datum(dag), _woorden(tijdvakken(tijden, dag)))
            for dag in uitzonderingen(tijden)
            if vandaag <= dag <= vandaag + VOORUIT
        ),
    )


def _stand(tijden: tuple[Opening, ...], nu: datetime) -> tuple[bool, str]:
    klok = nu.strftime("%H:%M")
    is_open = [vak for vak in tijdvakken(tijden, nu.date()) if vak.is_open_om(klok)]
    if any(vak.dag_en_nacht for vak in is_open):
        return True, "Dag en nacht bereikbaar"
    if is_open:
        return True, _NU[is_open[0].wijze].format(tijd(is_open[0].tot))
    straks = volgende(tijden, nu)
    if straks is None:
        return False, "Nu gesloten"
    dag, vak = straks
    return False, _STRAKS[vak.wijze].format(_wanneer(dag, nu.date()), tijd(vak.van))


def _wanneer(dag: date, vandaag: date) -> str:
    return {0: "vandaag", 1: "morgen"}.get((dag - vandaag).days) or dag_en_datum(dag)


def _woorden(vakken: Iterable[Tijdvak]) -> tuple[Tijd, ...]:
    return tuple(_span(vak) for vak in vakken)


def _span(vak: Tijdvak) -> Tijd:
    if vak.dag_en_nacht:
        return "dag en nacht", ""
    return f"{tijd(vak.van)} – {tijd(vak.tot)} uur", _HOE[vak.wijze]
