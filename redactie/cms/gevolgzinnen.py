"""Consequences in words: counted per group, and per municipality what is particular there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from redactie.cms.kolommen import dag
from redactie.geteld import geteld
from redactie.gevolgen import GemeenteGevolg, Gevolg, Gevolgen
from redactie.keuzes import Herkomst, Klasse

KOPPEN = {
    Gevolg.ONTBREEKT: (
        "Bij 1 gemeente ontbreekt een bedrag of gegeven",
        "Bij {} gemeenten ontbreekt een bedrag of gegeven",
    ),
    Gevolg.WIJKT_AF: ("1 gemeente wijkt af", "{} gemeenten wijken af"),
    Gevolg.VOLGT: ("1 gemeente volgt", "{} gemeenten volgen"),
    Gevolg.VALT_ONDER: (
        "Bij 1 gemeente valt dit onder een ander product",
        "Bij {} gemeenten valt dit onder een ander product",
    ),
    Gevolg.NIET_AANGEBODEN: ("1 gemeente biedt dit niet aan", "{} gemeenten bieden dit niet aan"),
    Gevolg.NIET_GEKOZEN: (
        "1 gemeente koos nog niet of zij dit aanbiedt",
        "{} gemeenten kozen nog niet of zij dit aanbieden",
    ),
    Gevolg.VERVALLEN: ("Bij 1 gemeente is dit dan vervallen", "Bij {} gemeenten is dit dan vervallen"),
}
OPEN_TOT = 12
"""A group of more municipalities than this starts closed."""
CHIPS = {Gevolg.ONTBREEKT: "fout", Gevolg.WIJKT_AF: "let-op", Gevolg.VOLGT: "live"}


@dataclass(frozen=True, slots=True)
class Leestekst:
    """A field before and after as a reader gets it, in safe HTML; `zelfde`: nothing would be different there."""

    kop: str
    voor: str
    na: str
    zelfde: bool


@dataclass(frozen=True, slots=True)
class Lid:
    """`teksten`: filled for a municipality of which somebody asked to see them."""

    slug: str
    naam: str
    zinnen: tuple[str, ...]
    teksten: tuple[Leestekst, ...] = ()


@dataclass(frozen=True, slots=True)
class Groep:
    soort: Gevolg
    kop: str
    uitleg: str
    nadruk: str
    open: bool
    leden: tuple[Lid, ...]
    te_bekijken: bool
    """Whether there is a text to compare."""


def kop(soort: Gevolg, aantal: int) -> str:
    een, meer = KOPPEN[soort]
    return geteld(aantal, een, meer)


def samenvatting(gevolgen: Gevolgen, *, straks: date | None) -> str:
    """The first line: what changes, and when."""
    if not gevolgen.velden:
        return "Er verandert niets: deze tekst staat er al zo."
    if gevolgen.nieuw:
        return "Dit product is nog niet gepubliceerd. Na publiceren staat het er zo:"
    namen = [veld.kolom_label for veld in gevolgen.velden]
    wat = namen[0] if len(namen) == 1 else f"{', '.join(namen[:-1])} en {namen[-1]}"
    wanneer = f" op {dag(straks)}" if straks is not None else ""
    return f"{wat} {'verandert' if len(namen) == 1 else 'veranderen'}{wanneer}:"


def groepen_in_woorden(
    gevolgen: Gevolgen,
    klasse: Klasse,
    straks: date | None,
    teksten: Mapping[str, tuple[Leestekst, ...]],
) -> list[Groep]:
    return [
        Groep(
            soort,
            kop(soort, len(leden)),
            _uitleg(soort, klasse, straks),
            CHIPS.get(soort, ""),
            len(leden) <= OPEN_TOT,
            tuple(_lid(lid, len(gevolgen.velden) > 1, teksten.get(lid.gemeente.slug, ())) for lid in leden),
            soort in CHIPS,
        )
        for soort, leden in gevolgen.groepen()
    ]


def _uitleg(soort: Gevolg, klasse: Klasse, straks: date | None) -> str:
    if soort is Gevolg.VOLGT:
        return (
            f"Op {dag(straks)} om 0.00 uur staat de nieuwe tekst er."
            if straks
            else "Na publiceren staat de nieuwe tekst er meteen."
        )
    if soort is Gevolg.WIJKT_AF:
        if klasse is Klasse.COSMETISCH:
            return "De eigen tekst blijft staan. Niemand krijgt een vraag: de wijziging is cosmetisch."
        return "De eigen tekst blijft staan. De gemeente krijgt de vraag om die na te kijken."
    if soort is Gevolg.ONTBREEKT:
        return "Daar staat op die plek dat het nog niet bekend is, met het telefoonnummer."
    if soort is Gevolg.NIET_GEKOZEN:
        return "Daar staat niets, totdat de gemeente ja zegt."
    return "Daar verandert niets."


def _lid(lid: GemeenteGevolg, meer_velden: bool, teksten: tuple[Leestekst, ...]) -> Lid:
    return Lid(lid.gemeente.slug, lid.gemeente.naam, tuple(_zinnen(lid, meer_velden)), teksten)


def _zinnen(lid: GemeenteGevolg, meer_velden: bool) -> Iterator[str]:
    """What is particular here: nothing is said of a field that simply follows."""
    for veld in lid.velden:
        if veld.ontbreekt:
            yield f"{veld.veld.kolom_label} · {', '.join(f'{{{token}}}' for token in veld.ontbreekt)} ontbreekt"
        if veld.herkomst is Herkomst.GEMENGD:
            yield f"{veld.veld.kolom_label} · verandert mee, met een eigen aanvulling"
        elif veld.herkomst is Herkomst.VERBORGEN:
            yield f"{veld.veld.kolom_label} · blijft verborgen"
        elif veld.herkomst is Herkomst.LOKAAL:
            yield f"{veld.veld.kolom_label} · eigen tekst"
    volgt = [veld.veld.kolom_label for veld in lid.velden if veld.herkomst is Herkomst.CENTRAAL]
    if meer_velden and volgt and len(volgt) < len(lid.velden):
        yield f"volgt bij {', '.join(volgt)}"
