"""Where the time of the desk's answer goes: the same request inside one process, with a clock around each step.

`python -m tests.bench.balietijd <file>`: the file holds the session and the questions. Each step counts without the
steps inside it; what no step has, is Django's own. The server and the connection are not in it.
"""

from __future__ import annotations

import importlib
import io
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.bench.balieagenten import Sessie, formulier
from tests.bench.uitkomst import mediaan

STAPPEN = {
    "session and account": [("django.contrib.auth.middleware", "get_user")],
    "rights: which desks": [("redactie.wie", "balies_en_namen")],
    "names of municipalities in the question": [("kennisbank.zoeken", "zonder_plaats")],
    "the editors' synonyms": [("kennisbank.zoeken", "synoniemenlijst")],
    "search: reading the question, plan, engine": [("search.zoeken", "zoek")],
    "ten publications": [("kennisbank.zoeken", "lijst")],
    "age of the index": [("kennisbank.balie.resultaten", "versheid_van_de_index")],
    "highlights": [("kennisbank.balie.resultaten", "markeer")],
    "the page: templates": [("kennisbank.balie.views", "render")],
}
REST = "Django: middleware, routes, form"


class Klok:
    """Seconds per step of the request that runs, each without what was inside it."""

    def __init__(self) -> None:
        self.per_stap: dict[str, float] = defaultdict(float)
        self._binnen: list[float] = [0.0]

    def om(self, stap: str, doe: Callable[..., Any]) -> Callable[..., Any]:
        def gemeten(*args: Any, **kwargs: Any) -> Any:
            self._binnen.append(0.0)
            begin = time.perf_counter()
            try:
                uit = doe(*args, **kwargs)
                return list(uit) if hasattr(uit, "__next__") else uit
            finally:
                duur = time.perf_counter() - begin
                self.per_stap[stap] += duur - self._binnen.pop()
                self._binnen[-1] += duur

        return gemeten


def meet(sessie: Sessie, vragen: Sequence[tuple[str, str]]) -> dict[str, float]:
    """Median milliseconds per step over these questions (text, bereik), each asked before to warm up."""
    from django.core.wsgi import get_wsgi_application

    toepassing = get_wsgi_application()
    for tekst, bereik in vragen:
        _vraag(toepassing, sessie, tekst, bereik)
    klok = Klok()
    for stap, plekken in STAPPEN.items():
        for module, naam in plekken:
            thuis = importlib.import_module(module)
            setattr(thuis, naam, klok.om(stap, getattr(thuis, naam)))
    tijden: dict[str, list[float]] = defaultdict(list)
    for tekst, bereik in vragen:
        klok.per_stap.clear()
        begin = time.perf_counter()
        _vraag(toepassing, sessie, tekst, bereik)
        totaal = time.perf_counter() - begin
        for stap in STAPPEN:
            tijden[stap].append(klok.per_stap[stap] * 1000)
        tijden[REST].append((totaal - sum(klok.per_stap.values())) * 1000)
    return {stap: mediaan(waarden) for stap, waarden in tijden.items()}


def _vraag(toepassing: Any, sessie: Sessie, tekst: str, bereik: str) -> None:
    inhoud = formulier(tekst, sessie).encode()
    omgeving: Mapping[str, Any] = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": f"/balie/{bereik}/",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "localhost",
        "HTTP_COOKIE": sessie.koekjes,
        "HTTP_X_BALIE_DEEL": "lijst",
        "CONTENT_TYPE": "application/x-www-form-urlencoded",
        "CONTENT_LENGTH": str(len(inhoud)),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(inhoud),
        "wsgi.errors": sys.stderr,
    }
    status: list[str] = []
    antwoord = toepassing(dict(omgeving), lambda code, _koppen, _fout=None: status.append(code))
    b"".join(antwoord)
    if not status[0].startswith("200"):
        raise RuntimeError(status[0])
    antwoord.close()


def main(pad: str) -> None:
    gegevens = json.loads(Path(pad).read_text("utf-8"))
    print(json.dumps(meet(Sessie(**gegevens["sessie"]), gegevens["vragen"])))


if __name__ == "__main__":
    main(sys.argv[1])
