"""Take out of a text what may point at one person, before it is searched or anything is kept of it. Pure.

Numbers are judged by their look alone: what may be one is masked, right or wrong, because a number says nothing about
which product is meant. What a mask stands for is readable (`[bsn]`), so that an editor sees what people type. Names
cannot be recognised; that is why a question is only kept when several people asked it.

The desk does the same in the browser, before a question is sent: `maskeerscript.py` writes these rules as JavaScript.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection
from functools import partial

MASKER = re.compile(r"\[[a-z-]+\]")
"""What stands in the place of something that was taken out."""

WOORDEN = {
    "bsn": "een burgerservicenummer",
    "iban": "een rekeningnummer",
    "telefoon": "een telefoonnummer",
    "postcode": "een postcode",
    "adres": "een adres",
    "datum": "een datum",
    "e-mail": "een e-mailadres",
    "webadres": "een webadres",
    "kenteken": "een kenteken",
    "zaaknummer": "een zaaknummer",
    "nummer": "een nummer",
}
"""What each mask stands for, in words."""

# Stand-ins for what may stay while the other rules look: private characters, no rule knows them and nobody types them.
_WEGGELEGD = 0xE000
_EIGEN_TEKENS = re.compile("[\ue000-\uf8ff]")

Vervanging = str | Callable[[re.Match[str]], str]

_TEKEN = r"[\s.\-/]"
_MAAND = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?"
    r"|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_STRAAT = (
    r"(?:straat|straatje|laan|weg|plein|kade|dijk|gracht|singel|hof|pad|steeg|dreef|plantsoen|haven|ring|wal|erf"
    r"|burg|oord|veld|markt|baan|park|akker|donk|kamp)"
)
_SERIES = (
    "XX-99-99 99-99-XX 99-XX-99 XX-99-XX XX-XX-99 99-XX-XX 99-XXX-9 9-XXX-99 XX-999-X X-999-XX XXX-99-X 9-XX-999 "
    "999-XX-9 X-99-XXX"
)
# In a question these stand after a year ("verkiezingen 2026 in dordrecht"), where a postcode has its letters.
GEEN_LETTERS = re.compile(
    "al|da|de|di|do|en|er|ga|ha|he|ik|in|is|ja|je|ma|me|na|nu|of|om|op|te|tm|tv|uw|vr|wo|za|ze|zo"
)


def _kenteken(serie: str, streepje: str) -> str:
    delen = [f"[A-Z]{{{len(deel)}}}" if "X" in deel else f"[0-9]{{{len(deel)}}}" for deel in serie.split("-")]
    patroon = streepje.join(delen)
    if streepje != r"\s" or any("X" in deel and deel != "XX" for deel in serie.split("-")):
        return patroon
    # With nothing but words of two letters it is a sentence: "het is nu 52 euro".
    return rf"(?!{patroon.replace('[A-Z]{2}', f'(?:{GEEN_LETTERS.pattern})')}\b){patroon}"


_KENTEKENS = "|".join(
    _kenteken(serie, streepje) for serie in _SERIES.split(" ") for streepje in ("-", r"\s", "")
)
ONZICHTBAAR = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


def _postcode(gevonden: re.Match[str]) -> str:
    cijfers, letters, nummer = gevonden.groups()
    if not nummer and GEEN_LETTERS.fullmatch(letters.lower()) and 1900 <= int(cijfers) <= 2099:
        return gevonden[0]
    return "[postcode]"


def _lang_getal(gevonden: re.Match[str]) -> str:
    cijfers = re.sub(r"\D", "", gevonden[0])
    if cijfers.startswith("14") and len(cijfers) in (5, 6) and cijfers[2] == "0":
        return gevonden[0]  # 14 078: the number of a municipality
    if len(cijfers) in (8, 9) and elfproef(cijfers):
        return "[bsn]"
    return "[nummer]"


def elfproef(cijfers: str) -> bool:
    """Whether eight or nine digits can be a BSN."""
    getallen = [int(cijfer) for cijfer in cijfers.zfill(9)]
    som = sum(getal * (9 - plek) for plek, getal in enumerate(getallen[:8])) - getallen[8]
    return som % 11 == 0 and any(getallen)


def _regel(patroon: str, vervanging: Vervanging) -> tuple[re.Pattern[str], Vervanging]:
    return re.compile(patroon, re.IGNORECASE), vervanging


REGELS: tuple[tuple[re.Pattern[str], Vervanging], ...] = (
    _regel(r"(?:https?://|www\.)\S+", "[webadres]"),
    _regel(r"[^\s@]+\s?@\s?[^\s@]+", "[e-mail]"),
    _regel(r"\b[A-Z]{2}\s?\d{2}(?:\s?[A-Z]{4})(?:[\s.]?\d){7,18}\b", "[iban]"),
    _regel(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?\b", "[iban]"),
    _regel(rf"\b\d{{1,2}}{_TEKEN}+{_MAAND}{_TEKEN}*'?\d{{2,4}}\b", "[datum]"),
    _regel(r"\b\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:\d{4}|\d{2})\b(?![\s.\-/]?\d)", "[datum]"),
    _regel(r"\b(?:19|20)\d{2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}\b", "[datum]"),
    _regel(r"(?<![\w\d])(?:\+|00)\s?\d{1,3}(?:[\s.\-()]*\d){7,12}\b", "[telefoon]"),
    _regel(r"(?<![\w\d])\(?0\d{1,3}\)?(?:[\s.\-/]*\d){6,8}\b(?!\d)", "[telefoon]"),
    # A case number: letters, or a year, with digits behind it (Z-2026-001234, 2026/123456, ZK26.0042).
    _regel(r"\b[A-Z]{1,6}[\s.\-/]?(?:19|20)\d{2}[\s.\-/]\d{2,}\w*", "[zaaknummer]"),
    _regel(r"\b(?:19|20)\d{2}[.\-/]\d{3,}\w*", "[zaaknummer]"),
    _regel(r"\b[A-Z]{1,6}[.\-/]?\d{2,4}[.\-/]\d{3,}\w*", "[zaaknummer]"),
    _regel(
        r"\b(?:zaak|dossier|kenmerk|aanslag|klant|meldings?|polis)\s?-?(?:nummer|nr)?\.?:?\s*(?=\S*\d)\S+",
        "[zaaknummer]",
    ),
    _regel(r"\b([1-9]\d{3})[\s-]?([A-Z]{2})(?![A-Z])(\s*-?\s*\d{1,5}(?:-?[A-Z]{1,3})?\b)?", _postcode),
    _regel(rf"\b(?:{_KENTEKENS})\b", "[kenteken]"),
    _regel(rf"\b(?!milieu)[^\W\d_]{{2,}}{_STRAAT}\s+\d{{1,5}}(?:\s?-?[a-z]{{1,2}})?\b", "[adres]"),
    _regel(r"(?<![\w\d])\d(?:[\s.\-/]?\d){4,}(?!\d)", _lang_getal),
    # A word with many digits in it: a document number, whatever its form.
    _regel(r"\b(?=\w*[A-Z])(?=(?:\w*\d){4})\w{6,}\b", "[nummer]"),
)


def maskeer(tekst: str, *, laat_staan: Collection[str] = ()) -> str:
    """The text with masks; white space in it becomes single spaces. What was masked stays masked.

    `laat_staan`: kinds of `WOORDEN` that may stand, where they are what the text is about.
    """
    bewaard: list[str] = []

    def leg_weg(gevonden: re.Match[str], vervanging: Vervanging) -> str:
        masker = vervanging if isinstance(vervanging, str) else vervanging(gevonden)
        if masker.strip("[]") not in laat_staan:
            return masker
        bewaard.append(gevonden[0])
        return chr(_WEGGELEGD + len(bewaard) - 1)

    schoon = ONZICHTBAAR.sub("", unicodedata.normalize("NFKC", tekst))
    schoon = _EIGEN_TEKENS.sub("", schoon)
    # Digits of other scripts are digits too.
    schoon = "".join(str(unicodedata.digit(teken, teken)) if teken.isdigit() else teken for teken in schoon)
    schoon = re.sub(r"[‐‑‒–—−]", "-", " ".join(schoon.split()))
    for patroon, vervanging in REGELS:
        schoon = patroon.sub(partial(leg_weg, vervanging=vervanging), schoon)
    # The last first: a later one may have an earlier one in it.
    for plek in reversed(range(len(bewaard))):
        schoon = schoon.replace(chr(_WEGGELEGD + plek), bewaard[plek])
    return schoon


def zonder(tekst: str, *, laat_staan: Collection[str] = ()) -> tuple[str, tuple[str, ...]]:
    """The text without what points at a person, and in words what that was. Nothing found: the text as it was."""
    gemaskeerd = maskeer(tekst, laat_staan=laat_staan)
    soorten = tuple(dict.fromkeys(MASKER.findall(gemaskeerd)))
    if not soorten:
        return tekst, ()
    woorden = (WOORDEN.get(soort.strip("[]"), "een gegeven") for soort in soorten)
    return " ".join(MASKER.sub(" ", gemaskeerd).split()), tuple(woorden)


def is_gemaskeerd(tekst: str) -> bool:
    """Whether a mask stands in it."""
    return MASKER.search(tekst) is not None
