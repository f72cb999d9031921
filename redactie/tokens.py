"""The grammar of tokens: `{gemeente.naam}`, `{gegeven:sleutel}`, `{tarief:sleutel}`, `{tarieven:groep}`.

Finds them, and what was meant as one and is none. Every other brace is just a brace. What a token reads as is
decided in `oplossen.py`; whether its key exists in `keuring.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from redactie.keuzes import Keuze

GEMEENTE_SLEUTELS = ("naam", "telefoon", "telefoon_buitenland", "website")


class TokenSoort(Keuze):
    GEMEENTE = "gemeente", "Gemeente"
    GEGEVEN = "gegeven", "Gegeven"
    TARIEF = "tarief", "Tarief"
    TARIEVEN = "tarieven", "Groep tarieven"


@dataclass(frozen=True, slots=True)
class Token:
    """A token at `tekst[begin:einde]`."""

    soort: TokenSoort
    sleutel: str
    begin: int
    einde: int

    @property
    def naam(self) -> str:
        """Without braces: `gegeven:afspraak-adres`. How facts, publications and alarms refer to it."""
        return f"{self.soort}{'.' if self.soort is TokenSoort.GEMEENTE else ':'}{self.sleutel}"

    def __str__(self) -> str:
        return "{" + self.naam + "}"


@dataclass(frozen=True, slots=True)
class MisvormdToken:
    """Something at `tekst[begin:einde]` that was meant as a token; `reden` is a Dutch sentence."""

    fragment: str
    begin: int
    einde: int
    reden: str


_SLEUTEL = r"[a-z0-9](?:[a-z0-9_-]{0,78}[a-z0-9])?"
_TOKEN = re.compile(
    rf"\{{(?:gemeente\.(?P<gemeente>{'|'.join(sorted(GEMEENTE_SLEUTELS, key=len, reverse=True))})"
    rf"|(?P<soort>gegeven|tarief|tarieven):(?P<sleutel>{_SLEUTEL}))\}}"
)
_ACCOLADE = re.compile(r"\{([^{}\n]{0,120})(\}?)")
_BEDOELD = re.compile(r"\s*(gemeente|gegevens?|tarief|tarieven)\b", re.IGNORECASE)
_ANDERE_SOORT = re.compile(r"\s*[A-Za-z][A-Za-z_-]*\s*[.:]\s*[\w-]+\s*")


@lru_cache(maxsize=16_384)
def tokens_in(tekst: str) -> tuple[Token, ...]:
    """The well-formed tokens, in the order of the text. Asked several times of each text, in each municipality."""
    return tuple(_token(match) for match in _TOKEN.finditer(tekst))


def misvormd_in(tekst: str) -> tuple[MisvormdToken, ...]:
    """What looks like a token and is none: an unknown kind, a wrong key, a forgotten brace."""
    return tuple(_misvormd(tekst))


def _token(match: re.Match[str]) -> Token:
    if match["gemeente"] is not None:
        return Token(TokenSoort.GEMEENTE, match["gemeente"], match.start(), match.end())
    return Token(TokenSoort(match["soort"]), match["sleutel"], match.start(), match.end())


def _misvormd(tekst: str) -> Iterator[MisvormdToken]:
    for match in _ACCOLADE.finditer(tekst):
        if _TOKEN.match(tekst, match.start()):
            continue
        inhoud, gesloten = match[1], bool(match[2])
        bedoeld = _BEDOELD.match(inhoud)
        if bedoeld is None and not (gesloten and _ANDERE_SOORT.fullmatch(inhoud)):
            continue
        fragment = match[0] if gesloten else match[0][:40].rstrip()
        yield MisvormdToken(
            fragment, match.start(), match.end(), _reden(inhoud, gesloten, bedoeld is not None)
        )


def _reden(inhoud: str, gesloten: bool, bekende_soort: bool) -> str:
    if not gesloten:
        return "Er mist een accolade } aan het eind."
    if not bekende_soort:
        soort = re.split(r"[.:]", inhoud, maxsplit=1)[0].strip()
        return f"“{soort}” bestaat niet. Kies gemeente, gegeven, tarief of tarieven."
    if inhoud.strip().lower().startswith("gemeente"):
        return "Schrijf {gemeente.naam}, {gemeente.telefoon}, {gemeente.telefoon_buitenland} of {gemeente.website}."
    return "Schrijf {gegeven:sleutel}, {tarief:sleutel} of {tarieven:groep}, zonder spaties en met kleine letters."
