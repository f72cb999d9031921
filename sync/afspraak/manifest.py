"""Comparing two sets of documents without sending them: a digest per bucket, and the list only of buckets that differ.

Pure. A document's bucket is the first byte of the SHA-256 of its name (`bereik/documentsoort/sleutel`), in
hexadecimal. A bucket's digest is the SHA-256 of its lines, in order of name: `name version hash`, a newline after
each; a withdrawn document has `-` for a hash. Empty buckets have no digest.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping

Regel = tuple[str, int, str]
"""Name, version, hash; hash empty: withdrawn."""


def naam_van(bereik: str, documentsoort: str, sleutel: str) -> str:
    return f"{bereik}/{documentsoort}/{sleutel}"


def splits(naam: str) -> tuple[str, str, str]:
    """The three parts of a name; ValueError when it has not three."""
    bereik, documentsoort, sleutel = naam.split("/")
    return bereik, documentsoort, sleutel


def emmer_van(naam: str) -> str:
    return hashlib.sha256(naam.encode()).hexdigest()[:2]


def samenvatting(regels: Iterable[Regel]) -> dict[str, str]:
    """bucket → digest."""
    emmers: defaultdict[str, list[Regel]] = defaultdict(list)
    for regel in regels:
        emmers[emmer_van(regel[0])].append(regel)
    return {emmer: _hash(leden) for emmer, leden in sorted(emmers.items())}


def verschillende(onze: Mapping[str, str], hunne: Mapping[str, str]) -> frozenset[str]:
    """The buckets of which the digests differ, or that one side has and the other has not."""
    return frozenset(emmer for emmer in {*onze, *hunne} if onze.get(emmer) != hunne.get(emmer))


def _hash(regels: list[Regel]) -> str:
    tekst = "".join(f"{naam} {versie} {hash_ or '-'}\n" for naam, versie, hash_ in sorted(regels))
    return hashlib.sha256(tekst.encode()).hexdigest()
