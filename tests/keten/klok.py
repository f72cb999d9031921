"""The clock of an installation: a test moves it ahead, and the running processes follow.

What a visitor's browser thinks of the time does not change; nothing here is made in the browser.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from redactie.periode import AMSTERDAM, begin_van

VERZET = Path(__file__).with_name("verzet")
INHALEN = 0.5
"""Seconds after which every process has seen that the clock was moved; it looks every 20 ms."""


@dataclass
class Klok:
    bestand: Path

    @property
    def omgeving(self) -> dict[str, str]:
        return {"PYTHONPATH": str(VERZET), "KETEN_KLOK": str(self.bestand)}

    def nu(self) -> datetime:
        verzet = float(self.bestand.read_text("ascii")) if self.bestand.exists() else 0.0
        return datetime.fromtimestamp(time.time() + verzet, AMSTERDAM)

    def zet(self, moment: datetime) -> None:
        nieuw = self.bestand.with_suffix(".nieuw")
        nieuw.write_text(str(moment.timestamp() - time.time()), "ascii")
        nieuw.replace(self.bestand)
        time.sleep(INHALEN)

    def morgen(self) -> date:
        return self.nu().date() + timedelta(days=1)

    def tot_vlak_voor(self, dag: date, marge: timedelta) -> None:
        """Move on to shortly before the beginning of that day; then it comes by itself."""
        self.zet(begin_van(dag) - marge)
