"""The digests of a sheet that an archivist keeps, and whether a kept file still agrees with them.

Pure. A file holds each content exactly as the database does, between tags that say its digest; one digest over all of
them stands on top. `controleer` reads such a file back.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

_INHOUD = re.compile(
    r'<pre class="inhoud" data-naam="([^"]*)" data-sha256="([0-9a-f]{64})">(.*?)</pre>', re.DOTALL
)
_SAMEN = re.compile(r'data-samen="([0-9a-f]{64})"')


@dataclass(frozen=True, slots=True)
class Oordeel:
    """`gebroken`: the names of the contents that are not what their digest says; `samen`: the one over all."""

    aantal: int
    gebroken: tuple[str, ...]
    samen: str
    samen_klopt: bool
    hashes: tuple[str, ...] = ()

    @property
    def klopt(self) -> bool:
        return self.aantal > 0 and not self.gebroken and self.samen_klopt


def digest_over(delen: Iterable[tuple[str, str]]) -> str:
    """SHA-256 over a line `digest name` for each, sorted: the same for the same contents in any order."""
    regels = sorted(f"{hash_} {naam}\n" for naam, hash_ in delen)
    return sha256("".join(regels).encode()).hexdigest()


def controleer(bestand: str) -> Oordeel:
    """Whether the contents in the text of a kept file are those that it says."""
    gevonden = [(html.unescape(naam), hash_, html.unescape(tekst)) for naam, hash_, tekst in _delen(bestand)]
    samen = _SAMEN.search(bestand)
    gezegd = samen[1] if samen else ""
    return Oordeel(
        aantal=len(gevonden),
        gebroken=tuple(
            naam for naam, hash_, tekst in gevonden if sha256(tekst.encode()).hexdigest() != hash_
        ),
        samen=gezegd,
        samen_klopt=gezegd == digest_over((naam, hash_) for naam, hash_, _ in gevonden),
        hashes=tuple(hash_ for _, hash_, _ in gevonden),
    )


def _delen(bestand: str) -> list[tuple[str, str, str]]:
    return _INHOUD.findall(bestand)
