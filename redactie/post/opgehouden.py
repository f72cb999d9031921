"""What was tried and did not go out, counted per reason and receiver: what an administrator reads of it.

Nothing of what the mails say. Each room that mails gives its own pile (hook `antwoord_post`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Min, Q, QuerySet

from redactie.keuzes import Berichtfout

HOOK = "antwoord_post"


@dataclass(frozen=True, slots=True)
class Opgehouden:
    """Mails for one receiver that did not go out, for one reason."""

    waarover: str
    reden: str
    voor: str
    aantal: int
    sinds: datetime
    laatst: datetime


@dataclass(frozen=True, slots=True)
class Stapel:
    """The mail of one kind: what is held up, and when one last went out."""

    opgehouden: tuple[Opgehouden, ...]
    laatste: datetime | None


def stapel(
    wachtend: QuerySet, *, waarover: str, voor: str, sinds: str, namen: Callable[[], dict[str, str]]
) -> Stapel:
    """`voor` and `sinds` are columns: for whom it is, and since when it waits. `namen`: what a receiver is called.

    1 query, and those of `namen` when something is held up.
    """
    alle = wachtend.model._base_manager.filter(
        Q(bericht_op__isnull=False) | Q(pk__in=wachtend.exclude(bericht_fout="").values("pk"))
    )
    groepen = list(
        alle.order_by()
        .values("bericht_fout", voor)
        .annotate(
            aantal=Count("pk"),
            sinds=Min(sinds),
            geprobeerd=Max("bericht_geprobeerd_op"),
            verstuurd=Max("bericht_op"),
        )
    )
    # What went out has no fault any more.
    rijen = [groep for groep in groepen if groep["bericht_fout"]]
    heet = namen() if rijen else {}
    gevonden = (
        Opgehouden(
            waarover,
            Berichtfout(rij["bericht_fout"]).label,
            heet.get(rij[voor], str(rij[voor])),
            rij["aantal"],
            rij["sinds"],
            rij["geprobeerd"],
        )
        for rij in rijen
    )
    verstuurd = [groep["verstuurd"] for groep in groepen if groep["verstuurd"] is not None]
    return Stapel(tuple(gevonden), max(verstuurd, default=None))
