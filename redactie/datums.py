"""Days and times as people write them: "donderdag 24 december", "3 oktober 2026", "9.00". Pure."""

from __future__ import annotations

from datetime import date

from redactie.keuzes import Dag

DAGEN = tuple(Dag)
MAANDEN = (
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


def weekdag(dag: date) -> Dag:
    return DAGEN[dag.weekday()]


def dag_naam(dag: date) -> str:
    return weekdag(dag).label


def dag_en_datum(dag: date) -> str:
    """`donderdag 24 december`."""
    return f"{dag_naam(dag)} {dag.day} {MAANDEN[dag.month - 1]}"


def datum_met_jaar(dag: date) -> str:
    """`3 oktober 2026`."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def datum_kort(dag: date) -> str:
    """`24 dec`."""
    maand = MAANDEN[dag.month - 1]
    return f"{dag.day} {'mrt' if maand == 'maart' else maand[:3]}"


def tijd(uur: str) -> str:
    """`09:00` → `9.00`."""
    uren, minuten = uur.split(":")
    return f"{int(uren)}.{minuten}"
