"""Municipalities, and who may answer for whom: the one door of this room for `kennisbank/`.

Gives frozen dataclasses and plain sets; no rows of the database pass.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from redactie.bronnen import REGIO, GemeenteBron
from redactie.keuzes import Rol
from redactie.models import Gemeente, Regio
from redactie.rechten.persoon import persoon_van


def gemeenten(op: datetime | None = None) -> tuple[GemeenteBron, ...]:
    """The municipalities that take part at that moment (default now), by name. 1 query."""
    return tuple(gemeente.als_bron() for gemeente in Gemeente.objects.deelnemend(op or timezone.now()))


def regio() -> GemeenteBron:
    """The region as a bereik: `slug` is "regio", `naam` reads "uw gemeente"."""
    return Regio.haal().als_bron()


def naam_van_de_regio() -> str:
    """What the region calls itself."""
    return Regio.haal().naam


def hostnamen() -> dict[str, str]:
    """Host name → slug, of the municipalities that take part now."""
    return {
        hostnaam: gemeente.slug
        for gemeente in Gemeente.objects.deelnemend(timezone.now())
        for hostnaam in gemeente.hostnamen
    }


def mag_antwoorden_voor(user: Any) -> frozenset[str]:
    """The bereiken (slugs, and "regio") that this person may open at the desk; empty: no access to the desk.

    A role for the region: all. A role for one municipality: that one, and what holds everywhere. An administrator
    keeps accounts and answers nobody.
    """
    persoon = persoon_van(user)
    rollen = {(rol, gemeente) for rol, gemeente in persoon.rollen if rol is not Rol.BEHEERDER}
    if not rollen and not persoon.alles:
        return frozenset()
    deelnemers = Gemeente.objects.deelnemend(timezone.now())
    if persoon.alles or any(gemeente is None for _, gemeente in rollen):
        return frozenset({REGIO, *(gemeente.slug for gemeente in deelnemers)})
    eigen = {gemeente for _, gemeente in rollen}
    return frozenset({REGIO, *(gemeente.slug for gemeente in deelnemers if gemeente.pk in eigen)})


def rollen(user: Any) -> frozenset[Rol]:
    """The roles that this person holds, wherever."""
    return frozenset(rol for rol, _ in persoon_van(user).rollen)
