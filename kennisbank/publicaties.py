"""Reading what was published: the public side. Websites and API read this and nothing else.

Only `publieke_inhoud` is ever joined here, so an internal word cannot come along. The desk's reader stands in
`kennisbank/balie/publicaties.py`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet

from redactie.vertaald import Rij, eenmaal_vertaald
from sync.models import Documentsoort, Inhoud, Publicatie, Toestand

Json = Mapping[str, Any]
_REGEL = ("sleutel", "titel", "samenvatting", "productsoort", "status", "themas")


@dataclass(frozen=True, slots=True)
class Gepubliceerd:
    """One live public document: its content, the hash of that content, and when its words last changed."""

    bereik: str
    sleutel: str
    publiek: Json
    hash: str
    versie: int
    gewijzigd_op: datetime


@dataclass(frozen=True, slots=True)
class Productregel:
    """One line of a list: enough to link to a product."""

    sleutel: str
    titel: str
    samenvatting: str
    productsoort: str
    status: str
    themas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Productstand:
    """What is live of one document, without its content: enough to link to it, and to know whether it changed."""

    sleutel: str
    documentsoort: str
    hash: str
    versie: int
    titel: str
    productsoort: str
    status: str


def live(soort: Documentsoort, **waar: Any) -> QuerySet[Publicatie]:
    """What is live of this kind: `live(PRODUCT, bereik="sliedrecht")`."""
    return Publicatie.objects.filter(documentsoort=soort, toestand=Toestand.LIVE, **waar)


def haal_product(bereik: str, sleutel: str) -> Gepubliceerd | None:
    """1 query."""
    return _haal(bereik, Documentsoort.PRODUCT, sleutel)


def haal_gemeente(bereik: str) -> Gepubliceerd | None:
    """The document of a municipality or of the region: names, themes, contact points, notices. 1 or 2 queries."""
    rij = (
        live(Documentsoort.GEMEENTE, bereik=bereik)
        .values("publieke_hash", "publieke_versie", "inhoud_gewijzigd_op")
        .first()
    )
    if rij is None:
        return None
    return Gepubliceerd(
        bereik,
        Documentsoort.GEMEENTE.value,
        inhoud_van(rij["publieke_hash"]),
        rij["publieke_hash"],
        rij["publieke_versie"],
        rij["inhoud_gewijzigd_op"],
    )


def haal_gemeenten() -> list[Gepubliceerd]:
    """The documents of all live municipalities and the region, by bereik. 1 query."""
    rijen = live(Documentsoort.GEMEENTE).select_related("publieke_inhoud").order_by("bereik")
    return [_gepubliceerd(rij) for rij in rijen]


def lijst(bereik: str, sleutels: Iterable[str] | None = None) -> list[Productregel]:
    """The live products of a bereik (or those of these keys), by title. 1 query."""
    gevraagd = None if sleutels is None else tuple(dict.fromkeys(sleutels))
    rijen = _alle(bereik) if gevraagd is None else _van_sleutels(len(gevraagd))(bereik, *gevraagd)
    return sorted(map(_regel, rijen), key=lambda regel: (regel.titel.casefold(), regel.sleutel))


@eenmaal_vertaald(str)
def _alle(bereik: str) -> QuerySet[Publicatie]:
    return live(Documentsoort.PRODUCT, bereik=bereik).order_by().values_list(*_REGEL)


@lru_cache(maxsize=64)
def _van_sleutels(aantal: int) -> Callable[..., Iterable[Rij]]:
    """Put into SQL once for each number of keys."""
    if not aantal:
        return lambda bereik: ()

    @eenmaal_vertaald(*[str] * (aantal + 1))
    def vraag(bereik: str, *sleutels: str) -> QuerySet[Publicatie]:
        rijen = live(Documentsoort.PRODUCT, bereik=bereik, sleutel__in=sleutels)
        return rijen.order_by().values_list(*_REGEL)

    return vraag


def _regel(rij: Rij) -> Productregel:
    return Productregel(*rij[:5], themas=tuple(rij[5]))


def lijst_met_trefwoorden(bereik: str) -> list[tuple[Productregel, tuple[str, ...]]]:
    """As `lijst`, with for each product its keywords and the names of what it is. 1 query, which reads all texts."""
    rijen = live(Documentsoort.PRODUCT, bereik=bereik)
    gevonden = [
        (_regel(rij), _trefwoorden(json.loads(rij[6])))
        for rij in rijen.order_by().values_list(*_REGEL, "publieke_inhoud__json")
    ]
    return sorted(gevonden, key=lambda paar: (paar[0].titel.casefold(), paar[0].sleutel))


def _trefwoorden(publiek: Json) -> tuple[str, ...]:
    return (*publiek.get("trefwoorden", ()), *(upn["naam"] for upn in publiek.get("upn", ())))


def hashes_van_producten(bereik: str) -> list[tuple[str, str]]:
    """Key and hash of what is live: two readings alike mean that nothing changed for the public. 1 query."""
    rijen = live(Documentsoort.PRODUCT, bereik=bereik)
    return sorted(rijen.order_by().values_list("sleutel", "publieke_hash"))


def standrijen(bereik: str, sleutels: Sequence[str]) -> list[tuple[Any, ...]]:
    """The values of a `Productstand` for the live ones among these products and for the gemeente document. 1 query.

    In any order. Two readings with the same rows mean that nothing changed.

    Written out: the query builder takes ten times as long as the query, and a page that did not change does no more.
    """
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(_standvraag(len(sleutels)), (bereik, *sleutels))
        return cursor.fetchall()


@lru_cache(maxsize=256)
def _standvraag(aantal: int) -> str:
    """For so many products. The key of a gemeente document is the name of its documentsoort."""
    plekken = ", ".join([*["%s"] * aantal, f"'{Documentsoort.GEMEENTE.value}'"])
    return (
        "SELECT sleutel, documentsoort, publieke_hash, publieke_versie, titel, productsoort, status "  # noqa: S608  no input
        f"FROM {Publicatie._meta.db_table} WHERE bereik = %s "
        f"AND documentsoort IN ('{Documentsoort.PRODUCT.value}', '{Documentsoort.GEMEENTE.value}') "
        f"AND sleutel IN ({plekken}) AND toestand = '{Toestand.LIVE.value}'"
    )


def gemeentehash(bereik: str) -> str | None:
    """The hash of the live gemeente document of one bereik. 1 query."""
    rijen = live(Documentsoort.GEMEENTE, bereik=bereik)
    return rijen.order_by().values_list("publieke_hash", flat=True).first()


def gemeentehashes() -> dict[str, str]:
    """Per bereik the hash of its live gemeente document. 1 query."""
    rijen = live(Documentsoort.GEMEENTE)
    return dict(rijen.order_by().values_list("bereik", "publieke_hash"))


@lru_cache(maxsize=512)
def inhoud_van(hash_: str) -> Json:
    """The content with this hash. 1 query the first time: it never changes, so it may be kept in memory."""
    return json.loads(Inhoud.objects.values_list("json", flat=True).get(pk=hash_))


def _haal(bereik: str, soort: Documentsoort, sleutel: str) -> Gepubliceerd | None:
    rij = (
        live(soort, bereik=bereik, sleutel=sleutel)
        .select_related("publieke_inhoud")
        .defer("inhoud", "alarmen", "fout")
        .first()
    )
    return _gepubliceerd(rij) if rij is not None else None


def _gepubliceerd(rij: Publicatie) -> Gepubliceerd:
    return Gepubliceerd(
        rij.bereik,
        rij.sleutel,
        json.loads(rij.publieke_inhoud.json),
        rij.publieke_hash,
        rij.publieke_versie,
        rij.inhoud_gewijzigd_op,
    )
