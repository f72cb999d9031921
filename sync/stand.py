"""Reads what needs a person: texts that cannot be published or that a target refuses, facts without a value.

Only reads; the number of queries does not depend on the number of municipalities. How far everything is: `bord/`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, Q, When

from sync.bereiken import namen_van_bereiken
from sync.doelwoorden import in_woorden
from sync.models import (
    LOPEND,
    Levering,
    LeveringToestand,
    Publicatie,
    Toestand,
)


@dataclass(frozen=True, slots=True)
class Aandachtspunt:
    """A publication that needs a person: a fault (the previous version stays up) or a fact without a value."""

    bereik: str
    bereik_naam: str
    soort: str
    sleutel: str
    titel: str
    sinds: datetime | None
    redenen: tuple[str, ...]
    fout: bool
    eigenaar: str


def aandachtspunten(*, bereiken: Collection[str] | None = None, meest: int = 200) -> list[Aandachtspunt]:
    """What a person must look at, faults first."""
    namen = namen_van_bereiken()
    rijen = Publicatie.objects.filter(~Q(fout="") | (Q(toestand=Toestand.LIVE) & ~Q(alarmen=[])))
    if bereiken is not None:
        rijen = rijen.filter(bereik__in=bereiken)
    punten = [
        Aandachtspunt(
            bereik=rij.bereik,
            bereik_naam=namen.get(rij.bereik, rij.bereik),
            soort=rij.documentsoort,
            sleutel=rij.sleutel,
            titel=rij.titel or rij.sleutel,
            sinds=rij.fout_sinds or rij.gepubliceerd_op,
            redenen=tuple(rij.fout.splitlines()) or tuple(_alarmtekst(alarm) for alarm in rij.alarmen),
            fout=bool(rij.fout),
            eigenaar=_eigenaar(rij),
        )
        for rij in rijen.select_related("inhoud").order_by(
            Case(When(fout="", then=1), default=0), "bereik", "sleutel"
        )[:meest]
    ]
    return sorted([*punten, *_geweigerd(namen, bereiken)], key=lambda punt: not punt.fout)


def _geweigerd(namen: dict[str, str], bereiken: Collection[str] | None) -> list[Aandachtspunt]:
    """Publications that a target refuses: they wait there for their next version."""
    rijen = Levering.objects.filter(toestand=LeveringToestand.GEPARKEERD).filter(doel__toestand__in=LOPEND)
    if bereiken is not None:
        rijen = rijen.filter(publicatie__bereik__in=bereiken)
    return [
        Aandachtspunt(
            bereik=rij.publicatie.bereik,
            bereik_naam=namen.get(rij.publicatie.bereik, rij.publicatie.bereik),
            soort=rij.publicatie.documentsoort,
            sleutel=rij.publicatie.sleutel,
            titel=rij.publicatie.titel or rij.publicatie.sleutel,
            sinds=rij.wacht_sinds,
            redenen=(f"{rij.doel} {in_woorden(rij.laatste_fout)}.",),
            fout=True,
            eigenaar="beheerder",
        )
        for rij in rijen.select_related("doel", "publicatie").order_by("pk")[:50]
    ]


def _eigenaar(rij: Publicatie) -> str:
    """The contact point that checks the text, as the last content says."""
    inhoud = rij.inhoud.als_dict() if rij.inhoud is not None else {}
    return inhoud.get("eigenaar") or "centrale redactie"


def _alarmtekst(alarm: dict[str, str]) -> str:
    return f"{{{alarm['token']}}}: {alarm['reden']}"
