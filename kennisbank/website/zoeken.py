"""Search on a website: a question in the address, public words only, what was found with what it is.

The question is in the query string, which no log of ours keeps; the page is not kept in memory either.
"""

from __future__ import annotations

import re
from dataclasses import replace

from django.http import HttpRequest, HttpResponse

from kennisbank.vergeefs.website import meld_geen_resultaat
from kennisbank.website.gemeente import haal
from kennisbank.website.kader import kader
from kennisbank.website.pagina import Pagina, antwoord
from kennisbank.website.voordeur import Site, sites
from kennisbank.zoeken import Zoekantwoord, zoek
from search.analyse.vouwen import vouw
from search.bereik import publiek

_WOORD = re.compile(r"[^\W_]+")
MEEST = 20
MEEST_LAGER = 10
"""Of pages that have only some of the words, the best ones."""
LANGSTE_VRAAG = 200


def zoeken(request: HttpRequest) -> HttpResponse:
    gevraagd = " ".join(request.GET.get("vraag", "").split())
    vraag = gevraagd[:LANGSTE_VRAAG]
    rand = kader(haal(request.bereik))
    letterlijk = request.GET.get("letterlijk") == "1"
    uitkomst = _zoek(vraag, request.bereik, letterlijk=letterlijk) if vraag else None
    if uitkomst is not None and vraag != gevraagd:
        uitkomst = replace(uitkomst, ingekort=True)
    if uitkomst is not None and not (uitkomst.regels or uitkomst.op_titel or letterlijk):
        meld_geen_resultaat(request, vraag, request.bereik)
    return antwoord(
        request,
        Pagina(
            "website/zoeken.html",
            merk=(rand.merk, vraag, letterlijk, *(_merk(uitkomst) if uitkomst else ())),
            context=lambda: rand.context(
                vraag=vraag,
                letterlijk=letterlijk,
                uitkomst=uitkomst,
                bedoeld=bedoeld(vraag, uitkomst.correcties) if uitkomst else "",
                zonder_zoekveld=True,
                elders=_elders(request, uitkomst) if uitkomst else None,
            ),
            bewaren=False,
        ),
    )


def _zoek(vraag: str, bereik: str, *, letterlijk: bool) -> Zoekantwoord:
    uitkomst = zoek(vraag, publiek(bereik), letterlijk=letterlijk, limiet=MEEST)
    return uitkomst if uitkomst.trede <= 1 else replace(uitkomst, regels=uitkomst.regels[:MEEST_LAGER])


def bedoeld(vraag: str, correcties: tuple[tuple[str, str], ...]) -> str:
    """The question with every corrected word in its place; empty when nothing was corrected."""
    per_woord = dict(correcties)
    verbeterd = _WOORD.sub(lambda stuk: per_woord.get(vouw(stuk[0]), stuk[0]), vraag)
    # A word of which only a piece was corrected ("paspoortverlegnen") has no place of its own in the question.
    return verbeterd if verbeterd != vraag else " ".join(per_woord.values())


def _elders(request: HttpRequest, uitkomst: Zoekantwoord) -> Site | None:
    """The website of another municipality that the question names."""
    if uitkomst.genoemd is None:
        return None
    return next((site for site in sites(request) if site.gemeente.slug == uitkomst.genoemd.slug), None)


def _merk(uitkomst: Zoekantwoord) -> tuple[object, ...]:
    return (
        uitkomst.trede,
        uitkomst.regels,
        uitkomst.correcties,
        uitkomst.op_titel,
        uitkomst.genoemd,
        uitkomst.ingekort,
    )
