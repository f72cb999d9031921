"""A fingerprint of the analysis: another fingerprint means that the index must be built anew.

Two processes with another fingerprint read a text differently, so a query would no longer fit the index. It covers
the word lists, the code of the analysis, what goes into which field, and the version of the stemmer.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

import Stemmer

from search.analyse.bronnen import ALLE, MAP

CODE = (
    "bronnen.py",
    "vouwen.py",
    "stopwoorden.py",
    "stam.py",
    "werkwoord.py",
    "samenstelling.py",
    "keten.py",
    "../document.py",
    "../velden.py",
)
"""What decides which words a document has: reading them, and which text goes into which field."""


@cache
def vingerafdruk() -> str:
    """Twelve hexadecimal digits."""
    som = sha256(Stemmer.version().encode())
    hier = Path(__file__).resolve().parent
    for pad in (*(hier / naam for naam in CODE), *(MAP / naam for naam in ALLE)):
        som.update(pad.name.encode())
        som.update(pad.read_bytes())
    return som.hexdigest()[:12]
