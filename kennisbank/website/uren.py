"""Opening hours in words: open now or not, every day of the week, and the days that differ soon.

Pure. Within a gemeente document: which spans there are. Here: what they mean at a moment.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from kennisbank.website.datums import DAGEN, dag_en_datum, tijd
from kennisbank.website.gemeente import Opening
from redactie.keuzes import OpenWijze

VOORUIT = timedelta(days=42)
ZOEK_OPEN = 14
"""How many days ahead the next opening is looked for."""

HELE_DAG = ("00:00", "23:59")

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
    alle = list(tijden)
    if not alle:
        return GEEN_UREN
    vandaag = nu.date()
    is_open, stand = _stand(alle, nu)
    return Uren(
        stand=stand,
        open=is_open,
        week=tuple(
            Dagregel(dag.label, _woorden(_op_weekdag(alle, dag)), vandaag=DAGEN[vandaag.weekday()] is dag)
            for dag in DAGEN
        ),
        anders=tuple(
            Dagregel(dag_en_datum(dag), _woorden(_op(alle, dag)))
            for dag in sorted(_uitzonderingen(alle))
            if vandaag <= dag <= vandaag + VOORUIT
        ),
    )


def _stand(alle: list[Opening], nu: datetime) -> tuple[bool, str]:
    klok = nu.strftime("%H:%M")
    vandaag = _op(alle, nu.date())
    if any(_hele_dag(lid) for lid in vandaag):
        return True, "Dag en nacht bereikbaar"
    for lid in vandaag:
        if lid.van <= klok < lid.tot:
            return True, _NU[OpenWijze(lid.wijze)].format(tijd(lid.tot))
    for lid in vandaag:
        if klok < lid.van:
            return False, _straks("vandaag", lid)
    for verder in range(1, ZOEK_OPEN + 1):
        dag = nu.date() + timedelta(days=verder)
        leden = _op(alle, dag)
        if leden:
            wanneer = "morgen" if verder == 1 else dag_en_datum(dag)
            return False, _straks(wanneer, leden[0])
    return False, "Nu gesloten"


def _hele_dag(lid: Opening) -> bool:
    return (lid.van, lid.tot) == HELE_DAG


def _straks(wanneer: str, lid: Opening) -> str:
    return _STRAKS[OpenWijze(lid.wijze)].format(wanneer, tijd(lid.van))


def _op(alle: list[Opening], dag: date) -> list[Opening]:
    """The spans of one calendar day, early ones first."""
    eigen = [lid for lid in alle if lid.datum == dag.isoformat()]
    return _op_volgorde(eigen) if eigen else _op_weekdag(alle, DAGEN[dag.weekday()])


def _op_weekdag(alle: list[Opening], dag: str) -> list[Opening]:
    return _op_volgorde(lid for lid in alle if lid.datum is None and lid.dag == dag)


def _op_volgorde(leden: Iterable[Opening]) -> list[Opening]:
    return sorted((lid for lid in leden if lid.van and lid.tot), key=lambda lid: lid.van)


def _uitzonderingen(alle: list[Opening]) -> set[date]:
    return {date.fromisoformat(lid.datum) for lid in alle if lid.datum}


def _woorden(leden: list[Opening]) -> tuple[Tijd, ...]:
    return tuple(_span(lid) for lid in leden)


def _span(lid: Opening) -> Tijd:
    if _hele_dag(lid):
        return "dag en nacht", ""
    return f"{tijd(lid.van)} – {tijd(lid.tot)} uur", _HOE[OpenWijze(lid.wijze)]
