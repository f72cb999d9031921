"""The CSV of the national list → one entry per URI. Pure.

A name with more than one legal ground has a row for each; the other columns must then agree. What cannot be the whole
list is refused here as far as the file itself shows it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, replace

BESTUURSLAGEN = ("Rijk", "Provincie", "Waterschap", "Gemeente")
DOELGROEPEN = ("Burger", "Bedrijf")
SOORTEN = ("Aanvraag", "Subsidie", "Melding", "Verplichting")
KENMERKEN = ("Dienstenwet", "Autonomie", "Medebewind", *SOORTEN)
GRONDSLAG = ("Grondslag", "Grondslaglabel", "Grondslaglink")
NODIG = ("UniformeProductnaam", "URI", *BESTUURSLAGEN, *DOELGROEPEN, "SDG", *KENMERKEN, *GRONDSLAG)

MINIMUM = 500
"""Names; the list had 1,017 in 2021 and 1,214 in 2025."""


class UplFout(Exception):
    """This cannot be the national list; the message says why, in Dutch. `toch_mag`: a person may overrule it."""

    def __init__(self, melding: str, *, toch_mag: bool = False) -> None:
        super().__init__(melding)
        self.toch_mag = toch_mag


@dataclass(frozen=True, slots=True)
class Grondslag:
    uri: str
    label: str
    link: str

    def als_json(self) -> dict[str, str]:
        return {"uri": self.uri, "label": self.label, "link": self.link}


@dataclass(frozen=True, slots=True)
class UplNaamRij:
    uri: str
    naam: str
    bestuurslagen: tuple[str, ...] = ()
    doelgroepen: tuple[str, ...] = ()
    sdg: tuple[str, ...] = ()
    kenmerken: tuple[str, ...] = ()
    grondslagen: tuple[Grondslag, ...] = ()


def lees_lijst(inhoud: bytes, *, toch: bool = False) -> dict[str, UplNaamRij]:
    """URI → entry. UplFout when the file is not well-formed, or (without `toch`) when it is too short to be whole."""
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        regel = inhoud[: fout.start].count(b"\n") + 1
        raise UplFout(f"Regel {regel}: dit bestand is niet in UTF-8 opgeslagen.") from fout
    if tekst and not tekst.endswith("\n") and not toch:
        raise UplFout("De laatste regel eindigt niet: het bestand is waarschijnlijk afgekapt.", toch_mag=True)
    namen = _namen(_rijen(tekst))
    if not namen:
        raise UplFout("De lijst is leeg.")
    if len(namen) < MINIMUM and not toch:
        raise UplFout(
            f"De lijst heeft maar {len(namen)} namen; minder dan {MINIMUM} kan niet de hele lijst zijn.",
            toch_mag=True,
        )
    return namen


def _rijen(tekst: str) -> Iterable[tuple[int, dict[str, str]]]:
    lezer = csv.reader(io.StringIO(tekst, newline=""), strict=True)
    try:
        kop = [naam.strip() for naam in next(lezer, [])]
        ontbreekt = [naam for naam in NODIG if naam not in kop]
        if ontbreekt:
            raise UplFout(f"Dit is niet de landelijke lijst: de kolom “{ontbreekt[0]}” ontbreekt.")
        for cellen in lezer:
            if len(cellen) != len(kop):
                raise UplFout(
                    f"Regel {lezer.line_num}: er zijn {len(cellen)} cellen in plaats van {len(kop)}."
                )
            yield lezer.line_num, dict(zip(kop, (cel.strip() for cel in cellen), strict=True))
    except csv.Error as fout:
        raise UplFout(f"Regel {lezer.line_num}: dit is geen geldige CSV.") from fout


def _namen(rijen: Iterable[tuple[int, dict[str, str]]]) -> dict[str, UplNaamRij]:
    namen: dict[str, UplNaamRij] = {}
    for regel, rij in rijen:
        naam = _naam(rij)
        if not naam.naam or not naam.uri.startswith(("http://", "https://")):
            raise UplFout(f"Regel {regel}: hier ontbreekt een naam of een URI.")
        eerder = namen.get(naam.uri, replace(naam, grondslagen=()))
        if replace(naam, grondslagen=()) != replace(eerder, grondslagen=()):
            raise UplFout(f"Regel {regel}: “{naam.uri}” staat er twee keer, met andere gegevens.")
        nieuw = tuple(grond for grond in naam.grondslagen if grond not in eerder.grondslagen)
        namen[naam.uri] = replace(eerder, grondslagen=(*eerder.grondslagen, *nieuw))
    return namen


def _naam(rij: dict[str, str]) -> UplNaamRij:
    grond = Grondslag(*(rij[kolom] for kolom in GRONDSLAG))
    return UplNaamRij(
        uri=rij["URI"],
        naam=rij["UniformeProductnaam"],
        bestuurslagen=_gekozen(rij, BESTUURSLAGEN),
        doelgroepen=_gekozen(rij, DOELGROEPEN),
        sdg=tuple(code.strip() for code in rij["SDG"].split(";") if code.strip()),
        kenmerken=_gekozen(rij, KENMERKEN),
        grondslagen=(grond,) if grond.uri or grond.label else (),
    )


def _gekozen(rij: dict[str, str], kolommen: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(kolom.lower() for kolom in kolommen if rij[kolom])
