"""A round of checking links: a few addresses that are due, each of another site, for a few seconds at most."""

from __future__ import annotations

import random
import time
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F, Q
from django.utils import timezone

from sync.adreswacht import Adresregel, WachtTransport
from sync.links.oordeel import Poging, Uitkomst, volgende
from sync.links.toegang import NAAM, Wachtrij
from sync.links.vragen import SECONDEN, SITE_BEZET, Vrager
from sync.models import Buitensite, Webadres

REGEL = Adresregel(schemas=frozenset({"https", "http"}), poorten=frozenset({80, 443}))
"""Texts name https only; what they redirect to may be http."""
BEKEKEN = 100
HOOGSTENS = 20
RONDE = 5.0
"""Seconds after which no new address is begun: other work beside the loop waits for this."""
BIJ_STORING = timedelta(hours=1)


def vrager() -> Vrager:
    naam = (
        f"{NAAM}/1.0 (+{settings.WAGTAILADMIN_BASE_URL}; kijkt na of links in gemeentelijke teksten werken)"
    )
    return Vrager(WachtTransport(REGEL, leeftijd=SECONDEN), naam)


def controleer(wie: Vrager | None = None, *, nu: datetime | None = None) -> int:
    """Ask what is due; how many there were. Does nothing where checking is turned off."""
    if not settings.ANTWOORD_LINKCONTROLE:
        return 0
    begin, nu = time.monotonic(), nu or timezone.now()
    aan_de_beurt = Webadres.objects.filter(Q(volgende_op=None) | Q(volgende_op__lte=nu))
    sites: set[str] = set()
    bezet = Buitensite.objects.filter(niet_voor__gt=nu).values("naam")
    volgorde = (F("volgende_op").asc(nulls_first=True), "pk")
    for rij in aan_de_beurt.exclude(site__in=bezet).order_by(*volgorde)[:BEKEKEN]:
        if len(sites) >= HOOGSTENS or time.monotonic() - begin > RONDE:
            break
        if rij.site in sites:
            continue
        sites.add(rij.site)
        wie = wie or vrager()
        _controleer_een(rij, wie, nu)
    return len(sites)


def _controleer_een(rij: Webadres, wie: Vrager, nu: datetime) -> None:
    zelfde = Webadres.objects.filter(pk=rij.pk, volgende_op=rij.volgende_op)
    # Whoever moves it on has it; a process that dies in between is followed by another an hour later.
    if not zelfde.update(volgende_op=nu + BIJ_STORING):
        return
    wachtrij = Wachtrij(wie, nu)
    poging = wie.vraag(rij.adres, wachtrij.toegang)
    if poging.uitkomst is Uitkomst.LATER and poging.wacht is not None and poging.wacht > SITE_BEZET:
        wachtrij.wacht(rij.adres, poging.wacht)
    _schrijf(rij, poging, nu)


def _schrijf(rij: Webadres, poging: Poging, nu: datetime) -> None:
    wordt = volgende(rij.als_stand(), poging, nu, spreiding=random.random())  # noqa: S311 (no secret)
    Webadres.objects.filter(pk=rij.pk).update(
        stand=wordt.stand,
        melding=wordt.melding[:200],
        naar=wordt.naar[:2000],
        mislukt=wordt.mislukt,
        fout_sinds=wordt.fout_sinds,
        goed_op=wordt.goed_op,
        volgende_op=wordt.volgende_op,
        gevraagd_op=rij.gevraagd_op if poging.uitkomst is Uitkomst.LATER else nu,
    )
