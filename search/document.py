"""ZoekDocument: what the index holds of one publication, a function of that publication alone.

Words that were analysed, and what is needed to name and order a hit; nothing that can be shown. What a reader sees
comes from the publication itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from redactie.veld import INTERNE_VELDEN, Veld
from search.analyse.keten import LEEG, Analyse, analyseer
from search.analyse.vouwen import naam, vouw
from search.bereik import is_slug
from search.velden import (
    INTERN_VORMEN,
    PER_GROEP,
    PRECIES,
    TITEL_VORMEN,
    TREFWOORDEN_VORMEN,
    VORMEN,
    WOORDVELDEN,
    Groep,
    groep_van,
)

MAX_VERSIE = 2**53
TAAL = "nl"
LEEG_VELD = "∅"
"""Stands in a field without words; no analysed question can hold it."""
_VELDEN = {veld.value: veld for veld in Veld}
Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ZoekDocument:
    """One publication of one bereik; `weg` makes it a tombstone, which has no words.

    `velden` holds, per index field, words separated by spaces.
    """

    id: str
    versie: int
    bereik: str
    sleutel: str
    weg: bool = False
    productsoort: str = ""
    titel_sleutel: str = ""
    velden: Mapping[str, str] = field(default_factory=dict)


def document_id(bereik: str, sleutel: str) -> str:
    return f"{bereik}/{sleutel}"


def grafsteen(*, bereik: str, sleutel: str, versie: int) -> ZoekDocument:
    """The document of a publication that was withdrawn."""
    return ZoekDocument(document_id(bereik, sleutel), versie, bereik, sleutel, weg=True)


def document_uit(publiek: Json, balie: Json | None, *, versie: int) -> ZoekDocument:
    """The document of a publication's contents: its public JSON, and what the desk has besides.

    Words of internal fields only come from `balie`, whatever `publiek` may hold.
    """
    inhoud = publiek["talen"][TAAL]
    per_groep = _analyses(_stukken(publiek, inhoud, balie))
    openbaar = sum((analyse for groep, analyse in per_groep.items() if groep is not Groep.INTERN), LEEG)
    velden = {groep.woorden: " ".join(analyse.stammen) for groep, analyse in per_groep.items()}
    velden |= {groep.delen: " ".join(analyse.delen) for groep, analyse in per_groep.items()}
    # Elasticsearch counts documents and lengths per field over those that have the field, tantivy over all of them:
    # with a word in every field both count alike (tests/zoeken/test_pariteit.py).
    velden |= {naam: LEEG_VELD for naam in PER_GROEP if not velden.get(naam)}
    velden[TITEL_VORMEN] = _uniek(per_groep.get(Groep.TITEL, LEEG).vormen)
    velden[TREFWOORDEN_VORMEN] = _uniek(per_groep.get(Groep.TREFWOORDEN, LEEG).vormen)
    velden[VORMEN] = _uniek(openbaar.vormen)
    velden[INTERN_VORMEN] = _uniek(per_groep.get(Groep.INTERN, LEEG).vormen)
    velden[PRECIES] = _uniek(_namen(publiek, inhoud))
    return ZoekDocument(
        id=document_id(publiek["bereik"], publiek["sleutel"]),
        versie=versie,
        bereik=publiek["bereik"],
        sleutel=publiek["sleutel"],
        productsoort=publiek["soort"],
        titel_sleutel=vouw(inhoud["titel"]),
        velden={naam: woorden for naam, woorden in velden.items() if woorden},
    )


def _stukken(publiek: Json, inhoud: Json, balie: Json | None) -> Iterator[tuple[Groep, str]]:
    yield Groep.TITEL, inhoud["titel"]
    yield Groep.SAMENVATTING, inhoud.get("samenvatting", "")
    for trefwoord in publiek.get("trefwoorden", ()):
        yield Groep.TREFWOORDEN, trefwoord
    for upn in publiek.get("upn", ()):
        yield Groep.TREFWOORDEN, upn["naam"]
    yield Groep.REST, publiek.get("status_toelichting", "")
    for lid in inhoud.get("velden", ()):
        if (veld := _VELDEN[lid["veld"]]) not in INTERNE_VELDEN:
            yield groep_van(veld), lid["tekst"]
    for lid in balie.get("velden", ()) if balie else ():
        yield Groep.INTERN, lid["tekst"]


def _namen(publiek: Json, inhoud: Json) -> Iterator[str]:
    yield naam(publiek["sleutel"])
    yield naam(inhoud["titel"])
    for upn in publiek.get("upn", ()):
        yield naam(upn["naam"])
        yield naam(upn["uri"])


def _analyses(stukken: Iterable[tuple[Groep, str]]) -> dict[Groep, Analyse]:
    per_groep: dict[Groep, Analyse] = {}
    for groep, tekst in stukken:
        per_groep[groep] = per_groep.get(groep, LEEG) + _analyse(tekst)
    return per_groep


@lru_cache(maxsize=16_384)
def _analyse(tekst: str) -> Analyse:
    """Most municipalities share most texts: a text is analysed once, and used hundreds of times."""
    return analyseer(tekst)


def _uniek(vormen: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(vormen))


def gebrek(document: ZoekDocument) -> str:
    """Why an engine must refuse this document, or an empty string. Engines report it per document."""
    if not is_slug(document.bereik) or not is_slug(document.sleutel):
        return "bereik en sleutel moeten een slug zijn"
    if document.id != document_id(document.bereik, document.sleutel):
        return "het id is niet <bereik>/<sleutel>"
    if not 0 < document.versie < MAX_VERSIE:
        return "de versie ligt niet tussen 0 en 2^53"
    if onbekend := set(document.velden) - set(WOORDVELDEN):
        return f"onbekend veld: {', '.join(sorted(onbekend))}"
    if document.weg and document.velden:
        return "een ingetrokken document heeft geen woorden"
    if not document.weg and not document.titel_sleutel:
        return "een document zonder titel"
    return ""
