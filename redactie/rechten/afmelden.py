"""Whoever leaves is signed out at once, wherever they sit: an account that is switched off, or that lost its last role.

Their open sessions end, in the transaction that takes the rights away. Rights themselves are asked anew at each
request (`persoon.py`); this is for the pages that ask nothing but who is there.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone


def beeindig_sessies(gebruiker: Any) -> int:
    """How many sessions of this person ended. Reads every session that runs: leaving is rare."""
    wie = str(gebruiker.pk)
    lopend = Session.objects.filter(expire_date__gt=timezone.now()).iterator()
    weg = [sessie.pk for sessie in lopend if str(sessie.get_decoded().get(SESSION_KEY)) == wie]
    Session.objects.filter(pk__in=weg).delete()
    return len(weg)


def meld_af_wie_niets_meer_mag(gebruiker: Any) -> None:
    """After a role was taken: the last one takes the sessions along."""
    if not (gebruiker.is_superuser or gebruiker.lidmaatschappen.exists()):
        beeindig_sessies(gebruiker)
