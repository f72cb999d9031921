"""What the desk tells of questions that came to nothing; whether anything was found is looked up here.

The desk's script knows after which question nothing was opened, and what was opened next. It says so once, when the
next product opens or the call ends; until then the page itself is the only memory.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from kennisbank.balie.toegang import Plek, aan_de_balie
from kennisbank.models import Vergeefs
from kennisbank.publicaties import lijst
from kennisbank.vergeefs.later import meld
from kennisbank.zoeken import zoek
from redactie.maskeren import zonder
from search.bereik import is_slug

MEESTE = 5
LANGSTE_VRAAG = 200


@never_cache
@sensitive_post_parameters("vraag")
@require_POST
@aan_de_balie
def vergeefs(request: HttpRequest, plek: Plek) -> HttpResponse:
    """`vraag` (up to five) and, when a product was opened after them, `vervolg`."""
    vervolg = request.POST.get("vervolg", "")
    if not is_slug(vervolg) or not lijst(plek.bereik, [vervolg]):
        vervolg = ""
    for vraag in request.POST.getlist("vraag")[:MEESTE]:
        if vraag.strip():
            meld_vraag(request, plek, vraag[:LANGSTE_VRAAG], vervolg)
    return HttpResponse(status=204)


def meld_vraag(request: HttpRequest, plek: Plek, vraag: str, vervolg: str) -> None:
    gevonden = zoek(zonder(vraag)[0], plek.scope, limiet=1, plaatsen=plek.plaatsen)
    if gevonden.op_titel:
        return  # the engine is down: that nothing was found says nothing
    soort = Vergeefs.NIETS_GEOPEND if gevonden.regels else Vergeefs.GEEN_RESULTAAT
    meld(vraag, soort, bereik=plek.bereik, sessie=sessie_van(request), vervolg=vervolg)


def sessie_van(request: HttpRequest) -> str:
    return f"balie\x1f{request.session.session_key or request.user.pk}"
