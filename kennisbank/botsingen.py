"""Answers the CMS while a synonym is typed: what of the published products would it get in the way of?

The judgement is for `search/botsing.py`; here are the names and the other synonyms of the bereik that it holds in.
"""

from __future__ import annotations

from kennisbank.publicaties import lijst
from redactie.bronnen import REGIO
from redactie.synoniemen import SynoniemBron, synoniemen_voor
from search.botsing import Productnaam, botsingen
from search.synoniemen import Synoniem


def botsingen_van(bron: SynoniemBron, zonder: int | None) -> tuple[str, ...]:
    """Sentences about this synonym; `zonder` is its own id when it exists already. 2 queries."""
    bereik = bron.gemeente or REGIO
    return botsingen(
        _synoniem(bron),
        [Productnaam(regel.sleutel, regel.titel) for regel in lijst(bereik)],
        [_synoniem(ander) for ander in synoniemen_voor(bereik, zonder=zonder)],
    )


def _synoniem(bron: SynoniemBron) -> Synoniem:
    return Synoniem(bron.woorden, bron.richting.value, bron.gemeente)
