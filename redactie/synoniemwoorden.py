"""What the words of a synonym must be, whoever types or imports them. Pure.

Only nonsense is refused here. Whether a synonym is wise is for who knows the products: see `antwoord_botsingen`.
"""

from __future__ import annotations

from collections.abc import Sequence

LANGSTE = 80


def bezwaar(woorden: Sequence[str]) -> str:
    """Why these words are no synonym, in Dutch; empty when they are."""
    if len({woord.casefold().strip() for woord in woorden}) < 2:
        return "Geef twee of meer verschillende woorden."
    for woord in woorden:
        if not any(teken.isalnum() for teken in woord):
            return f"“{woord}” is geen woord."
        if "," in woord or ";" in woord:
            return f"Zet geen komma of puntkomma in een woord: “{woord}”."
        if len(woord) > LANGSTE:
            return f"“{woord[:20]}…” is te lang: een woord of woordgroep heeft hoogstens {LANGSTE} tekens."
    return ""
