"""Processes of a measurement: started in a session of their own, ended by their own number, whatever happens."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.keten.installatie import BASIS

GENADETIJD = 15.0


@contextlib.contextmanager
def draaiend(
    opdracht: Sequence[str], omgeving: Mapping[str, str], logboek: Path, **pijpen: int
) -> Iterator[subprocess.Popen[bytes]]:
    """A running process; its errors (and its output, unless that is a pipe) go to `logboek`."""
    with logboek.open("ab") as log:
        proces = subprocess.Popen(
            opdracht,
            cwd=BASIS,
            env=dict(omgeving),
            stderr=log,
            start_new_session=True,
            **({"stdout": log} | pijpen),  # type: ignore[arg-type]  stdin and stdout
        )
    try:
        yield proces
    finally:
        _beeindig(proces)


def _beeindig(proces: subprocess.Popen[bytes]) -> None:
    if proces.poll() is None:
        _sein(proces, signal.SIGTERM)
        try:
            proces.wait(GENADETIJD)
        except subprocess.TimeoutExpired:
            _sein(proces, signal.SIGKILL)
            proces.wait()
    for pijp in (proces.stdin, proces.stdout):
        if pijp is not None:
            with contextlib.suppress(OSError):
                pijp.close()


def _sein(proces: subprocess.Popen[bytes], nummer: signal.Signals) -> None:
    """To its whole session: gunicorn's workers are children of the child."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(proces.pid, nummer)


def uitvoer(module: str, *woorden: str, omgeving: Mapping[str, str], seconden: float) -> str:
    """Run a module to its end; its standard output. RuntimeError with what it said when it fails or takes too long."""
    opdracht = [sys.executable, "-m", module, *woorden]
    klaar = subprocess.run(
        opdracht, cwd=BASIS, env=dict(omgeving), capture_output=True, text=True, timeout=seconden, check=False
    )
    if klaar.returncode != 0:
        raise RuntimeError(f"{module} failed\n{klaar.stdout[-2000:]}\n{klaar.stderr[-4000:]}")
    return klaar.stdout


class Gesprek:
    """A line in, a line out, with a process that keeps running: its start-up is not part of what is measured."""

    def __init__(self, proces: subprocess.Popen[bytes], geduld: float) -> None:
        self.proces = proces
        self.geduld = geduld

    def vraag(self, regel: str) -> str:
        self.zeg(regel)
        return self.lees()

    def zeg(self, regel: str) -> None:
        assert self.proces.stdin is not None
        self.proces.stdin.write(regel.encode() + b"\n")
        self.proces.stdin.flush()

    def lees(self) -> str:
        assert self.proces.stdout is not None
        # A process that hangs is ended, and then the line that it never wrote reads as empty.
        wekker = threading.Timer(self.geduld, _sein, (self.proces, signal.SIGKILL))
        wekker.start()
        try:
            antwoord = self.proces.stdout.readline()
        finally:
            wekker.cancel()
        if not antwoord:
            raise RuntimeError(f"process {self.proces.pid} stopped answering; see the log of this run")
        return antwoord.decode()


@contextlib.contextmanager
def gesprek(
    opdracht: Sequence[str], omgeving: Mapping[str, str], logboek: Path, *, geduld: float = 60.0
) -> Iterator[Gesprek]:
    pijpen = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with draaiend(opdracht, omgeving, logboek, **pijpen) as proces:
        yield Gesprek(proces, geduld)


def cpu_ms(pid: int) -> float | None:
    """Processor time of a process and its children so far, in milliseconds; None where there is no /proc."""
    try:
        standen = [_stand(pad) for pad in Path("/proc").glob("[0-9]*/stat")]
    except OSError:
        return None
    tikken = sum(gebruikt for nummer, ouder, gebruikt in filter(None, standen) if pid in (nummer, ouder))
    return tikken * 1000 / os.sysconf("SC_CLK_TCK") if tikken else None


def _stand(pad: Path) -> tuple[int, int, int] | None:
    """Number, parent's number and clock ticks; None for a process that has gone meanwhile."""
    try:
        nummer, _, rest = pad.read_text("utf-8", "replace").partition(" (")
    except OSError:
        return None
    velden = rest.rpartition(") ")[2].split()
    return int(nummer), int(velden[1]), int(velden[11]) + int(velden[12])


def geheugen_mib(pid: int) -> float | None:
    """What a process and its children hold, shared memory counted once; None where there is no /proc."""
    try:
        standen = [_stand(pad) for pad in Path("/proc").glob("[0-9]*/stat")]
    except OSError:
        return None
    nummers = [nummer for nummer, ouder, _ in filter(None, standen) if pid in (nummer, ouder)]
    kib = [_deel_kib(nummer) for nummer in nummers]
    return sum(kib) / 1024 if kib else None


def _deel_kib(pid: int) -> int:
    """Its share (PSS); nothing for a process that has gone meanwhile."""
    with contextlib.suppress(OSError):
        for regel in Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8").splitlines():
            if regel.startswith("Pss:"):
                return int(regel.split()[1])
    return 0
