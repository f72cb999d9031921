"""What a target's answer means for its delivery. Pure; one table for every kind of target.

Codes are those of HTTP; an index speaks them too (`sync/doelen/index.py`). An answer is never read as success
unless it says so: an error is never "empty", and "I already have something" counts only if it is ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

NIET_BEREIKT = 0
"""The code for: no answer at all (time-out, refused, broken off)."""

OPNIEUW = frozenset({NIET_BEREIKT, 408, 425, 429})
GEWEIGERD = frozenset({401, 403})
ONBRUIKBAAR = frozenset({400, 404, 405, 413, 415, 422})


class Oordeel(StrEnum):
    BEVESTIGD = "bevestigd"
    OPNIEUW = "opnieuw"  # later, with backoff; the target itself has a problem
    PARKEREN = "parkeren"  # this document is refused: wait for its next version
    AFWIJKEND = "afwijkend"  # the target has our version with another content: write it again
    DOEL_LOOPT_VOOR = "doel_loopt_voor"  # it has a version we never issued: stop this target
    QUARANTAINE = "quarantaine"  # the target refuses us
    PAUZE = "pauze"  # the target is gone for good
    FOUT = "fout"  # an answer that should not come (a redirect): retry, and show it


@dataclass(frozen=True, slots=True)
class Doelantwoord:
    """What a target said of one document; `versie` and `hash` are what it says it has."""

    code: int
    versie: int | None = None
    hash: str = ""
    melding: str = ""
    wacht_seconden: float | None = None


def beoordeel(antwoord: Doelantwoord, *, versie: int, hash_: str, hoogste: int) -> Oordeel:
    """Judge an answer to `versie` with `hash_`; `hoogste` is the highest version ever issued of this document."""
    code = antwoord.code
    if 200 <= code < 300:
        return Oordeel.BEVESTIGD
    if code == 409:
        return _bij_conflict(antwoord, versie=versie, hash_=hash_, hoogste=hoogste)
    if code in OPNIEUW or code >= 500:
        return Oordeel.OPNIEUW
    if code in GEWEIGERD:
        return Oordeel.QUARANTAINE
    if code == 410:
        return Oordeel.PAUZE
    if code in ONBRUIKBAAR:
        return Oordeel.PARKEREN
    return Oordeel.FOUT


def _bij_conflict(antwoord: Doelantwoord, *, versie: int, hash_: str, hoogste: int) -> Oordeel:
    heeft = antwoord.versie
    if heeft is None or heeft < versie:
        return Oordeel.FOUT
    if heeft > hoogste:
        return Oordeel.DOEL_LOOPT_VOOR
    if heeft == versie and antwoord.hash and antwoord.hash != hash_:
        return Oordeel.AFWIJKEND
    return Oordeel.BEVESTIGD
