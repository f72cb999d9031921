"""`/gezond`, `/gereed` and `/metriek` on the main host: for a supervisor and for Prometheus.

The first two are for everybody and say nothing that is secret: words, no names and no figures. The figures name
targets and their faults, so they are only there for who knows the key; without a key there is no such address.
"""

from __future__ import annotations

import json
import secrets

from django.conf import settings
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from kennisbank.toezicht.metriek import als_tekst
from sync.achterstand import versheid_van_de_index
from sync.ketenproef import klacht
from sync.meting import meet
from sync.models import Ketenproef
from sync.stilstand import TE_LANG, te_lang_geleden

GOED, STIL, ACHTER, MIST, NIET = "goed", "staat stil", "loopt achter", "komt niet aan", "antwoordt niet"
SOORT = "text/plain; version=0.0.4; charset=utf-8"


@never_cache
@require_safe
def gezond(request: HttpRequest) -> HttpResponse:
    """This process answers. Asks the database nothing: starting it anew would not mend that."""
    return HttpResponse("gezond\n", content_type="text/plain; charset=utf-8")


@never_cache
@require_safe
def gereed(request: HttpRequest) -> HttpResponse:
    """503 when something is wrong: the database, the sync that stands still, an index that is far behind, or a chain
    from recording to readable that does not work."""
    stand = _stand()
    klaar = all(oordeel == GOED for oordeel in stand.values())
    tekst = json.dumps({"gereed": klaar, **stand}, ensure_ascii=False)
    return HttpResponse(tekst, content_type="application/json", status=200 if klaar else 503)


def _stand() -> dict[str, str]:
    """2 queries."""
    try:
        nu = timezone.now()
        versheid = versheid_van_de_index(nu=nu)
        proef = klacht(Ketenproef.lees(), nu)
    except DatabaseError:
        return {"database": NIET}
    draait = versheid.hartslag is not None and te_lang_geleden(versheid.hartslag, nu) is None
    bij = versheid.achterstand is not None and versheid.achterstand <= TE_LANG.total_seconds()
    return {
        "database": GOED,
        "sync": GOED if draait else STIL,
        "zoekindex": GOED if bij else ACHTER,
        "ketenproef": MIST if proef else GOED,
    }


@never_cache
@require_safe
def metriek(request: HttpRequest) -> HttpResponse:
    if not _mag(request):
        raise Http404
    return HttpResponse(als_tekst(meet()), content_type=SOORT)


def _mag(request: HttpRequest) -> bool:
    sleutel = settings.ANTWOORD_METRIEK
    gegeven = request.headers.get("Authorization", "")
    return bool(sleutel) and secrets.compare_digest(gegeven.encode(), f"Bearer {sleutel}".encode())
