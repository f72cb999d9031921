"""Reads the board: a row per bereik, a cell per place that it is published to.

The number of queries depends neither on the number of municipalities nor on that of targets. What is confirmed is
counted for the rows of one page only; who is behind is known of all, from what waits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Case, Count, Max, Min, Q, QuerySet, When
from django.utils import timezone

from redactie.models import Wijziging
from sync.bereiken import in_aantallen, namen_van_bereiken
from sync.bord.cel import Cel, Stand
from sync.bord.doelcel import doelcel
from sync.models import (
    LOPEND,
    Documentsoort,
    Doel,
    DoelSoort,
    DoelToestand,
    Levering,
    LeveringToestand,
    Pauze,
    Publicatie,
    Syncstand,
    Toestand,
)
from sync.nazien_buiten import klacht
from sync.pauzeren import Pauzes, pauzes
from sync.stilstand import STIL

PER_BLAD = 50
Telling = Mapping[str, Any]
GEEN: Telling = {}


@dataclass(frozen=True, slots=True)
class Bordrij:
    """`hier`: the website and the desk that Antwoord shows itself; they read what was published."""

    bereik: str
    naam: str
    hier: Cel
    index: Cel
    doelen: tuple[tuple[Doel, Cel], ...]
    alarmen: int
    laatste_op: datetime | None
    pauze: Pauze | None

    @property
    def in_orde(self) -> bool:
        return all(cel.in_orde for cel in (self.hier, self.index, *(cel for _, cel in self.doelen)))


@dataclass(frozen=True, slots=True)
class Bord:
    """`achter`: how many of the bereiken that this reader sees are not live everywhere, on whatever page."""

    blad: Page
    rijen: tuple[Bordrij, ...]
    achter: int
    achter_in_woorden: str
    te_plannen: int
    hartslag: datetime | None
    draait: bool
    pauze: Pauze | None
    index: Doel | None

    @property
    def alles_live(self) -> bool:
        return self.draait and not self.achter and self.pauze is None and self.index is not None


@dataclass(frozen=True, slots=True)
class _Gelezen:
    """What was read of all bereiken."""

    tellingen: Mapping[str, Telling]
    wachtend: Mapping[str, Telling]
    """Wijzigingen by municipality; '' is for everybody."""
    onaf: Mapping[tuple[int, str], Telling]
    """(target, bereik) → what is not confirmed there."""
    index: Doel | None
    buiten: Mapping[str, Sequence[Doel]]
    pauzes: Pauzes

    def te_plannen(self, bereik: str) -> tuple[int, datetime | None]:
        samen = [self.wachtend[van] for van in ("", bereik) if van in self.wachtend]
        return sum(lid["aantal"] for lid in samen), min((lid["sinds"] for lid in samen), default=None)

    def is_achter(self, bereik: str) -> bool:
        telling = self.tellingen.get(bereik, GEEN)
        buiten = self.buiten.get(bereik, ())
        doelen = [*buiten, *([self.index] if self.index is not None else [])]
        return bool(
            self.pauzes.van(bereik)
            or telling.get("mislukt")
            or self.te_plannen(bereik)[0]
            or (self.index is None and telling.get("producten"))
            or any((doel.pk, bereik) in self.onaf for doel in doelen)
            or any(
                doel.toestand not in LOPEND or doel.laatste_fout or klacht(doel, telling.get("live", 0))
                for doel in buiten
            )
        )


def lees_bord(
    bereiken: Collection[str] | None,
    *,
    zoek: str = "",
    alleen_achter: bool = False,
    bladnummer: object = 1,
    nu: datetime | None = None,
) -> Bord:
    """Of these bereiken (None: all), those whose name holds `zoek`. At most 12 queries."""
    nu = nu or timezone.now()
    namen = {
        slug: naam for slug, naam in namen_van_bereiken().items() if bereiken is None or slug in bereiken
    }
    gelezen = _lees(bereiken)
    achter = {slug for slug in namen if gelezen.is_achter(slug)}
    gevonden = [
        slug
        for slug, naam in namen.items()
        if zoek.casefold() in naam.casefold() and (not alleen_achter or slug in achter)
    ]
    blad = Paginator(gevonden, PER_BLAD).get_page(bladnummer)
    bevestigd = _bevestigd(gelezen, list(blad))
    rijen = tuple(_rij(slug, namen[slug], gelezen, bevestigd) for slug in blad)
    achter |= {rij.bereik for rij in rijen if not rij.in_orde}
    hartslag = Syncstand.objects.filter(pk=1).values_list("hartslag", flat=True).first()
    return Bord(
        blad=blad,
        rijen=rijen,
        achter=len(achter),
        achter_in_woorden=in_aantallen(achter),
        te_plannen=sum(lid["aantal"] for van, lid in gelezen.wachtend.items() if van == "" or van in namen),
        hartslag=hartslag,
        draait=hartslag is not None and nu - hartslag < STIL,
        pauze=gelezen.pauzes.alles,
        index=gelezen.index,
    )


def dienende_index() -> Doel | None:
    """The generation that serves, else the one that is being filled. 1 query."""
    lopend = Doel.objects.filter(soort=DoelSoort.INDEX, toestand__in=LOPEND)
    return lopend.order_by(Case(When(toestand=DoelToestand.ACTIEF, then=0), default=1), "-pk").first()


def _lees(bereiken: Collection[str] | None) -> _Gelezen:
    publicaties, leveringen = Publicatie.objects.order_by(), Levering.objects.order_by()
    doelen = Doel.objects.exclude(soort=DoelSoort.INDEX).order_by("naam")
    if bereiken is not None:
        publicaties = publicaties.filter(bereik__in=bereiken)
        leveringen = leveringen.filter(publicatie__bereik__in=bereiken)
        doelen = doelen.filter(bereik__in=bereiken)
    live = Q(toestand=Toestand.LIVE)
    buiten: dict[str, list[Doel]] = defaultdict(list)
    for doel in doelen:
        buiten[doel.bereik].append(doel)
    return _Gelezen(
        tellingen={
            rij["bereik"]: rij
            for rij in publicaties.values("bereik").annotate(
                live=Count("pk", filter=live),
                producten=Count("pk", filter=live & Q(documentsoort=Documentsoort.PRODUCT)),
                mislukt=Count("pk", filter=~Q(fout="")),
                mislukt_sinds=Min("fout_sinds"),
                alarmen=Count("pk", filter=live & ~Q(alarmen=[])),
                laatste_op=Max("gepubliceerd_op"),
            )
        },
        wachtend={
            rij["gemeente"]: rij
            for rij in Wijziging.objects.order_by()
            .values("gemeente")
            .annotate(aantal=Count("pk"), sinds=Min("vastgelegd_op"))
        },
        onaf={(rij["doel"], rij["publicatie__bereik"]): rij for rij in _onaf(leveringen)},
        index=dienende_index(),
        buiten=buiten,
        pauzes=pauzes(),
    )


def _onaf(leveringen: QuerySet[Levering]) -> QuerySet[Levering, dict[str, Any]]:
    wacht, geparkeerd = Q(toestand=LeveringToestand.WACHT), Q(toestand=LeveringToestand.GEPARKEERD)
    return (
        leveringen.filter(toestand__in=[LeveringToestand.WACHT, LeveringToestand.GEPARKEERD])
        .values("doel", "publicatie__bereik")
        .annotate(
            wacht=Count("pk", filter=wacht),
            geweigerd=Count("pk", filter=geparkeerd),
            sinds=Min("wacht_sinds"),
            fout=Max("laatste_fout"),
        )
    )


def _bevestigd(gelezen: _Gelezen, bereiken: list[str]) -> dict[tuple[int, str], int]:
    """(target, bereik) → how many documents that are live here it acknowledged, of this version. 1 query."""
    doelen = [doel.pk for bereik in bereiken for doel in gelezen.buiten.get(bereik, ())]
    if gelezen.index is not None:
        doelen.append(gelezen.index.pk)
    rijen = Levering.objects.filter(
        doel__in=doelen,
        toestand=LeveringToestand.BEVESTIGD,
        intrekking=False,
        publicatie__bereik__in=bereiken,
        publicatie__toestand=Toestand.LIVE,
    )
    per = rijen.order_by().values_list("doel", "publicatie__bereik").annotate(aantal=Count("pk"))
    return {(doel, bereik): aantal for doel, bereik, aantal in per}


def _rij(slug: str, naam: str, gelezen: _Gelezen, bevestigd: Mapping[tuple[int, str], int]) -> Bordrij:
    telling, index = gelezen.tellingen.get(slug, GEEN), gelezen.index
    live, pauze = telling.get("live", 0), gelezen.pauzes.van(slug)

    def cel(doel: Doel, van: int) -> Cel:
        sleutel = (doel.pk, slug)
        return doelcel(doel, van, bevestigd.get(sleutel, 0), gelezen.onaf.get(sleutel, GEEN))

    producten = telling.get("producten", 0)
    return Bordrij(
        bereik=slug,
        naam=naam,
        hier=_hier(telling, pauze, *gelezen.te_plannen(slug)),
        index=cel(index, producten)
        if index is not None
        else Cel(Stand.HAPERT if producten else Stand.LEEG, fout="Er is nog geen zoekindex."),
        doelen=tuple(
            (doel, cel(doel, producten if doel.alleen_producten else live))
            for doel in gelezen.buiten.get(slug, ())
        ),
        alarmen=telling.get("alarmen", 0),
        laatste_op=telling.get("laatste_op"),
        pauze=pauze,
    )


def _hier(telling: Telling, pauze: Pauze | None, wacht: int, wacht_sinds: datetime | None) -> Cel:
    live, mislukt = telling.get("live", 0), telling.get("mislukt", 0)
    if pauze is not None:
        return Cel(Stand.GEPAUZEERD, live, live, wacht, mislukt, pauze.sinds, pauze.reden)
    if mislukt:
        return Cel(Stand.MISLUKT, live, live, wacht, mislukt, telling["mislukt_sinds"])
    if wacht:
        return Cel(Stand.WACHT, live, live, wacht, 0, wacht_sinds)
    return Cel(Stand.LIVE if live else Stand.LEEG, live, live)
