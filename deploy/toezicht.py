"""Keeps child processes alive: restarts what stops, with growing pauses; passes their lines on; ends them together.

Knows nothing of Django or of what the children do. One thread, so that Linux' parent-death signal (which hangs on
the thread that started the child) means what it says.
"""

import contextlib
import logging
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

KORTSTE_PAUZE = 1.0
LANGSTE_PAUZE = 60.0
STABIEL_NA = 30.0
GENADETIJD = 20.0
KIND = str(Path(__file__).with_name("kind.py"))

log = logging.getLogger("antwoord.toezicht")


@dataclass
class Kind:
    """A command under supervision. `uitleg` gives for an exit code what to tell the operator."""

    naam: str
    opdracht: Sequence[str]
    uitleg: dict[int, str] = field(default_factory=dict)
    proces: subprocess.Popen[bytes] | None = None
    pauze: float = KORTSTE_PAUZE
    gestart_op: float = 0.0
    herstart_op: float = 0.0
    rest: bytes = b""


class Toezicht:
    """`draai()` returns when a signal came or `stop()` was called, with all children ended."""

    def __init__(
        self, kinderen: Sequence[Kind], *, werkmap: Path, elke_tik: Sequence[Callable[[], None]] = ()
    ) -> None:
        self.kinderen = list(kinderen)
        self.werkmap = werkmap
        self.elke_tik = list(elke_tik)
        self.stoppen = False
        self.kiezer = selectors.DefaultSelector()

    def stop(self, *_: object) -> None:
        self.stoppen = True

    def draai(self) -> int:
        """Run until stopped; the number of children that had to be killed."""
        vorige = {s: signal.signal(s, self.stop) for s in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
        try:
            while not self.stoppen:
                self._start_wat_aan_de_beurt_is()
                self._lees(0.2)
                self._oogst()
                for doe in self.elke_tik:
                    doe()
        finally:
            gedood = self._beeindig()
            for nummer, afhandeling in vorige.items():
                signal.signal(nummer, afhandeling)
        return gedood

    def herstart(self, naam: str) -> None:
        """End one child now; the loop starts it again without a pause."""
        for kind in self.kinderen:
            if kind.naam == naam and kind.proces is not None:
                kind.pauze = 0.0
                _sein(kind, signal.SIGTERM)

    def _start_wat_aan_de_beurt_is(self) -> None:
        for kind in self.kinderen:
            if kind.proces is None and time.monotonic() >= kind.herstart_op:
                self._start(kind)

    def _start(self, kind: Kind) -> None:
        # A session of its own: Ctrl-C reaches only the supervisor, which ends the children in order.
        kind.proces = subprocess.Popen(
            kind_opdracht(kind.opdracht),
            cwd=self.werkmap,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        kind.gestart_op = time.monotonic()
        assert kind.proces.stdout is not None
        os.set_blocking(kind.proces.stdout.fileno(), False)
        self.kiezer.register(kind.proces.stdout, selectors.EVENT_READ, kind)

    def _lees(self, wachttijd: float) -> None:
        if not self.kiezer.get_map():
            time.sleep(wachttijd)
            return
        for sleutel, _ in self.kiezer.select(wachttijd):
            kind: Kind = sleutel.data
            stuk = os.read(sleutel.fd, 65536)
            if stuk:
                *regels, kind.rest = (kind.rest + stuk).split(b"\n")
                for regel in regels:
                    _meld(kind, regel)
            else:
                self.kiezer.unregister(sleutel.fileobj)

    def _oogst(self) -> None:
        for kind in self.kinderen:
            if kind.proces is not None and (code := kind.proces.poll()) is not None:
                self._ruim_op(kind)
                if not self.stoppen:
                    self._plan_herstart(kind, code)

    def _ruim_op(self, kind: Kind) -> None:
        assert kind.proces is not None
        assert kind.proces.stdout is not None
        with contextlib.suppress(OSError):
            kind.rest += kind.proces.stdout.read() or b""
        for regel in kind.rest.splitlines():
            _meld(kind, regel)
        kind.rest = b""
        if kind.proces.stdout.fileno() in self.kiezer.get_map():
            self.kiezer.unregister(kind.proces.stdout)
        kind.proces.stdout.close()
        kind.proces = None

    def _plan_herstart(self, kind: Kind, code: int) -> None:
        nu = time.monotonic()
        if kind.pauze and nu - kind.gestart_op > STABIEL_NA:
            kind.pauze = KORTSTE_PAUZE
        if kind.pauze:
            reden = kind.uitleg.get(code, f"is gestopt (code {code})")
            log.warning("%s %s; nieuwe poging over %.0f seconden", kind.naam, reden, kind.pauze)
        kind.herstart_op = nu + kind.pauze
        kind.pauze = min(max(kind.pauze, KORTSTE_PAUZE / 2) * 2, LANGSTE_PAUZE)

    def _beeindig(self) -> int:
        levend = [kind for kind in self.kinderen if kind.proces is not None]
        for kind in levend:
            _sein(kind, signal.SIGTERM)
        einde = time.monotonic() + GENADETIJD
        while any(kind.proces is not None for kind in levend) and time.monotonic() < einde:
            self._lees(0.05)
            self._oogst()
        gedood = 0
        for kind in levend:
            if kind.proces is not None:
                gedood += 1
                _sein(kind, signal.SIGKILL)
                kind.proces.wait()
                self._ruim_op(kind)
        self.kiezer.close()
        return gedood


def kind_opdracht(opdracht: Sequence[str]) -> list[str]:
    """The command, wrapped so that it ends when this process is killed."""
    return [sys.executable, KIND, str(os.getpid()), *opdracht]


def _sein(kind: Kind, nummer: signal.Signals) -> None:
    """To the whole group: gunicorn's workers and runserver's reloader are children of the child."""
    if kind.proces is not None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(kind.proces.pid, nummer)


def _meld(kind: Kind, regel: bytes) -> None:
    tekst = regel.decode("utf-8", "replace").rstrip()
    if tekst:
        logging.getLogger(f"antwoord.kind.{kind.naam}").info("%s", tekst)
