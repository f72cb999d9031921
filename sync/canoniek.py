"""Canonical JSON, its hash, and the order of versions.

A hash is SHA-256 over canonical JSON: UTF-8, NFC, sorted keys, separators `,` and `:`, no floats, without version and
times. A version is epoch × 2³² + counter, per publication, always below 2⁵³ (receivers in JavaScript and PHP).
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from typing import Any

EPOCH = 2**32
GRENS = 2**53
_GEWOON = frozenset({str, int, bool, type(None)})


def canoniek(inhoud: Any) -> str:
    """Canonical JSON text. Raises ValueError on floats, NaN and what JSON cannot hold."""
    _keur(inhoud)
    tekst = _als_json(inhoud)
    # Of a text that is in NFC every part is; almost all of ours are.
    return tekst if unicodedata.is_normalized("NFC", tekst) else _als_json(_genormaliseerd(inhoud))


def hash_van(tekst: str) -> str:
    return hashlib.sha256(tekst.encode("utf-8")).hexdigest()


def volgende_versie(vorige: int, epoch: int) -> int:
    """The version after `vorige` in this epoch; raises OverflowError at 2⁵³."""
    versie = max(vorige, epoch * EPOCH) + 1
    if versie >= GRENS:
        raise OverflowError(f"version {versie} does not fit in 53 bits")
    return versie


def _als_json(inhoud: Any) -> str:
    return json.dumps(inhoud, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _keur(waarde: Any) -> None:
    if isinstance(waarde, dict):
        _keur(list(waarde))
        _keur(list(waarde.values()))
    elif isinstance(waarde, list | tuple):
        for lid in waarde:
            # Of exactly these types is nearly everything: a call less for each.
            if type(lid) not in _GEWOON:
                _keur(lid)
    elif not (waarde is None or isinstance(waarde, str | int)):
        raise ValueError(f"{type(waarde).__name__} has no canonical form")


def _genormaliseerd(waarde: Any) -> Any:
    if isinstance(waarde, str):
        return unicodedata.normalize("NFC", waarde)
    if isinstance(waarde, dict):
        return {_genormaliseerd(sleutel): _genormaliseerd(lid) for sleutel, lid in waarde.items()}
    return [_genormaliseerd(lid) for lid in waarde] if isinstance(waarde, list | tuple) else waarde
