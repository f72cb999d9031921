"""What is odd about an own text beside what the region says: equal to it, with a typed amount, or saying it again.

Pure. Advice that never stops anybody; what may not be published at all is said by `redactie/keuring.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from redactie.handbedragen import handbedragen
from redactie.keuzes import AfwijkingWijze, Keuze
from redactie.opmaak import naar_platte_tekst
from redactie.veld import Veld
from redactie.vingerafdruk import zelfde

MINSTENS_WOORDEN = 4
"""A shorter sentence ("Neem contact op.") says nothing of its own."""

_ZIN = re.compile(r"(?<=[.!?])\s+|\n+")
_TEKENS = re.compile(r"[^\w{}:€]+")


class Opmerkingsoort(Keuze):
    GELIJK = "gelijk", "Gelijk aan de regio"
    BEDRAG = "bedrag", "Een bedrag met de hand"
    HERHALING = "herhaling", "Staat er al"


@dataclass(frozen=True, slots=True)
class Opmerking:
    soort: Opmerkingsoort
    melding: str
    fragment: str = ""


def opmerkingen(veld: Veld, wijze: AfwijkingWijze, tekst: str, regio: Mapping[Veld, str]) -> list[Opmerking]:
    """About one own text; `regio`: the central texts that hold now."""
    if wijze is AfwijkingWijze.VERBERGEN or not tekst.strip():
        return []
    if is_gelijk(wijze, tekst, regio.get(veld, "")):
        return [
            Opmerking(
                Opmerkingsoort.GELIJK,
                "Uw tekst is gelijk aan die van de regio. Zonder eigen tekst staat er hetzelfde, en houdt de regio "
                "het voor u bij.",
            )
        ]
    return [*_bedragen(tekst), *_herhaald(veld, wijze, tekst, regio)]


def is_gelijk(wijze: AfwijkingWijze, tekst: str, regio: str) -> bool:
    """In the place of the central text, and saying the same in the same structure."""
    return wijze is AfwijkingWijze.VERVANGEN and zelfde(tekst, regio)


def _bedragen(tekst: str) -> Iterator[Opmerking]:
    for bedrag in handbedragen(tekst):
        yield Opmerking(
            Opmerkingsoort.BEDRAG,
            "Dit bedrag verandert niet vanzelf mee. Noem een tarief, dan klopt het ook op 1 januari.",
            bedrag,
        )


def _herhaald(
    veld: Veld, wijze: AfwijkingWijze, tekst: str, regio: Mapping[Veld, str]
) -> Iterator[Opmerking]:
    """In the place of the central text one may take its sentences over, unless that is all of them."""
    vervangt = wijze is AfwijkingWijze.VERVANGEN
    waar = {
        _kern(zin): ander
        for ander, regiotekst in regio.items()
        if not (vervangt and ander is veld)
        for zin in zinnen(regiotekst)
    }
    for zin in zinnen(tekst):
        ander = waar.get(_kern(zin))
        if ander is not None:
            plek = "in dit veld" if ander is veld else f"bij “{ander.kolom_label}”"
            yield Opmerking(Opmerkingsoort.HERHALING, f"De regio zegt dit al, {plek}.", zin)
    van_regio = {_kern(zin) for zin in zinnen(regio.get(veld, ""), 1)}
    if vervangt and van_regio and van_regio <= {_kern(zin) for zin in zinnen(tekst, 1)}:
        yield Opmerking(
            Opmerkingsoort.HERHALING,
            "De hele tekst van de regio staat ook in de uwe. Zet alleen wat u toevoegt ervoor of erna. De regio "
            "houdt de rest dan bij.",
        )


def zinnen(tekst: str, minstens: int = MINSTENS_WOORDEN) -> list[str]:
    """The sentences of so many words or more, without the signs of a list."""
    los: Iterable[str] = (zin.strip(" -•\t") for zin in _ZIN.split(naar_platte_tekst(tekst)))
    return [zin for zin in los if len(zin.split()) >= minstens]


def _kern(zin: str) -> str:
    """The words alone: a capital or a full stop makes no other sentence."""
    return " ".join(_TEKENS.sub(" ", zin).casefold().split())
