"""The parts of `make bench`, by name, in the order of the report; and what they share: one published installation."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tests.bench import (
    balie,
    baliedruk,
    chaos,
    eerste_publicatie,
    gemengd,
    machine,
    publiceren,
    redactie,
    samenvoeging,
    storing,
    suggesties,
    wachten,
    website,
    zichtbaar,
    zoekbron,
    zoeken,
    zoekmetingen,
)
from tests.bench.uitkomst import Meting
from tests.keten.installatie import Installatie, vrije_poort


@dataclass(frozen=True, slots=True)
class Omvang:
    """How often and how long; a small run shows that everything works, and says little of how fast it is."""

    merges: int
    publicaties: int
    seconden: float
    beurten: int
    maten: tuple[zoeken.Maat, zoeken.Maat]
    geschreven: int
    vragen: int
    druk: float
    """Seconds of steady load on the desk."""
    schermen: int
    """How often each screen of the editors is opened."""
    doden: int
    """Processes that are killed in the chaos run."""
    landen: tuple[tuple[int, int], ...]
    """Municipalities and products of the countries that are published."""
    teksten: int
    """How often one central text is changed in each."""


HEEL = Omvang(
    merges=30,
    publicaties=40,
    seconden=5.0,
    beurten=5,
    maten=(zoeken.Maat(7, 800), zoeken.Maat(342, 800)),
    geschreven=20,
    vragen=200,
    druk=120.0,
    schermen=20,
    doden=120,
    landen=((34, 800), (342, 800)),
    teksten=20,
)
KLEIN = Omvang(
    merges=3,
    publicaties=3,
    seconden=0.5,
    beurten=1,
    maten=(zoeken.Maat(7, 40), zoeken.Maat(9, 40)),
    geschreven=2,
    vragen=5,
    druk=2.0,
    schermen=2,
    doden=5,
    landen=((8, 130), (10, 130)),
    teksten=2,
)


class Werkplaats:
    """What the parts of one run share. `bestaand`: data of an installation in which the region was published."""

    def __init__(
        self, map_: Path, omvang: Omvang, meld: Callable[[str], None], bestaand: Path | None
    ) -> None:
        self.map, self.omvang, self.meld, self.bestaand = map_, omvang, meld, bestaand
        self.eerste: list[Meting] = []

    @cached_property
    def ongerept(self) -> Installatie:
        """The sample region, published and nothing more: copy it to change anything."""
        if self.bestaand is not None:
            return Installatie(self.bestaand, vrije_poort())
        self.meld("preparing, and first publication of the region")
        installatie = Installatie(self.map / "data", vrije_poort())
        self.eerste = eerste_publicatie.meet(installatie)
        return installatie

    def kopie(self, naam: str) -> Installatie:
        installatie = Installatie(self.map / naam, vrije_poort())
        self.ongerept.kopieer(installatie.data)
        return installatie

    @cached_property
    def bron(self) -> Path:
        pad = self.map / "zoekbron.json"
        zoekbron.bewaar(self.ongerept, pad)
        return pad

    @contextmanager
    def draaiend(self, installatie: Installatie) -> Iterator[Installatie]:
        """Its processes end with it, also when it has to be killed."""
        try:
            installatie.start()
            yield installatie
        finally:
            try:
                installatie.stop()
            except subprocess.TimeoutExpired:
                assert installatie.proces is not None
                installatie.proces.kill()
                installatie.proces.wait()


def _machine(plaats: Werkplaats) -> list[Meting]:
    return machine.ijk(plaats.map)


def _publicatie(plaats: Werkplaats) -> list[Meting]:
    assert plaats.ongerept.data.exists()
    return plaats.eerste


def _samenvoeging(plaats: Werkplaats) -> list[Meting]:
    installatie = plaats.ongerept
    database = installatie.data / "antwoord.sqlite3"
    return samenvoeging.meet(database, plaats.map, installatie.omgeving, herhalingen=plaats.omvang.merges)


def _redactie(plaats: Werkplaats) -> list[Meting]:
    installatie, maat = plaats.ongerept, plaats.omvang.maten[1]
    return redactie.meet(
        installatie.data / "antwoord.sqlite3",
        plaats.map,
        installatie.omgeving,
        gemeenten=maat.gemeenten,
        producten=maat.producten,
        herhalingen=plaats.omvang.schermen,
    )


def _zichtbaar(plaats: Werkplaats) -> list[Meting]:
    with plaats.draaiend(plaats.kopie("zichtbaar")) as installatie:
        return zichtbaar.meet(installatie, keren=plaats.omvang.publicaties)


def _wachten(plaats: Werkplaats) -> list[Meting]:
    goed, weg = plaats.kopie("wachten-goed"), plaats.kopie("wachten-weg")
    return wachten.meet(goed, weg, keren=plaats.omvang.publicaties)


def _website(plaats: Werkplaats) -> list[Meting]:
    omvang = plaats.omvang
    return website.meet(plaats.kopie("website"), plaats.map, seconden=omvang.seconden, beurten=omvang.beurten)


def _zoeken(plaats: Werkplaats) -> list[Meting]:
    return _zoek_in(plaats, plaats.omvang.maten[0])


def _landelijk(plaats: Werkplaats) -> list[Meting]:
    return _zoek_in(plaats, plaats.omvang.maten[1])


def _zoek_in(plaats: Werkplaats, maat: zoeken.Maat) -> list[Meting]:
    uitkomsten = zoeken.meet(
        plaats.bron,
        plaats.map,
        plaats.ongerept.omgeving,
        maat,
        seconden=plaats.omvang.seconden,
        keren=plaats.omvang.geschreven,
        meld=plaats.meld,
    )
    return zoekmetingen.metingen(maat, uitkomsten)


def _aan_de_balie(
    naam: str, meet: Callable[..., list[Meting]], plaats: Werkplaats, **hoe: float
) -> list[Meting]:
    """A measurement at a desk of its own, which it may wear out."""
    return meet(plaats.kopie(naam), plaats.bron, plaats.map, plaats.omvang.maten[0].producten, **hoe)


def _balie(plaats: Werkplaats) -> list[Meting]:
    return _aan_de_balie("balie", balie.meet, plaats, vragen=plaats.omvang.vragen)


def _baliedruk(plaats: Werkplaats) -> list[Meting]:
    return _aan_de_balie("baliedruk", baliedruk.meet, plaats, seconden=plaats.omvang.druk)


def _suggesties(plaats: Werkplaats) -> list[Meting]:
    return _aan_de_balie("suggesties", suggesties.meet, plaats, vragen=max(plaats.omvang.vragen // 5, 2))


def _storing(plaats: Werkplaats) -> list[Meting]:
    return _aan_de_balie("storing", storing.meet, plaats, vragen=max(plaats.omvang.vragen // 10, 4))


def _publiceren(plaats: Werkplaats) -> list[Meting]:
    omvang = plaats.omvang
    return publiceren.meet(plaats.map, maten=omvang.landen, keren=omvang.teksten, meld=plaats.meld)


def _gemengd(plaats: Werkplaats) -> list[Meting]:
    gemeenten, producten = plaats.omvang.landen[0]
    return gemengd.meet(
        plaats.map,
        gemeenten=gemeenten,
        producten=min(producten, 200),
        seconden=plaats.omvang.druk,
        meld=plaats.meld,
    )


def _chaos(plaats: Werkplaats) -> list[Meting]:
    doden = plaats.omvang.doden
    return chaos.meet(doden=doden, producten=2500 if doden >= 100 else 10)


ONDERDELEN: dict[str, Callable[[Werkplaats], list[Meting]]] = {
    "machine": _machine,
    "publicatie": _publicatie,
    "samenvoeging": _samenvoeging,
    "redactie": _redactie,
    "zichtbaar": _zichtbaar,
    "wachten": _wachten,
    "publiceren": _publiceren,
    "gemengd": _gemengd,
    "website": _website,
    "balie": _balie,
    "baliedruk": _baliedruk,
    "suggesties": _suggesties,
    "storing": _storing,
    "zoeken": _zoeken,
    "landelijk": _landelijk,
    "chaos": _chaos,
}
