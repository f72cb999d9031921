"""What a kind of target must offer: take messages, say per message what became of it, and say what it has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from sync.afspraak.bericht import Aanwezig, Bericht
from sync.classificatie import Doelantwoord
from sync.models import Doel


class NietAanOns(Exception):
    """Another process of ours has this target for itself."""


class Adapter(Protocol):
    """Talks to one target, outside any transaction. Raises nothing for what a target does wrong.

    The loop lets a thread talk to it (`bezorgen.py`), so from `lever` on the database is not asked for anything.
    `buitenshuis`: somebody else's, which may be slow or hostile.
    """

    grootste_blok: int
    buitenshuis: bool

    def __init__(self, doel: Doel) -> None: ...

    def lever(self, berichten: Sequence[Bericht]) -> list[Doelantwoord]:
        """One answer per message, in the same order. Raises NietAanOns."""


class Vergelijkbaar(Adapter, Protocol):
    """A target somewhere else that says what it has, in buckets: only what differs is asked for."""

    def stand(self, verwacht: Mapping[str, str]) -> tuple[frozenset[str], dict[str, Aanwezig]]:
        """`verwacht`: bucket → digest. The buckets that differ, and what is in those by document. Raises StandFout."""
