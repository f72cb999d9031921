"""Reading what was published: the side of the desk, with its internal contents.

The only place that joins `Publicatie.inhoud`; what of it a person may see is for `redactie/baliekaart.py` and
`antwoord.py`. Websites and API read `kennisbank/publicaties.py`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from kennisbank.publicaties import Json, inhoud_van
from sync.models import Documentsoort, Publicatie, Toestand


@dataclass(frozen=True, slots=True)
class Baliepublicatie:
    """The two contents of one live document."""

    publiek: Json
    balie: Json
    gewijzigd_op: datetime


def haal_product(bereik: str, sleutel: str) -> Baliepublicatie | None:
    """1 query."""
    rij = (
        Publicatie.objects.filter(
            bereik=bereik, documentsoort=Documentsoort.PRODUCT, sleutel=sleutel, toestand=Toestand.LIVE
        )
        .values("publieke_inhoud__json", "inhoud__json", "inhoud_gewijzigd_op")
        .first()
    )
    if rij is None:
        return None
    return Baliepublicatie(
        json.loads(rij["publieke_inhoud__json"]), json.loads(rij["inhoud__json"]), rij["inhoud_gewijzigd_op"]
    )


def haal_gemeente(bereik: str) -> Baliepublicatie | None:
    """The gemeente document of a bereik. 1 query when its contents are in memory, at most 3."""
    rij = (
        Publicatie.objects.filter(bereik=bereik, documentsoort=Documentsoort.GEMEENTE, toestand=Toestand.LIVE)
        .values("publieke_hash", "hash", "inhoud_gewijzigd_op")
        .first()
    )
    if rij is None:
        return None
    return Baliepublicatie(
        inhoud_van(rij["publieke_hash"]), inhoud_van(rij["hash"]), rij["inhoud_gewijzigd_op"]
    )
