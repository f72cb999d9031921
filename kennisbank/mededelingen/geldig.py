"""Which notices are shown where, by what they concern and by the moment: one reading, for website and desk.

Pure, no clock. Which rows somebody may see (public ones, or also those for the desk) is for the caller.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from redactie.keuzes import Mededelingsoort, Status

ALLES = "alles"
PRODUCT = "product:"
Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Mededeling:
    """`tot` is the moment that it ends; None: no end. `intern_html` is empty in what everybody may read."""

    sleutel: str
    html: str
    intern_html: str
    van: datetime
    tot: datetime | None
    betreft: frozenset[str]
    belangrijk: bool
    soort: Mededelingsoort = Mededelingsoort.MEDEDELING
    tekst: str = ""
    interne_tekst: str = ""

    @property
    def over_alles(self) -> bool:
        return ALLES in self.betreft

    @property
    def is_werkinstructie(self) -> bool:
        return self.soort is Mededelingsoort.WERKINSTRUCTIE

    @property
    def producten(self) -> tuple[str, ...]:
        """Keys of the products that it is about."""
        return tuple(sorted(zaak.removeprefix(PRODUCT) for zaak in self.betreft if zaak.startswith(PRODUCT)))

    @property
    def vingerafdruk(self) -> str:
        """Of the words: who has read these has not read others."""
        return sha256("\x1f".join((self.soort, self.html, self.intern_html)).encode()).hexdigest()[:32]


def uit_json(rijen: Iterable[Json]) -> tuple[Mededeling, ...]:
    """The notices of a gemeente document, public or of the desk, in its order."""
    return tuple(
        Mededeling(
            sleutel=rij["sleutel"],
            html=rij["html"],
            intern_html=rij.get("interne_html", ""),
            van=datetime.fromisoformat(rij["van"]),
            tot=datetime.fromisoformat(rij["tot"]) if rij["tot"] else None,
            betreft=frozenset(rij["betreft"]),
            belangrijk=rij["belangrijk"],
            soort=Mededelingsoort(rij.get("soort", Mededelingsoort.MEDEDELING)),
            tekst=rij["tekst"],
            interne_tekst=rij.get("interne_tekst", ""),
        )
        for rij in rijen
    )


def geldig(mededelingen: Iterable[Mededeling], nu: datetime) -> tuple[Mededeling, ...]:
    """Those that hold at `nu`: important ones first, then the newest."""
    leden = (lid for lid in mededelingen if lid.van <= nu and (lid.tot is None or nu < lid.tot))
    return tuple(sorted(leden, key=lambda lid: (not lid.belangrijk, -lid.van.timestamp(), lid.sleutel)))


def geldend_in(document: Json, nu: datetime) -> tuple[Mededeling, ...]:
    """Those of a gemeente document that hold at `nu`; whether it is the public one is for the caller."""
    return geldig(uit_json(document["mededelingen"]), nu)


def volgende_grens(mededelingen: Iterable[Mededeling], nu: datetime) -> datetime | None:
    """The first moment after `nu` at which one begins or ends."""
    grenzen = (grens for lid in mededelingen for grens in (lid.van, lid.tot))
    return min((grens for grens in grenzen if grens is not None and grens > nu), default=None)


def over(mededelingen: Iterable[Mededeling], zaken: Iterable[str]) -> tuple[Mededeling, ...]:
    """Those about everything, or about one of these: `thema:…`, `product:…`, `inlogmiddel:…`."""
    gezocht = {ALLES, *zaken}
    return tuple(lid for lid in mededelingen if not lid.betreft.isdisjoint(gezocht))


def zaken_van(
    sleutel: str, *, status: str, themas: Iterable[str], inlogmiddelen: Iterable[str]
) -> Iterator[str]:
    """What a notice can be about to concern a product. Sign-in means count only where somebody can sign in for it."""
    yield f"{PRODUCT}{sleutel}"
    yield from (f"thema:{thema}" for thema in themas)
    if status == Status.AANGEBODEN:
        yield from (f"inlogmiddel:{middel}" for middel in inlogmiddelen)
