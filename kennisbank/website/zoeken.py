"""Search on a website: a question in the address, public words only, what was found with what it is.

The question is in the query string, which no log of ours keeps; the page is not kept in memory either.
"""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse

from kennisbank.vergeefs.website import meld_geen_resultaat
from kennisbank.website.gemeente import haal
from kennisbank.website.kader import kader
from kennisbank.website.pagina import Pagina, antwoord
from kennisbank.website.voordeur import Site, sites
from kennisbank.zoeken import Zoekantwoord, zoek
from search.bereik import publiek

MEEST = 20
MEEST_LAGER = 10
"""Of pages that have only some of the words, the best ones."""
LANGSTE_VRAAG = 200


def zoeken(request: HttpRequest) -> HttpResponse:
    gevraagd = " ".join(request.GET.get("vraag", "").split())
    vraag = gevraagd[:LANGSTE_VRAAG]
    rand = kader(haal(request.bereik))
    uitkomst = _zoek(vraag, request.bereik) if vraag else None
    if uitkomst is not None and vraag != gevraagd:
        uitkomst = replace(uitkomst, ingekort=True)
    if uitkomst is not None and not uitkomst.regels and not uitkomst.op_titel:
        meld_geen_resultaat(request, vraag, request.bereik)
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
                elders=_elders(request, uitkomst) if uitkomst else None,
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
