"""Publishing while everything works, and while every target hangs or is gone and search is down: in turn, in one run.

Two copies of the published region, each with its sync process; the clock stands around the publication alone. Targets
hang in two ways: one accepts and says nothing, at the other nobody listens.
"""

from __future__ import annotations

import json
import random
import socket
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from tests.bench.proces import Gesprek, draaiend, gesprek, uitvoer
from tests.bench.uitkomst import Meting, percentiel, spreiding
from tests.bench.zichtbaar import proefwoorden
from tests.keten.installatie import Installatie

ONDERDEEL = "Publishing with everything down"
OPWARMEN = 3
NIEMAND = "http://127.0.0.1:9"
GEEN_ZOEKMACHINE = {"ANTWOORD_ZOEKMACHINE": "elasticsearch", "ANTWOORD_ELASTICSEARCH": NIEMAND}


def meet(goed: Installatie, weg: Installatie, *, keren: int) -> list[Meting]:
    """Neither installation is running; `weg` loses its targets and its search engine."""
    weg.extra |= GEEN_ZOEKMACHINE | {"ANTWOORD_PRIVE_DOELEN": "ja"}
    with ExitStack() as samen:
        zwijger = samen.enter_context(zwijgend())
        doelen = int(uitvoer(__name__, zwijger, NIEMAND, omgeving=weg.omgeving, seconden=120))
        uitgevers = [samen.enter_context(_uitgever(installatie)) for installatie in (goed, weg)]
        duren = _om_de_beurt(uitgevers, keren)
    return _metingen(*duren, doelen)


def _om_de_beurt(uitgevers: list[Gesprek], keren: int) -> tuple[list[float], list[float]]:
    """Milliseconds of each publication, of the one and of the other; who goes first is left to chance."""
    sleutels = [json.loads(uitgever.lees()) for uitgever in uitgevers]
    duren: tuple[list[float], list[float]] = ([], [])
    toeval = random.Random(14078)
    for nummer, woord in enumerate(proefwoorden(OPWARMEN + keren)):
        for wie in toeval.sample((0, 1), 2):
            sleutel = sleutels[wie][nummer % len(sleutels[wie])]
            duur = json.loads(uitgevers[wie].vraag(json.dumps([sleutel, woord])))
            if nummer >= OPWARMEN:
                duren[wie].append(duur)
    return duren


def _metingen(goed: list[float], weg: list[float], doelen: int) -> list[Meting]:
    erbij = percentiel(weg, 0.95) - percentiel(goed, 0.95)
    hoe = f"{doelen} targets hang or are gone, search is down; {spreiding(weg, 'ms')}"
    return [
        Meting(ONDERDEEL, "p95 rises by", erbij, "ms", "side by side, in turn", hoogstens=20),
        Meting(ONDERDEEL, "everything down, p95", percentiel(weg, 0.95), "ms", hoe, referentie=True),
        Meting(
            ONDERDEEL,
            "all is well, p95",
            percentiel(goed, 0.95),
            "ms",
            spreiding(goed, "ms"),
            referentie=True,
        ),
    ]


@contextmanager
def _uitgever(installatie: Installatie) -> Iterator[Gesprek]:
    """Somebody who publishes there, beside its sync process."""
    logboek = installatie.data / "bench.log"
    publiceren = [sys.executable, "-m", "tests.bench.publiceerder"]
    with (
        draaiend([sys.executable, "manage.py", "sync"], installatie.omgeving, logboek),
        gesprek(publiceren, installatie.omgeving, logboek) as uitgever,
    ):
        yield uitgever


@contextmanager
def zwijgend() -> Iterator[str]:
    """The address of a server that takes connections and never says anything."""
    with socket.create_server(("127.0.0.1", 0), backlog=256) as stekker:
        yield f"http://127.0.0.1:{stekker.getsockname()[1]}"


def maak_doelen(adressen: list[str]) -> int:
    """A target of each municipality at each address; how many."""
    from redactie.models import Gemeente
    from sync.doelbeheer import maak_doel
    from tests.ontvangers import nieuw_geheim

    plekken = [
        (slug, adres) for slug in Gemeente.objects.values_list("slug", flat=True) for adres in adressen
    ]
    for nummer, (slug, adres) in enumerate(plekken):
        maak_doel(naam=f"{slug} {nummer}", bereik=slug, adres=adres, geheim=nieuw_geheim())
    return len(plekken)


if __name__ == "__main__":
    import django

    django.setup()
    print(maak_doelen(sys.argv[1:]))
