"""Contact points, locations and notices that a question names, found in the same box as the answers.

Matched in memory from the gemeente document, not by the engine: they are few, and must be found when it is down. They
stand below the answers, so that they move none; above them only when the question asks for nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kennisbank.balie.bereikbaar import bereikbaar
from kennisbank.balie.publicaties import Baliepublicatie
from kennisbank.balie.toegang import Plek
from kennisbank.mededelingen.geldig import Mededeling, geldend_in
from kennisbank.openingstijden import openingen_uit_json
from kennisbank.website.uren import uren_van
from redactie.keuzes import Dag
from search.analyse.stopwoorden import inhoud
from search.analyse.vouwen import woorden

CONTACT, LOCATIE, MEDEDELING = "_contact", "_locatie", "_mededeling"
MEESTE = 3
KORTST = 3
"""Letters of the last word: shorter is the beginning of anything."""
WEGWIJZERS = frozenset(
    {
        *(
            "afdeling",
            "bel",
            "bellen",
            "contact",
            "contactpunt",
            "doorverbinden",
            "mail",
            "mailadres",
            "nummer",
        ),
        *("openingstijden", "telefoon", "telefoonnummer", "verbinden"),
        *("adres", "dicht", "geopend", "gesloten", "laat", "locatie", "morgen", "open", "vandaag"),
        *(dag.label for dag in Dag),
    }
)
"""What one says beside the name of a contact point or a location."""


@dataclass(frozen=True, slots=True)
class Erbij:
    """`sleutel`: as it stands in the address, after the bereik."""

    sleutel: str
    titel: str
    teken: str
    bij: str


@dataclass(frozen=True, slots=True)
class Gevonden:
    boven: tuple[Erbij, ...] = ()
    onder: tuple[Erbij, ...] = ()


NIETS = Gevonden()


def zoek_erbij(plek: Plek, vraag: str, gemeente: Baliepublicatie | None, nu: datetime) -> Gevonden:
    gezocht = _telt(vraag)
    if gemeente is None or not gezocht or len(gezocht[-1]) < KORTST:
        return NIETS
    namen = [woord for woord in gezocht if woord not in WEGWIJZERS]
    punten = [
        (_telt(punt["naam"]), _punt(punt["sleutel"], punt["naam"], punt["openingstijden"], nu))
        for punt in gemeente.publiek["contactpunten"]
        if _past(namen, woorden(punt["naam"]))
    ][:MEESTE]
    locaties = tuple(
        _locatie(lid, nu) for lid in gemeente.publiek["locaties"] if _past(namen, woorden(lid["naam"]))
    )[:MEESTE]
    plaats = woorden(plek.naam)
    wijst = namen != gezocht
    boven = tuple(
        lid for naam, lid in punten if wijst or [woord for woord in naam if woord not in plaats] == namen
    )
    boven += locaties if wijst else ()
    genoemd = (*(lid for _, lid in punten), *locaties)
    mededelingen = tuple(_mededelingen(gezocht, geldend_in(gemeente.voor(intern=plek.intern), nu)))[:MEESTE]
    return Gevonden(boven, (*(lid for lid in genoemd if lid not in boven), *mededelingen))


def _telt(tekst: str) -> list[str]:
    """The words that say something, bare."""
    alle = woorden(tekst)
    return [alle[waar] for waar in inhoud(alle)] if alle else []


def _past(gezocht: Sequence[str], tekst: Sequence[str]) -> bool:
    """Every word is one of the text, or begins one."""
    return bool(gezocht) and all(any(woord.startswith(lid) for woord in tekst) for lid in gezocht)


def _punt(sleutel: str, naam: str, uren: Sequence[dict[str, object]], nu: datetime) -> Erbij:
    open_ = bereikbaar(uren, nu)
    return Erbij(f"{CONTACT}/{sleutel}", naam, "☎", f"contactpunt{f' · {open_.tekst}' if open_ else ''}")


def _locatie(lid: Mapping[str, Any], nu: datetime) -> Erbij:
    stand = uren_van(openingen_uit_json(lid["openingstijden"]), nu).stand
    hoe = f" · {stand[:1].lower()}{stand[1:]}" if stand else ""
    return Erbij(f"{LOCATIE}/{lid['sleutel']}", lid["naam"], "⌂", f"locatie{hoe}")


def _mededelingen(gezocht: Sequence[str], mededelingen: Sequence[Mededeling]) -> Iterator[Erbij]:
    for lid in mededelingen:
        over = (zaak.partition(":")[2] for zaak in lid.betreft)
        if _past(gezocht, woorden(" ".join((lid.tekst, lid.interne_tekst, *over)))):
            bij = f"{lid.soort.label.lower()}{' · belangrijk' if lid.belangrijk else ''}"
            yield Erbij(f"{MEDEDELING}/{lid.sleutel}", lid.tekst, "!", bij)
