"""May this site be asked now? One question per site at a time, at its own pace, by its own rules.

The row of the site is the lease: whoever moves `niet_voor` on may ask, so that several processes together still keep
the pace. Rules are kept for a day.
"""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import httpx
from django.db.models import Q

from sync.links.robots import Robots, lees_robots
from sync.links.vragen import Antwoord, Toegang, Vrager, site_van
from sync.models import Buitensite

PAUZE = timedelta(seconds=10)
"""Between two questions to one site."""
REGELS_GELDEN = timedelta(days=1)
NAAM = "antwoord-linkcontrole"
"""By this name a site can address us in its robots.txt."""


class Wachtrij:
    """For one attempt on one address: a site that was let in stays so for the whole attempt."""

    def __init__(self, vrager: Vrager, nu: datetime) -> None:
        self.vrager = vrager
        self.nu = nu
        self.binnen: dict[str, Robots | None] = {}
        """Per site its rules; None: it does not give them now."""

    def toegang(self, adres: str) -> Toegang:
        """Raises what the transport raises when the site does not answer at all."""
        naam = site_van(adres)
        if naam not in self.binnen:
            site = self._neem(naam)
            if site is None:
                return Toegang.STRAKS
            self.binnen[naam] = self._regels(site, adres)
        regels = self.binnen[naam]
        if regels is None:
            return Toegang.STRAKS
        delen = urlsplit(adres)
        pad = (delen.path or "/") + (f"?{delen.query}" if delen.query else "")
        return Toegang.MAG if regels.mag(pad) else Toegang.VERBODEN

    def wacht(self, adres: str, wacht: timedelta) -> None:
        """The site asked for rest."""
        Buitensite.objects.filter(naam=site_van(adres)).update(niet_voor=self.nu + wacht)

    def _neem(self, naam: str) -> Buitensite | None:
        site, _ = Buitensite.objects.get_or_create(naam=naam)
        pauze = PAUZE
        if (vertraging := lees_robots(site.robots, NAAM).vertraging) is not None:
            pauze = max(pauze, timedelta(seconds=vertraging))
        vrij = Buitensite.objects.filter(Q(niet_voor=None) | Q(niet_voor__lte=self.nu), pk=site.pk)
        return site if vrij.update(niet_voor=self.nu + pauze) else None

    def _regels(self, site: Buitensite, adres: str) -> Robots | None:
        # A little earlier or later, so that sites first met together are not asked again together.
        oud = site.robots_op is None or site.robots_op + REGELS_GELDEN * random.uniform(0.9, 1.1) < self.nu  # noqa: S311 (no secret)
        if oud:
            self._haal(site, adres)
        return None if site.dicht else lees_robots(site.robots, NAAM)

    def _haal(self, site: Buitensite, adres: str) -> None:
        """RFC 9309: without rules (4xx) everything may be asked; a site in trouble (5xx) is left alone."""
        try:
            antwoord = self.vrager.robots(adres)
        except httpx.InvalidURL:
            antwoord = Antwoord(404)
        site.dicht = antwoord.code >= 500 or antwoord.code == 429
        site.robots = antwoord.tekst.replace("\x00", "") if antwoord.code == 200 else ""
        site.robots_op = self.nu
        site.save(update_fields=["dicht", "robots", "robots_op"])
