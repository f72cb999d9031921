"""The secret of a link: in the address it is signed, in the database stands only its hash.

Whoever copies the database cannot make a link, and a made-up address is refused before the database is asked.
"""

from __future__ import annotations

import hashlib
import secrets

from django.core import signing

ZOUT = "antwoord.feitencheck"


def nieuw_geheim() -> str:
    """192 random bits."""
    return secrets.token_urlsafe(24)


def in_adres(geheim: str) -> str:
    """What stands in the address: the secret with its signature."""
    return signing.Signer(salt=ZOUT).sign(geheim)


def kenmerk_van(geheim: str) -> str:
    """What the database keeps of it: SHA-256, hexadecimal. No salt: nobody guesses 192 bits."""
    return hashlib.sha256(geheim.encode()).hexdigest()


def kenmerk_uit(code: str) -> str | None:
    """The mark of the link in this address; None when we did not sign it."""
    try:
        return kenmerk_van(signing.Signer(salt=ZOUT).unsign(code))
    except signing.BadSignature:
        return None
