"""Whom to put a caller through to, and in whose name an answer goes out: from the gemeente document.

Without a contact point of its own a product has the municipality's number, so that there is always somebody to call.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kennisbank.balie.bereikbaar import Bereikbaar, bereikbaar
from kennisbank.balie.inhoud import PubliekeInhoud
from kennisbank.balie.meegeven import Afzender
from kennisbank.balie.publicaties import Baliepublicatie
from kennisbank.website.telefoon import bel, toon
from redactie.bronnen import REGIO

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Nummer:
    """A telephone number as it is said, and the address that dials it (empty when it is no number)."""

    tekst: str
    link: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to turn to. `telefoon_intern` is None for who may not see it."""

    naam: str
    telefoon: Nummer | None
    telefoon_intern: Nummer | None
    e_mail: str
    website: str
    bereikbaar: Bereikbaar | None


def contactpunten(gemeente: Baliepublicatie | None) -> dict[str, Json]:
    return {lid["sleutel"]: lid for lid in gemeente.publiek["contactpunten"]} if gemeente else {}


def contact(
    gemeente: Baliepublicatie | None, sleutel: str | None, *, intern: bool, nu: datetime
) -> Contact | None:
    if gemeente is None:
        return None
    punt = contactpunten(gemeente).get(sleutel or "")
    if punt is None:
        return _algemeen(gemeente.publiek)
    binnen = {lid["sleutel"]: lid["telefoon_intern"] for lid in gemeente.balie["contactpunten"]}
    return Contact(
        naam=punt["naam"],
        telefoon=_nummer(punt["telefoon"]),
        telefoon_intern=_nummer(binnen.get(punt["sleutel"], "")) if intern else None,
        e_mail=punt["e_mail"],
        website=punt["website"],
        bereikbaar=bereikbaar(punt["openingstijden"], nu),
    )


def afzender(gemeente: Baliepublicatie | None, sleutel: str | None, *, weblink: str) -> Afzender:
    """Public numbers only."""
    if gemeente is None:
        return Afzender("", "", "", weblink)
    punt = contactpunten(gemeente).get(sleutel or "")
    eigen = punt is not None and bool(punt["telefoon"])
    return Afzender(
        gemeente=_naam(gemeente.publiek),
        afdeling=punt["naam"] if punt is not None and eigen else "",
        telefoon=toon(punt["telefoon"] if punt is not None and eigen else gemeente.publiek["telefoon"]),
        weblink=weblink,
    )


def _algemeen(publiek: PubliekeInhoud) -> Contact | None:
    telefoon = _nummer(publiek["telefoon"])
    return Contact(_naam(publiek), telefoon, None, "", publiek["website"], None) if telefoon else None


def _naam(publiek: PubliekeInhoud) -> str:
    return publiek["naam_regio"] if publiek["bereik"] == REGIO else f"Gemeente {publiek['naam']}"


def _nummer(nummer: str) -> Nummer | None:
    return Nummer(toon(nummer), bel(nummer)) if nummer else None
