"""The servers that are put under load, all three alike: gunicorn with deploy/gunicorn_conf.py, DEBUG off.

Antwoord itself, a plain Wagtail site with one page of the same HTML, and a WSGI function that gives those bytes without
any framework: what of a request is gunicorn itself.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.bench.belasting import Uitslag, belast, verzoek
from tests.bench.proces import cpu_ms, draaiend, uitvoer
from tests.keten.installatie import Installatie, vrije_poort, wacht_tot

VERBINDINGEN = 4
KAAL = "tests.bench.wagtailsite"


@dataclass(frozen=True, slots=True)
class Beurt:
    """One time under load; `cpu_ms`: what the server's processes used per request, None where /proc is not there."""

    uitslag: Uitslag
    cpu_ms: float | None


@dataclass(frozen=True, slots=True)
class Server:
    """Where to ask what, under which host name, and of which process."""

    poort: int
    pad: str
    host: str
    pid: int

    def haal(self, etag: str = "") -> httpx.Response:
        return _haal(self.poort, self.pad, self.host, etag)

    def belast(self, seconden: float, etag: str = "") -> Beurt:
        vraag = verzoek(self.pad, self.host, etag)
        status = 304 if etag else 200
        begin = cpu_ms(self.pid)
        uitslag = belast(self.poort, vraag, seconden=seconden, verbindingen=VERBINDINGEN, status=status)
        eind = cpu_ms(self.pid)
        return Beurt(
            uitslag, (eind - begin) / uitslag.aantal if begin is not None and eind is not None else None
        )


@contextlib.contextmanager
def antwoord(installatie: Installatie, pad: str, host: str, logboek: Path) -> Iterator[Server]:
    """The installation's web process alone, on its data."""
    with _gunicorn("kennisbank.wsgi", installatie.omgeving, pad, host, logboek) as server:
        yield server


@contextlib.contextmanager
def kaal_en_leeg(html: str, werkmap: Path, logboek: Path) -> Iterator[tuple[Server, Server]]:
    """The plain Wagtail page with this HTML, and the function that gives the very bytes of that page."""
    data = werkmap / "kaal"
    data.mkdir()
    bron, gemaakt = data / "pagina.html", data / "gemaakt.html"
    bron.write_text(html, "utf-8")
    omgeving = Installatie(data, 1).omgeving | {"DJANGO_SETTINGS_MODULE": f"{KAAL}.settings"}
    uitvoer(f"{KAAL}.vullen", str(bron), omgeving=omgeving, seconden=180)
    with _gunicorn(f"{KAAL}.wsgi", omgeving, "/paspoort-aanvragen/", "localhost", logboek) as kaal:
        gemaakt.write_bytes(kaal.haal().content)
        leeg_omgeving = omgeving | {"ANTWOORD_BENCH_PAGINA": str(gemaakt)}
        with _gunicorn("tests.bench.leeg", leeg_omgeving, "/", "localhost", logboek) as leeg:
            yield kaal, leeg


@contextlib.contextmanager
def _gunicorn(wsgi: str, omgeving: Mapping[str, str], pad: str, host: str, logboek: Path) -> Iterator[Server]:
    """gunicorn with the settings of `make run`, as soon as it answers."""
    poort = vrije_poort()
    opdracht = [
        sys.executable,
        "-m",
        "gunicorn",
        "--config",
        "deploy/gunicorn_conf.py",
        f"{wsgi}:application",
    ]
    with draaiend(opdracht, dict(omgeving) | {"PORT": str(poort)}, logboek) as proces:

        def einde() -> str:
            return logboek.read_text("utf-8", "replace")[-3000:]

        def antwoordt() -> bool:
            assert proces.poll() is None, einde()
            try:
                return _haal(poort, pad, host).status_code == 200
            except httpx.HTTPError:
                return False

        wacht_tot(antwoordt, 60, f"{wsgi} antwoordt niet", einde)
        yield Server(poort, pad, host, proces.pid)


def _haal(poort: int, pad: str, host: str, etag: str = "") -> httpx.Response:
    kop = {"Host": host} | ({"If-None-Match": etag} if etag else {})
    return httpx.get(f"http://127.0.0.1:{poort}{pad}", headers=kop, timeout=20)
