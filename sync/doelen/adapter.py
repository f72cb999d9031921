"""What a kind of target must offer: take messages, say per message what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from sync.classificatie import Doelantwoord
from sync.models import Doel


@dataclass(frozen=True, slots=True)
class Bericht:
    """One version of one document; `publiek` None is a withdrawal. `balie` goes to targets within the house only."""

    bereik: str
    documentsoort: str
    sleutel: str
    versie: int
    hash: str
    publiek: dict[str, object] | None
    balie: dict[str, object] | None


class Adapter(Protocol):
    """Talks to one target, outside any transaction. Raises nothing for what a target does wrong."""

    grootste_blok: int

    def __init__(self, doel: Doel) -> None: ...

    def lever(self, berichten: Sequence[Bericht]) -> list[Doelantwoord]:
        """One answer per message, in the same order."""
