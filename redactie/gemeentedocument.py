"""The document of a municipality (or of the region): names, telephone, themes, contact points, hours, notices.

Pure: sources in, two projections out. Websites and desk need nothing but publications because this is one. What is
open now is decided by the reader from the hours in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Protocol, TypeVar

from redactie.bronnen import GemeenteBron
from redactie.keuzes import ContactpuntSoort, Dag, OpenWijze, ThemaSoort, Zichtbaar
from redactie.opmaak import naar_html, naar_platte_tekst
from redactie.periode import ALTIJD, AMSTERDAM, Periode, eerstvolgende_grens

SCHEMA_GEMEENTE = "antwoord/gemeente/1"
SCHEMA_GEMEENTE_BALIE = "antwoord/gemeente-balie/1"
WEEK = tuple(Dag)

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class OpeningBron:
    """One span on a weekday, or on a date that replaces that whole day; no times: closed."""

    dag: Dag | None
    datum: date | None
    van: time | None
    tot: time | None
    wijze: OpenWijze = OpenWijze.INLOOP

    def als_json(self) -> Json:
        return {
            "dag": self.dag.value if self.dag else None,
            "datum": self.datum.isoformat() if self.datum else None,
            "van": f"{self.van:%H:%M}" if self.van else None,
            "tot": f"{self.tot:%H:%M}" if self.tot else None,
            "wijze": self.wijze.value,
        }


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

    def als_json(self) -> Json:
        """Without the internal number."""
        return {
            "sleutel": self.sleutel,
            "naam": self.naam,
            "soort": self.soort.value,
            "telefoon": self.telefoon,
            "e_mail": self.e_mail,
            "website": self.website,
            "openingstijden": _uren(self.openingstijden),
        }


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

    def als_json(self) -> Json:
        return {
            "sleutel": self.sleutel,
            "naam": self.naam,
            "straat": self.straat,
            "nummer": self.nummer,
            "postcode": self.postcode,
            "plaats": self.plaats,
            "toelichting": self.toelichting,
            "openingstijden": _uren(self.openingstijden),
        }


@dataclass(frozen=True, slots=True)
class ThemaBron:
    sleutel: str
    naam: str
    inleiding: str = ""
    ouder: str | None = None
    soort: ThemaSoort = ThemaSoort.THEMA

    def als_json(self) -> Json:
        return {
            "sleutel": self.sleutel,
            "naam": self.naam,
            "inleiding_html": naar_html(self.inleiding),
            "ouder": self.ouder,
            "soort": self.soort.value,
        }


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

    def is_voor(self, bereik: GemeenteBron, op: datetime) -> bool:
        """For this bereik and not over yet; a planned one counts, so that it shows without a publication."""
        return (not self.gemeenten or bereik.slug in self.gemeenten) and (self.tot is None or self.tot > op)

    def als_json(self) -> Json:
        return {
            "sleutel": self.sleutel,
            "tekst": naar_platte_tekst(self.tekst),
            "html": naar_html(self.tekst),
            "van": self.van.astimezone(AMSTERDAM).isoformat(),
            "tot": self.tot.astimezone(AMSTERDAM).isoformat() if self.tot else None,
            "betreft": list(self.betreft) or ["alles"],
            "belangrijk": self.belangrijk,
        }


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


@dataclass(frozen=True, slots=True)
class PubliekeGemeente:
    bronnen: GemeentedocumentBronnen
    contactpunten: tuple[ContactpuntBron, ...]
    locaties: tuple[LocatieBron, ...]
    mededelingen: tuple[MededelingBron, ...]

    def als_json(self) -> Json:
        bereik = self.bronnen.bereik
        return {
            "schema": SCHEMA_GEMEENTE,
            "bereik": bereik.slug,
            "naam": self.bronnen.naam_regio if bereik.is_regio else bereik.naam,
            "naam_regio": self.bronnen.naam_regio,
            "code": self.bronnen.code,
            "owms_uri": self.bronnen.owms_uri,
            "telefoon": bereik.telefoon,
            "telefoon_buitenland": bereik.telefoon_buitenland,
            "website": bereik.website,
            "hostnamen": list(self.bronnen.hostnamen),
            "thema": self.bronnen.thema,
            "themas": [thema.als_json() for thema in self.bronnen.themas],
            "contactpunten": [punt.als_json() for punt in self.contactpunten],
            "locaties": [locatie.als_json() for locatie in self.locaties],
            "mededelingen": [mededeling.als_json() for mededeling in self.mededelingen],
        }


@dataclass(frozen=True, slots=True)
class BalieGemeente:
    """What the desk reads besides: internal numbers, and the notices with their internal text."""

    publiek: PubliekeGemeente
    mededelingen: tuple[MededelingBron, ...]

    def als_json(self) -> Json:
        return {
            "schema": SCHEMA_GEMEENTE_BALIE,
            "bereik": self.publiek.bronnen.bereik.slug,
            "contactpunten": [
                {"sleutel": punt.sleutel, "telefoon_intern": punt.telefoon_intern}
                for punt in self.publiek.contactpunten
                if punt.telefoon_intern
            ],
            "mededelingen": [
                {
                    **mededeling.als_json(),
                    "interne_tekst": naar_platte_tekst(mededeling.interne_tekst),
                    "interne_html": naar_html(mededeling.interne_tekst),
                    "op_website": Zichtbaar.WEBSITE in mededeling.zichtbaar,
                }
                for mededeling in self.mededelingen
            ],
        }


def balie_gemeente(bronnen: GemeentedocumentBronnen, op: datetime) -> BalieGemeente | None:
    """Both projections at `op` (the public one in `.publiek`); None for a municipality that does not take part."""
    if not bronnen.deelname.geldt_op(op):
        return None
    lopend = [mededeling for mededeling in bronnen.mededelingen if mededeling.is_voor(bronnen.bereik, op)]
    publiek = PubliekeGemeente(
        bronnen,
        contactpunten=eigen_voor_regionaal(bronnen.contactpunten, bronnen.bereik),
        locaties=eigen_voor_regionaal(bronnen.locaties, bronnen.bereik),
        mededelingen=tuple(lid for lid in lopend if Zichtbaar.WEBSITE in lid.zichtbaar),
    )
    return BalieGemeente(publiek, tuple(lid for lid in lopend if Zichtbaar.BALIE in lid.zichtbaar))


def volgende_moment_gemeente(bronnen: GemeentedocumentBronnen, op: datetime) -> datetime | None:
    """The first moment after `op` at which the document becomes another one by itself."""
    momenten = [
        mededeling.tot
        for mededeling in bronnen.mededelingen
        if mededeling.tot is not None and mededeling.tot > op and mededeling.is_voor(bronnen.bereik, op)
    ]
    if (grens := eerstvolgende_grens([bronnen.deelname], op)) is not None:
        momenten.append(grens)
    return min(momenten, default=None)


class _MetSleutel(Protocol):
    @property
    def sleutel(self) -> str: ...

    @property
    def naam(self) -> str: ...

    @property
    def gemeente(self) -> str | None: ...


T = TypeVar("T", bound=_MetSleutel)


def eigen_voor_regionaal(leden: Iterable[T], bereik: GemeenteBron) -> tuple[T, ...]:
    """Per key the municipality's own, else the regional one; nothing of another municipality. By name."""
    per_sleutel: dict[str, T] = {}
    for lid in leden:
        if lid.gemeente is None:
            per_sleutel.setdefault(lid.sleutel, lid)
        elif lid.gemeente == bereik.slug:
            per_sleutel[lid.sleutel] = lid
    return tuple(sorted(per_sleutel.values(), key=lambda lid: (lid.naam.casefold(), lid.sleutel)))


def _uren(openingstijden: Sequence[OpeningBron]) -> list[Json]:
    """The week first, from Monday; then the exceptions by date."""

    def plaats(uur: OpeningBron) -> tuple[bool, date, int, time]:
        dag = WEEK.index(uur.dag) if uur.dag else 0
        return uur.datum is not None, uur.datum or date.min, dag, uur.van or time.min

    return [uur.als_json() for uur in sorted(openingstijden, key=plaats)]
