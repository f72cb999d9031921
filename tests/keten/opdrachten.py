"""Management commands of a running installation, each in a new process that need not load Django again.

`python -m tests.keten.opdrachten` loads what every command loads, and touches no data: no connection, no index, no
thread. Each line that comes in is a JSON object `{woorden, invoer}`; a fork of that untouched state becomes
`manage.py <woorden>`, ends as a process ends, and the answer is a line `{code, uitvoer}`.
"""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import IO, Any, Self

GEDULD = 900.0
"""Seconds for one command: longer than any of them is patient itself."""


class Opdrachten:
    """The other end: ask one command after the other."""

    def __init__(self, proces: subprocess.Popen[str]) -> None:
        self.proces = proces

    @classmethod
    def start(cls, omgeving: Mapping[str, str], werkmap: Path) -> Self:
        opdracht = [sys.executable, "-m", __name__]
        pijp = subprocess.PIPE
        return cls(
            subprocess.Popen(opdracht, cwd=werkmap, env=dict(omgeving), stdin=pijp, stdout=pijp, text=True)
        )

    def voer_uit(self, woorden: tuple[str, ...], invoer: str | None) -> tuple[int, str, str]:
        """Exit code, what it printed, and its complaints."""
        assert self.proces.stdin is not None
        assert self.proces.stdout is not None
        self.proces.stdin.write(json.dumps({"woorden": woorden, "invoer": invoer or ""}) + "\n")
        self.proces.stdin.flush()
        klaar, _, _ = select.select([self.proces.stdout], [], [], GEDULD)
        assert klaar, f"{woorden} is na {GEDULD:.0f} seconden niet klaar"
        antwoord = self.proces.stdout.readline()
        assert antwoord, f"wat opdrachten uitvoert is gestopt: {self.proces.poll()}"
        return tuple(json.loads(antwoord))

    def stop(self) -> None:
        self.proces.communicate(timeout=30)


def main() -> None:
    import django
    from django.conf import settings
    from django.core.management import execute_from_command_line
    from django.db import connection

    django.setup()
    import_module(settings.ROOT_URLCONF)
    assert connection.connection is None, "a fork may not share a connection"
    # The commands get the standard streams; their own names for them stay untouched until then.
    vragen, antwoorden = os.fdopen(os.dup(0)), os.fdopen(os.dup(1), "w")
    for regel in vragen:
        vraag: dict[str, Any] = json.loads(regel)
        with (
            tempfile.TemporaryFile() as in_,
            tempfile.TemporaryFile() as uit,
            tempfile.TemporaryFile() as fout,
        ):
            in_.write(vraag["invoer"].encode())
            in_.seek(0)
            kind = os.fork()
            if kind == 0:
                for nummer, stroom in enumerate((in_, uit, fout)):
                    os.dup2(stroom.fileno(), nummer)
                execute_from_command_line(["manage.py", *vraag["woorden"]])
                return
            code = os.waitstatus_to_exitcode(os.waitpid(kind, 0)[1])
            antwoorden.write(json.dumps((code, _lees(uit), _lees(fout))) + "\n")
            antwoorden.flush()


def _lees(stroom: IO[bytes]) -> str:
    stroom.seek(0)
    return stroom.read().decode()


if __name__ == "__main__":
    main()
