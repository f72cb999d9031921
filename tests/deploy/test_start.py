"""Starting: a refusal is one clear message, and what was started is known to answer."""

import errno
import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from deploy import start, vooraf
from redactie.settings.omgeving import BASE_DIR
from tests.deploy.hulp import omgeving, vrije_poort

ONTWIKKELING = {"DJANGO_SETTINGS_MODULE": vooraf.ONTWIKKELING, "DATABASE_URL": ""}


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
