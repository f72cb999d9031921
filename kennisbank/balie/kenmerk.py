"""The reference of an answer, to paste into a contact register: which text, of which municipality, as seen when. Pure.

It names what a publication keeps for ever: the key and version of the product, and the version of the gemeente document
that gave the telephone number and the notices. Nothing in it says who looked, or about whom.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

VORM = "%Y-%m-%dT%H.%M"


@dataclass(frozen=True, slots=True)
class Kenmerk:
    """`gemeenteversie` 0: there was no gemeente document. `op` is a local time, to the minute."""

    bereik: str
    sleutel: str
    versie: int
    gemeenteversie: int
    op: datetime

    @property
    def moment(self) -> str:
        return self.op.strftime(VORM)


def lees_moment(moment: str, zone: tzinfo) -> datetime | None:
    """A moment as `Kenmerk.moment` writes it; None when it is none."""
    try:
        return datetime.strptime(moment, VORM).replace(tzinfo=zone)
    except ValueError:
        return None
