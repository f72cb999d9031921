"""What a gemeente document is made from: the sources, as frozen dataclasses.

Filled from the database by `redactie/gemeentelezer.py`. `gemeente=None` means: of the region.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from redactie.bronnen import GemeenteBron
from redactie.keuzes import ContactpuntSoort, Dag, Mededelingsoort, OpenWijze, ThemaSoort, Zichtbaar
from redactie.periode import ALTIJD, Periode


@dataclass(frozen=True, slots=True)
class OpeningBron:
    """One span on a weekday, or on a date that replaces that whole day; no times: closed."""

    dag: Dag | None
    datum: date | None
    van: time | None
    tot: time | None
    wijze: OpenWijze = OpenWijze.INLOOP


@dataclass(frozen=True, slots=True)
class ContactpuntBron:
    sleutel: str
    naam: str
    soort: ContactpuntSoort = ContactpuntSoort.AFDELING
    gemeente: str | None = None
    telefoon: str = ""
    telefoon_intern: str = ""
    e_mail: str = ""
    website: str = ""
    openingstijden: tuple[OpeningBron, ...] = ()


@dataclass(frozen=True, slots=True)
class LocatieBron:
    sleutel: str
    naam: str
    gemeente: str | None = None
    straat: str = ""
    nummer: str = ""
    postcode: str = ""
    plaats: str = ""
    toelichting: str = ""
    openingstijden: tuple[OpeningBron, ...] = ()


@dataclass(frozen=True, slots=True)
class ThemaBron:
    sleutel: str
    naam: str
    inleiding: str = ""
    ouder: str | None = None
    soort: ThemaSoort = ThemaSoort.THEMA


@dataclass(frozen=True, slots=True)
class MededelingBron:
    """`gemeenten` empty: for every municipality. From `van` until just before `tot` (None: open)."""

    sleutel: str
    tekst: str
    van: datetime
    tot: datetime | None = None
    interne_tekst: str = ""
    gemeenten: frozenset[str] = frozenset()
    betreft: tuple[str, ...] = ("alles",)
    zichtbaar: frozenset[Zichtbaar] = frozenset(Zichtbaar)
    belangrijk: bool = False
    soort: Mededelingsoort = Mededelingsoort.MEDEDELING

    @property
    def op_website(self) -> bool:
        return Zichtbaar.WEBSITE in self.zichtbaar and self.soort is Mededelingsoort.MEDEDELING

    def is_voor(self, bereik: GemeenteBron, op: datetime) -> bool:
        """For this bereik and not over yet; a planned one counts, so that it shows without a publication."""
        return (not self.gemeenten or bereik.slug in self.gemeenten) and (self.tot is None or self.tot > op)


@dataclass(frozen=True, slots=True)
class GemeentedocumentBronnen:
    """Everything one gemeente document is made from; contact points and locations of the region and of this one."""

    bereik: GemeenteBron
    naam_regio: str
    code: str = ""
    owms_uri: str = ""
    hostnamen: tuple[str, ...] = ()
    thema: str = ""
    deelname: Periode = ALTIJD
    themas: tuple[ThemaBron, ...] = ()
    contactpunten: tuple[ContactpuntBron, ...] = ()
    locaties: tuple[LocatieBron, ...] = ()
    mededelingen: tuple[MededelingBron, ...] = ()
