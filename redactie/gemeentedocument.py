"""The document of a municipality (or of the region): names, telephone, themes, contact points, hours, notices.

Pure: sources in, two projections out, as two types: the public one has no place for an internal number or text.
Websites and desk need nothing but publications because this is one. What is open now is decided by the reader from
the hours in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Protocol, TypeVar

from redactie.bronnen import GemeenteBron
from redactie.gemeentebronnen import (
    ContactpuntBron,
    GemeentedocumentBronnen,
    LocatieBron,
    MededelingBron,
    OpeningBron,
    ThemaBron,
)
from redactie.keuzes import Dag, Zichtbaar
from redactie.opmaak import naar_html, naar_platte_tekst
from redactie.periode import AMSTERDAM, eerstvolgende_grens

SCHEMA_GEMEENTE = "antwoord/gemeente/1"
SCHEMA_GEMEENTE_BALIE = "antwoord/gemeente-balie/1"
WEEK = tuple(Dag)

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PubliekContactpunt:
    sleutel: str
    naam: str
    soort: str
    telefoon: str
    e_mail: str
    website: str
    openingstijden: tuple[OpeningBron, ...]

    @classmethod
    def van(cls, bron: ContactpuntBron) -> PubliekContactpunt:
        return cls(
            sleutel=bron.sleutel,
            naam=bron.naam,
            soort=bron.soort.value,
            telefoon=bron.telefoon,
            e_mail=bron.e_mail,
            website=bron.website,
            openingstijden=bron.openingstijden,
        )

    def als_json(self) -> Json:
        return {
            "sleutel": self.sleutel,
            "naam": self.naam,
            "soort": self.soort,
            "telefoon": self.telefoon,
            "e_mail": self.e_mail,
            "website": self.website,
            "openingstijden": _uren(self.openingstijden),
        }


@dataclass(frozen=True, slots=True)
class PubliekeMededeling:
    sleutel: str
    tekst: str
    van: datetime
    tot: datetime | None
    betreft: tuple[str, ...]
    belangrijk: bool

    @classmethod
    def van_bron(cls, bron: MededelingBron) -> PubliekeMededeling:
        return cls(bron.sleutel, bron.tekst, bron.van, bron.tot, bron.betreft or ("alles",), bron.belangrijk)

    def als_json(self) -> Json:
        return {
            "sleutel": self.sleutel,
            "tekst": naar_platte_tekst(self.tekst),
            "html": naar_html(self.tekst),
            "van": self.van.astimezone(AMSTERDAM).isoformat(),
            "tot": self.tot.astimezone(AMSTERDAM).isoformat() if self.tot else None,
            "betreft": list(self.betreft),
            "belangrijk": self.belangrijk,
        }


@dataclass(frozen=True, slots=True)
class PubliekeGemeente:
    bereik: GemeenteBron
    naam_regio: str
    code: str
    owms_uri: str
    hostnamen: tuple[str, ...]
    thema: str
    themas: tuple[ThemaBron, ...]
    contactpunten: tuple[PubliekContactpunt, ...]
    locaties: tuple[LocatieBron, ...]
    mededelingen: tuple[PubliekeMededeling, ...]

    def als_json(self) -> Json:
        bereik = self.bereik
        return {
            "schema": SCHEMA_GEMEENTE,
            "bereik": bereik.slug,
            "naam": self.naam_regio if bereik.is_regio else bereik.naam,
            "naam_regio": self.naam_regio,
            "code": self.code,
            "owms_uri": self.owms_uri,
            "telefoon": bereik.telefoon,
            "telefoon_buitenland": bereik.telefoon_buitenland,
            "website": bereik.website,
            "hostnamen": list(self.hostnamen),
            "thema": self.thema,
            "themas": [_thema(thema) for thema in self.themas],
            "contactpunten": [punt.als_json() for punt in self.contactpunten],
            "locaties": [_locatie(locatie) for locatie in self.locaties],
            "mededelingen": [mededeling.als_json() for mededeling in self.mededelingen],
        }


@dataclass(frozen=True, slots=True)
class BalieGemeente:
    """What the desk reads besides: internal numbers, and the notices with their internal text."""

    publiek: PubliekeGemeente
    interne_nummers: tuple[tuple[str, str], ...]
    """Key of a contact point and its internal number."""
    mededelingen: tuple[MededelingBron, ...]

    def als_json(self) -> Json:
        return {
            "schema": SCHEMA_GEMEENTE_BALIE,
            "bereik": self.publiek.bereik.slug,
            "contactpunten": [
                {"sleutel": sleutel, "telefoon_intern": nummer} for sleutel, nummer in self.interne_nummers
            ],
            "mededelingen": [
                {
                    **PubliekeMededeling.van_bron(mededeling).als_json(),
                    "interne_tekst": naar_platte_tekst(mededeling.interne_tekst),
                    "interne_html": naar_html(mededeling.interne_tekst),
                    "op_website": mededeling.op_website,
                    "soort": mededeling.soort.value,
                }
                for mededeling in self.mededelingen
            ],
        }


def balie_gemeente(bronnen: GemeentedocumentBronnen, op: datetime) -> BalieGemeente | None:
    """Both projections at `op` (the public one in `.publiek`); None for a municipality that does not take part."""
    if not bronnen.deelname.geldt_op(op):
        return None
    lopend = [mededeling for mededeling in bronnen.mededelingen if mededeling.is_voor(bronnen.bereik, op)]
    contactpunten = eigen_voor_regionaal(bronnen.contactpunten, bronnen.bereik)
    publiek = PubliekeGemeente(
        bereik=bronnen.bereik,
        naam_regio=bronnen.naam_regio,
        code=bronnen.code,
        owms_uri=bronnen.owms_uri,
        hostnamen=bronnen.hostnamen,
        thema=bronnen.thema,
        themas=bronnen.themas,
        contactpunten=tuple(PubliekContactpunt.van(punt) for punt in contactpunten),
        locaties=eigen_voor_regionaal(bronnen.locaties, bronnen.bereik),
        mededelingen=tuple(PubliekeMededeling.van_bron(lid) for lid in lopend if lid.op_website),
    )
    return BalieGemeente(
        publiek,
        interne_nummers=tuple(
            (punt.sleutel, punt.telefoon_intern) for punt in contactpunten if punt.telefoon_intern
        ),
        mededelingen=tuple(lid for lid in lopend if Zichtbaar.BALIE in lid.zichtbaar),
    )


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


def _uren(openingstijden: Iterable[OpeningBron]) -> list[Json]:
    """The week first, from Monday; then the exceptions by date."""

    def plaats(uur: OpeningBron) -> tuple[bool, date, int, time]:
        dag = WEEK.index(uur.dag) if uur.dag else 0
        return uur.datum is not None, uur.datum or date.min, dag, uur.van or time.min

    return [_opening(uur) for uur in sorted(openingstijden, key=plaats)]


def _opening(uur: OpeningBron) -> Json:
    return {
        "dag": uur.dag.value if uur.dag else None,
        "datum": uur.datum.isoformat() if uur.datum else None,
        "van": f"{uur.van:%H:%M}" if uur.van else None,
        "tot": f"{uur.tot:%H:%M}" if uur.tot else None,
        "wijze": uur.wijze.value,
    }


def _locatie(locatie: LocatieBron) -> Json:
    return {
        "sleutel": locatie.sleutel,
        "naam": locatie.naam,
        "straat": locatie.straat,
        "nummer": locatie.nummer,
        "postcode": locatie.postcode,
        "plaats": locatie.plaats,
        "toelichting": locatie.toelichting,
        "openingstijden": _uren(locatie.openingstijden),
    }


def _thema(thema: ThemaBron) -> Json:
    return {
        "sleutel": thema.sleutel,
        "naam": thema.naam,
        "inleiding_html": naar_html(thema.inleiding),
        "ouder": thema.ouder,
        "soort": thema.soort.value,
    }
