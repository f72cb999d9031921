"""Fout: one thing that is wrong with a text, in words that an editor can act on.

Shared by everything that judges texts; who shows it, and whether it blocks, is decided elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from redactie.veld import Veld

MAX_FRAGMENT = 60


@dataclass(frozen=True, slots=True)
class Fout:
    """`melding` is a Dutch sentence; `fragment` the spot in the text; `veld` None: not about one text field."""

    veld: Veld | None
    melding: str
    fragment: str = ""

    def __str__(self) -> str:
        plek = f"{self.veld.kolom_label}: " if self.veld is not None else ""
        return f"{plek}{self.melding}"


def fragment_bij(tekst: str, begin: int, einde: int | None = None) -> str:
    """What to quote of `tekst`: from `begin` to `einde`, on one line and not too long."""
    stuk = " ".join(tekst[begin : einde if einde is not None else begin + MAX_FRAGMENT].split())
    return stuk if len(stuk) <= MAX_FRAGMENT else stuk[: MAX_FRAGMENT - 1].rstrip() + "…"
