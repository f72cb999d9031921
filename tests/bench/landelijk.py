"""A national corpus out of the sample region's language: so many municipalities, of so many products each.

Titles, keywords and fields of published products are combined anew; in each municipality a tenth of the fields has
another text than elsewhere. The same seed gives the same corpus. Streams: nothing of it is kept in memory, and the
texts are those of the source, so that what is derived of a text can be kept.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

ZAAD = "14078"
PRODUCTEN = 800
AFWIJKEND = 0.10
VERSIE = 1

Json = Mapping[str, Any]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stuk:
    """What is published of one product in one bereik: the public JSON, and what the desk has besides."""

    publiek: Json
    balie: Json

    @property
    def bereik(self) -> str:
        return str(self.publiek["bereik"])

    @property
    def sleutel(self) -> str:
        return str(self.publiek["sleutel"])


def gemeenten(aantal: int) -> list[str]:
    return [f"gemeente-{nummer:03d}" for nummer in range(1, aantal + 1)]


class Samensteller:
    """Combines the texts of these products, the central ones, with deviations taken from `lokaal`."""

    def __init__(self, centraal: Sequence[Stuk], lokaal: Sequence[Stuk]) -> None:
        self.centraal = sorted(centraal, key=lambda stuk: stuk.sleutel)
        self.openbaar = _per_veld([stuk.publiek["talen"]["nl"] for stuk in (*centraal, *lokaal)])
        self.intern = _per_veld([stuk.balie for stuk in (*centraal, *lokaal)])

    def stroom(self, slugs: Sequence[str], producten: int = PRODUCTEN) -> Iterator[Stuk]:
        """Product by product, each for all municipalities: the order in which a region is published."""
        for nummer in range(producten):
            product = self.product(nummer)
            for slug in slugs:
                yield self.in_gemeente(product, slug)

    def product(self, nummer: int) -> Stuk:
        """The central product with this number: a real one at first, then two of them mixed."""
        een = self.centraal[nummer % len(self.centraal)]
        if nummer < len(self.centraal):
            return een
        loting = random.Random(f"{ZAAD}/{nummer}")
        ander = _kies(loting, self.centraal)
        inhoud, andere = een.publiek["talen"]["nl"], ander.publiek["talen"]["nl"]
        gemengd = {
            "titel": _titel(inhoud["titel"], andere["titel"]),
            "samenvatting": _zinnen(loting, inhoud.get("samenvatting", ""), andere.get("samenvatting", "")),
            "velden": _meng(loting, inhoud["velden"], andere["velden"]),
        }
        publiek = {
            **een.publiek,
            "sleutel": f"{een.sleutel[:70]}-{nummer}",
            "trefwoorden": _helft(loting, een.publiek["trefwoorden"], ander.publiek["trefwoorden"]),
            "upn": [],
            "talen": {"nl": gemengd},
        }
        return Stuk(
            publiek, {**een.balie, "velden": _meng(loting, een.balie["velden"], ander.balie["velden"])}
        )

    def in_gemeente(self, product: Stuk, slug: str) -> Stuk:
        """The same product, with a tenth of its fields replaced by what another product says there."""
        loting = random.Random(f"{ZAAD}/{slug}/{product.sleutel}")
        inhoud = product.publiek["talen"]["nl"]
        velden = _wijk_af(loting, inhoud["velden"], self.openbaar)
        publiek = {**product.publiek, "bereik": slug, "talen": {"nl": {**inhoud, "velden": velden}}}
        intern = _wijk_af(loting, product.balie["velden"], self.intern)
        return Stuk(publiek, {**product.balie, "bereik": slug, "velden": intern})


def _per_veld(inhouden: Sequence[Json]) -> dict[str, list[Json]]:
    """Every distinct text of each field."""
    gevonden: dict[str, dict[str, Json]] = defaultdict(dict)
    for inhoud in inhouden:
        for lid in inhoud["velden"]:
            gevonden[lid["veld"]][lid["tekst"]] = lid
    return {veld: [leden[tekst] for tekst in sorted(leden)] for veld, leden in gevonden.items()}


def _wijk_af(loting: random.Random, velden: Sequence[Json], teksten: Mapping[str, list[Json]]) -> list[Json]:
    return [_kies(loting, teksten[lid["veld"]]) if loting.random() < AFWIJKEND else lid for lid in velden]


def _meng(loting: random.Random, een: Sequence[Json], ander: Sequence[Json]) -> list[Json]:
    """Of each field the text of one of the two, in the order of the first."""
    van_ander = {lid["veld"]: lid for lid in ander}
    return [van_ander.get(lid["veld"], lid) if loting.random() < 0.5 else lid for lid in een]


def _titel(een: str, ander: str) -> str:
    """The first half of one title and the second of the other."""
    voor, na = een.split(), ander.split()
    return " ".join([*voor[: (len(voor) + 1) // 2], *na[len(na) // 2 :]])


def _zinnen(loting: random.Random, een: str, ander: str) -> str:
    zinnen = [zin for tekst in (een, ander) for zin in re.split(r"(?<=[.?!]) ", tekst) if zin]
    return " ".join(zin for zin in zinnen if loting.random() < 0.5) or een


def _helft(loting: random.Random, een: Sequence[str], ander: Sequence[str]) -> list[str]:
    return [woord for woord in dict.fromkeys([*een, *ander]) if loting.random() < 0.5]


def _kies(loting: random.Random, uit: Sequence[T]) -> T:
    # Not `choice`: how that draws may differ between versions of Python.
    return uit[int(loting.random() * len(uit))]
