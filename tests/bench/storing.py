"""The desk while its search engine is stopped: how long until there are titles, and until the answer is open.

In a real browser, seven municipalities of 800 products, the beginnings of titles as they are typed. Three ways to be
stopped: the folder of the embedded engine is gone, nothing listens where Elasticsearch should be, or something listens
there and answers nothing. Keys come as soon as there is a title: who has a caller does not wait for the rest. In turns
the first title is chosen, and Enter pressed alone. The first question of a page, which cannot know of the stop yet,
counts apart.
"""

from __future__ import annotations

import dataclasses
import socket
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from search.zekering import RUST
from tests.bench import zoekbron
from tests.bench.baliebrowser import aan_de_balie, chromium
from tests.bench.proces import uitvoer
from tests.bench.servers import antwoord
from tests.bench.uitkomst import Meting, percentiel
from tests.keten.installatie import Installatie, vrije_poort

ONDERDEEL = "The desk without its search engine"
DOEL = 1000
LETTERS = 10
"""Of a title, before somebody has seen it."""
TITELS, GEKOZEN, ENTER, MELDING = "titels", "gekozen", "enter", "melding"
TOETSEN = {ENTER: ("Enter",), GEKOZEN: ("ArrowDown", "Enter")}
OPNEMER = """
() => {
  window.duren = {titels: [], gekozen: [], enter: [], melding: []};
  const volg = (wat, begin, klaar) => requestAnimationFrame(function kijk() {
    if (!klaar()) return requestAnimationFrame(kijk);
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => window.duren[wat].push(performance.now() - begin);
    port2.postMessage(0);
  });
  const vak = document.getElementById("vraag");
  vak.addEventListener("input", ({timeStamp}) => {
    if (!vak.value) return;
    volg("titels", timeStamp, () => document.querySelector("#snelle button, #treffers button"));
    volg("melding", timeStamp, () => document.querySelector("#lijst [data-alleen-titels]"));
  }, true);
  vak.addEventListener("keydown", ({key, timeStamp}) => {
    const hoe = vak.hasAttribute("aria-activedescendant") ? "gekozen" : "enter";
    if (key === "Enter") volg(hoe, timeStamp, () => document.activeElement?.id === "kaart-titel");
  }, true);
}
"""


def meet(installatie: Installatie, bron: Path, werkmap: Path, producten: int, *, vragen: int) -> list[Meting]:
    """`installatie` is filled up; its own processes must not run."""
    if not chromium():
        return [Meting(ONDERDEEL, "titles, from the letter, slowest", None, "ms", "no Chromium here", DOEL)]
    uitvoer(
        "tests.bench.balievulling", str(bron), str(producten), omgeving=installatie.omgeving, seconden=900
    )
    installatie.manage("collectstatic", "--noinput", "--verbosity", "0")
    slug = zoekbron.lees(bron).namen[0][0]
    getypt = _beginnen(installatie, slug)[:vragen]
    index = installatie.data / "index"
    index.rename(index.with_name("index-weg"))
    uit: list[Meting] = []
    with _stil() as stil:
        for naam, extra in {
            "embedded, index gone": {},
            "Elasticsearch, nothing listens": _elastic(vrije_poort()),
            "Elasticsearch, listens and is silent": _elastic(stil),
        }.items():
            zonder = dataclasses.replace(installatie, extra=extra)
            with antwoord(zonder, "/balie/aanmelden/", "localhost", werkmap / "storing.log") as server:
                uit += _metingen(naam, _vraag(server.poort, slug, getypt))
    return uit


def _elastic(poort: int) -> dict[str, str]:
    return {"ANTWOORD_ZOEKMACHINE": "elasticsearch", "ANTWOORD_ELASTICSEARCH": f"http://127.0.0.1:{poort}"}


@contextmanager
def _stil() -> Iterator[int]:
    """The port of something that takes every connection and answers nothing."""
    with socket.create_server(("127.0.0.1", 0), backlog=512) as luister:
        yield int(luister.getsockname()[1])


def _beginnen(installatie: Installatie, slug: str) -> list[str]:
    rijen = installatie.rijen(
        "SELECT titel FROM sync_publicatie WHERE documentsoort = 'product' AND toestand = 'live' AND bereik = ? "
        "ORDER BY sleutel",
        slug,
    )
    return list(dict.fromkeys(titel[:LETTERS].strip() for (titel,) in rijen))


def _vraag(poort: int, slug: str, getypt: Sequence[str]) -> dict[str, list[float]]:
    """Milliseconds of each kind, in order."""
    with aan_de_balie(poort, slug) as desk:
        pagina = desk.pagina
        pagina.evaluate(OPNEMER)
        # The first search of a process loads the engine's library; and then nobody asks the engine for a while.
        _een(pagina, getypt[-1], ENTER)
        time.sleep(RUST + 0.5)
        with pagina.expect_response("**/_titels/"):
            pagina.goto(f"http://localhost:{poort}/balie/{slug}/")
        pagina.wait_for_selector("#vraag[role=combobox]")
        pagina.evaluate(OPNEMER)
        for nummer, begin in enumerate(getypt):
            _een(pagina, begin, (ENTER, GEKOZEN)[nummer % 2])
        return {wat: list(duren) for wat, duren in pagina.evaluate("() => window.duren").items()}


def _een(pagina: Any, begin: str, hoe: str) -> None:
    """One question, from an empty box to an open answer and the list of the server."""
    aantal = pagina.evaluate(
        "() => Object.fromEntries(Object.entries(window.duren).map(([wat, lijst]) => [wat, lijst.length]))"
    )
    pagina.focus("#vraag")
    pagina.fill("#vraag", "")
    pagina.wait_for_function("() => !document.querySelector('#telling')")
    pagina.keyboard.insert_text(begin)
    _wacht_op(pagina, TITELS, aantal)
    for toets in TOETSEN[hoe]:
        pagina.keyboard.press(toets)
    for wat in (hoe, MELDING):
        _wacht_op(pagina, wat, aantal)


def _wacht_op(pagina: Any, wat: str, eerder: dict[str, int]) -> None:
    pagina.wait_for_function("([wat, eerder]) => window.duren[wat].length > eerder", arg=[wat, eerder[wat]])


def _metingen(naam: str, duren: dict[str, list[float]]) -> Iterator[Meting]:
    eerste, *enter = duren[ENTER]
    for tekst, gemeten in (
        ("titles, from the letter", duren[TITELS]),
        ("the answer, from Enter on a title", duren[GEKOZEN]),
        ("the answer, from Enter alone", enter),
    ):
        hoe = f"n={len(gemeten)}"
        yield Meting(ONDERDEEL, f"{tekst}, p50", percentiel(gemeten, 0.5), "ms", hoe, kolom=naam)
        yield Meting(ONDERDEEL, f"{tekst}, slowest", max(gemeten), "ms", "", DOEL, kolom=naam)
    yield Meting(ONDERDEEL, "the same, first question of a page", eerste, "ms", "", DOEL, kolom=naam)
    for wat, waarde in (("p50", percentiel(duren[MELDING], 0.5)), ("slowest", max(duren[MELDING]))):
        yield Meting(ONDERDEEL, f"what is limited, from the letter, {wat}", waarde, "ms", kolom=naam)
