"""Reconciling on request: is everything what it should be, here and at every target? If not, see that it becomes so.

Looks through the eyes of the nightly comparison (`nazien*.py`) and adds no judgement of its own. Looking changes
nothing. Repairing asks the loop, and removes no more than may go without a person (`grens`) unless told how much. What
could not be asked is never taken for empty.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from django.db.models import QuerySet

from redactie.klok import nu_van_de_database
from redactie.models import Wijziging, WijzigingSoort
from search.keuze import motor
from search.motor import MotorFout
from sync.afspraak.bericht import StandFout
from sync.afspraak.manifest import emmer_van
from sync.doelbeheer import keur_wezen_goed
from sync.doelen import adapter_van
from sync.generatie import generaties, vraag_generatie
from sync.models import (
    Documentsoort,
    Doel,
    DoelSoort,
    DoelToestand,
    Levering,
    LeveringToestand,
    Publicatie,
    Toestand,
)
from sync.nazien import (
    NIEUWER,
    ONBEKEND,
    ONTBREEKT,
    Gevonden,
    bied_opnieuw_aan,
    documentnaam,
    gemist,
    in_index,
    vergelijk,
    vul_aan,
)
from sync.nazien_buiten import Uitkomst, Vergelijking, eigen_van, grens
from sync.nazien_eigen import BESCHADIGD, Eigen, documenten, herstel_rij, verschillen_van

BLOK = 500
Namen = Mapping[str, Sequence[str]]
"""Kind of difference → names of documents."""


@dataclass(frozen=True, slots=True)
class Bevinding:
    """What was found at one place. `fout`: why it could not be asked; nothing is known of it then.

    `grens`: how many documents may go there without a person.
    """

    plaats: str
    vergeleken: int = 0
    gevonden: Namen = field(default_factory=dict)
    wacht: int = 0
    geweigerd: int = 0
    grens: int = 0
    fout: str = ""

    @property
    def gelijk(self) -> bool:
        return not (self.fout or self.gevonden or self.wacht or self.geweigerd)

    @property
    def te_veel(self) -> int:
        """How many documents would go, when that is more than may go by itself."""
        wezen = len(self.gevonden.get(ONBEKEND, ()))
        return wezen if wezen > self.grens else 0


class Plaats(Protocol):
    """`stappen`: how often `kijk` calls back. `herstel` is for what the last `kijk` found; says what it cannot do."""

    @property
    def stappen(self) -> int: ...

    def kijk(self, stap: Callable[[], object]) -> Bevinding: ...

    def herstel(self, *, alles_mag_weg: bool) -> str: ...


class Hier:
    """Our own publications, beside a fresh merge."""

    def __init__(self, bereik: str = "") -> None:
        self.bereik = bereik
        self.documenten = documenten()
        self.gevallen: list[Eigen] = []

    @property
    def stappen(self) -> int:
        return len(self.documenten)

    def kijk(self, stap: Callable[[], object]) -> Bevinding:
        self.gevallen, vergeleken = [], 0
        for document in self.documenten:
            aantal, gevallen = verschillen_van(document, self.bereik)
            vergeleken += aantal
            self.gevallen += gevallen
            stap()
        namen: dict[str, list[str]] = defaultdict(list)
        for geval in sorted(self.gevallen, key=lambda geval: geval.naam):
            namen[geval.soort].append(geval.naam)
        live = Publicatie.objects.filter(toestand=Toestand.LIVE).count()
        wacht = Wijziging.objects.count()
        return Bevinding("Onze publicaties", vergeleken, namen, wacht, grens=grens(live))

    def herstel(self, *, alles_mag_weg: bool) -> str:
        for geval in self.gevallen:
            if geval.soort == BESCHADIGD:
                herstel_rij(geval)
        opnieuw = [
            geval
            for geval in self.gevallen
            if geval.soort != BESCHADIGD and (alles_mag_weg or geval.soort != ONBEKEND)
        ]
        Wijziging.objects.bulk_create((_wijziging(geval) for geval in opnieuw), batch_size=BLOK)
        return ""


class Index:
    """The generation that serves, beside what was delivered to it."""

    stappen = 1

    def __init__(self, doel: Doel, bereik: str = "") -> None:
        self.doel = doel
        self.bereik = bereik
        self.gevonden = Gevonden((), {})

    def kijk(self, stap: Callable[[], object]) -> Bevinding:
        nu = nu_van_de_database()
        try:
            aanwezig = in_index(motor(), self.doel)
        except MotorFout as fout:
            return Bevinding(self.doel.naam, fout=str(fout))
        finally:
            stap()
        if self.bereik:
            eigen = f"{self.bereik}/"
            aanwezig = {naam: stand for naam, stand in aanwezig.items() if naam.startswith(eigen)}
            self.gevonden = vergelijk(self.doel, aanwezig, nu, lambda naam: naam.startswith(eigen))
        else:
            self.gevonden = vergelijk(self.doel, aanwezig, nu)
        return _bevinding(self.doel, self.gevonden, len(self.gevonden.wezen), self.bereik)

    def herstel(self, *, alles_mag_weg: bool) -> str:
        """What does not belong there goes with the whole generation: only one process writes in it."""
        nu = nu_van_de_database()
        while vul_aan(self.doel, nu):
            pass
        bied_opnieuw_aan(self.gevonden.aan_te_bieden, nu)
        if {ONBEKEND, NIEUWER} & set(self.gevonden.verschillen):
            vraag_generatie(aanleiding="Er stonden documenten in die er niet horen.")
        return ""


class GeenIndex:
    """No generation serves: nothing is known of what can be found."""

    stappen = 0

    def kijk(self, stap: Callable[[], object]) -> Bevinding:
        return Bevinding("Zoekindex", fout="er is geen zoekindex die dient")

    def herstel(self, *, alles_mag_weg: bool) -> str:
        return ""


class Buiten:
    """A target outside the house, beside what it acknowledged."""

    stappen = 1

    def __init__(self, doel: Doel) -> None:
        self.doel = doel
        self.gezien: tuple[Vergelijking, Uitkomst] | None = None

    def kijk(self, stap: Callable[[], object]) -> Bevinding:
        self.doel.refresh_from_db()
        vergelijking = Vergelijking(self.doel, nu_van_de_database())
        uitkomst = vergelijking.lees(adapter_van(self.doel))
        self.gezien = vergelijking, uitkomst
        stap()
        if isinstance(uitkomst, StandFout):
            return Bevinding(self.doel.naam, fout=str(uitkomst))
        emmers, aanwezig = uitkomst
        eigen = eigen_van(self.doel, aanwezig)
        gevonden = vergelijk(self.doel, eigen, vergelijking.nu, lambda naam: emmer_van(naam) in emmers)
        return _bevinding(self.doel, gevonden, vergelijking.grens)

    def herstel(self, *, alles_mag_weg: bool) -> str:
        """The same as the nightly comparison does, and at once."""
        if self.doel.toestand != DoelToestand.ACTIEF:
            return f"{self.doel.naam} is {self.doel.get_toestand_display().lower()}. Hervat het doel eerst."
        if self.gezien is not None:
            vergelijking, uitkomst = self.gezien
            vergelijking.verwerk(uitkomst)
        self.doel.refresh_from_db()
        if self.doel.toestand != DoelToestand.ACTIEF:
            return f"{self.doel.naam} is gestopt: {self.doel.laatste_fout}"
        if wezen := self.doel.wezen.get("lijst"):
            if alles_mag_weg:
                keur_wezen_goed(doel=self.doel, aantal=len(wezen), door="verzoen")
            Doel.objects.filter(pk=self.doel.pk).update(nazien_op=None)
        return ""


def plaatsen(*, bereik: str = "", doel: Doel | None = None) -> list[Plaats]:
    """Everything there is to compare; of one municipality, or of one target alone."""
    if doel is not None:
        return [_plaats(doel, bereik)]
    buiten = Doel.objects.exclude(soort=DoelSoort.INDEX).order_by("naam")
    if bereik:
        buiten = buiten.filter(bereik=bereik)
    dienend = generaties(DoelToestand.ACTIEF).last()
    index: Plaats = Index(dienend, bereik) if dienend is not None else GeenIndex()
    return [Hier(bereik), index, *map(Buiten, buiten)]


def na_te_komen(doelen: Sequence[Plaats]) -> int:
    """How many targets the loop still has to compare, and generations it has to make, after `herstel`. 2 queries."""
    buiten = [plaats.doel.pk for plaats in doelen if isinstance(plaats, Buiten)]
    nog = Doel.objects.filter(pk__in=buiten, toestand=DoelToestand.ACTIEF, nazien_op__isnull=True)
    return nog.count() + generaties(DoelToestand.VULLEN).count()


def _plaats(doel: Doel, bereik: str) -> Plaats:
    if doel.soort != DoelSoort.INDEX:
        return Buiten(doel)
    return Index(doel, bereik) if doel.toestand == DoelToestand.ACTIEF else GeenIndex()


def _bevinding(doel: Doel, gevonden: Gevonden, hoogstens: int, bereik: str = "") -> Bevinding:
    namen: dict[str, list[str]] = defaultdict(list)
    for geval in gevonden.gevallen:
        namen[geval.soort].append(geval.naam)
    if gevonden.wezen:
        namen[ONBEKEND] = sorted(gevonden.wezen)
    namen[ONTBREEKT] += _gemist(doel, bereik)
    leveringen = Levering.objects.filter(doel=doel)
    if bereik:
        leveringen = leveringen.filter(publicatie__bereik=bereik)
    return Bevinding(
        plaats=doel.naam,
        vergeleken=leveringen.filter(bevestigd__gt=0).count(),
        gevonden={soort: lijst for soort, lijst in namen.items() if lijst},
        wacht=leveringen.filter(toestand=LeveringToestand.WACHT).count(),
        geweigerd=leveringen.filter(toestand=LeveringToestand.GEPARKEERD).count(),
        grens=hoogstens,
    )


def _gemist(doel: Doel, bereik: str) -> list[str]:
    rijen: QuerySet[Publicatie] = gemist(doel)
    if bereik:
        rijen = rijen.filter(bereik=bereik)
    return [documentnaam(doel, *naam) for naam in rijen.values_list("bereik", "documentsoort", "sleutel")]


def _wijziging(geval: Eigen) -> Wijziging:
    if geval.documentsoort == Documentsoort.PRODUCT:
        return Wijziging(soort=WijzigingSoort.PRODUCT, sleutel=geval.sleutel, gemeente=geval.bereik)
    return Wijziging(soort=WijzigingSoort.GEMEENTE, gemeente=geval.bereik)
