"""Reading what was published: the side of the desk, with its internal contents.

The only place that joins `Publicatie.inhoud`; what of it a person may see is for `redactie/baliekaart.py` and
`antwoord.py`. Websites and API read `kennisbank/publicaties.py`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from kennisbank.publicaties import Json, inhoud_van
from sync.models import (
    Documentsoort,
    DoelSoort,
    DoelToestand,
    Levering,
    LeveringToestand,
    Publicatie,
    Syncstand,
    Toestand,
)


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


def leeftijd_van_de_index() -> float | None:
    """How many seconds the search index may be behind; None when nothing says so. 2 queries.

    As old as the oldest change that waits for it; else as old as the sign of life of the process that fills it.
    """
    nu = timezone.now()
    wacht_sinds = (
        Levering.objects.filter(
            doel__soort=DoelSoort.INDEX, doel__toestand=DoelToestand.ACTIEF, toestand=LeveringToestand.WACHT
        )
        .order_by("wacht_sinds")
        .values_list("wacht_sinds", flat=True)
        .first()
    )
    hartslag = Syncstand.objects.filter(pk=1).values_list("hartslag", flat=True).first()
    momenten = [moment for moment in (wacht_sinds, hartslag) if moment is not None]
    return max(0.0, (nu - min(momenten)).total_seconds()) if momenten else None
