"""How we sign in at a WordPress: a user and an application password, kept together as one secret.

Pure. WordPress makes application passwords itself: 24 letters and digits, shown in groups of four. The password that a
person signs in with is no such thing, and is refused here before it is ever sent.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass

WACHTWOORD = re.compile(r"[A-Za-z0-9]{24}")


class AanmeldingFout(ValueError):
    """This cannot be signed in with; a Dutch sentence, without what was typed."""


@dataclass(frozen=True, slots=True)
class Aanmelding:
    gebruiker: str
    wachtwoord: str

    @classmethod
    def maak(cls, gebruiker: str, wachtwoord: str) -> Aanmelding:
        """Raises AanmeldingFout."""
        gebruiker, wachtwoord = gebruiker.strip(), "".join(wachtwoord.split())
        if not gebruiker or ":" in gebruiker:
            raise AanmeldingFout("Vul de gebruikersnaam van het account in WordPress in.")
        if not WACHTWOORD.fullmatch(wachtwoord):
            raise AanmeldingFout(
                "Dit is geen toepassingswachtwoord: dat heeft 24 letters en cijfers, in groepjes van vier."
            )
        return cls(gebruiker, wachtwoord)

    @classmethod
    def lees(cls, geheim: str) -> Aanmelding:
        """From how it is kept. Raises AanmeldingFout."""
        gebruiker, _, wachtwoord = geheim.partition(":")
        return cls.maak(gebruiker, wachtwoord)

    @property
    def geheim(self) -> str:
        """How it is kept."""
        return f"{self.gebruiker}:{self.wachtwoord}"

    @property
    def kop(self) -> str:
        """The header that goes with every request (RFC 7617)."""
        return "Basic " + base64.b64encode(self.geheim.encode()).decode()
