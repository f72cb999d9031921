"""The scope of a search: which bereik, and whether the desk asks.

Made by the server from the host name or the path, never from a query or a session. It fails closed: without a valid
bereik there is no Scope, and without a Scope there is no search.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_SLUG = 200


class GeenScope(ValueError):
    """The bereik is missing or is not a slug."""


def is_slug(waarde: object) -> bool:
    return isinstance(waarde, str) and len(waarde) <= MAX_SLUG and _SLUG.fullmatch(waarde) is not None


@dataclass(frozen=True, slots=True)
class Scope:
    """One bereik (a gemeente, or the region), seen by the public or by the desk; use `publiek` and `balie`."""

    bereik: str
    intern: bool

    def __post_init__(self) -> None:
        if not is_slug(self.bereik):
            raise GeenScope(f"Geen geldig bereik: {self.bereik!r}")
        if not isinstance(self.intern, bool):
            raise GeenScope("Zeg of de balie vraagt of het publiek.")


def publiek(bereik: str) -> Scope:
    """What everybody may find: internal fields, and their words, do not exist."""
    return Scope(bereik, intern=False)


def balie(bereik: str) -> Scope:
    """What an agent may find: the words of internal fields too."""
    return Scope(bereik, intern=True)
