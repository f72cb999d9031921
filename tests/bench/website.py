"""Requests per second of a product page, beside a plain Wagtail page with the same HTML, in the same run.

The plain page goes through the middleware of `wagtail start`; it has no ETag, so a reader who comes back gets all of
it again. How the servers are started is for `servers.py`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from tests.bench.servers import VERBINDINGEN, Beurt, Server, antwoord, kaal_en_leeg
from tests.bench.uitkomst import Meting, getal, mediaan
from tests.keten.installatie import Installatie

ONDERDEEL = "Product page under load"
GEMEENTE = "dordrecht"
PAD = "/product/paspoort-aanvragen/"

Beurten = Mapping[str, list[Beurt]]


def meet(installatie: Installatie, werkmap: Path, *, seconden: float, beurten: int) -> list[Meting]:
    """The installation must have everything live; its own processes must not run."""
    logboek = werkmap / "website.log"
    with antwoord(installatie, PAD, f"{GEMEENTE}.localhost", logboek) as onze:
        pagina = onze.haal().raise_for_status()
        etag = pagina.headers["ETag"]
        if onze.haal(etag).status_code != 304:
            raise RuntimeError("the page does not answer 304 to its own ETag")
        with kaal_en_leeg(pagina.text, werkmap, logboek) as (kaal, leeg):
            _zelfde_tekst(pagina.text, kaal.haal().text)
            gemeten = _om_beurten(onze, kaal, leeg, etag, seconden, beurten)
    return _metingen(gemeten, seconden)


def _om_beurten(
    onze: Server, kaal: Server, leeg: Server, etag: str, seconden: float, beurten: int
) -> Beurten:
    """In turn, so that what else the machine does falls on all alike; each after a second to warm up."""
    for server in (onze, kaal, leeg):
        server.belast(1.0)
    gemeten: dict[str, list[Beurt]] = {"kaal": [], "200": [], "304": [], "leeg": []}
    for _ in range(beurten):
        gemeten["kaal"].append(kaal.belast(seconden))
        gemeten["200"].append(onze.belast(seconden))
        gemeten["304"].append(onze.belast(seconden, etag))
        gemeten["leeg"].append(leeg.belast(seconden))
    return gemeten


def _metingen(gemeten: Beurten, seconden: float) -> list[Meting]:
    def per_seconde(soort: str) -> float:
        return mediaan([beurt.uitslag.per_seconde for beurt in gemeten[soort]])

    def maal(soort: str, hoe: str) -> Meting:
        wat = f"product page, {soort}: times as fast as plain Wagtail"
        waarde = per_seconde(soort) / per_seconde("kaal")
        return Meting(ONDERDEEL, wat, waarde, "times", f"{hoe}{_cpu_hoe(gemeten, soort)}", minstens=10)

    def snelheid(wat: str, soort: str, *, referentie: bool = False) -> Meting:
        hoe = _hoe(gemeten[soort], seconden)
        return Meting(ONDERDEEL, wat, per_seconde(soort), "requests/s", hoe, referentie=referentie)

    return [
        maal("200", "medians divided"),
        maal("304", "medians divided; plain Wagtail sends the whole page again"),
        snelheid("product page, 200", "200"),
        snelheid("product page, 304", "304"),
        snelheid("plain Wagtail page with the same HTML", "kaal", referentie=True),
        snelheid("the same bytes from gunicorn without a framework", "leeg", referentie=True),
    ]


def _hoe(beurten: list[Beurt], seconden: float) -> str:
    uitslagen = [beurt.uitslag for beurt in beurten]
    snelheden = ", ".join(getal(uitslag.per_seconde) for uitslag in uitslagen)
    p50, p95 = mediaan([lid.p50_ms for lid in uitslagen]), mediaan([lid.p95_ms for lid in uitslagen])
    cpu = _cpu(beurten)
    return (
        f"{len(beurten)} turns of {getal(seconden)} s ({snelheden}), {VERBINDINGEN} connections, "
        f"{uitslagen[0].bytes_per_antwoord:,} bytes; p50 {getal(p50)}, p95 {getal(p95)} ms"
        + (f"; {getal(cpu)} ms of processor each" if cpu else "")
    )


def _cpu_hoe(gemeten: Beurten, soort: str) -> str:
    kaal, eigen = _cpu(gemeten["kaal"]), _cpu(gemeten[soort])
    return f"; by processor time of the server {getal(kaal / eigen)} times" if kaal and eigen else ""


def _cpu(beurten: list[Beurt]) -> float | None:
    tijden = [beurt.cpu_ms for beurt in beurten if beurt.cpu_ms is not None]
    return mediaan(tijden) if tijden else None


def _zelfde_tekst(onze: str, kale: str) -> None:
    def woorden(html: str) -> list[str]:
        return re.sub(r"<[^>]*>", " ", html.partition("<body")[2]).split()

    if woorden(onze) != woorden(kale):
        raise RuntimeError("the two pages do not show the same text")
