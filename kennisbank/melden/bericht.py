"""Telling the owner of a flagged text, by e-mail, within a minute: which text, by when, and where to go.

A mail leaves this system and cannot be taken back, so it says nothing of who flagged and nothing of what they wrote.
Where a municipality has nobody with an address, the centre hears it: somebody must. A mail that cannot be sent is tried
again; between two processes each mail is claimed first.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from kennisbank.melden.eigenaar import kop_van
from kennisbank.melden.namen import naam_van
from kennisbank.models import Melding
from redactie import wie
from redactie.bronnen import REGIO

log = logging.getLogger("antwoord.melden")

NOG_EENS = timedelta(minutes=2)
"""After a mail that did not go out, or a process that died over it."""
MEESTE = 50


def stuur_berichten() -> int:
    """Mail about every flag whose owner was not told yet; how many went out."""
    nu = timezone.now()
    wacht = Melding.objects.filter(bericht_op__isnull=True, gesloten_op__isnull=True).filter(
        Q(bericht_geprobeerd_op__isnull=True) | Q(bericht_geprobeerd_op__lt=nu - NOG_EENS)
    )
    return sum(_stuur(melding, nu) for melding in wacht.order_by("gemeld_op")[:MEESTE])


def _stuur(melding: Melding, nu: datetime) -> bool:
    zelfde = Melding.objects.filter(pk=melding.pk, bericht_geprobeerd_op=melding.bericht_geprobeerd_op)
    if not zelfde.update(bericht_geprobeerd_op=nu):
        return False  # another process took it
    aan = wie.redacteuren(melding.eigenaar) or wie.redacteuren(REGIO)
    if aan:
        try:
            # Nobody sees whom else it went to.
            EmailMessage(*_bericht(melding), bcc=list(aan)).send()
        except OSError as fout:  # SMTP errors are OSErrors
            log.warning("een bericht over een melding is niet verstuurd: %s", type(fout).__name__)
            return False
    Melding.objects.filter(pk=melding.pk).update(bericht_op=timezone.now())
    return bool(aan)


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
