"""The kinds of target. Adding one = a module with an adapter, and a line here."""

from __future__ import annotations

from sync.doelen.adapter import Adapter, Bericht
from sync.doelen.index import IndexAdapter
from sync.models import Doel, DoelSoort

ADAPTERS: dict[DoelSoort, type[Adapter]] = {DoelSoort.INDEX: IndexAdapter}


def adapter_van(doel: Doel) -> Adapter:
    return ADAPTERS[DoelSoort(doel.soort)](doel)


__all__ = ["ADAPTERS", "Adapter", "Bericht", "adapter_van"]
