"""The pull feed: a number for each publication whose public state changed, given after that change was committed.

A sequence or a time taken inside the planner's transaction skips: whoever took number 8 may commit before whoever took
number 7, and a reader who has seen 8 never asks for 7 again. So the planner only marks a row (`volgnummer` None), and
one process at a time numbers the marks it can see, under a lock that is let go of after its commit: numbers become
visible in their order. Being an ordinary column, they survive a dump and restore, which transaction numbers do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import QuerySet

from sync.adem import Adem
from sync.models import VOOR_LEZERS, Publicatie, Syncstand
from sync.slot import Slot, zonder_wachten

PER_KEER = 2000


class CursorVerlopen(Exception):
    """A cursor of before a restored database, or from beyond what we have: the reader must begin anew."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """After this number of this epoch. Written as `1.4711`."""

    epoch: int
    nummer: int

    def __str__(self) -> str:
        return f"{self.epoch}.{self.nummer}"


@dataclass(frozen=True, slots=True)
class Bladzijde:
    """`volgende`: where to go on from; `meer`: there is more already."""

    rijen: Sequence[Publicatie]
    volgende: Cursor
    meer: bool


def geef_nummers(adem: Adem, *, meest: int = PER_KEER) -> int:
    """Number what was committed and has none; returns how many. One process at a time, the others pass by."""
    if not _zonder_nummer().exists():
        return 0
    with zonder_wachten(Slot.STROOM) as aan_de_beurt:
        if not aan_de_beurt:
            return 0
        with adem.schrijven(), transaction.atomic():
            rijen = _zonder_nummer().order_by("pk").only("pk", "volgnummer")
            if connection.features.has_select_for_update_skip_locked:
                # A row that the planner holds gets its number the next time, with what it will say then.
                rijen = rijen.select_for_update(skip_locked=True, no_key=True)
            nieuw = list(rijen[:meest])
            # Not the highest among the rows: that one may have been marked, and its number would be given again.
            laatste = Syncstand.haal().volgnummer
            _nummer([rij.pk for rij in nieuw], laatste)
            Syncstand.objects.filter(pk=1).update(volgnummer=laatste + len(nieuw))
    return len(nieuw)


def _nummer(pks: Sequence[int], laatste: int) -> None:
    """In their order, after the last number. One statement: Django's bulk_update makes a CASE of all of them."""
    if not pks:
        return
    tabel = connection.ops.quote_name(Publicatie._meta.db_table)
    lijst = ", ".join(str(int(pk)) for pk in pks)
    plekken = f"SELECT id, row_number() OVER (ORDER BY id) AS plek FROM {tabel} WHERE id IN ({lijst})"  # noqa: S608  as below
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {tabel} SET volgnummer = %s + nieuw.plek FROM ({plekken}) AS nieuw WHERE nieuw.id = {tabel}.id",  # noqa: S608  our own numbers
            [laatste],
        )


def lees_na(cursor: Cursor | None, *, meest: int, bereik: str | None = None, zonder: str = "") -> Bladzijde:
    """The last state of every document that changed after `cursor` (None: all), tombstones included. 2 queries.

    `zonder`: a bereik that is not for outside. Raises CursorVerlopen.
    """
    # Read before the rows: what gets a number in between comes again next time, and nothing is passed over.
    stand = Syncstand.lees()
    epoch, hoogste = stand.epoch, stand.volgnummer
    if cursor is not None and (cursor.epoch != epoch or cursor.nummer > hoogste):
        raise CursorVerlopen
    na = cursor.nummer if cursor is not None else 0
    rijen = Publicatie.objects.filter(volgnummer__gt=na).exclude(bereik=zonder)
    if bereik is not None:
        rijen = rijen.filter(bereik=bereik)
    gevonden = list(rijen.select_related("publieke_inhoud").order_by("volgnummer")[: meest + 1])
    if len(gevonden) > meest:
        blad = gevonden[:meest]
        return Bladzijde(blad, Cursor(epoch, blad[-1].volgnummer), meer=True)
    verst = max([na, hoogste, *(rij.volgnummer for rij in gevonden)])
    return Bladzijde(gevonden, Cursor(epoch, verst), meer=False)


def hoogste_nummer() -> int:
    """The last number given: cheap enough to ask again and again. 1 query."""
    return Syncstand.lees().volgnummer


def _zonder_nummer() -> QuerySet[Publicatie]:
    return Publicatie.objects.filter(volgnummer__isnull=True, documentsoort__in=VOOR_LEZERS)
