"""What an engine must do: the interface behind which tantivy and Elasticsearch are alike.

An engine keeps generations of an index, of which one is active. The sync process writes; everybody else reads. An
engine gets analysed words and plans, and knows nothing of Dutch. Which engine runs is for `keuze.py`; one contract
test holds both to this page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from search.bereik import Scope
from search.document import ZoekDocument
from search.gewichten import GEWICHTEN, Gewichten
from search.plan import Plan
from search.woordenschat import Woordenschat

_NAAM = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


class MotorFout(Exception):
    """Something is wrong with the search engine."""


class MotorOnbereikbaar(MotorFout):
    """The engine does not answer, or has no active generation yet: try again later."""


class MotorBezet(MotorFout):
    """Another process is writing to this generation."""


class GeneratieFout(MotorFout):
    """This generation does not exist, or cannot be dropped because it is active."""


class Afloop(StrEnum):
    GESCHREVEN = "geschreven"
    VEROUDERD = "verouderd"  # the index has a newer version
    FOUT = "fout"  # this document cannot be indexed; the others can


@dataclass(frozen=True, slots=True)
class Uitslag:
    """What became of one document, in the order in which they were given."""

    id: str
    versie: int
    afloop: Afloop
    melding: str = ""
    aanwezig: int | None = None  # the newer version, when the engine says which


@dataclass(frozen=True, slots=True)
class Hit:
    """A document found; `titel_sleutel` is for the order among equals."""

    sleutel: str
    productsoort: str
    titel_sleutel: str
    score: float


@dataclass(frozen=True, slots=True)
class Stand:
    """What the index has of one document."""

    id: str
    versie: int
    weg: bool


@dataclass(frozen=True, slots=True)
class Gezondheid:
    """`actueel`: the active generation was made with today's analysis and schema."""

    actief: str
    documenten: int
    actueel: bool


class Motor(Protocol):
    """Every method may raise MotorOnbereikbaar. `naam` names a generation; None stands for the active one."""

    @property
    def fingerprint(self) -> str:
        """Changes with the analysis and the schema: a generation with another one must be replaced."""

    def begin_generation(self, naam: str) -> None:
        """Make an empty generation; nothing when it is there already."""

    def generations(self) -> list[str]: ...

    def active(self) -> str | None: ...

    def generation_fingerprint(self, naam: str) -> str: ...

    def write(self, naam: str, documenten: Sequence[ZoekDocument]) -> list[Uitslag]:
        """Upsert, or put a tombstone. On return it is durable, and can be found when `naam` is active.

        An older version than the index has is refused; the same version again is written again. One bad document
        harms no other. MotorBezet when another process writes.
        """

    def activate(self, naam: str) -> None:
        """Search this generation from now on."""

    def drop(self, naam: str) -> None:
        """Delete a generation; GeneratieFout when it is the active one, nothing when it is gone already."""

    def search(self, plan: Plan, scope: Scope, limiet: int = 50, naam: str | None = None) -> list[Hit]:
        """The best documents of exactly this bereik, best first.

        A generation that is not active shows what it held at its last `counts` or `audit`, or more.
        """

    def score(self, plan: Plan, scope: Scope, sleutel: str, gewichten: Gewichten = GEWICHTEN) -> float:
        """What a search in the active generation counts for one document; 0 when it is not found.

        For explaining a result; with weights of one's own, what a part of it is worth.
        """

    def vocabulary(self, scope: Scope, naam: str | None = None) -> Woordenschat:
        """The words of this bereik as written; may be some seconds old."""

    def counts(self, naam: str | None = None) -> dict[str, int]:
        """Documents that can be found, per bereik."""

    def audit(self, naam: str | None = None) -> Iterator[Stand]:
        """Every document and tombstone, in no order."""

    def health(self) -> Gezondheid: ...

    def close(self) -> None:
        """Let go of locks, files and connections; the engine can be used again afterwards."""


@dataclass(frozen=True, slots=True)
class InGeneratie:
    """Searches in one generation, active or not, where a search expects an engine."""

    motor: Motor
    naam: str

    def search(self, plan: Plan, scope: Scope, limiet: int = 50) -> list[Hit]:
        return self.motor.search(plan, scope, limiet, self.naam)

    def vocabulary(self, scope: Scope) -> Woordenschat:
        return self.motor.vocabulary(scope, self.naam)


def controleer_naam(naam: str) -> str:
    if not _NAAM.fullmatch(naam):
        raise GeneratieFout(f"Geen geldige naam voor een generatie: {naam!r}")
    return naam
