"""What the process of the loop does again and again: deal out what happened, send what is due, forget what is past."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.utils import timezone

from redactie.berichten.opstellen import stel_op
from redactie.berichten.uitdelen import deel_uit
from redactie.models import Bericht
from redactie.persoonsnaam import persoonsnaam
from redactie.post.bezorgen import bezorg
from redactie.post.opgehouden import Stapel, stapel

BEWAAR = timedelta(days=30)
"""A row says to whom and when; the period stands in docs/privacy.md."""


def stuur_berichten() -> int:
    """How many mails went out."""
    deel_uit()
    return bezorg(
        wachtende().filter(niet_voor__lte=timezone.now()).select_related("ontvanger"),
        stel_op,
        waarover="wijzigingen",
    )


def wachtende() -> QuerySet[Bericht]:
    return Bericht.objects.filter(bericht_op__isnull=True)


def poststapel() -> Stapel:
    """Hook `antwoord_post`."""
    return stapel(
        wachtende(), waarover="wijzigingen", voor="ontvanger", sinds="niet_voor", namen=_namen_van_ontvangers
    )


def _namen_van_ontvangers() -> dict[int, str]:
    mensen = get_user_model().objects.filter(pk__in=wachtende().values("ontvanger"))
    return {mens.pk: persoonsnaam(mens) for mens in mensen}


def vergeet_berichten(nu: datetime) -> int:
    """Sent or not: a mail that could not go for a month is news no more."""
    aantal, _ = Bericht.objects.filter(niet_voor__lt=nu - BEWAAR).delete()
    return aantal
