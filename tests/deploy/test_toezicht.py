"""The supervisor: the lines of its children, a restart after a crash, a clean end."""

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from deploy import start
from deploy.toezicht import Kind, Toezicht
from redactie.settings.omgeving import BASE_DIR


def wacht_tot(voorwaarde: Callable[[], bool], seconden: float = 10) -> bool:
    einde = time.monotonic() + seconden
    while time.monotonic() < einde:
        if voorwaarde():
            return True
        time.sleep(0.05)
    return False


def leeft(nummer: int) -> bool:
    """Not ended and not a zombie that waits for its parent."""
    try:
        return "State:\tZ" not in Path(f"/proc/{nummer}/status").read_text("utf-8")
    except FileNotFoundError:
        return False


class Regels(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.regels: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.regels.append(f"{record.name.rpartition('.')[2]}: {record.getMessage()}")


@pytest.fixture
def regels() -> Iterator[list[str]]:
    handler = Regels()
    wortel = logging.getLogger("antwoord")
    niveau = wortel.level
    wortel.addHandler(handler)
    wortel.setLevel(logging.INFO)
    yield handler.regels
    wortel.removeHandler(handler)
    wortel.setLevel(niveau)


def python(code: str) -> list[str]:
    return [sys.executable, "-u", "-c", code]


def draai(kinderen: list[Kind], tot: Callable[[], bool], seconden: float = 20) -> int:
    """Run the supervisor in this (main) thread until the condition holds; what it returns."""
    einde = time.monotonic() + seconden
    toezicht = Toezicht(kinderen, werkmap=BASE_DIR)
    toezicht.elke_tik.append(lambda: toezicht.stop() if tot() or time.monotonic() > einde else None)
    return toezicht.draai()


def test_regels_van_een_kind_krijgen_zijn_naam(regels: list[str]) -> None:
    kind = Kind("sync", python("import time; print('één'); print('twee'); time.sleep(60)"))
    assert draai([kind], lambda: "sync: twee" in regels) == 0
    assert regels[:2] == ["sync: één", "sync: twee"]


def test_een_kind_dat_omvalt_wordt_opnieuw_gestart(regels: list[str], tmp_path: Path) -> None:
    teller = tmp_path / "teller"
    kind = Kind("web", python(f"open({str(teller)!r}, 'a').write('x'); raise SystemExit(7)"))
    kind.pauze = 0.05
    draai([kind], lambda: teller.is_file() and len(teller.read_text()) >= 2)
    assert "toezicht: web is gestopt (code 7); nieuwe poging over 0 seconden" in regels


def test_de_pauze_tussen_pogingen_groeit_tot_een_minuut(regels: list[str]) -> None:
    kind = Kind("web", [])
    toezicht = Toezicht([kind], werkmap=BASE_DIR)
    kind.gestart_op = time.monotonic()
    pauzes = []
    for _ in range(8):
        pauzes.append(kind.pauze)
        toezicht._plan_herstart(kind, 1)
    assert pauzes == [1, 2, 4, 8, 16, 32, 60, 60]


def test_wie_lang_gedraaid_heeft_begint_weer_met_een_korte_pauze() -> None:
    kind = Kind("web", [], pauze=32, gestart_op=time.monotonic() - 31)
    Toezicht([kind], werkmap=BASE_DIR)._plan_herstart(kind, 1)
    assert kind.herstart_op - time.monotonic() == pytest.approx(1, abs=0.5)


def test_een_bezette_sync_wordt_in_gewone_taal_gemeld(regels: list[str]) -> None:
    kind = Kind("sync", python("raise SystemExit(3)"), start.UITLEG_SYNC)
    draai([kind], lambda: any("er draait al een sync" in regel for regel in regels))
    assert any(regel.startswith("toezicht: sync kan niet starten: er draait al een sync") for regel in regels)


def test_een_sein_beeindigt_alle_kinderen_en_hun_kinderen(regels: list[str]) -> None:
    kleinkind = (
        "import subprocess, sys, time; p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "print(p.pid); time.sleep(60)"
    )
    kinderen = [Kind("web", python(kleinkind)), Kind("sync", python("import time; print(1); time.sleep(60)"))]

    def zodra_beide_draaien() -> bool:
        if len(regels) == 2:
            os.kill(os.getpid(), signal.SIGTERM)
        return False

    assert draai(kinderen, zodra_beide_draaien) == 0
    nummer = int(next(regel.partition(": ")[2] for regel in regels if regel.startswith("web")))
    assert wacht_tot(lambda: not leeft(nummer))
    assert all(kind.proces is None for kind in kinderen)


def test_wie_niet_luistert_wordt_na_de_genadetijd_gedood(
    regels: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deploy.toezicht.GENADETIJD", 0.3)
    doof = (
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('klaar'); time.sleep(60)"
    )
    kind = Kind("web", python(doof))
    assert draai([kind], lambda: "web: klaar" in regels) == 1
    assert kind.proces is None


@pytest.mark.skipif(sys.platform != "linux", reason="alleen Linux kent een sein bij de dood van de ouder")
def test_een_gedode_supervisor_laat_geen_kinderen_achter(tmp_path: Path) -> None:
    merk = tmp_path / "nummer"
    kind = f"import os, time; open({str(merk)!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    code = (
        "from pathlib import Path; from deploy.toezicht import *\n"
        f"Toezicht([Kind('web', [sys.executable, '-c', {kind!r}])], werkmap=Path.cwd()).draai()"
    )
    supervisor = subprocess.Popen([sys.executable, "-c", code], cwd=BASE_DIR)
    assert wacht_tot(lambda: merk.is_file() and merk.read_text() != "")
    supervisor.kill()
    supervisor.wait()
    assert wacht_tot(lambda: not leeft(int(merk.read_text())))
