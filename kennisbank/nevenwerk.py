"""What this room has done by itself, in the process of the loop (`sync/nevenwerk.py`)."""

from __future__ import annotations

from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from kennisbank.mededelingen.gelezen import vergeet_gelezen
from kennisbank.melden.bericht import stuur_berichten
from kennisbank.melden.vergeten import vergeet_melders
from kennisbank.uitkomst.noteren import vergeet_uitkomsten
from kennisbank.vergeefs.vergeten import vergeet
from sync.nevenwerk import elke
from sync.opruimen import ruim_op
from sync.redactiewerk import vergeet_van_redactie

BERICHTEN = 15.0
"""Seconds. Whoever must answer a flag hears of it within a minute."""
VERGETEN = 3600.0


def registreer() -> None:
    elke(BERICHTEN, "bericht over meldingen", stuur_berichten)
    elke(VERGETEN, "vergeten", vergeet_alles)
    elke(VERGETEN, "oude versies opruimen", ruim_op)


def vergeet_alles() -> None:
    """Everything that is past its time, of whatever kind. Also `manage.py vergeet`."""
    vergeet(timezone.localdate())
    vergeet_melders(timezone.now())
    vergeet_uitkomsten(timezone.now())
    vergeet_gelezen()
    vergeet_van_redactie(timezone.now())
    SessionStore.clear_expired()
