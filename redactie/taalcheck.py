"""Plain-language warnings: long sentences, officialese, passives, the wrong form of address.

Advice beside a text, never a reason to refuse it: good government texts break each of these rules now and then
(of 156 answers on rijksoverheid.nl a tenth had more than 12 words a sentence on average).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from redactie.fout import fragment_bij
from redactie.opmaak import naar_platte_tekst

MAX_WOORDEN_PER_ZIN = 20

JARGON = {
    "aangaande": "over",
    "alvorens": "voordat",
    "betreffende": "over",
    "conform": "volgens",
    "derhalve": "daarom",
    "desbetreffende": "deze of dit",
    "dient te": "moet",
    "dienen te": "moeten",
    "gaarne": "graag",
    "inzake": "over",
    "indien": "als",
    "ingevolge": "volgens",
    "jegens": "tegen",
    "krachtens": "volgens",
    "middels": "met",
    "mits": "als",
    "nadere": "meer",
    "ontheffing van": "u hoeft niet (leg uit)",
    "reeds": "al",
    "tenzij": "behalve als",
    "teneinde": "om",
    "ter zake": "hierover",
    "tevens": "ook",
    "verstrekken": "geven",
    "voornemens": "van plan",
    "zulks": "dit",
}

_JARGON = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, sorted(JARGON, key=len, reverse=True)))})\b", re.IGNORECASE
)
_JE = re.compile(r"\b(?:jij|je|jouw|jou)\b", re.IGNORECASE)
_LIJDEND = re.compile(
    r"\b(?:wordt|worden|werd|werden)\b(?P<tussen>(?:\s+[\w-]+){0,6}?)\s+(?:ge|be|ver|ont|her|af|aan|uit|toe|op)\w+(?:d|t|en)\b",
    re.IGNORECASE,
)
# A full stop ends a sentence before a capital; not within numbers (8.30 uur) and not after these.
_ZIN = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"'(À-Þ0-9])|\n+")
_AFKORTING = re.compile(
    r"\b(?:bijv|bv|nr|art|tel|ca|incl|excl|max|min|o\.a|d\.w\.z|e\.d|mr|dr|dhr|mevr)\.$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Waarschuwing:
    """`melding` is a Dutch sentence; `fragment` the spot in the words of the text."""

    melding: str
    fragment: str


def waarschuwingen(tekst: str) -> list[Waarschuwing]:
    """What could be plainer in a Markdown text, in the order of the text per kind."""
    woorden = naar_platte_tekst(tekst)
    return [*_lange_zinnen(woorden), *_jargon(woorden), *_lijdend(woorden), *_aanspreken(woorden)]


def zinnen(woorden: str) -> list[str]:
    """The sentences of a plain text; each line of a list or table is one."""
    uit: list[str] = []
    for stuk in (lid.strip() for lid in _ZIN.split(woorden)):
        if uit and _AFKORTING.search(uit[-1]):
            uit[-1] += f" {stuk}"
        elif stuk:
            uit.append(stuk)
    return uit


def _lange_zinnen(woorden: str) -> Iterator[Waarschuwing]:
    for zin in zinnen(woorden):
        aantal = len([woord for woord in zin.split() if re.search(r"\w", woord)])
        if aantal > MAX_WOORDEN_PER_ZIN:
            melding = f"Deze zin heeft {aantal} woorden. Maak er twee zinnen van."
            yield Waarschuwing(melding, fragment_bij(zin, 0))


def _jargon(woorden: str) -> Iterator[Waarschuwing]:
    for match in _JARGON.finditer(woorden):
        yield Waarschuwing(f"Schrijf liever “{JARGON[match[0].lower()]}” dan “{match[0]}”.", match[0])


def _lijdend(woorden: str) -> Iterator[Waarschuwing]:
    for match in _LIJDEND.finditer(woorden):
        yield Waarschuwing(
            "Schrijf wie het doet: “wij …” of “u …” leest makkelijker.", fragment_bij(match[0], 0)
        )


def _aanspreken(woorden: str) -> Iterator[Waarschuwing]:
    match = _JE.search(woorden)
    if match is not None:
        yield Waarschuwing("Spreek de lezer aan met u, niet met je.", match[0])
