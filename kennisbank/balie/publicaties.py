"""Reading what was published: the side of the desk, with its internal contents.

The only place that joins `Publicatie.inhoud`; what of it a person may see is for `redactie/baliekaart.py` and
`antwoord.py`. Websites and API read `kennisbank/publicaties.py`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet

from kennisbank.balie.inhoud import BalieInhoud, PubliekeInhoud
from kennisbank.publicaties import inhoud_van, live
from redactie.veld import Veld
from redactie.vertaald import eenmaal_vertaald
from sync.models import Documentsoort, Inhoud, Publicatie, Toestand
from sync.verleden import als_versie

_KOLOMMEN = ("publieke_inhoud__json", "inhoud__json", "inhoud_gewijzigd_op", "versie")


@dataclass(frozen=True, slots=True)
class Baliepublicatie:
    """The two contents of one live document."""

    publiek: PubliekeInhoud
    balie: BalieInhoud
    gewijzigd_op: datetime
    versie: int

    def voor(self, *, intern: bool) -> PubliekeInhoud | BalieInhoud:
        """What who does or does not read internal text may read of it."""
        return self.balie if intern else self.publiek


def haal_product(bereik: str, sleutel: str) -> Baliepublicatie | None:
    """1 query."""
    rij = live(Documentsoort.PRODUCT, bereik=bereik, sleutel=sleutel).values(*_KOLOMMEN).first()
    return _uit(rij) if rij is not None else None


def haal_product_overal(bereiken: Iterable[str], sleutel: str) -> dict[str, Baliepublicatie]:
    """One product in several bereiken, where it is live. 1 query."""
    rijen = live(Documentsoort.PRODUCT, bereik__in=list(bereiken), sleutel=sleutel)
    rijen = rijen.values("bereik", *_KOLOMMEN)
    return {rij["bereik"]: _uit(rij) for rij in rijen}


def haal_gemeente(bereik: str) -> Baliepublicatie | None:
    """The gemeente document of a bereik. 1 query when its contents are in memory, at most 3."""
    rij = (
        live(Documentsoort.GEMEENTE, bereik=bereik)
        .values("publieke_hash", "hash", "inhoud_gewijzigd_op", "versie")
        .first()
    )
    if rij is None:
        return None
    return Baliepublicatie(
        PubliekeInhoud(inhoud_van(rij["publieke_hash"])),
        BalieInhoud(inhoud_van(rij["hash"])),
        rij["inhoud_gewijzigd_op"],
        rij["versie"],
    )


def haal_gemeente_en_uitvragen(bereik: str, sleutel: str) -> tuple[Baliepublicatie | None, str]:
    """The gemeente document, and what one product says to ask first (HTML). 1 query when they are in memory."""
    gemeente, uitvragen = None, ""
    for soort, publiek, balie, op, versie in _gemeente_en_product(bereik, sleutel):
        if soort == Documentsoort.PRODUCT:
            uitvragen = _uitvragen(balie)
        else:
            inhouden = PubliekeInhoud(inhoud_van(publiek)), BalieInhoud(inhoud_van(balie))
            gemeente = Baliepublicatie(*inhouden, op, versie)
    return gemeente, uitvragen


@eenmaal_vertaald(str, str)
def _gemeente_en_product(bereik: str, sleutel: str) -> QuerySet[Publicatie]:
    rijen = Publicatie.objects.filter(
        bereik=bereik, sleutel__in=[Documentsoort.GEMEENTE.value, sleutel], toestand=Toestand.LIVE
    )
    return rijen.order_by().values_list(
        "documentsoort", "publieke_hash", "hash", "inhoud_gewijzigd_op", "versie"
    )


@lru_cache(maxsize=4096)
def _uitvragen(hash_: str) -> str:
    """Of the content with this hash, kept alone: whole contents of every first hit would fill the memory. 1 query."""
    velden = json.loads(Inhoud.objects.values_list("json", flat=True).get(pk=hash_))["velden"]
    return next((lid["html"] for lid in velden if lid["veld"] == Veld.UITVRAGEN), "")


def haal_product_versie(bereik: str, sleutel: str, versie: int) -> Baliepublicatie | None:
    """What was live as this version, however long ago; None: it never was. 1 query."""
    return _uitgave(bereik, Documentsoort.PRODUCT, versie, publicatie__sleutel=sleutel)


def haal_gemeente_versie(bereik: str, versie: int) -> Baliepublicatie | None:
    """1 query."""
    return _uitgave(bereik, Documentsoort.GEMEENTE, versie)


def live_versie(bereik: str, sleutel: str) -> int | None:
    """1 query."""
    rijen = live(Documentsoort.PRODUCT, bereik=bereik, sleutel=sleutel)
    return rijen.values_list("versie", flat=True).first()


def _uitgave(bereik: str, soort: Documentsoort, versie: int, **waar: str) -> Baliepublicatie | None:
    rij = als_versie(bereik, soort, versie, **waar).values(*_KOLOMMEN).first()
    return _uit(rij) if rij is not None else None


def _uit(rij: dict[str, Any]) -> Baliepublicatie:
    return Baliepublicatie(
        PubliekeInhoud(json.loads(rij["publieke_inhoud__json"])),
        BalieInhoud(json.loads(rij["inhoud__json"])),
        rij["inhoud_gewijzigd_op"],
        rij["versie"],
    )
