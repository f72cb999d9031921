"""Sending the mail that rows wait for: each is claimed first, what fails keeps why and is tried again.

Nothing is sent inside a transaction. A process that dies between the mail server's yes and our note of it sends that
one mail again: with the same Message-ID, by which a mail program knows it for the same.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from smtplib import SMTPException, SMTPServerDisconnected
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import Q, QuerySet
from django.utils import timezone

from redactie.keuzes import Berichtfout
from redactie.post.bezorgbaar import Bezorgbaar

log = logging.getLogger("antwoord.post")

NOG_EENS = timedelta(minutes=2)
"""After a mail that did not go out, or a process that died over it."""
NA_WEIGERING = timedelta(minutes=30)
"""After a server said no: as long as RFC 5321 (4.5.4.1) asks for."""
MEESTE = 50
GEEN_POST = "django.core.mail.backends.dummy.EmailBackend"

Brief = Callable[[Any], EmailMessage | None]


def heeft_mailserver() -> bool:
    return bool(settings.EMAIL_BACKEND != GEEN_POST)


def bezorg(rijen: QuerySet, brief: Brief, *, waarover: str) -> int:
    """Send what these rows wait for, in their order; how many mails went out.

    `brief` makes the mail of a row, when it is sent; None where there is nothing (any more) to say, and then `brief`
    has put the row away. `waarover`: for our own log.
    """
    if not heeft_mailserver():
        return 0
    nu = timezone.now()
    genomen = [rij for rij in rijen.filter(_aan_de_beurt(nu))[:MEESTE] if _neem(rij, nu)]
    if not genomen:
        return 0
    post = get_connection()
    try:
        post.open()
    except OSError as fout:
        _mislukt(genomen, _soort(fout), waarover, fout)
        return 0
    try:
        return sum(_stuur(rij, brief, post, waarover) for rij in genomen)
    finally:
        post.close()


def _aan_de_beurt(nu: datetime) -> Q:
    geweigerd = Q(bericht_fout=Berichtfout.GEWEIGERD, bericht_geprobeerd_op__gt=nu - NA_WEIGERING)
    geprobeerd = Q(bericht_geprobeerd_op__lt=nu - NOG_EENS) & ~geweigerd
    return Q(bericht_geprobeerd_op__isnull=True) | geprobeerd


def _neem(rij: Bezorgbaar, nu: datetime) -> bool:
    """False when another process took it."""
    zelfde = type(rij)._base_manager.filter(pk=rij.pk, bericht_geprobeerd_op=rij.bericht_geprobeerd_op)
    return bool(zelfde.update(bericht_geprobeerd_op=nu))


def _stuur(rij: Bezorgbaar, brief: Brief, post: BaseEmailBackend, waarover: str) -> bool:
    try:
        bericht = brief(rij)
        if bericht is None:
            return False
        if not bericht.recipients():
            _mislukt([rij], Berichtfout.GEEN_ADRES, waarover)
            return False
        # A title may hold a line end; a header may not.
        bericht.subject = " ".join(bericht.subject.split())
        bericht.connection = post
        bericht.send()
    except OSError as fout:  # SMTP errors are OSErrors
        _mislukt([rij], _soort(fout), waarover, fout)
        return False
    except Exception as fout:  # one that cannot be written keeps no other from going
        _mislukt([rij], Berichtfout.NIET_GEMAAKT, waarover, fout)
        return False
    type(rij)._base_manager.filter(pk=rij.pk).update(bericht_op=timezone.now(), bericht_fout="")
    return True


def _soort(fout: OSError) -> Berichtfout:
    """A server that says no, or one that says nothing."""
    zegt_iets = isinstance(fout, SMTPException) and not isinstance(fout, SMTPServerDisconnected)
    return Berichtfout.GEWEIGERD if zegt_iets else Berichtfout.ONBEREIKBAAR


def _mislukt(
    rijen: Sequence[Bezorgbaar], soort: Berichtfout, waarover: str, fout: Exception | None = None
) -> None:
    type(rijen[0])._base_manager.filter(pk__in=[rij.pk for rij in rijen]).update(bericht_fout=soort)
    # Not what the server says: that may hold an address.
    waarom = (soort, type(fout).__name__ if fout else "", str(getattr(fout, "smtp_code", "")))
    log.warning("%s mail(s) over %s niet verstuurd: %s", len(rijen), waarover, " ".join(filter(None, waarom)))
