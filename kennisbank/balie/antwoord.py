"""The answer that an agent gives: the card of one product, and what stands beside it.

Beside it: whom to put the caller through to and until when, the notices that concern it, and where to go instead.
All of it from publications; what a person may not see is left out here, before any template.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.utils import timezone

from kennisbank.balie.contact import Contact, afzender, contact, contactpunten
from kennisbank.balie.kenmerk import Kenmerk
from kennisbank.balie.meegeven import Meegeven, meegeven
from kennisbank.balie.publicaties import (
    Baliepublicatie,
    haal_gemeente,
    haal_product,
    haal_product_overal,
)
from kennisbank.balie.secties import Sectie, secties
from kennisbank.balie.toegang import Plek
from kennisbank.balie.verschil import verschilt
from kennisbank.balie.vraageerst import gewezen
from kennisbank.balie.weblink import Websites
from kennisbank.balie.zegel import achter_adres
from kennisbank.mededelingen.geldig import Mededeling, geldend_in, over, zaken_van
from kennisbank.melden.onderzoek import Onderzoek, in_onderzoek
from kennisbank.melden.plekken import Plekken, plekken
from kennisbank.publicaties import lijst
from redactie.baliekaart import Baliekaart, baliekaart
from redactie.veld import Veld

Json = Mapping[str, Any]


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
    meegeven: Meegeven
    """For the caller."""
    in_plaats_daarvan: Verwijzing | None
    verwant: tuple[Verwijzing, ...]
    eigenaar: str
    gewijzigd_op: datetime
    kenmerk: Kenmerk
    onderzoek: Mapping[str, Onderzoek] = field(default_factory=dict)
    """Place → that it is being looked into."""
    verschilt: Mapping[Veld, tuple[str, ...]] = field(default_factory=dict)
    """In the region: what is not the same everywhere, with where it differs. It is not shown and not given away."""

    @property
    def achter_kenmerk(self) -> str:
        """What stands behind the address of the reference, from the `?` on."""
        return achter_adres(self.kenmerk)

    @property
    def plekken(self) -> Plekken:
        """What of it can be flagged."""
        return plekken(self.kaart)

    @property
    def secties(self) -> tuple[Sectie, ...]:
        return secties(self.kaart)

    @property
    def vraag_eerst(self) -> str:
        """Safe HTML: what to ask first, with links to related products. Empty for who reads no internal text."""
        html = next((veld.html for veld in self.kaart.velden if veld.veld is Veld.UITVRAGEN), "")
        return gewezen(self.kaart.bereik, html, {lid.sleutel: lid.titel for lid in self.verwant})


@dataclass(frozen=True, slots=True)
class Begin:
    """What an agent sees before anything is chosen."""

    mededelingen: tuple[Mededeling, ...]


def antwoord(plek: Plek, sleutel: str, websites: Websites) -> Antwoord | None:
    """The answer about one product, or None when it is not live here. At most 7 queries."""
    product = haal_product(plek.bereik, sleutel)
    if product is None:
        return None
    onderzoek = in_onderzoek(product.publiek, product.balie, intern=plek.intern)
    gevonden = antwoord_van(plek, product, haal_gemeente(plek.bereik), websites, timezone.localtime())
    return zonder_verschil(plek, replace(gevonden, onderzoek=onderzoek), product, _verschilt(plek, sleutel))


def zonder_verschil(
    plek: Plek, gevonden: Antwoord, product: Baliepublicatie, anders: Mapping[Veld, tuple[str, ...]]
) -> Antwoord:
    """The answer without what differs between municipalities (their slugs); its reference says what that was."""
    if not anders:
        return gevonden
    namen = {knop.slug: knop.naam for knop in plek.gemeenten}
    return replace(
        gevonden,
        verschilt={veld: tuple(namen.get(slug, slug) for slug in slugs) for veld, slugs in anders.items()},
        meegeven=meegeven(product.publiek, gevonden.meegeven.afzender, zonder=anders.keys()),
        kenmerk=replace(gevonden.kenmerk, verschilt=anders),
    )


def _verschilt(plek: Plek, sleutel: str) -> dict[Veld, tuple[str, ...]]:
    """Between the municipalities of this person; nothing where one is chosen. 1 query in the region."""
    if not plek.is_regio:
        return {}
    overal = haal_product_overal((knop.slug for knop in plek.gemeenten), sleutel)
    in_volgorde = {knop.slug: overal[knop.slug].balie for knop in plek.gemeenten if knop.slug in overal}
    return verschilt(in_volgorde, intern=plek.intern)


def antwoord_van(
    plek: Plek, product: Baliepublicatie, gemeente: Baliepublicatie | None, websites: Websites, nu: datetime
) -> Antwoord:
    """The answer that these two contents give at `nu`. At most 1 query."""
    sleutel = product.publiek["sleutel"]
    kaart = baliekaart(product.publiek, product.balie, intern=plek.intern, gemeente=plek.naam)
    weblink = websites.product(gemeente.publiek, sleutel) if gemeente else ""
    titels = _titels(plek.bereik, (*kaart.verwant, *filter(None, (kaart.verwijst_naar,))))
    mededelingen = over(_mededelingen(gemeente, intern=plek.intern, nu=nu), _zaken(product.publiek))
    return Antwoord(
        kaart=kaart,
        contact=contact(gemeente, kaart.contactpunt, intern=plek.intern, nu=nu),
        mededelingen=tuple(lid for lid in mededelingen if lid.belangrijk or not lid.over_alles),
        meegeven=meegeven(
            product.publiek, afzender(gemeente, product.publiek["contactpunt"], weblink=weblink)
        ),
        elders=tuple(lid for lid in mededelingen if lid.over_alles and not lid.belangrijk),
        in_plaats_daarvan=titels.get(kaart.verwijst_naar or ""),
        verwant=tuple(titels[lid] for lid in kaart.verwant if lid in titels),
        eigenaar=contactpunten(gemeente).get(kaart.eigenaar or "", {}).get("naam", ""),
        gewijzigd_op=product.gewijzigd_op,
        kenmerk=Kenmerk(plek.bereik, sleutel, product.versie, gemeente.versie if gemeente else 0, nu),
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
    return geldend_in(gemeente.voor(intern=intern), nu) if gemeente is not None else ()


def _zaken(publiek: Json) -> Iterator[str]:
    return zaken_van(
        publiek["sleutel"],
        status=publiek["status"],
        themas=publiek["themas"],
        inlogmiddelen=[kanaal["inlogmiddel"] for kanaal in publiek["kanalen"]],
    )
