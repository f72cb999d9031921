"""The page that compares municipalities for one product: an address of its own, a part of the desk for the script."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from kennisbank.balie.publicaties import haal_product_overal
from kennisbank.balie.toegang import DEEL, Plek, aan_de_balie
from kennisbank.balie.vergelijken import Vergelijking, vergelijk
from redactie.baliekaart import baliekaart


@require_safe
@aan_de_balie
def vergelijking(request: HttpRequest, plek: Plek, sleutel: str) -> HttpResponse:
    """`?alles=1`: also what they say alike."""
    gevonden = vergelijking_van(plek, sleutel, alles=request.GET.get("alles") == "1")
    deel = request.headers.get(DEEL) == "antwoord"
    response = render(
        request,
        "balie/deel_vergelijking.html" if deel else "balie/balie.html",
        {"plek": plek, "invoer": {"gekozen": sleutel}, "vergelijking": gevonden, "vergelijkt": True},
        status=200 if gevonden else 404,
    )
    patch_vary_headers(response, [DEEL])
    return response


def vergelijking_van(plek: Plek, sleutel: str, *, alles: bool) -> Vergelijking | None:
    """Only municipalities of this person; internal text only when they may read it in all of them. 1 query."""
    intern = all(knop.intern for knop in plek.gemeenten)
    overal = haal_product_overal((knop.slug for knop in plek.gemeenten), sleutel)
    kaarten = {
        knop.naam: baliekaart(
            overal[knop.slug].publiek, overal[knop.slug].balie, intern=intern, gemeente=knop.naam
        )
        for knop in plek.gemeenten
        if knop.slug in overal
    }
    if not kaarten:
        return None
    zonder = [knop.naam for knop in plek.gemeenten if knop.slug not in overal]
    return vergelijk(kaarten, eerst=plek.naam, zonder=zonder, alles=alles)
