"""The rows of the CSV files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from redactie.invoer.documenten.document import Document, Identiteit, Soort
from redactie.keuzes import (
    ContactpuntSoort,
    GegevenSoort,
    Mededelingsoort,
    OpenWijze,
    Richting,
    TariefSoort,
    TariefStatus,
    ThemaSoort,
)
from redactie.periode import Periode


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
    soort: Mededelingsoort = Mededelingsoort.MEDEDELING

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
    reden: str = ""

    @property
    def identiteit(self) -> Identiteit:
        return (self.gemeente, self.woorden)
