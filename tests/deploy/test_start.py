"""The supervisor and what it refuses: clear messages, a restart after a crash, a clean end."""

import errno
import logging
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from deploy import logboek, start, vooraf
from deploy.bundel import bundel
from deploy.toezicht import Kind, Toezicht
from redactie.settings.omgeving import BASE_DIR, Omgeving, lees


def omgeving(**variabelen: str) -> Omgeving:
    return lees(variabelen)


@pytest.fixture
def bezette_poort() -> Iterator[int]:
    with socket.socket() as luisteraar:
        luisteraar.bind(("127.0.0.1", 0))
        luisteraar.listen()
        yield luisteraar.getsockname()[1]


def vrije_poort() -> int:
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        return int(proef.getsockname()[1])


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


# Before the start


def test_een_bezette_poort_geeft_een_melding_met_een_andere_poort(bezette_poort: int) -> None:
    with pytest.raises(vooraf.Weigering, match="is al in gebruik") as weigering:
        vooraf.poort_vrij(omgeving(PORT=str(bezette_poort)))
    assert f"make run PORT={bezette_poort + 1}" in str(weigering.value)


def test_een_vrije_poort_mag() -> None:
    vooraf.poort_vrij(omgeving(PORT=str(vrije_poort())))


def test_een_volle_schijf_geeft_een_melding_met_de_map(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Vol:
        free = 5 * 2**20

    monkeypatch.setattr(shutil, "disk_usage", lambda pad: Vol)
    with pytest.raises(vooraf.Weigering, match="De schijf is vol") as weigering:
        vooraf.datamap(tmp_path)
    assert f"in {tmp_path} is nog 5 MB vrij" in str(weigering.value)


def test_een_schijf_die_volloopt_bij_het_schrijven_geeft_dezelfde_melding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vol(pad: Path, inhoud: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", vol)
    with pytest.raises(vooraf.Weigering, match="De schijf is vol"):
        vooraf.datamap(tmp_path)


def test_een_datamap_waar_niet_geschreven_kan_worden(tmp_path: Path) -> None:
    bestand = tmp_path / "bestand"
    bestand.write_text("geen map", "utf-8")
    with pytest.raises(vooraf.Weigering, match="kan niet schrijven in"):
        vooraf.datamap(bestand)


def test_twee_keer_op_een_datamap_wordt_geweigerd_met_het_procesnummer(tmp_path: Path) -> None:
    with vooraf.slot(tmp_path), pytest.raises(vooraf.Weigering, match=f"proces {os.getpid()}"):
        vooraf.slot(tmp_path)


def test_na_afloop_is_de_datamap_weer_vrij(tmp_path: Path) -> None:
    vooraf.slot(tmp_path).close()
    vooraf.slot(tmp_path).close()


@pytest.mark.parametrize("luister", ["0.0.0.0", "192.0.2.1", "::"])  # noqa: S104  refused, not bound
def test_met_ontwikkelinstellingen_luistert_niets_naar_buiten(luister: str) -> None:
    with pytest.raises(vooraf.Weigering, match="alleen op deze computer"):
        vooraf.alleen_deze_machine(omgeving(ANTWOORD_LUISTER=luister), vooraf.ONTWIKKELING)
    vooraf.alleen_deze_machine(omgeving(ANTWOORD_LUISTER=luister), "redactie.settings.production")


def test_start_zegt_bij_een_bezette_poort_alleen_die_melding(bezette_poort: int, tmp_path: Path) -> None:
    uitkomst = subprocess.run(
        [sys.executable, "-m", "deploy.start"],
        cwd=BASE_DIR,
        env=os.environ | {"PORT": str(bezette_poort), "ANTWOORD_DATA": str(tmp_path)} | ONTWIKKELING,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert uitkomst.returncode == 1
    assert uitkomst.stderr.strip().startswith(f"Poort {bezette_poort} is al in gebruik")
    assert "Traceback" not in uitkomst.stderr


ONTWIKKELING = {"DJANGO_SETTINGS_MODULE": vooraf.ONTWIKKELING, "DATABASE_URL": ""}


@pytest.mark.parametrize(
    ("code", "melding"),
    [(errno.ENOSPC, "De schijf is vol"), (1, "start gerust opnieuw")],
)
def test_een_mislukte_voorbereiding_zegt_wat_te_doen(
    code: int, melding: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "MANAGE", [sys.executable, "-c", f"raise SystemExit({code})"])
    with pytest.raises(vooraf.Weigering, match=melding):
        start.bereid_voor(omgeving(ANTWOORD_DATA=str(tmp_path)))


# While it runs


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


# Lines and styles


def test_toegangsregels_gaan_naar_het_bestand_en_niet_naar_het_scherm(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    logboek.stel_in(tmp_path)
    logging.getLogger("antwoord.kind.web").info("toegang GET /balie/regio/ 200")
    logging.getLogger("antwoord.kind.web").info("klaar om te dienen")
    assert "toegang" not in capsys.readouterr().out
    inhoud = (tmp_path / "antwoord.log").read_text("utf-8")
    assert "toegang GET /balie/regio/ 200" in inhoud
    assert "web       | klaar om te dienen" in inhoud
    logging.getLogger("antwoord").handlers.clear()


def test_het_toegangslog_heeft_geen_zoekvraag() -> None:
    tekst = (BASE_DIR / "deploy" / "gunicorn_conf.py").read_text("utf-8")
    opmaak = next(regel for regel in tekst.splitlines() if regel.startswith("access_log_format"))
    for met_zoekvraag in ("%(r)s", "%(q)s", "%(f)s"):
        assert met_zoekvraag not in opmaak


def test_de_bundel_bevat_elk_pakket_van_package_json(tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text(
        '{"dependencies": {"@a/x-css": "1.0.0", "@a/y-css": "2.0.0"}}', "utf-8"
    )
    for naam in ("x", "y"):
        css = tmp_path / "node_modules" / "@a" / f"{naam}-css" / "dist" / "index.min.css"
        css.parent.mkdir(parents=True)
        css.write_text(f".{naam}{{color:red}}", "utf-8")
    assert (bundel(tmp_path) / "nlds" / "componenten.css").read_text("utf-8") == (
        "/* @a/x-css 1.0.0, EUPL-1.2 */\n.x{color:red}\n/* @a/y-css 2.0.0, EUPL-1.2 */\n.y{color:red}\n"
    )


def test_een_script_wordt_een_module_met_zijn_licentie_en_zonder_bronkaart(tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text('{"dependencies": {"minisearch": "7.0.0"}}', "utf-8")
    pakket = tmp_path / "node_modules" / "minisearch"
    (pakket / "dist" / "es").mkdir(parents=True)
    (pakket / "LICENSE.txt").write_text("Copyright Iemand\n", "utf-8")
    (pakket / "dist" / "es" / "index.js").write_text(
        "export const een = 1;\n//# sourceMappingURL=index.js.map\n", "utf-8"
    )
    assert (bundel(tmp_path) / "minisearch" / "minisearch.js").read_text("utf-8") == (
        "/* minisearch 7.0.0\n\nCopyright Iemand\n*/\nexport const een = 1;\n"
    )


def test_een_ontbrekend_pakket_geeft_geen_lege_bundel(tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text('{"dependencies": {"@a/x-css": "1.0.0"}}', "utf-8")
    with pytest.raises(FileNotFoundError):
        bundel(tmp_path)


@pytest.mark.parametrize("code", [200, 301, 404, 500])
def test_elk_antwoord_van_de_webserver_telt_ook_een_doorverwijzing(code: int) -> None:
    class Antwoord(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            gevraagd.append(self.headers["Host"])
            self.send_response(code)
            self.send_header("Location", "https://redactie.example.nl/")
            self.end_headers()

        def log_message(self, *args: object) -> None:
            pass

    gevraagd: list[str] = []
    with HTTPServer(("127.0.0.1", 0), Antwoord) as server:
        threading.Thread(target=server.handle_request, daemon=True).start()
        variabelen = {"PORT": str(server.server_port), "ANTWOORD_HOSTS": ".example.nl"}
        assert start._antwoordt(omgeving(**variabelen))
    assert gevraagd == ["example.nl"]


def test_een_poort_waar_niets_luistert_is_geen_antwoord() -> None:
    assert not start._antwoordt(omgeving(PORT=str(vrije_poort())))
