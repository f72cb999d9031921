"""Which spans of opening hold on a day, and which one comes next: one reading, for website and desk.

Pure, no clock. How it is said is left to `kennisbank/website/uren.py` and `kennisbank/balie/bereikbaar.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from redactie.keuzes import Dag, OpenWijze

DAGEN = tuple(Dag)
VOORUIT = 14
"""How many days ahead the next opening is looked for."""

HELE_DAG = ("00:00", "23:59")


@dataclass(frozen=True, slots=True)
class Opening:
    """A span on a weekday, or on a date, which replaces that whole day; without times closed. Times as `09:00`."""

    dag: str | None
    datum: str | None
    van: str | None
    tot: str | None
    wijze: str


def openingen_uit_json(rijen: Iterable[Mapping[str, Any]]) -> tuple[Opening, ...]:
    """As a gemeente document has them at a contact point or a location."""
    return tuple(Opening(**rij) for rij in rijen)


@dataclass(frozen=True, slots=True)
class Tijdvak:
    """An unbroken span within one day. Times as `09:00`; at `tot` it is closed."""

    van: str
    tot: str
    wijze: OpenWijze

    @property
    def dag_en_nacht(self) -> bool:
        return (self.van, self.tot) == HELE_DAG

    def is_open_om(self, klok: str) -> bool:
        return self.dag_en_nacht or self.van <= klok < self.tot


def tijdvakken(tijden: Iterable[Opening], dag: date, *, per_wijze: bool = True) -> tuple[Tijdvak, ...]:
    """The spans of one calendar day, early ones first; those that touch are one.

    With `per_wijze` only those of the same wijze become one; without it the wijze of the first of them stays.
    """
    alle = tuple(tijden)
    op_datum = [lid for lid in alle if lid.datum == dag.isoformat()]
    return _aaneen(op_datum, per_wijze) if op_datum else van_weekdag(alle, dag.weekday(), per_wijze=per_wijze)


def van_weekdag(tijden: Iterable[Opening], weekdag: int, *, per_wijze: bool = True) -> tuple[Tijdvak, ...]:
    """The same for an ordinary day of the week; Monday is 0."""
    gewoon = (lid for lid in tijden if lid.datum is None and lid.dag == DAGEN[weekdag].value)
    return _aaneen(gewoon, per_wijze)


def volgende(
    tijden: Iterable[Opening], nu: datetime, *, per_wijze: bool = True
) -> tuple[date, Tijdvak] | None:
    """The first span that begins after `nu` (in Amsterdam), and its day; None when none begins soon."""
    alle, klok = tuple(tijden), nu.strftime("%H:%M")
    for dagen in range(VOORUIT + 1):
        dag = nu.date() + timedelta(days=dagen)
        for vak in tijdvakken(alle, dag, per_wijze=per_wijze):
            if dagen or klok < vak.van:
                return dag, vak
    return None


def uitzonderingen(tijden: Iterable[Opening]) -> tuple[date, ...]:
    """The dates that differ from their day of the week, in order."""
    return tuple(sorted({date.fromisoformat(lid.datum) for lid in tijden if lid.datum}))


def _aaneen(rijen: Iterable[Opening], per_wijze: bool) -> tuple[Tijdvak, ...]:
    vakken = [Tijdvak(lid.van, lid.tot, OpenWijze(lid.wijze)) for lid in rijen if lid.van and lid.tot]
    samen: list[Tijdvak] = []
    for vak in sorted(vakken, key=lambda vak: vak.van):
        for plek, eerder in enumerate(samen):
            if vak.van <= eerder.tot and (eerder.wijze is vak.wijze or not per_wijze):
                samen[plek] = replace(eerder, tot=max(eerder.tot, vak.tot))
                break
        else:
            samen.append(vak)
    return tuple(samen)
