"""Where the lines of supervisor and children go: the screen, and a file that is bounded in size.

Access lines go to the file alone. A full disk must not stop the supervisor: it says so once and goes on.
"""

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

TOEGANG = "toegang "


class _Bestand(RotatingFileHandler):
    gemeld = False

    def handleError(self, record: logging.LogRecord) -> None:
        if not self.gemeld:
            self.gemeld = True
            print("Het logbestand kan niet worden geschreven (schijf vol?).", file=sys.stderr, flush=True)


class _Regel(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        naam = record.name.removeprefix("antwoord.").removeprefix("kind.")
        return f"{self.formatTime(record, '%H:%M:%S')} {naam:<9} | {record.getMessage()}"


def _voor_scherm(record: logging.LogRecord) -> bool:
    return not record.getMessage().startswith(TOEGANG)


def stel_in(logmap: Path) -> None:
    scherm = logging.StreamHandler(sys.stdout)
    scherm.addFilter(_voor_scherm)
    bestand = _Bestand(
        logmap / "antwoord.log", maxBytes=10_000_000, backupCount=3, encoding="utf-8", delay=True
    )
    wortel = logging.getLogger("antwoord")
    wortel.setLevel(logging.INFO)
    wortel.handlers[:] = [scherm, bestand]
    wortel.propagate = False
    for handler in wortel.handlers:
        handler.setFormatter(_Regel())
