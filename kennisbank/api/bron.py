"""What the read API asks of the publications: always the public content, never more rows than one page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from kennisbank.publicaties import Gepubliceerd
from redactie.bronnen import REGIO
from sync.models import Documentsoort, Publicatie, Toestand


@dataclass(frozen=True, slots=True)
class Filter:
    """None: not asked."""

    gemeente: str | None = None
    upn: str | None = None
    thema: str | None = None
    gewijzigd_sinds: datetime | None = None


def tel(filter_: Filter) -> int:
    """1 query."""
    return _rijen(filter_).count()


def producten(filter_: Filter, van: int, tot: int) -> Sequence[Gepubliceerd]:
    """By gemeente, then key. 1 query."""
    rijen = _rijen(filter_).order_by("bereik", "sleutel")[van:tot]
    return [
        Gepubliceerd(bereik, sleutel, json.loads(inhoud), hash_, versie, gewijzigd_op)
        for bereik, sleutel, inhoud, hash_, versie, gewijzigd_op in rijen.values_list(
            "bereik",
            "sleutel",
            "publieke_inhoud__json",
            "publieke_hash",
            "publieke_versie",
            "inhoud_gewijzigd_op",
        )
    ]


def was_er(gemeente: str, sleutel: str) -> bool:
    """Whether this product stood here and was withdrawn. 1 query."""
    return Publicatie.objects.filter(
        bereik=gemeente,
        documentsoort=Documentsoort.PRODUCT,
        sleutel=sleutel,
        toestand=Toestand.INGETROKKEN,
    ).exists()


def _rijen(filter_: Filter) -> QuerySet[Publicatie]:
    rijen = Publicatie.objects.filter(documentsoort=Documentsoort.PRODUCT, toestand=Toestand.LIVE)
    rijen = rijen.exclude(bereik=REGIO)
    if filter_.gemeente is not None:
        rijen = rijen.filter(bereik=filter_.gemeente)
    if filter_.gewijzigd_sinds is not None:
        rijen = rijen.filter(inhoud_gewijzigd_op__gte=filter_.gewijzigd_sinds)
    if filter_.thema is not None:
        # `contains` on a JSON list is not there on SQLite; a key between quotes is found in its text on both.
        rijen = rijen.annotate(themas_tekst=Cast("themas", TextField())).filter(
            themas_tekst__contains=json.dumps(filter_.thema)
        )
    if filter_.upn is not None:
        # Only product names have a "uri" in the content, and canonical JSON has no spaces.
        rijen = rijen.filter(
            publieke_inhoud__json__contains=f'"uri":{json.dumps(filter_.upn, ensure_ascii=False)}'
        )
    return rijen
