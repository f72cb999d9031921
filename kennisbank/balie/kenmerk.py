"""The reference of an answer, to paste into a contact register: which text, of which municipality, as seen when. Pure.

It names what a publication keeps for ever: the key and version of the product, and the version of the gemeente document
that gave the telephone number and the notices. Without a municipality it also says which fields were left out, because
they differed, and where: that hung on who looked. Nothing in it says who that was, or about whom. Whether it is still
as it was made: `zegel.py`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from redactie.veld import Veld

VORM = "%Y-%m-%dT%H.%M"
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")


@dataclass(frozen=True, slots=True)
class Kenmerk:
    """`gemeenteversie` 0: there was no gemeente document. `op` is a local time, to the minute."""

    bereik: str
    sleutel: str
    versie: int
    gemeenteversie: int
    op: datetime
    verschilt: Mapping[Veld, tuple[str, ...]] = field(default_factory=dict)
    """In the region: field → the municipalities (slugs) that differed there."""

    @property
    def moment(self) -> str:
        return self.op.strftime(VORM)

    @property
    def weggelaten(self) -> dict[str, str]:
        """As it stands behind the address: `{"kosten": "dordrecht.sliedrecht"}`."""
        return {veld.value: ".".join(self.verschilt[veld]) for veld in Veld if veld in self.verschilt}


def lees_moment(moment: str, zone: tzinfo) -> datetime | None:
    """A moment as `Kenmerk.moment` writes it; None when it is none."""
    try:
        return datetime.strptime(moment, VORM).replace(tzinfo=zone)
    except ValueError:
        return None


def lees_weggelaten(gegeven: Mapping[str, str]) -> dict[Veld, tuple[str, ...]]:
    """What `Kenmerk.weggelaten` wrote, as it comes back from the address; anything else in it says nothing."""
    per_veld = {veld: tuple(filter(_SLUG.fullmatch, gegeven.get(veld.value, "").split("."))) for veld in Veld}
    return {veld: slugs for veld, slugs in per_veld.items() if slugs}
