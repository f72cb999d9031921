"""Days and times in words: "donderdag 24 december", "9.00 uur". Pure."""

from __future__ import annotations

from datetime import date

from redactie.keuzes import Dag

DAGEN = tuple(Dag)
_MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def dag_naam(dag: date) -> str:
    return DAGEN[dag.weekday()].label


def dag_en_datum(dag: date) -> str:
    """`donderdag 24 december`."""
    return f"{dag_naam(dag)} {dag.day} {_MAANDEN[dag.month - 1]}"


def tijd(uur: str) -> str:
    """`09:00` → `9.00`."""
    uren, minuten = uur.split(":")
    return f"{int(uren)}.{minuten}"


def datum_kort(dag: date) -> str:
    """`24 dec`."""
    maand = _MAANDEN[dag.month - 1]
    return f"{dag.day} {'mrt' if maand == 'maart' else maand[:3]}"
