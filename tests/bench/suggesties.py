"""From a letter to titles on the screen, in a real browser on a processor four times as slow.

Seven municipalities of 800 products, one agent who types questions of the judged set. The clock of a letter starts
when the browser got the key, and stops when the frame after it has been drawn. The hits of the server come in between,
as they do at the desk.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.bench import zoekbron
from tests.bench.baliebrowser import aan_de_balie, chromium
from tests.bench.proces import uitvoer
from tests.bench.servers import antwoord
from tests.bench.uitkomst import Meting, percentiel
from tests.bench.zoekvragen import afgemaakt
from tests.keten.installatie import Installatie

ONDERDEEL = "Titles while typing, in the browser"
TRAAG = 4
TOETS = 150
"""Milliseconds between two letters: somebody who types fast."""
OPNEMER = """
() => {
  window.duren = [];
  document.getElementById("vraag").addEventListener("keydown", (toets) => {
    if (toets.key.length !== 1) return;
    requestAnimationFrame(() => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => window.duren.push(performance.now() - toets.timeStamp);
      port2.postMessage(0);
    });
  }, true);
}
"""
KLAAR = "() => document.querySelectorAll('#snelle button').length > 0"


def meet(installatie: Installatie, bron: Path, werkmap: Path, producten: int, *, vragen: int) -> list[Meting]:
    """`installatie` is filled up; its own processes must not run."""
    if not chromium():
        return [Meting(ONDERDEEL, "keystroke to paint, p95", None, "ms", "no Chromium here", 50)]
    uitvoer(
        "tests.bench.balievulling", str(bron), str(producten), omgeving=installatie.omgeving, seconden=900
    )
    installatie.manage("collectstatic", "--noinput", "--verbosity", "0")
    slugs = [slug for slug, _ in zoekbron.lees(bron).namen]
    gesteld = [vraag.vraag for vraag in afgemaakt(slugs)][:vragen]
    with antwoord(installatie, "/balie/aanmelden/", "localhost", werkmap / "suggesties.log") as server:
        duren, titels = _typ(server.poort, slugs[0], gesteld)
    hoe = f"{titels} titles, processor {TRAAG} times as slow, a letter each {TOETS} ms; n={len(duren)}"
    return [
        Meting(ONDERDEEL, "keystroke to paint, p50", percentiel(duren, 0.5), "ms", hoe),
        Meting(ONDERDEEL, "keystroke to paint, p95", percentiel(duren, 0.95), "ms", "", 50),
        Meting(ONDERDEEL, "keystroke to paint, slowest", max(duren), "ms"),
    ]


def _typ(poort: int, slug: str, vragen: Sequence[str]) -> tuple[list[float], int]:
    """Milliseconds per letter, and how many titles there were to choose from."""
    with aan_de_balie(poort, slug) as desk:
        pagina = desk.pagina
        pagina.fill("#vraag", "paspoort")
        pagina.wait_for_function(KLAAR)
        pagina.context.new_cdp_session(pagina).send("Emulation.setCPUThrottlingRate", {"rate": TRAAG})
        pagina.evaluate(OPNEMER)
        for vraag in vragen:
            pagina.fill("#vraag", "")
            pagina.keyboard.type(vraag, delay=TOETS)
        pagina.wait_for_timeout(1000)
        return list(pagina.evaluate("() => window.duren")), desk.titels
