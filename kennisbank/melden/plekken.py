"""Which places of an answer card can be flagged, in the order of the card. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from kennisbank.melden.eigenaar import CONTACTPUNT, GEHEEL, REGELEN, kop_van
from redactie.baliekaart import Baliekaart
from redactie.veld import Veld

Plekken = tuple[tuple[str, str], ...]


def plekken(kaart: Baliekaart) -> Plekken:
    """Place and what it is called. Only what this reader can see: the card holds nothing else."""
    return tuple((plek, kop_van(plek)) for plek in _plekken(kaart))


def _plekken(kaart: Baliekaart) -> Iterator[str]:
    yield GEHEEL
    yield Veld.TITEL.value
    yield Veld.SAMENVATTING.value
    los = (kaart.spreekantwoord, *kaart.velden, kaart.doorverbinden, kaart.toelichting)
    yield from (veld.veld.value for veld in los if veld is not None)
    if kaart.kanalen:
        yield REGELEN
    yield CONTACTPUNT
