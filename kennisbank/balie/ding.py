"""A contact point, a location or a notice, opened beside the list as an answer is: from the gemeente document."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from kennisbank.balie.contact import Contact, contact, contactpunten
from kennisbank.balie.erbij import CONTACT, LOCATIE, MEDEDELING
from kennisbank.balie.publicaties import haal_gemeente
from kennisbank.balie.toegang import DEEL, Plek, aan_de_balie
from kennisbank.mededelingen.geldig import Mededeling, geldend_in
from kennisbank.openingstijden import openingen_uit_json
from kennisbank.publicaties import Productregel, lijst
from kennisbank.website.uren import Uren, uren_van
from sync.models import Documentsoort, Publicatie, Toestand

SJABLOON = "balie/deel_ding.html"
MEESTE_PRODUCTEN = 40
_SLEUTEL = re.compile(rf"({CONTACT}|{LOCATIE}|{MEDEDELING})/([a-z0-9][a-z0-9_-]*)")


@dataclass(frozen=True, slots=True)
class Contactding:
    """`waarvoor`: the products that are handled there, by title."""

    sleutel: str
    contact: Contact
    uren: Uren
    waarvoor: tuple[Productregel, ...]


@dataclass(frozen=True, slots=True)
class Locatieding:
    """`locatie`: as the gemeente document has it."""

    sleutel: str
    locatie: Mapping[str, Any]
    uren: Uren


@dataclass(frozen=True, slots=True)
class Mededelingding:
    sleutel: str
    mededeling: Mededeling
    over: tuple[Productregel, ...]


def is_ding(sleutel: str) -> bool:
    return _SLEUTEL.fullmatch(sleutel) is not None


Ding = Contactding | Locatieding | Mededelingding


def haal_ding(plek: Plek, sleutel: str) -> Ding | None:
    """None when it is not there, is over, or is not for this reader. 3 queries."""
    gevonden = _SLEUTEL.fullmatch(sleutel)
    if gevonden is None:
        return None
    nu = timezone.localtime()
    return _HAAL[gevonden[1]](plek, gevonden[2], nu)


def _contactding(plek: Plek, sleutel: str, nu: datetime) -> Contactding | None:
    gemeente = haal_gemeente(plek.bereik)
    punt = contactpunten(gemeente).get(sleutel)
    wie = contact(gemeente, sleutel, intern=plek.intern, nu=nu)
    if punt is None or wie is None:
        return None
    tijden = openingen_uit_json(punt["openingstijden"])
    sleutels = _afgehandeld_door(plek.bereik, sleutel)
    waarvoor = tuple(lijst(plek.bereik, sleutels)) if sleutels else ()
    return Contactding(f"{CONTACT}/{sleutel}", wie, uren_van(tijden, nu), waarvoor)


def _afgehandeld_door(bereik: str, contactpunt: str) -> list[str]:
    """Read from the canonical text of the documents: its keys and separators are fixed (`sync/canoniek.py`)."""
    rijen = Publicatie.objects.filter(
        bereik=bereik,
        documentsoort=Documentsoort.PRODUCT,
        toestand=Toestand.LIVE,
        publieke_inhoud__json__contains=f'"contactpunt":"{contactpunt}"',
    )
    return list(rijen.order_by("titel").values_list("sleutel", flat=True)[:MEESTE_PRODUCTEN])


def _locatieding(plek: Plek, sleutel: str, nu: datetime) -> Locatieding | None:
    gemeente = haal_gemeente(plek.bereik)
    locaties = gemeente.publiek["locaties"] if gemeente is not None else ()
    for lid in locaties:
        if lid["sleutel"] == sleutel:
            tijden = openingen_uit_json(lid["openingstijden"])
            return Locatieding(f"{LOCATIE}/{sleutel}", lid, uren_van(tijden, nu))
    return None


def _mededelingding(plek: Plek, sleutel: str, nu: datetime) -> Mededelingding | None:
    gemeente = haal_gemeente(plek.bereik)
    if gemeente is None:
        return None
    for lid in geldend_in(gemeente.voor(intern=plek.intern), nu):
        if lid.sleutel == sleutel:
            over = tuple(lijst(plek.bereik, lid.producten)) if lid.producten else ()
            return Mededelingding(f"{MEDEDELING}/{sleutel}", lid, over)
    return None


_HAAL: dict[str, Callable[[Plek, str, datetime], Ding | None]] = {
    CONTACT: _contactding,
    LOCATIE: _locatieding,
    MEDEDELING: _mededelingding,
}


@require_safe
@aan_de_balie
def dingscherm(request: HttpRequest, plek: Plek, soort: str, ding: str) -> HttpResponse:
    sleutel = f"{soort}/{ding}"
    gevonden = haal_ding(plek, sleutel)
    deel = request.headers.get(DEEL) == "antwoord"
    response = render(
        request,
        SJABLOON if deel else "balie/balie.html",
        {"plek": plek, "invoer": {"gekozen": sleutel, "is_ding": True}, "ding": gevonden, "is_ding": True},
        status=200 if gevonden else 404,
    )
    patch_vary_headers(response, [DEEL])
    return response
