"""The rules of `redactie/maskeren.py` as JavaScript, for the desk: what is masked there is masked before it is sent.

Pure. `python -m kennisbank.maskeerscript` writes the file again; a test fails when it is not what this makes. The same
table of examples is held against both (tests/redactie/maskeervoorbeelden.json). JavaScript knows letters of other
alphabets only by their Unicode class, so `\\w`, `\\b` and the letters of a street are written out.
"""

from __future__ import annotations

import json
from pathlib import Path

from redactie.maskeren import GEEN_LETTERS, MASKER, ONZICHTBAAR, REGELS, WOORDEN

BESTAND = Path(__file__).parent / "static" / "kennisbank" / "balie" / "maskeerregels.js"
_LETTER = r"\p{L}\p{N}_"
_GRENS = rf"(?:(?<=[{_LETTER}])(?![{_LETTER}])|(?<![{_LETTER}])(?=[{_LETTER}]))"
_KOP = "// Made of redactie/maskeren.py by `python -m kennisbank.maskeerscript`. Do not change by hand.\n"


def naar_javascript(patroon: str) -> str:
    """A pattern of Python's `re` (ignoring case) for `new RegExp(…, "giu")`."""
    vervangingen = (
        (r"[^\W\d_]", r"\p{L}"),
        (r"[\w\d]", f"[{_LETTER}]"),
        (r"\w", f"[{_LETTER}]"),
        (r"\b", _GRENS),
        (r"\d", "[0-9]"),
    )
    for van, naar in vervangingen:
        patroon = patroon.replace(van, naar)
    return patroon


def javascript() -> str:
    regels = [
        [naar_javascript(patroon.pattern), vervanging if isinstance(vervanging, str) else vervanging.__name__]
        for patroon, vervanging in REGELS
    ]
    delen = {
        "MASKER": MASKER.pattern,
        "ONZICHTBAAR": ONZICHTBAAR.pattern,
        "GEEN_LETTERS": GEEN_LETTERS.pattern,
        "WOORDEN": WOORDEN,
        "REGELS": regels,
    }
    return _KOP + "".join(
        f"export const {naam} = {json.dumps(deel, ensure_ascii=True, indent=2)};\n"
        for naam, deel in delen.items()
    )


if __name__ == "__main__":
    BESTAND.write_text(javascript(), "utf-8")
