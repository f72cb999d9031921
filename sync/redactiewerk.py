"""What the editors' room has done by itself, in the process of the loop: that room cannot reach it, and others not it.

What the work is stands in `redactie/`; beside the loop it runs by `sync/nevenwerk.py`.
"""

from __future__ import annotations

from datetime import datetime

from redactie.berichten.sturen import stuur_berichten, vergeet_berichten
from redactie.feitencheck.vergeten import vergeet_feitenchecks
from redactie.klok import nu_van_de_database
from redactie.spoedvoorstellen import maak_spoedvoorstellen
from sync.nevenwerk import elke

BERICHTEN = 15.0
"""Seconds."""
SPOEDVOORSTELLEN = 60.0
"""Past its date an urgent change waits no longer than this for what is proposed."""


def registreer() -> None:
    elke(BERICHTEN, "berichten over wijzigingen", stuur_berichten)
    elke(SPOEDVOORSTELLEN, "voorstellen na spoed", lambda: maak_spoedvoorstellen(nu_van_de_database()))


def vergeet_van_redactie(nu: datetime) -> None:
    """Called with everything else that is past its time (`kennisbank/nevenwerk.py`)."""
    vergeet_feitenchecks(nu)
    vergeet_berichten(nu)
