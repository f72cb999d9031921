"""Faults and warnings of an import: where in which file, and what to do about it, in Dutch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Plek:
    """A place in a file; `regels` says on which line each named part of a document stands."""

    pad: str
    regel: int = 0
    regels: Mapping[str, int] = field(default_factory=dict)

    def van(self, naam: str) -> Plek:
        """The place of one named part; the place of the whole when that part is not in the file."""
        return Plek(self.pad, self.regels.get(naam, self.regel))

    def op(self, regel: int) -> Plek:
        return Plek(self.pad, regel)

    def __str__(self) -> str:
        return f"{self.pad}:{self.regel}" if self.regel else self.pad


@dataclass(frozen=True, slots=True, order=True)
class Melding:
    pad: str
    regel: int
    tekst: str

    def __str__(self) -> str:
        return f"{Plek(self.pad, self.regel)}: {self.tekst}"


class Fouten:
    """Collects everything, so that one run shows it all; the same message on the same spot counts once."""

    def __init__(self) -> None:
        self._fouten: dict[Melding, None] = {}
        self._waarschuwingen: dict[Melding, None] = {}

    def fout(self, plek: Plek, tekst: str) -> None:
        self._fouten[Melding(plek.pad, plek.regel, tekst)] = None

    def waarschuw(self, plek: Plek, tekst: str) -> None:
        self._waarschuwingen[Melding(plek.pad, plek.regel, tekst)] = None

    def __iter__(self) -> Iterator[Melding]:
        return iter(sorted(self._fouten))

    def __len__(self) -> int:
        return len(self._fouten)

    @property
    def waarschuwingen(self) -> list[Melding]:
        return sorted(self._waarschuwingen)

    def stop_bij_fouten(self) -> None:
        if self._fouten:
            raise InvoerFout(list(self))


class InvoerFout(Exception):
    """The input has faults; nothing was written."""

    def __init__(self, meldingen: list[Melding]) -> None:
        super().__init__("\n".join(map(str, meldingen)))
        self.meldingen = meldingen
