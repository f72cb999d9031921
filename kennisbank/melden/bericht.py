"""Telling the owner of a flagged text, by e-mail, within a minute: which text, by when, and where to go.

A mail leaves this system and cannot be taken back, so it says nothing of who flagged and nothing of what they wrote.
Where a municipality has nobody with an address, the centre hears it: somebody must. How mail goes out, and what
happens when it does not, is the same for all mail: `redactie/post/`.
"""

from __future__ import annotations

from django.core.mail import EmailMessage
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format

from kennisbank.melden.eigenaar import kop_van
from kennisbank.melden.namen import naam_van, namen_van_bereiken
from kennisbank.models import Melding
from redactie import wie
from redactie.bronnen import REGIO
from redactie.post.adres import adres_in_mail
from redactie.post.bezorgen import bezorg
from redactie.post.opgehouden import Stapel, stapel


def wachtende() -> QuerySet[Melding]:
    """The flags whose owner was not told yet."""
    return Melding.objects.filter(bericht_op__isnull=True, gesloten_op__isnull=True)


def stuur_berichten() -> int:
    """Mail about every flag whose owner was not told yet; how many went out."""
    return bezorg(wachtende().order_by("gemeld_op"), _brief, waarover="meldingen")


def poststapel() -> Stapel:
    """Hook `antwoord_post`."""
    return stapel(
        wachtende(), waarover="meldingen", voor="eigenaar", sinds="gemeld_op", namen=namen_van_bereiken
    )


def _brief(melding: Melding) -> EmailMessage:
    aan = wie.redacteuren(melding.eigenaar) or wie.redacteuren(REGIO)
    # Nobody sees whom else it went to.
    return EmailMessage(*_bericht(melding), bcc=list(aan))


def _bericht(melding: Melding) -> tuple[str, str]:
    plek, gemeente = kop_van(melding.plek), naam_van(melding.bereik)
    adres = adres_in_mail("antwoord_melding", melding.pk)
    uiterlijk = date_format(timezone.localtime(melding.uiterlijk_op), "l j F, G.i")
    return (
        f"Klopt niet: {melding.titel}, {plek[:1].lower()}{plek[1:]}",
        f"Een KCC-medewerker meldt dat dit niet klopt:\n\n"
        f"  {melding.titel}\n  {plek}\n  gezien aan de balie van {gemeente}\n\n"
        f"Geef antwoord of verbeter de tekst, uiterlijk {uiterlijk} uur:\n{adres}\n\n"
        f"Tot dan staat dit veld aan de balie als “in onderzoek”.\n",
    )
