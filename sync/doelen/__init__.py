"""The kinds of target. Adding one = a module with an adapter, a line here, and its makers in the contract test."""

from __future__ import annotations

from sync.afspraak.bericht import Aanwezig, Bericht, StandFout
from sync.doelen.adapter import Adapter, NietAanOns, Vergelijkbaar
from sync.doelen.http import HttpAdapter
from sync.doelen.index import IndexAdapter
from sync.doelen.wordpress import WordpressAdapter
from sync.models import Doel, DoelSoort

ADAPTERS: dict[DoelSoort, type[Adapter]] = {
    DoelSoort.INDEX: IndexAdapter,
    DoelSoort.HTTP: HttpAdapter,
    DoelSoort.WORDPRESS: WordpressAdapter,
}


def adapter_van(doel: Doel) -> Adapter:
    return ADAPTERS[DoelSoort(doel.soort)](doel)


__all__ = [
    "ADAPTERS",
    "Aanwezig",
    "Adapter",
    "Bericht",
    "NietAanOns",
    "StandFout",
    "Vergelijkbaar",
    "adapter_van",
]
