"""A stock WordPress as a target: a page for each product, through its own REST API, without a plug-in.

WordPress refuses no older version by itself: each page is read just before it is written, by one conversation at a
time. So a version can go back only where somebody else writes in between, and the comparison finds that. Which promises
hold and which cannot stands in docs/wordpress.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from sync.adreswacht import Adresregel
from sync.afspraak.bericht import Aanwezig, Bericht, StandFout
from sync.afspraak.lijn import Lijn
from sync.afspraak.manifest import emmer_van, naam_van, samenvatting, verschillende
from sync.classificatie import ONBRUIKBAAR as PARKEERT
from sync.classificatie import Doelantwoord
from sync.doelregel import doelregel
from sync.geheimen import geheimen_van
from sync.models import Doel, Levering, LeveringToestand
from sync.wordpress.aanmelding import Aanmelding
from sync.wordpress.antwoord import (
    GEEN_TOEGANG,
    NIET_DEZE,
    ONBRUIKBAAR,
    ONVOLLEDIG,
    WEGGEWEEST,
    Geweigerd,
)
from sync.wordpress.pagina import (
    CONCEPT,
    OPENBAAR,
    Instelling,
    Pagina,
    Schrijf,
    besluit,
    bevestiging,
    kies,
    slug_van,
)
from sync.wordpress.site import Site
from sync.wordpress.weergave import tekst_van

SPREEKTIJD = 40.0
"""Seconds for one conversation, however many requests: well within a lease."""
NAZIENTIJD = 120.0
VAN_EEN_DOCUMENT = frozenset({400, 409, 413, ONBRUIKBAAR})
"""Answers after which the next document may still do."""
GEWEIGERD = 403
DUBBEL = "~"
"""Between a key and the number of a page that says the same once more."""


class WordpressAdapter:
    grootste_blok = 20
    buitenshuis = True

    def __init__(self, doel: Doel) -> None:
        self.bereik = doel.bereik
        self.instelling = Instelling.uit_json(doel.instelling)
        # The newest first: the older one is for as long as the newer is not known there.
        self.aanmeldingen = [Aanmelding.lees(geheim) for geheim in reversed(geheimen_van(doel))]
        self.site = site_van(doel.pk, doel.adres, doelregel())
        self.ouder_gezien = False
        # Read here: who talks asks the database nothing. Only who overwrites needs it.
        self.nooit_hier = _nooit_hier(doel) if self.instelling.overschrijft else frozenset()

    def lever(self, berichten: Sequence[Bericht]) -> list[Doelantwoord]:
        self.site.begin(SPREEKTIJD, self.aanmeldingen)
        antwoorden: list[Doelantwoord] = []
        try:
            op_plaats = self.site.bij_slug(
                [slug_van(lid.sleutel) for lid in berichten], self.instelling.ouder
            )
            for bericht in berichten:
                antwoorden.append(self._lever(bericht, op_plaats))
        except Geweigerd as fout:
            rest = _van_de_site(fout).antwoord
            return antwoorden + [rest] * (len(berichten) - len(antwoorden))
        return antwoorden

    def stand(self, verwacht: Mapping[str, str]) -> tuple[frozenset[str], dict[str, Aanwezig]]:
        self.site.begin(NAZIENTIJD, self.aanmeldingen)
        try:
            self._eis_ouder()
            op_plaats = self.site.onder(self.instelling.ouder)
            gevonden = self.site.met_merken_van(self.bereik)
        except Geweigerd as fout:
            raise StandFout(str(fout)) from fout
        if {lid.nummer for lid in op_plaats if self._van_ons(lid)} - {lid.nummer for lid in gevonden}:
            # Then a page that somebody moved would not be found either, and a withdrawal would leave it online.
            raise StandFout("De zoekfunctie van deze WordPress vindt onze pagina's niet terug.")
        aanwezig = self._aanwezig(op_plaats + gevonden)
        anders = verschillende(
            verwacht, samenvatting((naam, stand.versie, stand.hash) for naam, stand in aanwezig.items())
        )
        return anders, {naam: stand for naam, stand in aanwezig.items() if emmer_van(naam) in anders}

    def _lever(self, bericht: Bericht, op_plaats: Sequence[Pagina]) -> Doelantwoord:
        try:
            return self._neem(bericht, op_plaats)
        except Geweigerd as fout:
            if fout.antwoord.code in VAN_EEN_DOCUMENT:
                return fout.antwoord
            if fout.antwoord.code == GEWEIGERD and fout.soort in GEEN_TOEGANG:
                # Who may not work on pages at all was refused before, at `bij_slug`.
                return Doelantwoord(ONBRUIKBAAR, melding=NIET_DEZE)
            raise

    def _neem(self, bericht: Bericht, op_plaats: Sequence[Pagina]) -> Doelantwoord:
        if DUBBEL in bericht.sleutel:
            return self._haal_dubbel_weg(bericht)
        tekst = tekst_van(bericht.publiek) if bericht.publiek is not None else None
        nooit = naam_van(bericht.bereik, bericht.documentsoort, bericht.sleutel) in self.nooit_hier
        stap = besluit(bericht, tekst, self._huidige(bericht, op_plaats), self.instelling, nooit_hier=nooit)
        if isinstance(stap, Schrijf) and stap.nummer is not None:
            # What was read of all of them at once may have been edited since.
            gelezen = self.site.pagina(stap.nummer)
            stap = besluit(bericht, tekst, gelezen, self.instelling, nooit_hier=nooit)
        if isinstance(stap, Doelantwoord):
            return stap
        return bevestiging(bericht, tekst, self._schrijf(stap))

    def _huidige(self, bericht: Bericht, op_plaats: Sequence[Pagina]) -> Pagina | None:
        """Its page: at its place, or wherever somebody moved it; else what stands at its place without a mark."""
        naam, ouder = naam_van(bericht.bereik, bericht.documentsoort, bericht.sleutel), self.instelling.ouder
        gevonden = kies(op_plaats, naam, ouder) or kies(self.site.met_merk(naam), naam, ouder)
        vreemd = (
            pagina for pagina in op_plaats if pagina.slug == slug_van(bericht.sleutel) and pagina.merk is None
        )
        return gevonden or next(vreemd, None)

    def _schrijf(self, stap: Schrijf) -> Pagina:
        if stap.nummer is None:
            self._eis_ouder()
        return self.site.schrijf(stap.nummer, stap.velden)

    def _eis_ouder(self) -> None:
        """WordPress hangs pages below one that is in the trash without a word."""
        if self.ouder_gezien:
            return
        ouder = self.instelling.ouder
        weg = f"De bovenliggende pagina {ouder} is er niet, of staat niet online in WordPress."
        try:
            self.ouder_gezien = self.site.pagina(ouder).status == OPENBAAR
        except Geweigerd as fout:
            if fout.soort not in WEGGEWEEST:
                raise _van_de_site(fout) from fout
        if not self.ouder_gezien:
            raise Geweigerd(Doelantwoord(ONVOLLEDIG, melding=weg))

    def _haal_dubbel_weg(self, bericht: Bericht) -> Doelantwoord:
        """A copy of a page of ours, found by the comparison: off the site, if it still is one."""
        sleutel, _, nummer = bericht.sleutel.partition(DUBBEL)
        naam = naam_van(bericht.bereik, bericht.documentsoort, sleutel)
        leden = {pagina.nummer: pagina for pagina in self.site.met_merk(naam)}
        gekozen, kopie = kies(leden.values(), naam, self.instelling.ouder), leden.get(int(nummer))
        if kopie is not None and kopie is not gekozen and not kopie.gewijzigd:
            self.site.schrijf(kopie.nummer, {"status": CONCEPT})
        return Doelantwoord(200, bericht.versie, bericht.hash)

    def _van_ons(self, pagina: Pagina) -> bool:
        return pagina.merk is not None and pagina.merk.naam.startswith(f"{self.bereik}/")

    def _aanwezig(self, paginas: Sequence[Pagina]) -> dict[str, Aanwezig]:
        """Document → its page. What says the same a second time is told as a document of its own, that should go."""
        per_naam: defaultdict[str, dict[int, Pagina]] = defaultdict(dict)
        for pagina in paginas:
            if pagina.merk is not None and self._van_ons(pagina):
                per_naam[pagina.merk.naam][pagina.nummer] = pagina
        aanwezig: dict[str, Aanwezig] = {}
        for naam, leden in per_naam.items():
            gekozen = kies(leden.values(), naam, self.instelling.ouder)
            for pagina in leden.values():
                if pagina is gekozen:
                    aanwezig[naam] = pagina.aanwezig
                elif pagina.status == OPENBAAR and not pagina.gewijzigd:
                    aanwezig[f"{naam}{DUBBEL}{pagina.nummer}"] = pagina.aanwezig
        return aanwezig


def _nooit_hier(doel: Doel) -> frozenset[str]:
    """What is to be withdrawn and never was acknowledged here."""
    rijen = Levering.objects.filter(doel=doel, toestand=LeveringToestand.WACHT, intrekking=True, bevestigd=0)
    velden = ("publicatie__bereik", "publicatie__documentsoort", "publicatie__sleutel")
    return frozenset(naam_van(*rij) for rij in rijen.values_list(*velden))


def _van_de_site(fout: Geweigerd) -> Geweigerd:
    """Said of what all documents share: none of them is refused by it."""
    antwoord = fout.antwoord
    if antwoord.code in PARKEERT | VAN_EEN_DOCUMENT:
        antwoord = replace(antwoord, code=ONVOLLEDIG)
    return Geweigerd(antwoord)


@lru_cache(maxsize=2000)
def site_van(doel: int, adres: str, regel: Adresregel) -> Site:
    """The site and its line stay: one for each target, and a new one when its address changes."""
    return Site(adres, Lijn(regel))
