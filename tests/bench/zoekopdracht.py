"""What a process of the search measurements is told, on its command line, and what it says of itself."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.bench.zoekers import Machine


@dataclass(frozen=True, slots=True)
class Opdracht:
    """`gemeenten`: how many municipalities, of `producten` each. `keren`: how often a document is written."""

    machine: Machine
    bron: str
    gemeenten: int
    producten: int
    keren: int

    def als_tekst(self) -> str:
        return json.dumps(asdict(self))


def lees(tekst: str) -> Opdracht:
    gelezen = json.loads(tekst)
    return Opdracht(**{**gelezen, "machine": Machine(**gelezen["machine"])})


def geheugen(pids: Iterable[int | str] = ("self",)) -> int:
    """Bytes in memory of these processes together; 0 where there is no /proc, or it is not ours to read."""
    return sum(map(_geheugen, pids))


def _geheugen(pid: int | str) -> int:
    try:
        regels = Path(f"/proc/{pid}/status").read_text("utf-8").splitlines()
    except OSError:
        return 0
    return next((int(regel.split()[1]) * 1024 for regel in regels if regel.startswith("VmRSS:")), 0)
