"""Comparing municipalities for one product: one row per field, and which of them say the same.

Pure: takes answer cards, gives rows. A text that an earlier municipality has too is named and not repeated, so that
what differs is what there is to read; words decide, not the address behind a link. Where the product is not offered,
the texts of the region do not hold and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from redactie.baliekaart import KORT, Baliekaart, KaartVeld
from redactie.keuzes import Status
from redactie.veld import BALIE_VOLGORDE

NAAST_ELKAAR = 7
"""More than fits on a screen becomes a list."""

STATUSKOP, TITELKOP, REGELKOP = "Status", "Titel", "Direct regelen"
STATUSWOORD = {
    Status.AANGEBODEN: "aangeboden",
    Status.NIET_AANGEBODEN: "niet aangeboden",
    Status.VALT_ONDER: "valt onder iets anders",
    Status.VERVALLEN: "bestaat niet meer",
}


@dataclass(frozen=True, slots=True)
class Cel:
    """What one municipality says; `html` is safe. `als`: the municipality before it that says the same."""

    gemeente: str
    html: str
    als: str = ""


@dataclass(frozen=True, slots=True)
class Groep:
    """One text, and the municipalities that have it."""

    gemeenten: tuple[str, ...]
    html: str


@dataclass(frozen=True, slots=True)
class Rij:
    kop: str
    intern: bool
    cellen: tuple[Cel, ...]

    @property
    def verschilt(self) -> bool:
        return any(not cel.als for cel in self.cellen[1:])

    @property
    def groepen(self) -> tuple[Groep, ...]:
        eerste = [cel for cel in self.cellen if not cel.als]
        return tuple(
            Groep((cel.gemeente, *(lid.gemeente for lid in self.cellen if lid.als == cel.gemeente)), cel.html)
            for cel in eerste
        )


@dataclass(frozen=True, slots=True)
class Vergelijking:
    titel: str
    kolommen: tuple[str, ...]
    """The municipalities that are shown; the first is where the agent stands."""
    rijen: tuple[Rij, ...]
    gelijk: tuple[str, ...]
    """They say the same as the first in everything, so they have no column."""
    zonder: tuple[str, ...]
    """The product is not there at all."""
    alles: bool

    @property
    def naast_elkaar(self) -> bool:
        return len(self.kolommen) <= NAAST_ELKAAR


def vergelijk(
    kaarten: Mapping[str, Baliekaart], *, eerst: str, zonder: Sequence[str] = (), alles: bool = False
) -> Vergelijking:
    """Name of a municipality → its card, in the order of the bar. `eerst`: who comes first, when it is among them."""
    namen = sorted(kaarten, key=lambda naam: naam != eerst)
    teksten = {naam: _teksten(kaarten[naam]) for naam in namen}
    gelijk = tuple(naam for naam in namen[1:] if _zelfde(teksten[naam], teksten[namen[0]]))
    kolommen = tuple(naam for naam in namen if naam not in gelijk)
    rijen = (_rij(kop, intern, kolommen, teksten) for kop, intern in _koppen(kaarten))
    return Vergelijking(
        titel=kaarten[namen[0]].titel,
        kolommen=kolommen,
        rijen=tuple(rij for rij in rijen if alles or rij.verschilt),
        gelijk=gelijk,
        zonder=tuple(zonder),
        alles=alles,
    )


def _koppen(kaarten: Mapping[str, Baliekaart]) -> tuple[tuple[str, bool], ...]:
    """The rows that any of them has, in the order of the card, with whether they are internal."""
    velden = {veld.veld for kaart in kaarten.values() for veld in _velden(kaart)}
    return (
        (STATUSKOP, False),
        (TITELKOP, False),
        *((KORT.get(veld) or veld.kop, veld.intern) for veld in BALIE_VOLGORDE if veld in velden),
        *(((REGELKOP, False),) if any(kaart.kanalen for kaart in kaarten.values()) else ()),
    )


def _velden(kaart: Baliekaart) -> tuple[KaartVeld, ...]:
    los = (kaart.spreekantwoord, kaart.doorverbinden, kaart.toelichting)
    return tuple(veld for veld in (*kaart.velden, *los) if veld is not None and veld.html)


def _teksten(kaart: Baliekaart) -> dict[str, str]:
    status = STATUSWOORD[kaart.status]
    if not kaart.is_aangeboden:
        return {STATUSKOP: f"<p>{status}</p>{kaart.status_html}", TITELKOP: escape(kaart.titel)}
    return {
        STATUSKOP: f"<p>{status}</p>",
        TITELKOP: escape(kaart.titel),
        **{veld.kop: veld.html for veld in _velden(kaart)},
        REGELKOP: _kanalen(kaart),
    }


def _kanalen(kaart: Baliekaart) -> str:
    regels = (
        f'<li><a href="{escape(lid.adres)}" target="_blank" rel="noopener">{escape(lid.label)}</a></li>'
        if lid.adres
        else f"<li>{escape(lid.label)}</li>"
        for lid in kaart.kanalen
    )
    return f"<ul>{''.join(regels)}</ul>" if kaart.kanalen else ""


def _rij(kop: str, intern: bool, kolommen: tuple[str, ...], teksten: Mapping[str, Mapping[str, str]]) -> Rij:
    eerste: dict[str, str] = {}
    cellen = []
    for naam in kolommen:
        html = teksten[naam].get(kop, "")
        als = eerste.setdefault(_woorden(html), naam)
        cellen.append(Cel(naam, html, als if als != naam else ""))
    return Rij(kop, intern, tuple(cellen))


def _zelfde(een: Mapping[str, str], ander: Mapping[str, str]) -> bool:
    return all(_woorden(een.get(kop, "")) == _woorden(ander.get(kop, "")) for kop in {*een, *ander})


def _woorden(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())
