"""The addresses on other sites that a text links to. Pure; whether they work is asked by `sync/links/`.

An address with a token in it differs per municipality and is left out: the fact behind a token that is itself an
address is a place of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactie.linkadres import kaal_doel

LANGSTE = 2000
_DOEL = re.compile(r"\]\s?\(\s*(<[^>\n]*>|(?:[^()\n]|\([^()\n]*\))*)\)")
_AUTOLINK = re.compile(r"<(https://[^<>\s]+)>")


def links_in(tekst: str) -> list[str]:
    """The https addresses of a Markdown text, each once, in their order."""
    if "https://" not in tekst.lower():
        return []
    return list(dict.fromkeys(_gevonden(tekst)))


def webadres(adres: str) -> str:
    """The address as it is asked, without what a browser keeps to itself (`#kop`); empty for what is none."""
    kaal = adres.strip().partition("#")[0]
    goed = (
        kaal.lower().startswith("https://") and len(kaal) > len("https://") and not re.search(r"[\s{}]", kaal)
    )
    return kaal if goed and len(kaal) <= LANGSTE else ""


def _gevonden(tekst: str) -> Iterator[str]:
    for vorm in (_DOEL, _AUTOLINK):
        for match in vorm.finditer(tekst):
            if adres := webadres(kaal_doel(match[1])):
                yield adres
