"""The text files: products, and local versions with their deviations."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from redactie.bronnen import KanaalBron
from redactie.invoer.documenten.document import Document, Identiteit, Soort
from redactie.keuzes import Aanbod, Aangeboden, AfwijkingSoort, AfwijkingWijze, Klasse, Productsoort
from redactie.periode import Periode
from redactie.veld import Veld


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
