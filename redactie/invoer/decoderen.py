"""Bytes → text: UTF-8 with or without a byte-order mark, `\\n` as line end, no control characters."""

from __future__ import annotations

import re

from redactie.invoer.bestanden import RuwBestand
from redactie.invoer.fouten import Fouten, Plek

# C0 and C1 controls but tab and newline; directional overrides, which make a text read other than it is.
VERBODEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


def decodeer(bestand: RuwBestand, fouten: Fouten) -> str | None:
    """The text, or None after reporting on which line it goes wrong."""
    try:
        tekst = bestand.inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        regel = bestand.inhoud[: fout.start].count(b"\n") + 1
        fouten.fout(Plek(bestand.pad, regel), "Dit bestand is niet in UTF-8 opgeslagen.")
        return None
    tekst = tekst.replace("\r\n", "\n").replace("\r", "\n")
    verboden = VERBODEN.search(tekst)
    if verboden:
        regel = tekst.count("\n", 0, verboden.start()) + 1
        fouten.fout(
            Plek(bestand.pad, regel), f"Hier staat een verboden stuurteken (U+{ord(verboden.group()):04X})."
        )
        return None
    return tekst
