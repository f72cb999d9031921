"""What robots.txt allows (RFC 9309): the longest rule that fits wins, `*` and `$` mean something. Pure.

The parser of Python's library takes the first rule that fits and knows no `*`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

MAX_BYTES = 512_000
"""What RFC 9309 asks a reader to take at least."""
MAX_REGELS = 5_000
LANGSTE_VERTRAGING = 3600.0


@dataclass(slots=True)
class _Groep:
    namen: list[str] = field(default_factory=list)
    regels: list[tuple[bool, str]] = field(default_factory=list)
    vertraging: float | None = None


@dataclass(frozen=True, slots=True)
class Robots:
    """`regels`: (allowed, pattern). `vertraging`: seconds between two questions, when the site says so."""

    regels: tuple[tuple[bool, str], ...] = ()
    vertraging: float | None = None

    def mag(self, pad: str) -> bool:
        """`pad` with its query, as it stands in the request."""
        passend = [(len(patroon), wel) for wel, patroon in self.regels if _past(patroon, pad)]
        return max(passend)[1] if passend else True


def lees_robots(tekst: str, naam: str) -> Robots:
    """The rules for the robot with this name, or for all robots when it has none of its own."""
    groepen = _groepen(tekst)
    eigen = [groep for groep in groepen if any(lid == naam.lower() for lid in groep.namen)]
    geldt = eigen or [groep for groep in groepen if "*" in groep.namen]
    regels = tuple(regel for groep in geldt for regel in groep.regels)
    vertragingen = [groep.vertraging for groep in geldt if groep.vertraging is not None]
    return Robots(regels, max(vertragingen, default=None))


def _groepen(tekst: str) -> list[_Groep]:
    groepen: list[_Groep] = []
    begonnen = False
    for ruw in tekst.lstrip("\ufeff").splitlines()[:MAX_REGELS]:
        sleutel, punt, waarde = ruw.partition("#")[0].partition(":")
        sleutel, waarde = sleutel.strip().lower(), waarde.strip()
        if not punt:
            continue
        if sleutel == "user-agent":
            if not begonnen:
                groepen.append(_Groep())
            begonnen = True
            # "Naam/1.0" is addressed as "naam".
            groepen[-1].namen.append(waarde.partition("/")[0].strip().lower())
            continue
        begonnen = False
        if not groepen:
            continue
        if sleutel in ("allow", "disallow") and waarde:
            groepen[-1].regels.append((sleutel == "allow", waarde))
        elif sleutel == "crawl-delay" and re.fullmatch(r"\d{1,6}(\.\d+)?", waarde):
            groepen[-1].vertraging = min(float(waarde), LANGSTE_VERTRAGING)
    return groepen


def _past(patroon: str, pad: str) -> bool:
    """Piece by piece, without a regular expression: a pattern of another's making must not cost time."""
    vast = patroon.endswith("$")
    eerste, *rest = patroon.removesuffix("$").split("*")
    if not pad.startswith(eerste):
        return False
    plek = len(eerste)
    for stuk in rest[:-1] if vast and rest else rest:
        plek = pad.find(stuk, plek)
        if plek < 0:
            return False
        plek += len(stuk)
    if not vast:
        return True
    return pad.endswith(rest[-1]) and len(pad) - len(rest[-1]) >= plek if rest else plek == len(pad)
