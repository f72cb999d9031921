"""The word differences of a text for a mail: what stays is cut short, what changed stands there whole. Pure.

The same signs as on the screen (`redactie/woordverschil.py`), in plain text and in HTML.
"""

from __future__ import annotations

from html import escape

from redactie.woordverschil import Soort, Stuk, woordverschil

ERVOOR, ERNA = 8, 8
"""Words of what stayed that are kept beside a change."""
LANGST = 4000
"""Characters; what is longer is read on the screen."""


def verschil(was: str, wordt: str) -> tuple[Stuk, ...]:
    stukken = woordverschil(was, wordt)
    laatste = len(stukken) - 1
    return tuple(
        Stuk(stuk.soort, _kort(stuk.tekst, nummer == 0, nummer == laatste))
        if stuk.soort is Soort.GELIJK
        else stuk
        for nummer, stuk in enumerate(stukken)
    )


def is_te_lang(stukken: tuple[Stuk, ...]) -> bool:
    return sum(len(stuk.tekst) for stuk in stukken) > LANGST


def als_tekst(stukken: tuple[Stuk, ...]) -> str:
    return "".join(_tekens(stuk.soort, stuk.tekst) for stuk in stukken).strip()


def als_html(stukken: tuple[Stuk, ...]) -> str:
    """Safe HTML."""
    return "".join(_element(stuk) for stuk in stukken)


def _kort(tekst: str, eerste: bool, laatste: bool) -> str:
    woorden = tekst.split(" ")
    voor, na = 0 if eerste else ERVOOR, 0 if laatste else ERNA
    if len(woorden) <= voor + na + 4:
        return tekst
    begin, einde = " ".join(woorden[:voor]), " ".join(woorden[len(woorden) - na :]) if na else ""
    return f"{begin} … {einde}".lstrip(" " if eerste else "")


def _tekens(soort: Soort, tekst: str) -> str:
    return {Soort.WEG: f"[−{tekst}−]", Soort.NIEUW: f"[+{tekst}+]", Soort.GELIJK: tekst}[soort]


def _element(stuk: Stuk) -> str:
    tekst = escape(_tekens(stuk.soort, stuk.tekst))
    return {Soort.WEG: f"<del>{tekst}</del>", Soort.NIEUW: f"<ins>{tekst}</ins>", Soort.GELIJK: tekst}[
        stuk.soort
    ]
