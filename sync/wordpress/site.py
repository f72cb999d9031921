"""One WordPress to talk to: where its REST API is, who we are there, and its pages.

Without Django. Asks what it is told to ask and reads the answer; what should be written is for `pagina.py`. The API is
at `/wp-json/` where the site has readable addresses, and at `?rest_route=` where it has not: what worked is kept, and
the other way is tried when no WordPress answers there any more.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from sync.afspraak.contract import ONVOLLEDIG
from sync.afspraak.lijn import Lijn, LijnFout
from sync.classificatie import NIET_BEREIKT, Doelantwoord
from sync.wordpress.aanmelding import Aanmelding
from sync.wordpress.antwoord import Geweigerd, lees
from sync.wordpress.merk import zoekwoord
from sync.wordpress.pagina import STATUSSEN, VELDEN, Onleesbaar, Pagina

PAGINAS = "/wp/v2/pages"
PER_KEER = 50
MEESTE_LIJST = 2**23
MEESTE_KEREN = 400
"""Lists of pages in one comparison: twenty thousand pages."""
MEESTE_STAND = 2**26
"""Of all lists together: a site may say more than it should."""
NIET_GELDIG = 401
VOORBIJ_HET_EINDE = "rest_post_invalid_page_number"
GEEN_WORDPRESS = frozenset({200, 404})
"""Codes with which a site answers where its API is not, with a page instead of JSON."""

Vragen = Mapping[str, object]


class Site:
    """`aanmeldingen` in the order in which they are tried; one conversation at a time, as its line."""

    def __init__(self, adres: str, lijn: Lijn) -> None:
        self.adres = adres.rstrip("/")
        self.lijn = lijn
        self.aanmeldingen: Sequence[Aanmelding] = ()
        self.leesbare_adressen = True
        """What worked last. An administrator may change it there at any moment."""
        self.gelezen = 0
        """Bytes in this conversation."""

    def begin(self, seconden: float, aanmeldingen: Sequence[Aanmelding]) -> None:
        self.lijn.begin(seconden)
        self.gelezen = 0
        self.aanmeldingen = aanmeldingen

    def bij_slug(self, slugs: Sequence[str], ouder: int) -> list[Pagina]:
        """The pages at these places. Raises Geweigerd, as all that ask."""
        vragen = {"slug": ",".join(slugs), "parent": ouder, "per_page": 100}
        return self._paginas(self._lijst(vragen))

    def met_merk(self, naam: str) -> list[Pagina]:
        """The pages that carry the mark of this document, wherever they are."""
        return self._paginas(self._lijst({"search": zoekwoord(naam), "per_page": PER_KEER}))

    def onder(self, ouder: int) -> list[Pagina]:
        return self._alle({"parent": ouder})

    def met_merken_van(self, bereik: str) -> list[Pagina]:
        """The pages that carry a mark of this bereik, wherever they are."""
        return self._alle({"search": zoekwoord(f"{bereik}/").removesuffix(";")})

    def pagina(self, nummer: int) -> Pagina:
        return self._pagina(self._vraag("GET", f"{PAGINAS}/{nummer}", {"context": "edit"}))

    def schrijf(self, nummer: int | None, velden: Mapping[str, object]) -> Pagina:
        """The page as WordPress kept it; `nummer` None makes one."""
        pad = PAGINAS if nummer is None else f"{PAGINAS}/{nummer}"
        return self._pagina(self._vraag("POST", pad, {}, json.dumps(velden).encode()))

    def _alle(self, vragen: Vragen) -> list[Pagina]:
        gevonden: list[Pagina] = []
        for keer in range(1, MEESTE_KEREN + 1):
            deel = {**vragen, "per_page": PER_KEER, "page": keer, "orderby": "id", "order": "asc"}
            try:
                lijst = self._lijst(deel)
            except Geweigerd as fout:
                if keer > 1 and fout.soort == VOORBIJ_HET_EINDE:
                    return gevonden
                raise
            if self.gelezen > MEESTE_STAND:
                raise _onbruikbaar(f"de pagina's zijn samen groter dan {MEESTE_STAND // 2**20} MB")
            gevonden += [pagina.zonder_inhoud() for pagina in self._paginas(lijst)]
            if len(lijst) < PER_KEER:
                return gevonden
        raise _onbruikbaar("er staan daar meer pagina's dan te vergelijken zijn")

    def _lijst(self, vragen: Vragen) -> list[Any]:
        gelezen = self._vraag("GET", PAGINAS, {**vragen, "context": "edit", "status": ",".join(STATUSSEN)})
        if not isinstance(gelezen, list):
            raise _onbruikbaar("het antwoord is geen lijst van pagina's")
        return gelezen

    def _paginas(self, lijst: list[Any]) -> list[Pagina]:
        return [self._pagina(lid) for lid in lijst]

    def _pagina(self, gelezen: Any) -> Pagina:
        try:
            return Pagina.uit_json(gelezen)
        except Onleesbaar as fout:
            raise _onbruikbaar(str(fout)) from fout

    def _vraag(self, methode: str, pad: str, vragen: Vragen, lichaam: bytes = b"") -> Any:
        """With the newest sign-in that WordPress takes; an older one holds until it is withdrawn there."""
        vragen = {**vragen, "_fields": VELDEN}
        while True:
            try:
                return self._waar_het_is(methode, pad, vragen, lichaam)
            except Geweigerd as fout:
                if fout.antwoord.code != NIET_GELDIG or len(self.aanmeldingen) < 2:
                    raise
                self.aanmeldingen = self.aanmeldingen[1:]

    def _waar_het_is(self, methode: str, pad: str, vragen: Vragen, lichaam: bytes) -> Any:
        leesbaar = self.leesbare_adressen
        try:
            return self._een_vraag(methode, self._adres(pad, vragen, leesbaar=leesbaar), lichaam)
        except _Elders:
            gelezen = self._een_vraag(methode, self._adres(pad, vragen, leesbaar=not leesbaar), lichaam)
        self.leesbare_adressen = not leesbaar
        return gelezen

    def _een_vraag(self, methode: str, adres: str, lichaam: bytes) -> Any:
        koppen = {"user-agent": "Antwoord", "accept": "application/json"}
        koppen["authorization"] = self.aanmeldingen[0].kop
        if lichaam:
            koppen["content-type"] = "application/json"
        try:
            antwoord = self.lijn.vraag(methode, adres, koppen, lichaam, MEESTE_LIJST)
        except LijnFout as fout:
            raise Geweigerd(Doelantwoord(NIET_BEREIKT, melding=str(fout))) from fout
        self.gelezen += len(antwoord.lichaam)
        try:
            return lees(antwoord.code, antwoord.koppen, antwoord.lichaam, schrijven=methode == "POST")
        except Geweigerd as fout:
            if antwoord.code in GEEN_WORDPRESS and not fout.soort:
                raise _Elders(fout.antwoord) from fout
            raise

    def _adres(self, pad: str, vragen: Vragen, *, leesbaar: bool) -> str:
        if leesbaar:
            return f"{self.adres}/wp-json{pad}?{urlencode(vragen)}"
        return f"{self.adres}/index.php?{urlencode({'rest_route': pad, **vragen})}"


class _Elders(Geweigerd):
    """No WordPress answers at this address: its API may be at the other one."""


def _onbruikbaar(melding: str) -> Geweigerd:
    return Geweigerd(Doelantwoord(ONVOLLEDIG, melding=melding))
