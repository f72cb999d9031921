"""The gemeente document as a website reads it: names, look, themes, contact points, places, notices.

Frozen, made once per content hash. What depends on the clock (which notices, open or not) is for `kader.py` and
`uren.py`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404

from kennisbank.mededelingen.geldig import Mededeling, uit_json
from kennisbank.openingstijden import Opening, openingen_uit_json
from kennisbank.publicaties import gemeentehash, inhoud_van
from kennisbank.website.stijl import stijl_van
from redactie.keuzes import ThemaSoort

Json = Mapping[str, Any]
VOORBEELD_DOMEIN = ".example"
"""Reserved (RFC 2606): a municipality with its website there is sample content, wherever it runs."""


@dataclass(frozen=True, slots=True)
class Thema:
    sleutel: str
    naam: str
    inleiding_html: str
    ouder: str | None
    soort: str


@dataclass(frozen=True, slots=True)
class Contactpunt:
    sleutel: str
    naam: str
    soort: str
    telefoon: str
    e_mail: str
    website: str
    openingstijden: tuple[Opening, ...]


@dataclass(frozen=True, slots=True)
class Locatie:
    sleutel: str
    naam: str
    straat: str
    nummer: str
    postcode: str
    plaats: str
    toelichting: str
    openingstijden: tuple[Opening, ...]


@dataclass(frozen=True, slots=True)
class Gemeente:
    hash: str
    slug: str
    naam: str
    naam_regio: str
    telefoon: str
    telefoon_buitenland: str
    website: str
    hostnamen: tuple[str, ...]
    stijl: str
    themas: tuple[Thema, ...]
    contactpunten: tuple[Contactpunt, ...]
    locaties: tuple[Locatie, ...]
    mededelingen: tuple[Mededeling, ...]

    @property
    def letters(self) -> str:
        """The letter mark: Hendrik-Ido-Ambacht → HIA."""
        return "".join(deel[0] for deel in re.split(r"[\s-]+", self.naam) if deel[:1].isupper())[:3]

    @property
    def stijlblad(self) -> str:
        """Static file with the tokens of this municipality."""
        return f"kennisbank/website/thema/{self.stijl}.css"

    @property
    def icoon(self) -> str:
        return f"kennisbank/website/thema/{self.stijl}.svg"

    @property
    def is_voorbeeld(self) -> bool:
        """Also everything of an installation with demo accounts: it began with the texts of the sample region."""
        domein = urlsplit(self.website).hostname or ""
        return settings.ANTWOORD_DEMO_TOEGESTAAN or domein.endswith(VOORBEELD_DOMEIN)

    @property
    def onderwerpen(self) -> tuple[Thema, ...]:
        """The main themes, without life events and themes under another one."""
        return tuple(lid for lid in self.themas if lid.soort == ThemaSoort.THEMA and lid.ouder is None)

    @property
    def levensgebeurtenissen(self) -> tuple[Thema, ...]:
        return tuple(lid for lid in self.themas if lid.soort == ThemaSoort.LEVENSGEBEURTENIS)

    def thema(self, sleutel: str) -> Thema | None:
        return next((lid for lid in self.themas if lid.sleutel == sleutel), None)

    def onder(self, sleutel: str) -> tuple[Thema, ...]:
        return tuple(lid for lid in self.themas if lid.ouder == sleutel)

    def contactpunt(self, sleutel: str | None) -> Contactpunt | None:
        return next((lid for lid in self.contactpunten if lid.sleutel == sleutel), None)


def haal(bereik: str) -> Gemeente:
    """The live document; Http404 when it was withdrawn after the host was looked up. 1 query."""
    hash_ = gemeentehash(bereik)
    if hash_ is None:
        raise Http404
    return gemeente_met(hash_)


@lru_cache(maxsize=512)
def gemeente_met(hash_: str) -> Gemeente:
    """The document with this hash. 1 query the first time, then none."""
    return _gemeente(hash_, inhoud_van(hash_))


def _gemeente(hash_: str, json: Json) -> Gemeente:
    return Gemeente(
        hash=hash_,
        slug=json["bereik"],
        naam=json["naam"],
        naam_regio=json["naam_regio"],
        telefoon=json["telefoon"],
        telefoon_buitenland=json["telefoon_buitenland"],
        website=json["website"],
        hostnamen=tuple(json["hostnamen"]),
        stijl=stijl_van(json["thema"]),
        themas=tuple(Thema(**lid) for lid in json["themas"]),
        contactpunten=tuple(Contactpunt(**_met_uren(lid)) for lid in json["contactpunten"]),
        locaties=tuple(Locatie(**_met_uren(lid)) for lid in json["locaties"]),
        mededelingen=uit_json(json["mededelingen"]),
    )


def _met_uren(json: Json) -> dict[str, Any]:
    return {**json, "openingstijden": openingen_uit_json(json["openingstijden"])}
