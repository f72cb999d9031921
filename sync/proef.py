"""The gate before a switch: the must-win questions, asked of a generation that does not serve yet.

A new generation may not lose a question that the serving one answers. Whether the serving one answers well enough is
something for people: it is shown, and stops nothing, because keeping what is no better helps nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from redactie.bronnen import REGIO
from search.bereik import balie
from search.moetwinnen import Proefvraag, proefvragen
from search.motor import InGeneratie, Motor, MotorFout
from search.synoniemen import Synoniemenlijst
from search.synoniemenlijst import synoniemenlijst
from search.zoeken import zoek
from sync.models import Documentsoort, Publicatie, Toestand

MEESTE_BEREIKEN = 25
"""With hundreds of municipalities a spread of them will do: the loop waits while it asks."""

VOLDOENDE = 0.9
"""Below this share of right answers people are told, whatever serves."""

GETOOND = 50


@dataclass(frozen=True, slots=True)
class Misser:
    """A question with another answer on top; `verloren`: the serving generation has it right."""

    bereik: str
    vraag: str
    verwacht: str
    gevonden: str
    verloren: bool


@dataclass(frozen=True, slots=True)
class Proef:
    op: datetime
    gesteld: int
    missers: tuple[Misser, ...]

    @property
    def goed(self) -> int:
        return self.gesteld - len(self.missers)

    @property
    def geslaagd(self) -> bool:
        """Nothing is lost by serving this generation."""
        return not any(misser.verloren for misser in self.missers)

    def als_json(self) -> dict[str, Any]:
        """As kept with the target; what was lost stands first."""
        missers = sorted(self.missers, key=lambda misser: not misser.verloren)
        return {
            "op": self.op.isoformat(),
            "gesteld": self.gesteld,
            "goed": self.goed,
            "geslaagd": self.geslaagd,
            "verloren": sum(misser.verloren for misser in self.missers),
            "missers": [asdict(misser) for misser in missers[:GETOOND]],
        }


def neem_proef(
    machine: Motor,
    naam: str,
    *,
    dienend: str | None,
    op: datetime,
    vragen: Iterable[Proefvraag] | None = None,
) -> Proef:
    """Ask generation `naam` every question that has an answer, in every bereik (or a spread); MotorFout if it fails.

    Only what it misses is asked of the generation that serves.
    """
    lijst = tuple(proefvragen() if vragen is None else vragen)
    gesteld, missers = 0, []
    for bereik, sleutels in _live(lijst).items():
        synoniemen = synoniemenlijst(bereik)
        for vraag in _van_toepassing(lijst, sleutels):
            gesteld += 1
            gevonden = _bovenaan(machine, naam, vraag, bereik, synoniemen)
            if gevonden in vraag.sleutels:
                continue
            verloren = dienend is not None and _had_het_goed(machine, dienend, vraag, bereik, synoniemen)
            missers.append(Misser(bereik, vraag.vraag, " of ".join(vraag.sleutels), gevonden, verloren))
    return Proef(op, gesteld, tuple(missers))


def _van_toepassing(lijst: Iterable[Proefvraag], sleutels: set[str]) -> Iterator[Proefvraag]:
    return (vraag for vraag in lijst if sleutels.intersection(vraag.sleutels))


def _live(lijst: Iterable[Proefvraag]) -> Mapping[str, set[str]]:
    """bereik → which of the keys asked for are live there. 1 query."""
    gezocht = {sleutel for vraag in lijst for sleutel in vraag.sleutels}
    per_bereik: dict[str, set[str]] = defaultdict(set)
    rijen = Publicatie.objects.filter(
        documentsoort=Documentsoort.PRODUCT, toestand=Toestand.LIVE, sleutel__in=gezocht
    )
    for bereik, sleutel in rijen.values_list("bereik", "sleutel"):
        per_bereik[bereik].add(sleutel)
    stap = -(-len(per_bereik) // MEESTE_BEREIKEN) or 1
    # The region first: every call begins there.
    volgorde = sorted(per_bereik, key=lambda bereik: (bereik != REGIO, bereik))
    return {bereik: per_bereik[bereik] for bereik in volgorde[::stap]}


def _had_het_goed(
    machine: Motor, dienend: str, vraag: Proefvraag, bereik: str, synoniemen: Synoniemenlijst
) -> bool:
    """A serving index of an older schema may not answer today's plan at all: then there is nothing to lose."""
    try:
        return _bovenaan(machine, dienend, vraag, bereik, synoniemen) in vraag.sleutels
    except MotorFout:
        return False


def _bovenaan(machine: Motor, naam: str, vraag: Proefvraag, bereik: str, synoniemen: Synoniemenlijst) -> str:
    """The key that stands on top for the desk, or an empty string."""
    uitkomst = zoek(
        vraag.vraag, balie(bereik), motor=InGeneratie(machine, naam), synoniemen=synoniemen, limiet=1
    )
    return uitkomst.treffers[0].sleutel if uitkomst.treffers else ""
