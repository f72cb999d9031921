"""The figures of publishing at one moment, for machines and for whoever runs this: lag, queue, targets, outcomes.

Only reads, in a fixed number of queries. In words for editors: `stand.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min, Q, Sum
from django.utils import timezone

from redactie.models import Wijziging
from sync.achterstand import versheid_van_de_index
from sync.ketenproef import in_woorden, klacht
from sync.models import (
    VOOR_LEZERS,
    Doel,
    DoelToestand,
    Ketenproef,
    Levering,
    LeveringToestand,
    Publicatie,
    Syncstand,
    Toestand,
)
from sync.stilstand import TE_LANG


@dataclass(frozen=True, slots=True)
class Doelmeting:
    """`achter`: seconds that its oldest delivery waits. `rust`: the breaker is open, nothing is tried."""

    naam: str
    soort: str
    bereik: str
    toestand: str
    wacht: int
    bevestigd: int
    geparkeerd: int
    pogingen: int
    achter: float
    rust: bool
    fouten_op_rij: int
    fout: str


@dataclass(frozen=True, slots=True)
class Meting:
    """Ages in seconds; None: nothing says it. `proef…`: of the last attempt from end to end (`ketenproef.py`)."""

    tijdvak: int
    volgnummer: int
    hartslag: float | None
    te_plannen: int
    oudste_wijziging: float
    verlopen: int
    live: int
    ingetrokken: int
    mislukt: int
    index_achter: float | None
    proef_seconden: float | None
    proef_oud: float | None
    proef: str
    proef_mist: bool
    doelen: tuple[Doelmeting, ...]

    @property
    def draait(self) -> bool:
        return self.hartslag is not None and self.hartslag <= TE_LANG.total_seconds()

    @property
    def gebreken(self) -> tuple[str, ...]:
        """What somebody must look at, in words; empty: all is well."""
        return tuple(_gebreken(self))


def meet(nu: datetime | None = None) -> Meting:
    """At most 7 queries, however many municipalities and targets there are."""
    nu = nu or timezone.now()
    stand = Syncstand.lees()
    wijzigingen = Wijziging.objects.aggregate(aantal=Count("pk"), oudste=Min("vastgelegd_op"))
    proef = Ketenproef.lees()
    publicaties = Publicatie.objects.filter(documentsoort__in=VOOR_LEZERS).aggregate(
        live=Count("pk", filter=Q(toestand=Toestand.LIVE)),
        ingetrokken=Count("pk", filter=Q(toestand=Toestand.INGETROKKEN)),
        mislukt=Count("pk", filter=~Q(fout="")),
        verlopen=Count("pk", filter=Q(opnieuw_op__lte=nu)),
    )
    return Meting(
        tijdvak=stand.epoch,
        volgnummer=stand.volgnummer,
        hartslag=_leeftijd(stand.hartslag, nu) if stand.hartslag is not None else None,
        te_plannen=wijzigingen["aantal"],
        oudste_wijziging=_leeftijd(wijzigingen["oudste"], nu),
        index_achter=versheid_van_de_index(nu=nu).achterstand,
        proef_seconden=proef.seconden,
        proef_oud=_leeftijd(proef.geslaagd_op, nu) if proef.geslaagd_op is not None else None,
        proef=in_woorden(proef, nu),
        proef_mist=bool(klacht(proef, nu)),
        doelen=_doelen(nu),
        **publicaties,
    )


def _doelen(nu: datetime) -> tuple[Doelmeting, ...]:
    tellingen = {
        rij["doel"]: rij
        for rij in Levering.objects.order_by()
        .values("doel")
        .annotate(
            wacht=Count("pk", filter=Q(toestand=LeveringToestand.WACHT)),
            bevestigd=Count("pk", filter=Q(toestand=LeveringToestand.BEVESTIGD)),
            geparkeerd=Count("pk", filter=Q(toestand=LeveringToestand.GEPARKEERD)),
            pogingen=Sum("pogingen"),
            oudste=Min("wacht_sinds", filter=Q(toestand=LeveringToestand.WACHT)),
        )
    }
    return tuple(_doel(doel, tellingen.get(doel.pk, {}), nu) for doel in Doel.objects.order_by("pk"))


def _doel(doel: Doel, telling: dict[str, object], nu: datetime) -> Doelmeting:
    oudste = telling.get("oudste")
    return Doelmeting(
        naam=doel.naam,
        soort=doel.soort,
        bereik=doel.bereik,
        toestand=doel.toestand,
        wacht=int(str(telling.get("wacht") or 0)),
        bevestigd=int(str(telling.get("bevestigd") or 0)),
        geparkeerd=int(str(telling.get("geparkeerd") or 0)),
        pogingen=int(str(telling.get("pogingen") or 0)),
        achter=_leeftijd(oudste if isinstance(oudste, datetime) else None, nu),
        rust=doel.weer_op is not None and doel.weer_op > nu,
        fouten_op_rij=doel.fouten_op_rij,
        fout=doel.laatste_fout,
    )


def _leeftijd(moment: datetime | None, nu: datetime) -> float:
    return max(0.0, (nu - moment).total_seconds()) if moment is not None else 0.0


def _gebreken(meting: Meting) -> list[str]:
    gevonden = []
    if meting.hartslag is None:
        gevonden.append("De sync heeft nog nooit gedraaid. Start hem: manage.py sync.")
    elif not meting.draait:
        gevonden.append(f"De sync staat stil sinds {meting.hartslag:.0f} s. Bekijk het logboek en start hem.")
    if meting.mislukt:
        gevonden.append(f"{meting.mislukt} publicaties zijn niet te maken. De vorige tekst blijft staan.")
    if meting.proef_mist:
        gevonden.append(meting.proef)
    for doel in meting.doelen:
        if doel.toestand == DoelToestand.GESTOPT and doel.fout:
            gevonden.append(f"{doel.naam} is gestopt: {doel.fout}")
        elif doel.rust:
            gevonden.append(f"{doel.naam} antwoordt niet goed: {doel.fout}")
        if doel.geparkeerd and doel.toestand in (DoelToestand.ACTIEF, DoelToestand.VULLEN):
            gevonden.append(f"{doel.naam} weigert {doel.geparkeerd} teksten.")
    return gevonden
