"""Which notices are shown where: by what they concern, and by the moment.

Pure. `tot` ends a notice: at that moment it is gone.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from kennisbank.website.gemeente import Gemeente, Mededeling

ALLES = "alles"


def zichtbaar(gemeente: Gemeente, nu: datetime) -> tuple[Mededeling, ...]:
    """Every notice that holds now: important ones first, then the newest."""
    geldig = (lid for lid in gemeente.mededelingen if lid.van <= nu and (lid.tot is None or nu < lid.tot))
    return tuple(sorted(geldig, key=lambda lid: (not lid.belangrijk, -lid.van.timestamp(), lid.sleutel)))


def betreffen(mededelingen: Iterable[Mededeling], zaken: Iterable[str]) -> tuple[Mededeling, ...]:
    """Those about everything, or about one of these: `thema:…`, `product:…`, `inlogmiddel:…`."""
    gezocht = {ALLES, *zaken}
    return tuple(lid for lid in mededelingen if not lid.betreft.isdisjoint(gezocht))
