"""Changing what a local version says of one field: in what is live and in a pending draft alike.

Says of each what stood there and what stands there now, so that a decision can be taken back (`bedenktijd.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from redactie.veld import Veld

if TYPE_CHECKING:
    from redactie.models import Afwijking, LokaleVersie

RIJ, CONCEPT = "rij", "concept"
"""The two layers of a local version: the row in the database (what is live), and a draft that waits."""

Waarden = dict[str, Any]
_NAMEN = ("pk", "wijze", "tekst", "soort", "reden", "basis_id")
_DAGEN = ("vanaf", "tot", "sinds")


@dataclass(frozen=True, slots=True)
class Verandering:
    """`lagen`: layer → what stood there of the field and what stands there now, as values that outlive the rows."""

    live: bool
    lagen: Mapping[str, tuple[list[Waarden], list[Waarden]]]


def waarden_van(versie: LokaleVersie, veld: Veld) -> list[Waarden]:
    """The deviations of one field, as JSON knows them."""
    return [_waarden(rij) for rij in versie.afwijkingen.all() if rij.veld == veld]


def _waarden(rij: Afwijking) -> Waarden:
    dagen = {naam: waarde.isoformat() if (waarde := getattr(rij, naam)) else None for naam in _DAGEN}
    return {**{naam: getattr(rij, naam) for naam in _NAMEN}, **dagen}


def zegt_hetzelfde(een: Sequence[Waarden], ander: Sequence[Waarden]) -> bool:
    """Ids may differ: each autosave of a draft makes its new rows anew."""
    return _gezegd(een) == _gezegd(ander)


def _gezegd(rijen: Sequence[Waarden]) -> list[list[Any]]:
    namen = ("wijze", "tekst", "soort", "reden", "vanaf", "tot")
    return sorted([rij[naam] or "" for naam in namen] for rij in rijen)


def zet_rijen(versie: LokaleVersie, veld: Veld, rijen: Sequence[Waarden]) -> None:
    """Let a local version say this of the field, in memory. The rows keep their ids."""
    from redactie.models import Afwijking

    andere = [rij for rij in versie.afwijkingen.all() if rij.veld != veld]
    terug = [
        Afwijking(
            veld=veld.value,
            **{naam: rij[naam] for naam in _NAMEN},
            **{naam: date.fromisoformat(rij[naam]) if rij[naam] else None for naam in _DAGEN},
        )
        for rij in rijen
    ]
    versie.afwijkingen.set([*andere, *terug])


def zelfde_rij(een: Afwijking, ander: Afwijking) -> bool:
    """Across drafts: about the same field, in the same way, from the same day. An id may differ there."""
    return (een.veld, een.wijze, een.vanaf) == (ander.veld, ander.wijze, ander.vanaf)


def verander(
    versie: LokaleVersie,
    veld: Veld,
    wat: Callable[[LokaleVersie, str], None],
    *,
    door: Any,
    publiceren: bool,
    van_niemand: bool = False,
) -> Verandering:
    """Change what is live (when this person may publish) and a pending draft; else make a draft of it.

    `wat` gets the local version to change in memory, and which layer that is. `van_niemand`: no person wrote it (a
    proposal of the system, or what stood there before), so whoever decides on it is the second pair of eyes.
    """
    model = type(versie)
    wie = None if van_niemand else door
    live = model._base_manager.get(pk=versie.pk)
    concept = live.get_latest_revision_as_object() if live.has_unpublished_changes else None
    # A draft that goes on beside a publication stays the work of who wrote it.
    schrijver = live.latest_revision.user if concept is not None and live.live and publiceren else door
    lagen: dict[str, tuple[list[Waarden], list[Waarden]]] = {}

    def pas_aan(ding: LokaleVersie, laag: str) -> None:
        was = waarden_van(ding, veld)
        wat(ding, laag)
        lagen[laag] = (was, waarden_van(ding, veld))

    if live.live and publiceren:
        pas_aan(live, RIJ)
        revisie = live.save_revision(user=wie, clean=False)
        # Made of what is live: who wrote in the draft beside it, wrote nothing of this.
        revisie.los_van_concept = True
        revisie.publish(user=door, skip_permission_checks=True)
    elif not live.live and concept is None:
        pas_aan(live, RIJ)
        live.save()
        live.save_revision(user=door, clean=False, log_action=True)
    if concept is not None or (live.live and not publiceren):
        concept = concept if concept is not None else live
        pas_aan(concept, CONCEPT)
        concept.save_revision(user=schrijver, clean=False, log_action=True)
    return Verandering(live.live and publiceren, lagen)
