"""What is said to a target, and what it says it has. Pure: the same for every kind of target."""

from __future__ import annotations

from dataclasses import dataclass


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


@dataclass(frozen=True, slots=True)
class Aanwezig:
    """What a target says it has of one document. `hash` empty: withdrawn, or it does not say."""

    versie: int
    weg: bool
    hash: str = ""


class StandFout(Exception):
    """A target does not say what it has. Never read as: it has nothing."""
