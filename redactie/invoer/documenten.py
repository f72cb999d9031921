"""What the import format says, as frozen dataclasses: one per row or file, keyed, without database ids.

Attributes carry the names of the model columns. Two documents are equal when an import would change nothing; where
they stand in a file (`plek`) plays no part in that. Lists without an order of their own are kept sorted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from typing import ClassVar

from redactie.bronnen import KanaalBron
from redactie.invoer.fouten import Plek
from redactie.keuzes import (
    Aanbod,
    Aangeboden,
    AfwijkingSoort,
    AfwijkingWijze,
    ContactpuntSoort,
    GegevenSoort,
    Keuze,
    Klasse,
    OpenWijze,
    Productsoort,
    Richting,
    TariefSoort,
    TariefStatus,
    ThemaSoort,
)
from redactie.periode import Periode
from redactie.veld import Veld


class Soort(Keuze):
    """The kinds of document, in the order in which they are written."""

    REGIO = "regio", "regio"
    GEMEENTE = "gemeente", "gemeenten"
    THEMA = "thema", "thema's"
    CONTACTPUNT = "contactpunt", "contactpunten"
    LOCATIE = "locatie", "locaties"
    OPENINGSTIJDEN = "openingstijden", "openingstijden"
    GEGEVEN = "gegeven", "gegevens"
    TARIEF = "tarief", "tarieven"
    PRODUCT = "product", "producten"
    LOKAAL = "lokaal", "lokale versies"
    MEDEDELING = "mededeling", "mededelingen"
    SYNONIEM = "synoniem", "synoniemen"


NERGENS = Plek("")
Identiteit = tuple[object, ...]


@dataclass(frozen=True, kw_only=True)
class Document:
    soort_document: ClassVar[Soort]
    plek: Plek = field(default=NERGENS, compare=False, repr=False)

    @property
    def identiteit(self) -> Identiteit:
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class RegioRij(Document):
    soort_document = Soort.REGIO
    naam: str
    telefoon: str = ""
    telefoon_buitenland: str = ""
    website: str = ""

    @property
    def identiteit(self) -> Identiteit:
        return ()


@dataclass(frozen=True, kw_only=True)
class GemeenteRij(Document):
    soort_document = Soort.GEMEENTE
    slug: str
    naam: str
    code: str
    owms_uri: str = ""
    telefoon: str = ""
    telefoon_buitenland: str = ""
    website: str = ""
    hostnamen: tuple[str, ...] = ()
    thema: str = ""
    deelname_van: date | None = None
    deelname_tot: date | None = None

    @property
    def identiteit(self) -> Identiteit:
        return (self.slug,)


@dataclass(frozen=True, kw_only=True)
class ThemaRij(Document):
    soort_document = Soort.THEMA
    sleutel: str
    naam: str
    inleiding: str = ""
    ouder: str = ""
    volgorde: int = 0
    soort: ThemaSoort = ThemaSoort.THEMA

    @property
    def identiteit(self) -> Identiteit:
        return (self.sleutel,)


@dataclass(frozen=True, kw_only=True)
class ContactpuntRij(Document):
    soort_document = Soort.CONTACTPUNT
    gemeente: str
    sleutel: str
    naam: str
    soort: ContactpuntSoort = ContactpuntSoort.AFDELING
    telefoon: str = ""
    telefoon_intern: str = ""
    e_mail: str = ""
    website: str = ""

    @property
    def identiteit(self) -> Identiteit:
        return (self.gemeente, self.sleutel)


@dataclass(frozen=True, kw_only=True)
class LocatieRij(Document):
    soort_document = Soort.LOCATIE
    gemeente: str
    sleutel: str
    naam: str
    straat: str = ""
    nummer: str = ""
    postcode: str = ""
    plaats: str = ""
    toelichting: str = ""

    @property
    def identiteit(self) -> Identiteit:
        return (self.gemeente, self.sleutel)


@dataclass(frozen=True, order=True)
class OpenTijd:
    """A weekday (0 = Monday) or a date; without times: closed."""

    datum: str
    dag: int
    van: str
    tot: str
    wijze: str = OpenWijze.INLOOP.value

    @classmethod
    def van_waarden(
        cls, dag: str, datum: date | None, van: time | None, tot: time | None, wijze: str
    ) -> OpenTijd:
        dagen = ["ma", "di", "wo", "do", "vr", "za", "zo"]
        return cls(
            datum.isoformat() if datum else "",
            dagen.index(dag) if dag else -1,
            f"{van:%H:%M}" if van else "",
            f"{tot:%H:%M}" if tot else "",
            wijze,
        )


@dataclass(frozen=True, kw_only=True)
class OpeningstijdenGroep(Document):
    """All hours of one contact point or location: they replace each other as a whole."""

    soort_document = Soort.OPENINGSTIJDEN
    gemeente: str
    van_wat: Soort
    sleutel: str
    tijden: tuple[OpenTijd, ...]

    @property
    def identiteit(self) -> Identiteit:
        return (self.gemeente, self.van_wat, self.sleutel)


@dataclass(frozen=True, kw_only=True)
class FeitRij(Document):
    gemeente: str
    sleutel: str
    geldig_van: date | None = None
    geldig_tot: date | None = None

    @property
    def identiteit(self) -> Identiteit:
        return (self.gemeente, self.sleutel, self.geldig_van)

    @property
    def periode(self) -> Periode:
        return Periode(self.geldig_van, self.geldig_tot)


@dataclass(frozen=True, kw_only=True)
class GegevenRij(FeitRij):
    soort_document = Soort.GEGEVEN
    waarde: str
    omschrijving: str = ""
    soort: GegevenSoort = GegevenSoort.TEKST
    intern: bool = False


@dataclass(frozen=True, kw_only=True)
class TariefRij(FeitRij):
    soort_document = Soort.TARIEF
    omschrijving: str
    groep: str = ""
    volgorde: int = 0
    soort: TariefSoort = TariefSoort.VAST
    bedrag: Decimal | None = None
    eenheid: str = ""
    voorwaarde: str = ""
    status: TariefStatus = TariefStatus.VASTGESTELD


@dataclass(frozen=True)
class GeplandeTekst:
    veld: Veld
    vanaf: datetime
    tekst: str
    klasse: Klasse = Klasse.INHOUDELIJK
    toelichting: str = ""
    regel: int = field(default=0, compare=False)
    tekst_regel: int = field(default=0, compare=False)

    @property
    def volgorde(self) -> tuple[datetime, int]:
        return (self.vanaf, list(Veld).index(self.veld))


@dataclass(frozen=True, kw_only=True)
class ProductBestand(Document):
    """`teksten` holds the fields that have a text, titel among them."""

    soort_document = Soort.PRODUCT
    sleutel: str
    teksten: dict[Veld, str]
    productsoort: Productsoort = Productsoort.PRODUCT
    aanbod: Aanbod = Aanbod.ALLE
    gemeente: str = ""
    upn: tuple[str, ...] = ()
    doelgroepen: tuple[str, ...] = ()
    themas: tuple[str, ...] = ()
    trefwoorden: tuple[str, ...] = ()
    verwant: tuple[str, ...] = ()
    eigenaar: str = ""
    behandelaar: str = ""
    controledatum: date | None = None
    vaste_velden: tuple[Veld, ...] = ()
    vervalt_op: date | None = None
    opvolger: str = ""
    vervallen_toelichting: str = ""
    kanalen: tuple[KanaalBron, ...] = ()
    gepland: tuple[GeplandeTekst, ...] = ()

    @property
    def identiteit(self) -> Identiteit:
        return (self.sleutel,)

    @property
    def titel(self) -> str:
        return self.teksten.get(Veld.TITEL, "")


@dataclass(frozen=True)
class AfwijkingDeel:
    veld: Veld
    wijze: AfwijkingWijze
    tekst: str = ""
    soort: AfwijkingSoort = AfwijkingSoort.BELEID
    reden: str = ""
    periode: Periode = field(default_factory=Periode)
    regel: int = field(default=0, compare=False)
    tekst_regel: int = field(default=0, compare=False)

    @property
    def identiteit(self) -> tuple[Veld, AfwijkingWijze, date | None]:
        return (self.veld, self.wijze, self.periode.van)

    @property
    def volgorde(self) -> tuple[int, int, date]:
        return (
            list(Veld).index(self.veld),
            list(AfwijkingWijze).index(self.wijze),
            self.periode.van or date.min,
        )


@dataclass(frozen=True, kw_only=True)
class LokaalBestand(Document):
    soort_document = Soort.LOKAAL
    gemeente: str
    product: str
    aangeboden: Aangeboden = Aangeboden.ONBEKEND
    valt_onder: str = ""
    toelichting: str = ""
    vanaf: date | None = None
    tot: date | None = None
    trefwoorden: tuple[str, ...] = ()
    behandelaar: str = ""
    kanalen: tuple[KanaalBron, ...] = ()
    afwijkingen: tuple[AfwijkingDeel, ...] = ()

    @property
    def identiteit(self) -> Identiteit:
        return (self.gemeente, self.product)


@dataclass(frozen=True, kw_only=True)
class MededelingRij(Document):
    soort_document = Soort.MEDEDELING
    sleutel: str
    tekst: str
    van: datetime
    tot: datetime | None = None
    interne_tekst: str = ""
    gemeenten: tuple[str, ...] = ()
    betreft: tuple[str, ...] = ("alles",)
    zichtbaar: tuple[str, ...] = ("website", "balie")
    belangrijk: bool = False

    @property
    def identiteit(self) -> Identiteit:
        return (self.sleutel,)


@dataclass(frozen=True, kw_only=True)
class SynoniemRij(Document):
    """Has no key of its own: the words are what it is."""

    soort_document = Soort.SYNONIEM
    gemeente: str
    woorden: tuple[str, ...]
    richting: Richting = Richting.BEIDE

    @property
    def identiteit(self) -> Identiteit:
        return (self.gemeente, self.woorden)


class Bundel:
    """Documents by kind and identity: what a folder holds, or what the installation holds."""

    def __init__(self, documenten: Iterable[Document] = ()) -> None:
        self._per_soort: dict[Soort, dict[Identiteit, Document]] = {soort: {} for soort in Soort}
        self.gemist: set[Soort] = set()
        """Kinds of which something could not be read at all: that a key is not there then says nothing."""
        for document in documenten:
            self.voeg_toe(document)

    def voeg_toe(self, document: Document) -> None:
        self._per_soort[document.soort_document][document.identiteit] = document

    def van(self, soort: Soort) -> dict[Identiteit, Document]:
        return self._per_soort[soort]

    def haal(self, soort: Soort, *identiteit: object) -> Document | None:
        return self._per_soort[soort].get(identiteit)

    def __iter__(self):
        for per_soort in self._per_soort.values():
            yield from per_soort.values()
