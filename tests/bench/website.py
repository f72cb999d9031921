"""Requests per second of a product page, beside a plain Wagtail page with the same HTML, in the same run.

Both servers: gunicorn with deploy/gunicorn_conf.py, DEBUG off, SQLite with the same options, one after the other on
the same cores. The plain page goes through the middleware of `wagtail start`; it has no ETag, so a reader who comes
back gets all of it again.
"""

from __future__ import annotations

import contextlib
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.bench.belasting import Uitslag, belast, verzoek
from tests.bench.proces import draaiend, uitvoer
from tests.bench.uitkomst import Meting, getal, mediaan
from tests.keten.installatie import Installatie, vrije_poort, wacht_tot

ONDERDEEL = "Product page under load"
GEMEENTE = "dordrecht"
PAD = "/product/paspoort-aanvragen/"
KAAL_PAD = "/paspoort-aanvragen/"
KAAL = "tests.bench.wagtailsite"
VERBINDINGEN = 4


@dataclass(frozen=True, slots=True)
class Adres:
    """Where to ask, and with which headers."""

    poort: int
    pad: str
    host: str

    def haal(self, etag: str = "") -> httpx.Response:
        kop = {"Host": self.host} | ({"If-None-Match": etag} if etag else {})
        return httpx.get(f"http://127.0.0.1:{self.poort}{self.pad}", headers=kop, timeout=20)

    def belast(self, seconden: float, etag: str = "") -> Uitslag:
        vraag = verzoek(self.pad, self.host, etag)
        status = 304 if etag else 200
        return belast(self.poort, vraag, seconden=seconden, verbindingen=VERBINDINGEN, status=status)


def meet(installatie: Installatie, werkmap: Path, *, seconden: float, beurten: int) -> list[Meting]:
    """The installation must have everything live; its own processes must not run."""
    antwoord = Adres(vrije_poort(), PAD, f"{GEMEENTE}.localhost")
    logboek = werkmap / "website.log"
    with _gunicorn("kennisbank.wsgi", installatie.omgeving, antwoord, logboek):
        pagina = antwoord.haal().raise_for_status()
        kaal, omgeving = _maak_kaal(werkmap, pagina.text)
        etag = pagina.headers["ETag"]
        if antwoord.haal(etag).status_code != 304:
            raise RuntimeError("the page does not answer 304 to its own ETag")
        with _gunicorn(f"{KAAL}.wsgi", omgeving, kaal, logboek):
            _zelfde_tekst(pagina.text, kaal.haal().raise_for_status().text)
            uitslagen = _om_beurten(antwoord, kaal, etag, seconden, beurten)
    return _metingen(uitslagen, seconden)


def _om_beurten(
    antwoord: Adres, kaal: Adres, etag: str, seconden: float, beurten: int
) -> Mapping[str, list[Uitslag]]:
    """In turn, so that what else the machine does falls on all alike; each after a second to warm up."""
    for adres in (antwoord, kaal):
        adres.belast(1.0)
    uitslagen: dict[str, list[Uitslag]] = {"kaal": [], "200": [], "304": []}
    for _ in range(beurten):
        uitslagen["kaal"].append(kaal.belast(seconden))
        uitslagen["200"].append(antwoord.belast(seconden))
        uitslagen["304"].append(antwoord.belast(seconden, etag))
    return uitslagen


def _metingen(uitslagen: Mapping[str, list[Uitslag]], seconden: float) -> list[Meting]:
    def per_seconde(soort: str) -> float:
        return mediaan([uitslag.per_seconde for uitslag in uitslagen[soort]])

    def hoe(soort: str) -> str:
        beurten = uitslagen[soort]
        snelheden = ", ".join(getal(uitslag.per_seconde) for uitslag in beurten)
        p50, p95 = mediaan([lid.p50_ms for lid in beurten]), mediaan([lid.p95_ms for lid in beurten])
        return (
            f"{len(beurten)} turns of {getal(seconden)} s ({snelheden}), {VERBINDINGEN} connections, "
            f"{beurten[0].bytes_per_antwoord:,} bytes; p50 {getal(p50)}, p95 {getal(p95)} ms"
        )

    kaal, vol, ongewijzigd = per_seconde("kaal"), per_seconde("200"), per_seconde("304")
    return [
        Meting(
            ONDERDEEL,
            "whole page (200), against plain Wagtail",
            vol / kaal,
            "times",
            "medians divided",
            minstens=10,
        ),
        Meting(
            ONDERDEEL,
            "unchanged page (304), against plain Wagtail",
            ongewijzigd / kaal,
            "times",
            "plain Wagtail sends the whole page again",
            minstens=10,
        ),
        Meting(ONDERDEEL, "product page, 200", vol, "requests/s", hoe("200")),
        Meting(ONDERDEEL, "product page, 304", ongewijzigd, "requests/s", hoe("304")),
        Meting(
            ONDERDEEL,
            "plain Wagtail page with the same HTML, 200",
            kaal,
            "requests/s",
            hoe("kaal"),
            referentie=True,
        ),
    ]


def _maak_kaal(werkmap: Path, html: str) -> tuple[Adres, dict[str, str]]:
    """A Wagtail site with one page that shows this HTML; its address and environment."""
    data = werkmap / "kaal"
    data.mkdir()
    (data / "pagina.html").write_text(html, "utf-8")
    adres = Adres(vrije_poort(), KAAL_PAD, "localhost")
    omgeving = Installatie(data, adres.poort).omgeving | {"DJANGO_SETTINGS_MODULE": f"{KAAL}.settings"}
    uitvoer(f"{KAAL}.vullen", str(data / "pagina.html"), omgeving=omgeving, seconden=180)
    return adres, omgeving


def _zelfde_tekst(onze: str, kale: str) -> None:
    def woorden(html: str) -> list[str]:
        return re.sub(r"<[^>]*>", " ", html.partition("<body")[2]).split()

    if woorden(onze) != woorden(kale):
        raise RuntimeError("the two pages do not show the same text")


@contextlib.contextmanager
def _gunicorn(wsgi: str, omgeving: Mapping[str, str], adres: Adres, logboek: Path) -> Iterator[None]:
    """gunicorn with the settings of `make run`, as soon as it answers."""
    opdracht = [
        sys.executable,
        "-m",
        "gunicorn",
        "--config",
        "deploy/gunicorn_conf.py",
        f"{wsgi}:application",
    ]
    with draaiend(opdracht, dict(omgeving) | {"PORT": str(adres.poort)}, logboek) as proces:

        def antwoordt() -> bool:
            assert proces.poll() is None, logboek.read_text("utf-8", "replace")[-3000:]
            try:
                return adres.haal().status_code == 200
            except httpx.HTTPError:
                return False

        wacht_tot(antwoordt, 60, f"{wsgi} antwoordt niet", lambda: logboek.read_text("utf-8")[-3000:])
        yield
