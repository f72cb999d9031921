"""One cell of the board: how one place stands for one municipality, as a word and an age. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

GEWEIGERD = "quarantaine"
UITLEG = (
    (GEWEIGERD, "weigert ons geheim. Controleer het geheim en hervat"),
    ("doel_loopt_voor", "heeft een versie die hier nooit is uitgegeven. Is hier een back-up teruggezet?"),
    ("pauze", "zegt dat dit adres niet meer bestaat (410)"),
)
CODES = {
    "400": "kan deze tekst niet lezen (400)",
    "404": "kent dit adres niet (404)",
    "405": "neemt op dit adres niets aan (405)",
    "408": "antwoordt te laat (408)",
    "409": "heeft iets anders dan wij leverden (409)",
    "413": "vindt deze tekst te groot (413)",
    "415": "kan dit soort bericht niet lezen (415)",
    "422": "weigert deze tekst (422)",
    "429": "heeft het te druk (429)",
}


class Stand(StrEnum):
    LIVE = "live"
    LEEG = "leeg"
    WACHT = "wacht"
    GEPAUZEERD = "gepauzeerd"
    HAPERT = "hapert"
    MISLUKT = "mislukt"
    GEWEIGERD = "geweigerd"
    GESTOPT = "gestopt"


NADRUK = {
    Stand.LIVE: "live",
    Stand.LEEG: "",
    Stand.WACHT: "",
    Stand.GEPAUZEERD: "let-op",
    Stand.HAPERT: "let-op",
    Stand.MISLUKT: "fout",
    Stand.GEWEIGERD: "fout",
    Stand.GESTOPT: "fout",
}


@dataclass(frozen=True, slots=True)
class Cel:
    """`live` of `van` documents are as they should be; `sinds` is since when the oldest of the others waits."""

    stand: Stand
    live: int = 0
    van: int = 0
    wacht: int = 0
    geweigerd: int = 0
    sinds: datetime | None = None
    fout: str = ""

    @property
    def nadruk(self) -> str:
        return NADRUK[self.stand]

    @property
    def in_orde(self) -> bool:
        return self.stand in (Stand.LIVE, Stand.LEEG)


def in_woorden(fout: str) -> str:
    """What a target said last, for an administrator: `500 interne fout` begins with a code, a verdict with its name."""
    if not fout:
        return ""
    begin, _, rest = fout.partition(":")
    for oordeel, uitleg in UITLEG:
        if begin == oordeel:
            return f"{uitleg} ({rest.strip()})" if begin == GEWEIGERD and rest.strip() else uitleg
    code, _, meer = fout.partition(" ")
    if code.isdecimal() and len(code) == 3:
        meer = f": {meer}" if meer else ""
        if code in CODES:
            return f"{CODES[code]}{meer}"
        return f"heeft zelf een storing ({code}){meer}" if code >= "500" else f"antwoordt met {code}{meer}"
    return rest.strip() if begin == "geen antwoord" else fout
