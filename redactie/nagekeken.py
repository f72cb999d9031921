"""When the whole text of a product was last checked, and by which organisation: the centre, the municipality.

Pure. Never by which person: who pressed the button stands in the log of the CMS (`redactie/nakijken.py` records it).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

CENTRUM = "het centrum"


@dataclass(frozen=True, slots=True)
class Nakijkbeurt:
    """`alleen_eigen`: what the municipality added was checked; of the text under it we know no check."""

    op: date
    door: str
    alleen_eigen: bool = False


@dataclass(frozen=True, slots=True)
class Nagekeken:
    """The last day for each layer; None: no check that we know of, or nothing there to check."""

    centraal: date | None = None
    lokaal: date | None = None

    def als_json(self) -> dict[str, str | None]:
        return {
            "centraal": self.centraal.isoformat() if self.centraal is not None else None,
            "lokaal": self.lokaal.isoformat() if self.lokaal is not None else None,
        }

    @classmethod
    def uit_json(cls, json: Mapping[str, Any]) -> Nagekeken:
        """Of what `als_json` wrote; contents kept by the first two schemas have none of it: `{}`."""
        centraal, lokaal = json.get("centraal"), json.get("lokaal")
        return cls(
            date.fromisoformat(centraal) if centraal else None, date.fromisoformat(lokaal) if lokaal else None
        )

    def beurten(self, gemeente: str, *, eigen_product: bool) -> tuple[Nakijkbeurt, ...]:
        """As a card says it, the centre first. `gemeente`: how the municipality is called: “gemeente Sliedrecht”."""
        van_centrum = (Nakijkbeurt(self.centraal, CENTRUM),) if self.centraal is not None else ()
        if self.lokaal is None:
            return van_centrum
        alleen_eigen = not van_centrum and not eigen_product
        return (*van_centrum, Nakijkbeurt(self.lokaal, gemeente, alleen_eigen))
