"""What a new synonym gets in the way of, in sentences for the editor who is typing it.

Pure: product names and the other synonyms come in as plain data. Nothing here stops anybody; that a word is nonsense
is for whoever keeps the rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from search.analyse.stam import stam
from search.analyse.stopwoorden import inhoud, is_vraagwoord
from search.analyse.vouwen import woorden
from search.synoniemen import Stammen, Synoniem

HOOGSTENS = 4


@dataclass(frozen=True, slots=True)
class Productnaam:
    sleutel: str
    titel: str


@dataclass(frozen=True, slots=True)
class _Groep:
    """One word or group of words of the synonym."""

    tekst: str
    stammen: Stammen


def botsingen(
    nieuw: Synoniem, producten: Iterable[Productnaam], andere: Iterable[Synoniem] = ()
) -> tuple[str, ...]:
    """At most four sentences, the worst first; `andere` are the other synonyms that hold in the same bereik."""
    groepen = [_Groep(tekst, _stammen(tekst)) for tekst in nieuw.woorden]
    namen = [(product, _stammen(product.titel)) for product in producten]
    paren = [
        (een, ander)
        for een, ander in permutations(groepen, 2)
        if een.stammen and ander.stammen and (nieuw.richting == "beide" or een is groepen[0])
    ]
    zinnen = [
        *_stopwoorden(groepen),
        *_al_hetzelfde(groepen),
        *_al_bijeen(nieuw, andere),
        *_niet_te_onderscheiden(paren, namen),
        *_hele_naam(paren, namen),
    ]
    return tuple(dict.fromkeys(zinnen))[:HOOGSTENS]


def _stammen(tekst: str) -> Stammen:
    vormen = woorden(tekst)
    return tuple(stam(vormen[plek]) for plek in inhoud(vormen))


def _stopwoorden(groepen: Iterable[_Groep]) -> Iterator[str]:
    for groep in groepen:
        vormen = woorden(groep.tekst)
        if vormen and all(map(is_vraagwoord, vormen)):
            yield f"“{groep.tekst}” staat in bijna elke vraag en wordt overgeslagen. Dit synoniem werkt dan niet."


def _al_hetzelfde(groepen: Sequence[_Groep]) -> Iterator[str]:
    for nummer, een in enumerate(groepen):
        for ander in groepen[nummer + 1 :]:
            if een.stammen and een.stammen == ander.stammen:
                yield f"“{een.tekst}” en “{ander.tekst}” vinden elkaar al zonder synoniem."


def _al_bijeen(nieuw: Synoniem, andere: Iterable[Synoniem]) -> Iterator[str]:
    van_ons = {_stammen(tekst) for tekst in nieuw.woorden}
    for ander in andere:
        groepen = [_stammen(tekst) for tekst in ander.woorden]
        zelfde_kant = ander.richting == "beide" or groepen[:1] == [_stammen(nieuw.woorden[0])]
        if van_ons <= set(groepen) and zelfde_kant:
            yield f"Deze woorden vinden elkaar al door een ander synoniem: “{', '.join(ander.woorden)}”."


def _niet_te_onderscheiden(
    paren: Iterable[tuple[_Groep, _Groep]], namen: Sequence[tuple[Productnaam, Stammen]]
) -> Iterator[str]:
    """Two names that differ in nothing but these words."""
    per_woorden = {frozenset(stammen): product for product, stammen in namen}
    gezien: set[frozenset[str]] = set()
    for een, ander in paren:
        for product, stammen in namen:
            if (gewisseld := _wissel(stammen, een.stammen, ander.stammen)) is None:
                continue
            dubbel = per_woorden.get(frozenset(gewisseld))
            if dubbel is None or dubbel.sleutel == product.sleutel:
                continue
            if (paar := frozenset({product.sleutel, dubbel.sleutel})) not in gezien:
                gezien.add(paar)
                yield f"“{product.titel}” en “{dubbel.titel}” zijn dan bij het zoeken bijna niet meer te onderscheiden."


def _wissel(stammen: Stammen, weg: Stammen, erin: Stammen) -> Stammen | None:
    """The words of a name with a run of them replaced; None when the run is not in it."""
    for plek in range(len(stammen) - len(weg) + 1):
        if stammen[plek : plek + len(weg)] == weg:
            return (*stammen[:plek], *erin, *stammen[plek + len(weg) :])
    return None


def _hele_naam(
    paren: Iterable[tuple[_Groep, _Groep]], namen: Sequence[tuple[Productnaam, Stammen]]
) -> Iterator[str]:
    """One word is the whole name of a product, and the other leads to another product."""
    for een, ander in paren:
        for product, stammen in namen:
            if set(stammen) != set(een.stammen):
                continue
            elders = [
                lid.titel
                for lid, andere in namen
                if lid.sleutel != product.sleutel
                and set(ander.stammen) <= set(andere)
                and not set(ander.stammen) <= set(stammen)
            ]
            if elders:
                yield (
                    f"“{product.titel}” is de hele naam van een product. Wie daarop zoekt, "
                    f"vindt dan ook {_opsomming(elders)}."
                )


def _opsomming(titels: Sequence[str]) -> str:
    getoond = " en ".join(f"“{titel}”" for titel in titels[:2])
    return getoond if len(titels) <= 2 else f"{getoond}, en nog {len(titels) - 2} producten"
