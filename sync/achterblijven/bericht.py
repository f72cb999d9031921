"""The mails to administrators about targets that stay behind: at once, each working day, and when all is well again.

A mail leaves this system, so it says which target, since when and what kind of fault; nothing that the target said, no
address of it and no text. Every administrator with an e-mail address gets them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format

from redactie import wie
from redactie.geteld import geteld
from redactie.post.adres import adres_in_mail
from redactie.post.bezorgen import bezorg
from redactie.post.opgehouden import Stapel, stapel
from sync.achterblijven.bijhouden import houd_bij
from sync.bereiken import namen_van_bereiken
from sync.models import Achterblijver, Achterreden, Doel, Doelbericht, Doelberichtsoort, DoelToestand

BEWAAR = timedelta(days=30)
"""As other mail (docs/privacy.md)."""
MEESTE = 40
WAAROVER = "doelen die achterblijven"


def bewaak(nu: datetime | None = None) -> int:
    """Look how targets are and send what there is to say; how many mails went out. Runs beside the loop."""
    nu = nu or timezone.now()
    houd_bij(nu)
    rijen = wachtende().filter(niet_voor__lte=nu).select_related("achterblijver__doel")
    return bezorg(rijen.order_by("niet_voor", "pk"), _brief, waarover=WAAROVER)


def wachtende() -> QuerySet[Doelbericht]:
    return Doelbericht.objects.filter(bericht_op__isnull=True)


def poststapel() -> Stapel:
    """Hook `antwoord_post`."""
    return stapel(wachtende(), waarover=WAAROVER, voor="soort", sinds="niet_voor", namen=_voor_wie)


def vergeet_doelberichten(nu: datetime) -> None:
    """What was mailed, and what is well again for as long."""
    Doelbericht.objects.filter(niet_voor__lt=nu - BEWAAR).delete()
    Achterblijver.objects.filter(hersteld_op__lt=nu - BEWAAR).delete()


def _voor_wie() -> dict[str, str]:
    return {soort.value: "de beheerders" for soort in Doelberichtsoort}


def _brief(bericht: Doelbericht) -> EmailMessage | None:
    geschreven = _geschreven(bericht)
    if geschreven is None:
        bericht.delete()
        return None
    onderwerp, tekst = geschreven
    gastheer = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname
    return EmailMessage(
        onderwerp,
        tekst,
        bcc=list(wie.beheerders()),
        headers={"Message-ID": f"<doelbericht-{bericht.pk}@{gastheer}>", "Auto-Submitted": "auto-generated"},
    )


def _geschreven(bericht: Doelbericht) -> tuple[str, str] | None:
    """None: nothing is behind any more."""
    if bericht.achterblijver is None:
        return _stand(Achterblijver.objects.filter(hersteld_op=None).select_related("doel"))
    lid = bericht.achterblijver
    is_index = lid.doel.wil_intern
    adres = adres_in_mail("antwoord_zoekindex") if is_index else adres_in_mail("antwoord_doel", lid.doel_id)
    if bericht.soort == Doelberichtsoort.HERSTELD:
        return (
            f"Doet het weer: {_naam(lid)}",
            f"Dit doel doet het weer. U hoeft niets te doen.\n\nDit was er:\n{_regel(lid)}\n\n{adres}\n",
        )
    verder = (
        "Zolang dit duurt, krijgt u elke werkdag om 7.00 uur één overzicht."
        if lid.hersteld_op is None
        else f"Intussen {_waarom_voorbij(lid.doel)}."
    )
    return (
        f"Blijft achter: {_naam(lid)}",
        f"{_regel(lid)}\n\nWat er verandert, wacht tot het doel weer meedoet. Er gaat niets verloren.\n"
        f"Bekijk wat er is:\n{adres}\n\n{verder}\n",
    )


def _waarom_voorbij(doel: Doel) -> str:
    """Why there was nothing more to tell by the time that the mail could go."""
    if doel.toestand == DoelToestand.GEPAUZEERD:
        return "heeft een beheerder het doel gepauzeerd"
    if doel.wil_intern and doel.toestand != DoelToestand.ACTIEF:
        return "is er een andere zoekindex"
    return "doet het doel het weer"


def _stand(leden: QuerySet[Achterblijver]) -> tuple[str, str] | None:
    rijen: Sequence[Achterblijver] = list(leden.order_by("sinds", "pk"))
    if not rijen:
        return None
    kop = geteld(len(rijen), "Nog 1 doel blijft achter", "Nog {} doelen blijven achter")
    regels = "\n\n".join(_regel(lid) for lid in rijen[:MEESTE])
    meer = f"\n\nEn nog {len(rijen) - MEESTE}." if len(rijen) > MEESTE else ""
    return (
        kop,
        f"{kop}:\n\n{regels}{meer}\n\nBekijk ze op het publicatiebord:\n{adres_in_mail('antwoord_publicatie')}\n",
    )


def _naam(lid: Achterblijver) -> str:
    return "de zoekindex" if lid.doel.wil_intern else lid.doel.naam


def _regel(lid: Achterblijver) -> str:
    gemeente = namen_van_bereiken().get(lid.doel.bereik, lid.doel.bereik)
    van = f" ({gemeente})" if gemeente else ""
    sinds = date_format(timezone.localtime(lid.sinds), "j F Y, G.i")
    return f"  {_naam(lid)}{van}\n  {Achterreden(lid.reden).label}, sinds {sinds} uur"
