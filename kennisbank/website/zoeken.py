"""Search on a website: a question in the address, public words only, what was found with what it is.

The question is in the query string, which no log of ours keeps; the page is not kept in memory either.
"""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse

from kennisbank.website.gemeente import haal
from kennisbank.website.kader import kader
from kennisbank.website.pagina import Pagina, antwoord
from kennisbank.zoeken import Zoekantwoord, zoek
from search.bereik import publiek

MEEST = 20
MEEST_LAGER = 10
"""Of pages that have only some of the words, the best ones."""
LANGSTE_VRAAG = 200


def zoeken(request: HttpRequest) -> HttpResponse:
    vraag = " ".join(request.GET.get("vraag", "").split())[:LANGSTE_VRAAG]
    rand = kader(haal(request.bereik))
    uitkomst = _zoek(vraag, request.bereik) if vraag else None
    return antwoord(
        request,
        Pagina(
            "website/zoeken.html",
            merk=(rand.merk, vraag, *(_merk(uitkomst) if uitkomst else ())),
            context=lambda: rand.context(
                vraag=vraag,
                uitkomst=uitkomst,
                bedoeld=bedoeld(vraag, uitkomst.correcties) if uitkomst else "",
                zonder_zoekveld=True,
            ),
            bewaren=False,
        ),
    )


def _zoek(vraag: str, bereik: str) -> Zoekantwoord:
    uitkomst = zoek(vraag, publiek(bereik), limiet=MEEST)
    return uitkomst if uitkomst.trede <= 1 else replace(uitkomst, regels=uitkomst.regels[:MEEST_LAGER])


def bedoeld(vraag: str, correcties: tuple[tuple[str, str], ...]) -> str:
    """The question with every corrected word in its place; empty when nothing was corrected."""
    per_woord = dict(correcties)
    woorden = [per_woord.get(woord.casefold(), woord) for woord in vraag.split()]
    return " ".join(woorden) if woorden != vraag.split() else ""


def _merk(uitkomst: Zoekantwoord) -> tuple[object, ...]:
    return (uitkomst.trede, uitkomst.regels, uitkomst.correcties, uitkomst.op_titel)
