"""What a product page is made of, read in as few queries as can be.

One query says what is live of the product, of everything it points at and of the gemeente document; contents are
read only when the page must be made anew. Which products a page points at is remembered per content hash, so that
a page that did not change costs that one query.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404

from kennisbank.publicaties import Gepubliceerd, Productstand, haal_product, standrijen
from kennisbank.website.gemeente import Gemeente, gemeente_met
from kennisbank.website.klaar import Bewijs
from sync.models import Documentsoort

MEESTE = 20_000


@dataclass(frozen=True, slots=True)
class Samenhang:
    """What of a product's content decides which notices, links and contact point stand beside it."""

    hash: str
    verwant: tuple[str, ...]
    verwijst_naar: str | None
    themas: tuple[str, ...]
    inlogmiddelen: frozenset[str]
    contactpunt: str | None

    @property
    def sleutels(self) -> frozenset[str]:
        return frozenset((*self.verwant, *((self.verwijst_naar,) if self.verwijst_naar else ())))


@dataclass(frozen=True, slots=True)
class Gelezen:
    """One reading: which products were asked for, the bare rows, and what they say."""

    gevraagd: frozenset[str]
    rijen: frozenset[tuple[Any, ...]]
    gemeente: str
    producten: dict[str, Productstand]


@dataclass(frozen=True, slots=True)
class Productbron:
    gemeente: Gemeente
    stand: Productstand
    samenhang: Samenhang
    verwant: tuple[Productstand, ...]
    """The related products that exist here, in the editors' order."""
    verwijzing: Productstand | None
    """Where to go instead, if that exists here."""
    product: Gepubliceerd | None
    """The content, when it was read already."""
    gelezen: Gelezen
    """The reading that all of it rests on."""

    def bewijs(self, van: datetime, tot: datetime) -> Bewijs:
        """As long as that reading comes out the same, a page made of it holds from `van` until `tot`."""
        lezing = self.gelezen
        return Bewijs(
            self.gemeente.slug,
            tuple(lezing.gevraagd),
            lezing.rijen,
            van.timestamp(),
            tot.timestamp(),
        )

    def inhoud(self) -> Gepubliceerd:
        """The content; 1 query unless it was read already."""
        product = self.product or haal_product(self.gemeente.slug, self.stand.sleutel)
        if product is None:
            raise Http404
        return product


class _Geheugen:
    """(bereik, sleutel) → Samenhang, the ones asked for last."""

    def __init__(self) -> None:
        self.slot = threading.Lock()
        self.per_product: OrderedDict[tuple[str, str], Samenhang] = OrderedDict()

    def haal(self, plek: tuple[str, str]) -> Samenhang | None:
        return self.per_product.get(plek)

    def bewaar(self, plek: tuple[str, str], samenhang: Samenhang) -> None:
        with self.slot:
            self.per_product[plek] = samenhang
            if len(self.per_product) > MEESTE:
                self.per_product.popitem(last=False)


_geheugen = _Geheugen()


def lees(bereik: str, sleutel: str) -> Productbron:
    """Http404 when there is no such product live here. At most 4 queries, 1 when nothing changed."""
    plek = (bereik, sleutel)
    samenhang = _geheugen.haal(plek)
    gelezen = _lees(bereik, sleutel, samenhang.sleutels if samenhang else frozenset())
    product = None
    if sleutel not in gelezen.producten:
        raise Http404
    if samenhang is None or samenhang.hash != gelezen.producten[sleutel].hash:
        product = haal_product(bereik, sleutel)
        if product is None:
            raise Http404
        samenhang = _samenhang(product)
        _geheugen.bewaar(plek, samenhang)
        if samenhang.sleutels - gelezen.gevraagd:
            gelezen = _lees(bereik, sleutel, samenhang.sleutels)
    return _bron(gelezen, samenhang, sleutel, product)


def _lees(bereik: str, sleutel: str, verder: frozenset[str]) -> Gelezen:
    gevraagd = verder | {sleutel}
    rijen = standrijen(bereik, tuple(gevraagd))
    standen = [Productstand(*rij) for rij in rijen]
    gemeente = next((lid.hash for lid in standen if lid.documentsoort == Documentsoort.GEMEENTE), None)
    if gemeente is None:
        raise Http404
    producten = {lid.sleutel: lid for lid in standen if lid.documentsoort == Documentsoort.PRODUCT}
    return Gelezen(gevraagd, frozenset(rijen), gemeente, producten)


def _bron(gelezen: Gelezen, samenhang: Samenhang, sleutel: str, product: Gepubliceerd | None) -> Productbron:
    if sleutel not in gelezen.producten:
        raise Http404
    return Productbron(
        gemeente=gemeente_met(gelezen.gemeente),
        stand=gelezen.producten[sleutel],
        samenhang=samenhang,
        verwant=tuple(gelezen.producten[lid] for lid in samenhang.verwant if lid in gelezen.producten),
        verwijzing=gelezen.producten.get(samenhang.verwijst_naar or ""),
        product=product,
        gelezen=gelezen,
    )


def _samenhang(product: Gepubliceerd) -> Samenhang:
    publiek: Any = product.publiek
    return Samenhang(
        hash=product.hash,
        verwant=tuple(publiek["verwant"]),
        verwijst_naar=publiek["verwijst_naar"],
        themas=tuple(publiek["themas"]),
        inlogmiddelen=frozenset(kanaal["inlogmiddel"] for kanaal in publiek["kanalen"]),
        contactpunt=publiek["contactpunt"],
    )
