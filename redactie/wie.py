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
    if persoon.alles:
        return _bereiken({None})
    return _bereiken({gemeente for rol, gemeente in persoon.rollen if rol is not Rol.BEHEERDER})


def mag_intern_lezen_voor(user: Any) -> frozenset[str]:
    """The bereiken at whose desk this person reads internal text: a KCC-medewerker, and nobody else."""
    return _bereiken({gemeente for rol, gemeente in persoon_van(user).rollen if rol is Rol.KCC})


def _bereiken(gemeenten: set[int | None]) -> frozenset[str]:
    """What a role in these municipalities (ids; None: the region, so all) opens. 1 query, none without a role."""
    if not gemeenten:
        return frozenset()
    deelnemers = Gemeente.objects.deelnemend(timezone.now())
    return frozenset({REGIO, *(lid.slug for lid in deelnemers if None in gemeenten or lid.pk in gemeenten)})


def rollen(user: Any) -> frozenset[Rol]:
    """The roles that this person holds, wherever."""
    return frozenset(rol for rol, _ in persoon_van(user).rollen)
