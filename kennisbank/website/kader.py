"""What every page of a website has around it: the municipality, and the notices about everything.

Also the one place where a website looks at the clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from kennisbank.mededelingen.geldig import Mededeling, geldig, over, volgende_grens
from kennisbank.website.gemeente import Gemeente


@dataclass(frozen=True, slots=True)
class Kader:
    gemeente: Gemeente
    mededelingen: tuple[Mededeling, ...]
    nu: datetime
    """In Amsterdam."""

    @property
    def merk(self) -> tuple[Any, ...]:
        """Its part of the ETag."""
        return (self.gemeente.hash, tuple(lid.sleutel for lid in self.mededelingen))

    @property
    def tot(self) -> datetime:
        """Until when time alone changes nothing: the next minute (opening hours), or a notice before that."""
        minuut = self.nu.replace(second=0, microsecond=0) + timedelta(minutes=1)
        grens = volgende_grens(self.gemeente.mededelingen, self.nu)
        return minuut if grens is None else min(minuut, grens)

    def context(self, **rest: Any) -> Mapping[str, Any]:
        return {"gemeente": self.gemeente, "mededelingen": self.mededelingen, **rest}


def kader(gemeente: Gemeente, zaken: Iterable[str] = ()) -> Kader:
    """The frame of a page about `zaken` (`product:…`, `thema:…`, `inlogmiddel:…`)."""
    nu = timezone.localtime()
    return Kader(gemeente, over(geldig(gemeente.mededelingen, nu), zaken), nu)
