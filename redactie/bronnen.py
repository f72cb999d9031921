"""What the merge reads: the sources of one publication, as frozen dataclasses.

Filled from the database by `redactie/lezen.py`, by tests from nothing at all. No ORM objects pass this border.
Keys (sleutel, slug) are plain strings; `gemeente=None` means: of the region.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import TypeVar

from redactie.keuzes import (
    Aanbod,
    Aangeboden,
    Actie,
    AfwijkingSoort,
    AfwijkingWijze,
    GegevenSoort,
    Inlogmiddel,
    KanaalWijze,
    Klasse,
    Niveau,
    Productsoort,
    TariefSoort,
)
from redactie.periode import ALTIJD, Periode
from redactie.veld import Veld

T = TypeVar("T")
K = TypeVar("K")

REGIO = "regio"
"""The slug of the region itself as a bereik: what holds everywhere."""
KETENPROEF = "ketenproef"
"""The bereik of the document that measures publishing (`sync/ketenproef.py`): no municipality has it, and no reader."""


@dataclass(frozen=True, slots=True)
class TekstversieBron:
    """One text of the time line of a central field, in force from `vanaf` until the next one."""

    id: int
    veld: Veld
    tekst: str
    vanaf: datetime
    klasse: Klasse = Klasse.INHOUDELIJK
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class KanaalBron:
    """A way to do something. Only local rows have `vervalt`: it ends the central ones of the same actie and wijze."""

    actie: Actie
    wijze: KanaalWijze
    adres: str = ""
    label: str = ""
    inlogmiddel: Inlogmiddel = Inlogmiddel.GEEN
    niveau: Niveau | None = None
    aangewezen: bool = False
    vervalt: bool = False


@dataclass(frozen=True, slots=True)
class UpnBron:
    uri: str
    naam: str = ""
    rechtsgronden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CentraalProduct:
    """The central layer of one product; `tekstversies` holds the whole time line, in any order."""

    sleutel: str
    productsoort: Productsoort = Productsoort.PRODUCT
    aanbod: Aanbod = Aanbod.ALLE
    gemeente: str | None = None
    tekstversies: tuple[TekstversieBron, ...] = ()
    vaste_velden: frozenset[Veld] = frozenset()
    upn: tuple[UpnBron, ...] = ()
    doelgroepen: tuple[str, ...] = ()
    themas: tuple[str, ...] = ()
    trefwoorden: tuple[str, ...] = ()
    verwant: tuple[str, ...] = ()
    eigenaar: str | None = None
    behandelaar: str | None = None
    kanalen: tuple[KanaalBron, ...] = ()
    controledatum: date | None = None
    nagekeken_op: date | None = None
    """When its owner (the centre, or the municipality whose own product it is) last checked the whole text."""
    vervalt_op: date | None = None
    opvolger: str | None = None
    vervallen_toelichting: str = ""
    revisie: int | None = None

    def tekst_op(self, veld: Veld, op: datetime) -> TekstversieBron | None:
        """The text with the latest `vanaf` not after `op`; an empty text counts (the field is empty)."""
        beste = None
        for versie in self.tekstversies:
            if versie.veld is not veld or versie.vanaf > op:
                continue
            if beste is None or (versie.vanaf, versie.id) > (beste.vanaf, beste.id):
                beste = versie
        return beste

    def teksten_op(self, op: datetime) -> dict[Veld, TekstversieBron]:
        """Per field what `tekst_op` gives, in one walk along the time line; fields without a text are absent."""
        geldig: dict[Veld, TekstversieBron] = {}
        for versie in self.tekstversies:
            if versie.vanaf <= op:
                ander = geldig.get(versie.veld)
                if ander is None or (versie.vanaf, versie.id) > (ander.vanaf, ander.id):
                    geldig[versie.veld] = versie
        return geldig


@dataclass(frozen=True, slots=True)
class HerzieningBron:
    """A decision taken on a deviation: what central text it was judged against."""

    tekstversie: int
    besluit: str
    wanneer: datetime


@dataclass(frozen=True, slots=True)
class AfwijkingBron:
    veld: Veld
    wijze: AfwijkingWijze
    tekst: str = ""
    soort: AfwijkingSoort = AfwijkingSoort.BELEID
    reden: str = ""
    periode: Periode = ALTIJD
    basis: int | None = None
    """id of the Tekstversie it was based on; None: there was no central text."""
    herzieningen: tuple[HerzieningBron, ...] = ()


@dataclass(frozen=True, slots=True)
class LokaleLaag:
    """What one municipality does differently with one product."""

    gemeente: str
    aangeboden: Aangeboden = Aangeboden.ONBEKEND
    valt_onder: str | None = None
    toelichting: str = ""
    periode: Periode = ALTIJD
    trefwoorden: tuple[str, ...] = ()
    behandelaar: str | None = None
    kanalen: tuple[KanaalBron, ...] = ()
    afwijkingen: tuple[AfwijkingBron, ...] = ()
    nagekeken_op: date | None = None
    revisie: int | None = None


@dataclass(frozen=True, slots=True)
class GegevenBron:
    sleutel: str
    waarde: str
    soort: GegevenSoort = GegevenSoort.TEKST
    gemeente: str | None = None
    intern: bool = False
    omschrijving: str = ""
    periode: Periode = ALTIJD
    id: int | None = None


@dataclass(frozen=True, slots=True)
class TariefBron:
    """An amount in euros; `vastgesteld` False is a concept: it takes part in nothing that is shown."""

    sleutel: str
    omschrijving: str
    bedrag: Decimal | None = None
    groep: str = ""
    volgorde: int = 0
    soort: TariefSoort = TariefSoort.VAST
    eenheid: str = ""
    voorwaarde: str = ""
    gemeente: str | None = None
    vastgesteld: bool = True
    periode: Periode = ALTIJD
    id: int | None = None


@dataclass(frozen=True, slots=True)
class GemeenteBron:
    """The bereik for which is merged: a municipality, or the region itself (`slug == REGIO`)."""

    slug: str
    naam: str
    telefoon: str = ""
    telefoon_buitenland: str = ""
    website: str = ""

    @property
    def is_regio(self) -> bool:
        return self.slug == REGIO


@dataclass(frozen=True)
class Feiten:
    """The facts that a resolution may look at: of the region and of this one municipality, all periods.

    Reading facts of another municipality into this is the one way to a wrong fee: `lezen.py` selects
    `gemeente IS NULL OR gemeente = <bereik>` and `oplossen` checks it once more.
    """

    gemeente: GemeenteBron
    gegevens: tuple[GegevenBron, ...] = ()
    tarieven: tuple[TariefBron, ...] = ()
    elders_lokaal: frozenset[str] = field(default_factory=frozenset)
    """For the region: keys of which some municipality has a value of its own ("verschilt per gemeente"), as
    `gegeven:x`, `tarief:x` and `tarieven:groep`."""

    @cached_property
    def per_gegeven(self) -> dict[str, tuple[GegevenBron, ...]]:
        return _per(lambda rij: rij.sleutel, self.gegevens)

    @cached_property
    def per_tarief(self) -> dict[str, tuple[TariefBron, ...]]:
        """Without concepts."""
        return _per(lambda rij: rij.sleutel, (rij for rij in self.tarieven if rij.vastgesteld))

    @cached_property
    def per_groep(self) -> dict[str, tuple[TariefBron, ...]]:
        """Without concepts."""
        return _per(lambda rij: rij.groep, (rij for rij in self.tarieven if rij.vastgesteld and rij.groep))

    @cached_property
    def van_anderen(self) -> frozenset[str]:
        """The municipalities whose facts do not belong here. Anything in it is a fault of the reader."""
        eigen = {None, self.gemeente.slug}
        gemeenten = {rij.gemeente for rij in self.gegevens} | {rij.gemeente for rij in self.tarieven}
        return frozenset(gemeente for gemeente in gemeenten - eigen if gemeente is not None)


PerGemeente = dict[str | None, tuple[tuple[int, T], ...]]
"""Facts of a municipality (None: of the region), each with its place among all of them."""


@dataclass(frozen=True)
class ProductBronnen:
    """Everything that the publications of one product are made from, in whatever bereik."""

    centraal: CentraalProduct
    lagen: Mapping[str, LokaleLaag] = field(default_factory=dict)
    gegevens: tuple[GegevenBron, ...] = ()
    tarieven: tuple[TariefBron, ...] = ()

    def laag(self, bereik: str) -> LokaleLaag:
        return self.lagen.get(bereik) or LokaleLaag(gemeente=bereik)

    def feiten(self, bereik: GemeenteBron) -> Feiten:
        """The facts for one bereik: of the region and of this municipality, of no other one."""
        eigen = None if bereik.is_regio else bereik.slug
        return Feiten(
            gemeente=bereik,
            gegevens=_met_eigen(self._gegevens_van, eigen),
            tarieven=_met_eigen(self._tarieven_van, eigen),
            elders_lokaal=self._elders_lokaal() if bereik.is_regio else frozenset(),
        )

    @cached_property
    def _gegevens_van(self) -> PerGemeente[GegevenBron]:
        return _per(lambda paar: paar[1].gemeente, enumerate(self.gegevens))

    @cached_property
    def _tarieven_van(self) -> PerGemeente[TariefBron]:
        return _per(lambda paar: paar[1].gemeente, enumerate(self.tarieven))

    def _elders_lokaal(self) -> frozenset[str]:
        tokens = {f"gegeven:{feit.sleutel}" for feit in self.gegevens if feit.gemeente is not None}
        for feit in self.tarieven:
            if feit.gemeente is not None and feit.vastgesteld:
                tokens.add(f"tarief:{feit.sleutel}")
                if feit.groep:
                    tokens.add(f"tarieven:{feit.groep}")
        return frozenset(tokens)


def _met_eigen(per_gemeente: PerGemeente[T], gemeente: str | None) -> tuple[T, ...]:
    """Those of the region, and of this municipality, in the order in which they all were."""
    op_plek = dict(per_gemeente.get(None, ()))
    if gemeente is not None:
        op_plek.update(per_gemeente.get(gemeente, ()))
    return tuple(op_plek[plek] for plek in sorted(op_plek))


def _per(sleutel: Callable[[T], K], rijen: Iterable[T]) -> dict[K, tuple[T, ...]]:
    groepen: dict[K, list[T]] = {}
    for rij in rijen:
        groepen.setdefault(sleutel(rij), []).append(rij)
    return {naam: tuple(leden) for naam, leden in groepen.items()}
