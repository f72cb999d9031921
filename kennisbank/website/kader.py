"""What every page of a website has around it: the municipality, and the notices about everything.

Also the one place where a website looks at the clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from kennisbank.website.gemeente import Gemeente, Mededeling
from kennisbank.website.mededelingen import betreffen, zichtbaar


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

    def context(self, **rest: Any) -> Mapping[str, Any]:
        return {"gemeente": self.gemeente, "mededelingen": self.mededelingen, **rest}


def kader(gemeente: Gemeente, zaken: Iterable[str] = ()) -> Kader:
    """The frame of a page about `zaken` (`product:…`, `thema:…`, `inlogmiddel:…`)."""
    nu = timezone.localtime()
    return Kader(gemeente, betreffen(zichtbaar(gemeente, nu), zaken), nu)
