"""The editors' synonyms, for whoever searches: read at each question, so live at once.

Gives frozen dataclasses; what a synonym does to a question is for `search/synoniemen.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.permissions import policy_registry

from redactie.keuzes import Richting
from redactie.models import Synoniem
from redactie.vertaald import eenmaal_vertaald


@dataclass(frozen=True, slots=True)
class SynoniemBron:
    """Words that find each other, or of which the first finds the others; `gemeente` None holds everywhere."""

    woorden: tuple[str, ...]
    richting: Richting
    gemeente: str | None


def synoniemen_voor(bereik: str, *, zonder: int | None = None) -> tuple[SynoniemBron, ...]:
    """The rows that hold in this bereik: of the region and its own, without the one with id `zonder`. 1 query."""
    return tuple(
        SynoniemBron(tuple(woorden), Richting(richting), gemeente)
        for pk, woorden, richting, gemeente in _rijen(bereik)
        if pk != zonder
    )


@eenmaal_vertaald(str)
def _rijen(bereik: str) -> QuerySet[Synoniem]:
    rijen = Synoniem.objects.filter(Q(gemeente__isnull=True) | Q(gemeente__slug=bereik))
    return rijen.values_list("pk", "woorden", "richting", "gemeente__slug")


def mag_bijhouden(user: Any) -> bool:
    """Whether this person may make synonyms, for the region or for a municipality."""
    return policy_registry.get_by_type(Synoniem).user_has_permission(user, "add")
