"""Whether a contact point can be reached now, and until or from when, in words an agent can say.

No clock: hours as the gemeente document holds them, and a moment in Amsterdam. Which spans hold on a day stands in
`kennisbank/openingstijden.py`; by appointment or not makes no difference to who puts a caller through.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kennisbank.openingstijden import Opening, openingen_uit_json, tijdvakken, volgende
from redactie.datums import dag_en_datum, dag_naam, tijd

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Bereikbaar:
    nu: bool
    tekst: str


def bereikbaar(openingstijden: Sequence[Json], nu: datetime) -> Bereikbaar | None:
    """Open until, or open again from; None when no hours are known."""
    if not openingstijden:
        return None
    tijden = openingen_uit_json(openingstijden)
    klok = nu.strftime("%H:%M")
    for vak in tijdvakken(tijden, nu.date(), per_wijze=False):
        if vak.is_open_om(klok):
            return Bereikbaar(
                True, "dag en nacht open" if vak.dag_en_nacht else f"open tot {tijd(vak.tot)} uur"
            )
    return Bereikbaar(False, _gesloten(tijden, nu))


def _gesloten(tijden: tuple[Opening, ...], nu: datetime) -> str:
    straks = volgende(tijden, nu, per_wijze=False)
    if straks is None:
        return "nu gesloten"
    dag, vak = straks
    return f"nu gesloten, open {_wanneer(dag, nu.date())} vanaf {tijd(vak.van)} uur"


def _wanneer(dag: date, vandaag: date) -> str:
    dagen = (dag - vandaag).days
    if dagen < 2:
        return ("vandaag", "morgen")[dagen]
    return dag_naam(dag) if dagen < 7 else dag_en_datum(dag)
