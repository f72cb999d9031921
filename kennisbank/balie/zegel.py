"""The seal on a reference: whether Antwoord made it, and nobody changed it since.

A reference can be edited like any address: another moment shows other notices, a field more looks as if it was left
out. That is for whoever reads it in the contact register to know; the texts themselves were all published.
"""

from __future__ import annotations

from urllib.parse import urlencode

from django.core.signing import Signer
from django.utils.crypto import constant_time_compare

from kennisbank.balie.kenmerk import Kenmerk

ZEGEL = "zegel"
LENGTE = 12
"""Of base64: 72 bits, enough against guessing and short enough for a register."""
_SALT = "antwoord.kenmerk"


def achter_adres(kenmerk: Kenmerk) -> str:
    """What stands behind the address of a reference: `?kosten=dordrecht.sliedrecht&zegel=…`."""
    return f"?{urlencode({**kenmerk.weggelaten, ZEGEL: _zegels(kenmerk)[0]})}"


def is_echt(kenmerk: Kenmerk, zegel: str) -> bool:
    """Also of a former secret key (SECRET_KEY_FALLBACKS): a reference outlives one."""
    return any(constant_time_compare(goed, zegel) for goed in _zegels(kenmerk))


def _zegels(kenmerk: Kenmerk) -> list[str]:
    """By the key of today first."""
    maker = Signer(salt=_SALT)
    versies = f"{kenmerk.versie}.{kenmerk.gemeenteversie}"
    wat = "/".join((kenmerk.bereik, kenmerk.sleutel, versies, kenmerk.moment, urlencode(kenmerk.weggelaten)))
    return [maker.signature(wat, key)[:LENGTE] for key in (maker.key, *maker.fallback_keys)]
