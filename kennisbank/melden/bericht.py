"""Telling the owner of a flagged text, by e-mail, within a minute: which text, by when, and where to go.

A mail leaves this system and cannot be taken back, so it says nothing of who flagged and nothing of what they wrote.
Where a municipality has nobody with an address, the centre hears it: somebody must. A mail that did not go out keeps
why, and is tried again; between two processes each mail is claimed first.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPServerDisconnected

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from kennisbank.melden.eigenaar import kop_van
from kennisbank.melden.namen import naam_van
from kennisbank.models import Berichtfout, Melding
from redactie import wie
from redactie.bronnen import REGIO

log = logging.getLogger("antwoord.melden")

NOG_EENS = timedelta(minutes=2)
"""After a mail that did not go out, or a process that died over it."""
MEESTE = 50
GEEN_POST = "django.core.mail.backends.dummy.EmailBackend"


def heeft_mailserver() -> bool:
    return bool(settings.EMAIL_BACKEND != GEEN_POST)


def wachtende() -> QuerySet[Melding]:
    """The flags whose owner was not told yet."""
    return Melding.objects.filter(bericht_op__isnull=True, gesloten_op__isnull=True)


def stuur_berichten() -> int:
    """Mail about every flag whose owner was not told yet; how many went out."""
    if not heeft_mailserver():
        return 0
    nu = timezone.now()
    aan_de_beurt = wachtende().filter(
        Q(bericht_geprobeerd_op__isnull=True) | Q(bericht_geprobeerd_op__lt=nu - NOG_EENS)
    )
    meldingen = [melding for melding in aan_de_beurt.order_by("gemeld_op")[:MEESTE] if _neem(melding, nu)]
    if not meldingen:
        return 0
    post = get_connection()
    try:
        post.open()
    except OSError as fout:
        _mislukt(meldingen, _soort(fout), fout)
        return 0
    try:
        return sum(_stuur(melding, post) for melding in meldingen)
    finally:
        post.close()


def _neem(melding: Melding, nu: datetime) -> bool:
    """False when another process took it."""
    zelfde = Melding.objects.filter(pk=melding.pk, bericht_geprobeerd_op=melding.bericht_geprobeerd_op)
    return bool(zelfde.update(bericht_geprobeerd_op=nu))


def _stuur(melding: Melding, post: BaseEmailBackend) -> bool:
    aan = wie.redacteuren(melding.eigenaar) or wie.redacteuren(REGIO)
    if not aan:
        _mislukt([melding], Berichtfout.GEEN_ADRES)
        return False
    try:
        # Nobody sees whom else it went to.
        EmailMessage(*_bericht(melding), bcc=list(aan), connection=post).send()
    except OSError as fout:  # SMTP errors are OSErrors
        _mislukt([melding], _soort(fout), fout)
        return False
    Melding.objects.filter(pk=melding.pk).update(bericht_op=timezone.now(), bericht_fout="")
    return True


def _soort(fout: OSError) -> Berichtfout:
    """A server that says no, or one that says nothing."""
    zegt_iets = isinstance(fout, SMTPException) and not isinstance(fout, SMTPServerDisconnected)
    return Berichtfout.GEWEIGERD if zegt_iets else Berichtfout.ONBEREIKBAAR


def _mislukt(meldingen: Sequence[Melding], soort: Berichtfout, fout: OSError | None = None) -> None:
    Melding.objects.filter(pk__in=[lid.pk for lid in meldingen]).update(bericht_fout=soort)
    # Not what the server says: that may hold an address.
    waarom = (soort, type(fout).__name__ if fout else "", str(getattr(fout, "smtp_code", "")))
    log.warning(
        "%s mail(s) over meldingen niet verstuurd: %s", len(meldingen), " ".join(filter(None, waarom))
    )


def _bericht(melding: Melding) -> tuple[str, str]:
    plek, gemeente = kop_van(melding.plek), naam_van(melding.bereik)
    adres = f"{settings.WAGTAILADMIN_BASE_URL}{reverse('antwoord_melding', args=[melding.pk])}"
    uiterlijk = date_format(timezone.localtime(melding.uiterlijk_op), "l j F, G.i")
    return (
        f"Klopt niet: {melding.titel}, {plek[:1].lower()}{plek[1:]}",
        f"Een KCC-medewerker meldt dat dit niet klopt:\n\n"
        f"  {melding.titel}\n  {plek}\n  gezien aan de balie van {gemeente}\n\n"
        f"Geef antwoord of verbeter de tekst, uiterlijk {uiterlijk} uur:\n{adres}\n\n"
        f"Tot dan staat dit veld aan de balie als “in onderzoek”.\n",
    )
