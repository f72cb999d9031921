"""What the grid of tariffs does: amounts in, a year rolled over, concepts made final. Each checks, does, logs.

Which rows somebody may touch is asked of the policy for each row; a refusal stops everything.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from redactie.keuzes import TariefStatus
from redactie.models import Tarief
from redactie.tariefrooster import jaar_van, verhoogd

VASTGESTELD = "antwoord.tarief.vastgesteld"


@dataclass(frozen=True, slots=True)
class Jaarovergang:
    """`bedragen` False: the new year stays empty, to be filled in."""

    jaar: int
    bedragen: bool = True
    percentage: Decimal = Decimal(0)
    stap: Decimal = Decimal("0.01")


@transaction.atomic
def maak_jaar(*, rijen: Iterable[Tarief], overgang: Jaarovergang, door: Any) -> list[Tarief]:
    """End what holds on the last day before, and put a concept for the year in its place; the new rows.

    A key and owner that has an amount of its own for that year already is left alone.
    """
    alle = list(rijen)
    periode, vorige = jaar_van(overgang.jaar), date(overgang.jaar - 1, 12, 31)
    nieuw = []
    for rij in alle:
        if not rij.periode.overlapt(jaar_van(overgang.jaar - 1)) or (rij.geldig_tot or vorige) < vorige:
            continue
        zelfde = [lid for lid in alle if (lid.sleutel, lid.gemeente_id) == (rij.sleutel, rij.gemeente_id)]
        if any(lid is not rij and lid.periode.overlapt(periode) for lid in zelfde):
            continue
        if rij.geldig_tot != vorige:
            rij.geldig_tot = vorige
            _bewaar(rij, "change", door)
        if overgang.bedragen:
            nieuw.append(_bewaar(_volgend(rij, overgang), "add", door))
    return nieuw


def nieuw_bedrag(rij: Tarief, jaar: int) -> Tarief:
    """An unsaved concept of the same key and owner, for a year in which there is none."""
    periode = jaar_van(jaar)
    return Tarief(
        **{
            naam: getattr(rij, naam)
            for naam in (
                "sleutel",
                "gemeente",
                "groep",
                "volgorde",
                "omschrijving",
                "soort",
                "bedrag",
                "eenheid",
                "voorwaarde",
            )
        },
        geldig_van=periode.van,
        geldig_tot=periode.tot,
        status=TariefStatus.CONCEPT,
    )


def _volgend(rij: Tarief, overgang: Jaarovergang) -> Tarief:
    volgend = nieuw_bedrag(rij, overgang.jaar)
    if rij.bedrag is not None:
        volgend.bedrag = verhoogd(rij.bedrag, overgang.percentage, overgang.stap)
    return volgend


@transaction.atomic
def zet_bedragen(*, rijen: Iterable[Tarief], door: Any) -> None:
    """Save rows whose amount was changed in memory, or that are new."""
    for rij in rijen:
        _bewaar(rij, "change" if rij.pk else "add", door)


@transaction.atomic
def stel_vast(*, rijen: Iterable[Tarief], door: Any) -> int:
    """The council has decided: concepts count from their first day. How many there were."""
    concepten = [rij for rij in rijen if rij.status == TariefStatus.CONCEPT]
    for rij in concepten:
        rij.status = TariefStatus.VASTGESTELD
        _bewaar(rij, "change", door, VASTGESTELD)
    return len(concepten)


def _bewaar(rij: Tarief, recht: str, door: Any, handeling: str = "") -> Tarief:
    if not policy_registry.get(rij).user_has_permission_for_instance(door, recht, rij):
        raise PermissionDenied("U mag dit tarief niet veranderen.")
    rij.full_clean()
    rij.save()
    log(
        instance=rij,
        action=handeling or ("wagtail.create" if recht == "add" else "wagtail.edit"),
        user=door,
        data={"sleutel": rij.sleutel, "bedrag": str(rij.bedrag), "van": str(rij.geldig_van or "")},
    )
    return rij
