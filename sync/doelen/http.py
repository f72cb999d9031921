"""A supplier's website as a target: signed deliveries of the full public state, and its manifest to compare with."""

from __future__ import annotations

import secrets
import time
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import lru_cache

from standardwebhooks import Webhook

from redactie.klok import nu_van_de_database
from sync.adreswacht import Adresregel
from sync.afspraak.bericht import Aanwezig, Bericht, StandFout
from sync.afspraak.contract import (
    MEESTE_BYTES,
    MEESTE_DOCUMENTEN,
    digests,
    leden,
    pakket,
    uitslagen,
)
from sync.afspraak.lijn import Antwoord, Lijn, LijnFout
from sync.afspraak.manifest import verschillende
from sync.classificatie import NIET_BEREIKT, Doelantwoord
from sync.doelregel import doelregel
from sync.geheimen import geheimen_van
from sync.models import Doel

SPREEKTIJD = 30.0
"""Seconds for one conversation, however many requests: well within a lease."""
NAZIENTIJD = 120.0
MEESTE_UITSLAG = 2**18
MEESTE_MANIFEST = 2**22
MEESTE_STAND = 2**26
"""Of all buckets together: what a target says is kept in memory while it is compared."""
SAMEN_GEWEIGERD = frozenset({400, 413, 422})
"""Refusals that may be of one document among several."""


class HttpAdapter:
    grootste_blok = MEESTE_DOCUMENTEN
    buitenshuis = True

    def __init__(self, doel: Doel) -> None:
        self.adres = doel.adres.rstrip("/")
        self.ondertekenaars = [Webhook(geheim) for geheim in geheimen_van(doel)]
        self.lijn = lijn_van(doel.pk, doel.adres, doelregel())
        # Signed with the moment that the database gives: a process whose own clock is off would be refused. Read here,
        # because who talks does not ask the database for anything.
        self.begin, self.tik = nu_van_de_database(), time.monotonic()

    def lever(self, berichten: Sequence[Bericht]) -> list[Doelantwoord]:
        self.lijn.begin(SPREEKTIJD)
        return self._lever(berichten)

    def stand(self, verwacht: Mapping[str, str]) -> tuple[frozenset[str], dict[str, Aanwezig]]:
        self.lijn.begin(NAZIENTIJD)
        hunne = digests(self._lees("/manifest"))
        anders = verschillende(verwacht, hunne)
        aanwezig: dict[str, Aanwezig] = {}
        gelezen = 0
        for emmer in sorted(anders & hunne.keys()):  # the others are empty
            lichaam = self._lees(f"/manifest/{emmer}")
            gelezen += len(lichaam)
            if gelezen > MEESTE_STAND:
                raise StandFout(f"het manifest is in al zijn emmers groter dan {MEESTE_STAND // 2**20} MB")
            aanwezig |= leden(emmer, lichaam)
        return anders, aanwezig

    def _lever(self, berichten: Sequence[Bericht]) -> list[Doelantwoord]:
        lichaam = pakket(berichten)
        if len(lichaam) > MEESTE_BYTES and len(berichten) > 1:
            return self._in_tweeen(berichten)
        try:
            antwoord = self._vraag("PUT", "/publicaties", lichaam, MEESTE_UITSLAG)
        except LijnFout as fout:
            return [Doelantwoord(NIET_BEREIKT, melding=str(fout))] * len(berichten)
        if antwoord.code in SAMEN_GEWEIGERD and len(berichten) > 1 and not self.lijn.voorbij:
            return self._in_tweeen(berichten)
        return uitslagen(berichten, antwoord.code, antwoord.koppen, antwoord.lichaam)

    def _in_tweeen(self, berichten: Sequence[Bericht]) -> list[Doelantwoord]:
        """One document that is refused does not take the others with it."""
        helft = len(berichten) // 2
        return [*self._lever(berichten[:helft]), *self._lever(berichten[helft:])]

    def _lees(self, pad: str) -> bytes:
        try:
            antwoord = self._vraag("GET", pad, b"", MEESTE_MANIFEST)
        except LijnFout as fout:
            raise StandFout(str(fout)) from fout
        if antwoord.code != 200:
            raise StandFout(f"{pad} geeft {antwoord.code}")
        return antwoord.lichaam

    def _vraag(self, methode: str, pad: str, lichaam: bytes, meest: int) -> Antwoord:
        koppen = {"user-agent": "Antwoord", "accept": "application/json", **self._handtekening(lichaam)}
        if lichaam:
            koppen["content-type"] = "application/json"
        return self.lijn.vraag(methode, self.adres + pad, koppen, lichaam, meest)

    def _handtekening(self, lichaam: bytes) -> dict[str, str]:
        """Standard Webhooks 1.0; with every secret in use, so that the receiver may change at its own moment."""
        nu = self.begin + timedelta(seconds=time.monotonic() - self.tik)
        nummer = f"msg_{secrets.token_hex(16)}"
        tekst = lichaam.decode()
        return {
            "webhook-id": nummer,
            "webhook-timestamp": str(int(nu.timestamp())),
            "webhook-signature": " ".join(lid.sign(nummer, nu, tekst) for lid in self.ondertekenaars),
        }


@lru_cache(maxsize=2000)
def lijn_van(doel: int, adres: str, regel: Adresregel) -> Lijn:
    """The line that stays: one for each target, and a new one when its address changes."""
    return Lijn(regel)
