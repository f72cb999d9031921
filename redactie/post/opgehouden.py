"""What was tried and did not go out, counted per reason and receiver: what an administrator reads of it.

Nothing of what the mails say. Each room that mails gives its own pile (hook `antwoord_post`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, Min, QuerySet

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

    2 queries, and those of `namen` when something is held up.
    """
    rijen = list(
        wachtend.exclude(bericht_fout="")
        .order_by()
        .values("bericht_fout", voor)
        .annotate(aantal=Count("pk"), sinds=Min(sinds), laatst=Max("bericht_geprobeerd_op"))
    )
    heet = namen() if rijen else {}
    gevonden = (
        Opgehouden(
            waarover,
            Berichtfout(rij["bericht_fout"]).label,
            heet.get(rij[voor], str(rij[voor])),
            rij["aantal"],
            rij["sinds"],
            rij["laatst"],
        )
        for rij in rijen
    )
    laatste = wachtend.model._base_manager.aggregate(op=Max("bericht_op"))["op"]
    return Stapel(tuple(gevonden), laatste)
