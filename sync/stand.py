"""Reads how far everything is: per bereik what is live, waits or failed, and how long the last change took.

Only reads; the number of queries does not depend on the number of municipalities.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Case, Count, Max, Min, OuterRef, Q, Subquery, When
from django.utils import timezone

from redactie.bronnen import REGIO
from redactie.models import Gemeente, Regio, Wijziging
from sync.models import (
    LOPEND,
    Doel,
    DoelSoort,
    DoelToestand,
    Levering,
    LeveringToestand,
    Ontvangst,
    Publicatie,
    Syncstand,
    Toestand,
    Uitgave,
)

STIL = timedelta(seconds=30)
"""Without a heartbeat for this long the loop is taken to stand still."""


@dataclass(frozen=True, slots=True)
class BereikStand:
    bereik: str
    naam: str
    live: int
    wacht: int
    wacht_sinds: datetime | None
    mislukt: int
    mislukt_sinds: datetime | None
    alarmen: int
    laatste_op: datetime | None
    seconden: float | None
    """From recording the last change to its acknowledgement by the index that serves."""


@dataclass(frozen=True, slots=True)
class Aandachtspunt:
    """A publication that needs a person: a fault (the previous version stays up) or a fact without a value."""

    bereik: str
    bereik_naam: str
    sleutel: str
    titel: str
    sinds: datetime | None
    redenen: tuple[str, ...]
    fout: bool
    eigenaar: str


@dataclass(frozen=True, slots=True)
class Overzicht:
    bereiken: tuple[BereikStand, ...]
    te_plannen: int
    te_plannen_sinds: datetime | None
    hartslag: datetime | None
    draait: bool
    index: Doel | None

    @property
    def alles_live(self) -> bool:
        return (
            self.draait
            and self.index is not None
            and self.te_plannen == 0
            and not any(rij.wacht or rij.mislukt for rij in self.bereiken)
        )


def overzicht(*, bereiken: Collection[str] | None = None, nu: datetime | None = None) -> Overzicht:
    """The state of every bereik (or of these), and of the loop and the index."""
    nu = nu or timezone.now()
    namen = namen_van_bereiken()
    index = Doel.objects.filter(soort=DoelSoort.INDEX, toestand=DoelToestand.ACTIEF).order_by("-pk").first()
    tellingen = {
        rij["bereik"]: rij
        for rij in Publicatie.objects.order_by()
        .values("bereik")
        .annotate(
            live=Count("pk", filter=Q(toestand=Toestand.LIVE)),
            mislukt=Count("pk", filter=~Q(fout="")),
            mislukt_sinds=Min("fout_sinds", filter=~Q(fout="")),
            alarmen=Count("pk", filter=Q(toestand=Toestand.LIVE) & ~Q(alarmen=[])),
        )
    }
    wachtend = _leveringen(index, LeveringToestand.WACHT)
    geparkeerd = _leveringen(index, LeveringToestand.GEPARKEERD)
    laatste = _laatste_per_bereik(index)
    te_plannen = Wijziging.objects.aggregate(aantal=Count("pk"), sinds=Min("vastgelegd_op"))
    hartslag = Syncstand.objects.filter(pk=1).values_list("hartslag", flat=True).first()
    return Overzicht(
        bereiken=tuple(
            _bereik_stand(
                slug,
                naam,
                tellingen.get(slug, {}),
                wachtend.get(slug, {}),
                geparkeerd.get(slug, {}),
                laatste.get(slug),
            )
            for slug, naam in namen.items()
            if bereiken is None or slug in bereiken
        ),
        te_plannen=te_plannen["aantal"],
        te_plannen_sinds=te_plannen["sinds"],
        hartslag=hartslag,
        draait=hartslag is not None and nu - hartslag < STIL,
        index=index,
    )


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
            sleutel=rij.publicatie.sleutel,
            titel=rij.publicatie.titel or rij.publicatie.sleutel,
            sinds=rij.wacht_sinds,
            redenen=(f"{rij.doel} weigert deze tekst: {rij.laatste_fout}",),
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


def namen_van_bereiken() -> dict[str, str]:
    """bereik → its name, the region first. 2 queries."""
    return {REGIO: Regio.haal().naam} | dict(Gemeente.objects.order_by("naam").values_list("slug", "naam"))


def _leveringen(index: Doel | None, toestand: LeveringToestand) -> dict[str, dict[str, Any]]:
    """bereik → how many deliveries are so at the index that serves (or that is being filled), since when."""
    rijen = Levering.objects.filter(toestand=toestand).filter(doel__toestand__in=LOPEND)
    if index is not None:
        rijen = rijen.filter(doel=index)
    per_bereik = (
        rijen.order_by().values("publicatie__bereik").annotate(aantal=Count("pk"), sinds=Min("wacht_sinds"))
    )
    return {rij["publicatie__bereik"]: rij for rij in per_bereik}


def _laatste_per_bereik(index: Doel | None) -> dict[str, tuple[datetime, float | None]]:
    """bereik → (moment of its last change, seconds until the index acknowledged that)."""
    laatste = dict(
        Uitgave.objects.order_by()
        .values("publicatie__bereik")
        .annotate(pk_=Max("pk"))
        .values_list("publicatie__bereik", "pk_")
    )
    bevestigd = Ontvangst.objects.filter(
        publicatie=OuterRef("publicatie"),
        versie__gte=OuterRef("versie"),
        doel_naam=index.naam if index else "",
    ).order_by("pk")
    rijen = (
        Uitgave.objects.filter(pk__in=laatste.values())
        .annotate(bevestigd_op=Subquery(bevestigd.values("op")[:1]))
        .values_list("publicatie__bereik", "op", "vastgelegd_op", "bevestigd_op")
    )
    return {
        bereik: (op, (klaar - vastgelegd).total_seconds() if klaar and vastgelegd else None)
        for bereik, op, vastgelegd, klaar in rijen
    }


def _bereik_stand(
    slug: str,
    naam: str,
    telling: dict[str, Any],
    wacht: dict[str, Any],
    geparkeerd: dict[str, Any],
    laatste: tuple[datetime, float | None] | None,
) -> BereikStand:
    return BereikStand(
        bereik=slug,
        naam=naam,
        live=telling.get("live", 0),
        wacht=wacht.get("aantal", 0),
        wacht_sinds=wacht.get("sinds"),
        mislukt=telling.get("mislukt", 0) + geparkeerd.get("aantal", 0),
        mislukt_sinds=telling.get("mislukt_sinds") or geparkeerd.get("sinds"),
        alarmen=telling.get("alarmen", 0),
        laatste_op=laatste[0] if laatste else None,
        seconden=laatste[1] if laatste else None,
    )
