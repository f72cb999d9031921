"""What is wrong with a text as mark-up: raw HTML, unsafe links, high headings, what a renderer chokes on.

Judges the source text, tokens and all, and quotes the spot. `opmaak.py` renders safely whatever is left; here
editors hear it before it is published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from redactie.fout import Fout, fragment_bij
from redactie.linkadres import is_veilig, kaal_doel
from redactie.markdownregels import KOP, ONZICHTBAAR
from redactie.tokens import tokens_in

MAX_TEKST = 20_000
"""Characters in one field. The longest honest text in the sample region has some 1,500."""

MAX_OPEN_HAKEN = 25
"""Python-Markdown looks for the end of a link from every bracket: n open ones cost n² (3.11 measured)."""

_HTML = re.compile(r"<(?:[A-Za-z/!?])[^\n]{0,200}?(?:>|$|\n)", re.MULTILINE)
_AUTOLINK = re.compile(r"<(?:https://[^\s<>\"']+|(?:mailto:)?[^\s<>\"'@:/]+@[^\s<>\"'@:/]+)>")
_DIEP = re.compile(r"^ *(?:(?:> ?|(?:[-*+]|\d{1,9}[.)]) +) *){10}", re.MULTILINE)
"""Quotations and lists in one another on one line: each level costs Python-Markdown a handful of stack frames."""
_HAKENREEKS = re.compile(r"[\[(<]{6,}|[\])>]{8,}|(?:!?\[\]?\(?){6,}")
_DOEL = re.compile(r"\]\s?\(\s*(<[^>\n]*>|(?:[^()\n]|\([^()\n]*\))*)")
_PLAATJE = re.compile(r"(?<!\\)!\[")
_VERWIJZING = re.compile(r"^ {0,3}\[[^\]\n]+\]:\s", re.MULTILINE)
_ONDERSTREEPT = re.compile(r"^(?P<kop>[^\n|>#*+\-\s][^\n|]*)\n(?:=+|-+) *$", re.MULTILINE)


def te_diep(tekst: str) -> bool:
    return _DIEP.search(tekst) is not None


def te_veel_haken(tekst: str) -> bool:
    return _haken(tekst) is not None


def tekstfouten(tekst: str) -> list[Fout]:
    """The mark-up faults of a text, in Dutch, each with the spot. An empty list: it may be published."""
    return list(_tekstfouten(tekst))


@lru_cache(maxsize=8192)
def _tekstfouten(tekst: str) -> tuple[Fout, ...]:
    """Kept: what is published in hundreds of municipalities is mostly the same text."""
    return tuple(_gevonden(tekst))


def _gevonden(tekst: str) -> list[Fout]:
    if len(tekst) > MAX_TEKST:
        melding = f"De tekst is te lang: {len(tekst)} tekens. Het maximum is {MAX_TEKST}."
        return [Fout(None, melding, fragment_bij(tekst, MAX_TEKST))]
    plek = _haken(tekst)
    if plek is not None:
        fragment = fragment_bij(tekst, plek)
        return [Fout(None, f"Hier staan te veel haken zonder sluithaak: “{fragment}”.", fragment)]
    diep = _DIEP.search(tekst)
    if diep is not None:
        fragment = fragment_bij(tekst, diep.start())
        return [Fout(None, f"Hier staan te veel lijsten of citaten in elkaar: “{fragment}”.", fragment)]
    return [*_onzichtbaar(tekst), *_html(tekst), *_links(tekst), *_koppen(tekst), *_overig(tekst)]


def _haken(tekst: str) -> int | None:
    """Where a run of brackets, or too many open ones, begins."""
    reeks = _HAKENREEKS.search(tekst)
    if reeks is not None:
        return reeks.start()
    open_haken: list[int] = []
    for match in re.finditer(r"\\.|[\[\]]", tekst):
        if match[0] == "[":
            open_haken.append(match.start())
            if len(open_haken) > MAX_OPEN_HAKEN:
                return open_haken[0]
        elif match[0] == "]" and open_haken:
            open_haken.pop()
    return None


def _onzichtbaar(tekst: str) -> Iterator[Fout]:
    match = ONZICHTBAAR.search(tekst.removeprefix("\ufeff"))
    if match is not None:
        rond = fragment_bij(tekst, max(0, match.start() - 15), match.start() + 15)
        fragment = ONZICHTBAAR.sub("", rond)
        yield Fout(None, f"Bij “{fragment}” staat een onzichtbaar teken. Typ dit stukje opnieuw.", fragment)


def _html(tekst: str) -> Iterator[Fout]:
    begonnen: set[str] = set()
    for match in _HTML.finditer(tekst):
        naam = re.match(r"</?[A-Za-z0-9]*", match[0])
        assert naam is not None
        if naam[0].startswith("</") and naam[0][2:] in begonnen:
            continue  # one message for `<b>…</b>`
        begonnen.add(naam[0][1:])
        if _AUTOLINK.match(tekst, match.start()) or _is_linkdoel(tekst, match.start()):
            continue
        fragment = fragment_bij(tekst, match.start(), match.end())
        yield Fout(None, f"HTML kan hier niet: “{fragment}”. Gebruik de knoppen voor de opmaak.", fragment)


def _is_linkdoel(tekst: str, plek: int) -> bool:
    """`[tekst](<adres>)`: the address is judged as an address."""
    return re.search(r"\]\s?\(\s*$", tekst[max(0, plek - 8) : plek]) is not None


def _links(tekst: str) -> Iterator[Fout]:
    for match in _DOEL.finditer(tekst):
        fout = _linkfout(match[1])
        if fout is not None:
            fragment = fragment_bij(tekst, match.start(1), match.end(1))
            yield Fout(None, f"{fout} Nu staat er “{fragment}”.", fragment)
    for match in re.finditer(r"<(?!https://)[A-Za-z][A-Za-z0-9+.-]*://[^<>\s]*>", tekst):
        yield Fout(None, f"Een internetadres begint met https://. Nu staat er “{match[0]}”.", match[0])


def _linkfout(doel: str) -> str | None:
    """Why this is no address for a link, or None. Tokens are judged as the address they can become."""
    adres = kaal_doel(doel)
    gelezen = re.sub(r"[\x00-\x20]", "", unescape(adres)) if ":" in unescape(adres) else adres
    begint_met_token = bool(tokens_in(gelezen)) and tokens_in(gelezen)[0].begin == 0
    proef = gelezen
    for token in reversed(tokens_in(gelezen)):
        proef = f"{proef[: token.begin]}1{proef[token.einde :]}"
    if begint_met_token:
        proef = f"https://x.example/{proef}"
    elif tokens_in(gelezen) and proef.lower() == "mailto:1":
        proef = "mailto:a@b"
    if is_veilig(proef) and gelezen == adres:
        return None
    if not adres:
        return "Een link heeft een adres nodig."
    if gelezen.lower().startswith("http://"):
        return "Een internetadres begint met https://, niet met http://."
    return "Een link begint met https://, mailto: of tel:."


def _koppen(tekst: str) -> Iterator[Fout]:
    for regel in tekst.splitlines():
        kop = KOP.match(regel)
        if kop is None or kop["niveau"] in ("###", "####"):
            continue
        fragment = fragment_bij(regel, 0)
        if len(kop["niveau"]) > 4:
            melding = f"Een kop heeft hoogstens vier hekjes (####): “{fragment}”."
        else:
            melding = f"Een kop begint met drie hekjes (###): “{fragment}”."
        yield Fout(None, melding, fragment)
    for match in _ONDERSTREEPT.finditer(tekst):
        fragment = fragment_bij(match["kop"], 0)
        melding = f"Een streep onder een regel maakt er een grote kop van: “{fragment}”. Gebruik ###."
        yield Fout(None, melding, fragment)


def _overig(tekst: str) -> Iterator[Fout]:
    for match in _PLAATJE.finditer(tekst):
        fragment = fragment_bij(tekst, match.start())
        yield Fout(None, f"Een afbeelding kan hier niet: “{fragment}”.", fragment)
    for match in _VERWIJZING.finditer(tekst):
        fragment = fragment_bij(tekst, match.start(), match.end() + 40)
        yield Fout(None, f"Zet het adres direct achter de linktekst: “{fragment}”.", fragment)
