"""The answer that an agent gives: the card of one product, and what stands beside it.

Beside it: whom to put the caller through to and until when, the notices that concern it, and where to go instead.
All of it from publications; what a person may not see is left out here, before any template.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from kennisbank.balie.bereikbaar import Bereikbaar, bereikbaar
from kennisbank.balie.publicaties import Baliepublicatie, haal_gemeente, haal_product
from kennisbank.balie.toegang import Plek
from kennisbank.mededelingen import Mededeling, geldig, over, uit_json, zaken_van
from kennisbank.publicaties import lijst
from kennisbank.website.telefoon import bel, toon
from redactie.baliekaart import Baliekaart, baliekaart

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


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """Another product that is live in the same bereik."""

    sleutel: str
    titel: str


@dataclass(frozen=True, slots=True)
class Antwoord:
    kaart: Baliekaart
    contact: Contact | None
    mededelingen: tuple[Mededeling, ...]
    """About this product, and the important ones about everything."""
    elders: tuple[Mededeling, ...]
    """The other ones about everything."""
    in_plaats_daarvan: Verwijzing | None
    verwant: tuple[Verwijzing, ...]
    eigenaar: str
    gewijzigd_op: datetime


@dataclass(frozen=True, slots=True)
class Begin:
    """What an agent sees before anything is chosen."""

    mededelingen: tuple[Mededeling, ...]


def antwoord(plek: Plek, sleutel: str) -> Antwoord | None:
    """The answer about one product, or None when it is not live here. At most 5 queries."""
    product = haal_product(plek.bereik, sleutel)
    if product is None:
        return None
    nu = timezone.localtime()
    gemeente = haal_gemeente(plek.bereik)
    kaart = baliekaart(product.publiek, product.balie, intern=plek.intern, gemeente=plek.naam)
    titels = _titels(plek.bereik, (*kaart.verwant, *filter(None, (kaart.verwijst_naar,))))
    contactpunten = _contactpunten(gemeente)
    meldingen = over(_mededelingen(gemeente, intern=plek.intern, nu=nu), _zaken(product.publiek))
    return Antwoord(
        kaart=kaart,
        contact=_contact(gemeente, contactpunten.get(kaart.contactpunt or ""), intern=plek.intern, nu=nu),
        mededelingen=tuple(lid for lid in meldingen if lid.belangrijk or not lid.over_alles),
        elders=tuple(lid for lid in meldingen if lid.over_alles and not lid.belangrijk),
        in_plaats_daarvan=titels.get(kaart.verwijst_naar or ""),
        verwant=tuple(titels[lid] for lid in kaart.verwant if lid in titels),
        eigenaar=contactpunten.get(kaart.eigenaar or "", {}).get("naam", ""),
        gewijzigd_op=product.gewijzigd_op,
    )


def begin(plek: Plek) -> Begin:
    """At most 3 queries."""
    gemeente = haal_gemeente(plek.bereik)
    return Begin(_mededelingen(gemeente, intern=plek.intern, nu=timezone.localtime()))


def _titels(bereik: str, sleutels: tuple[str, ...]) -> dict[str, Verwijzing]:
    """Only what is live here: a reference that leads nowhere is none."""
    regels = lijst(bereik, sleutels) if sleutels else ()
    return {regel.sleutel: Verwijzing(regel.sleutel, regel.titel) for regel in regels}


def _mededelingen(gemeente: Baliepublicatie | None, *, intern: bool, nu: datetime) -> tuple[Mededeling, ...]:
    """Who may see internal text also gets those for the desk alone; others what is on the website."""
    if gemeente is None:
        return ()
    rijen = gemeente.balie["mededelingen"] if intern else gemeente.publiek["mededelingen"]
    return geldig(uit_json(rijen), nu)


def _zaken(publiek: Json) -> Iterator[str]:
    return zaken_van(
        publiek["sleutel"],
        status=publiek["status"],
        themas=publiek["themas"],
        inlogmiddelen=[kanaal["inlogmiddel"] for kanaal in publiek["kanalen"]],
    )


def _contactpunten(gemeente: Baliepublicatie | None) -> dict[str, Json]:
    return {lid["sleutel"]: lid for lid in gemeente.publiek["contactpunten"]} if gemeente else {}


def _contact(
    gemeente: Baliepublicatie | None, punt: Json | None, *, intern: bool, nu: datetime
) -> Contact | None:
    if gemeente is None or punt is None:
        return None
    binnen = {lid["sleutel"]: lid["telefoon_intern"] for lid in gemeente.balie["contactpunten"]}
    return Contact(
        naam=punt["naam"],
        telefoon=_nummer(punt["telefoon"]),
        telefoon_intern=_nummer(binnen.get(punt["sleutel"], "")) if intern else None,
        e_mail=punt["e_mail"],
        website=punt["website"],
        bereikbaar=bereikbaar(punt["openingstijden"], nu),
    )


def _nummer(nummer: str) -> Nummer | None:
    return Nummer(toon(nummer), bel(nummer)) if nummer else None
