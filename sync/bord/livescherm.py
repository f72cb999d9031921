"""The fragment that says how far a text is live: asked for by its address, again and again until it is done.

Screens of the editors' room include it by this address (`antwoord_live`); `live.js` asks again.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from sync.bord.live import livestand
from sync.schermen import zichtbare_bereiken

NAAM = "antwoord_live"


@never_cache
@require_safe
def live(request: HttpRequest, sleutel: str) -> HttpResponse:
    """`?gemeente=`: of that one alone. Nothing of what this person may not see is counted."""
    bereiken = zichtbare_bereiken(request.user)
    gekozen = request.GET.get("gemeente", "")
    if gekozen:
        # PostgreSQL takes no NUL in a text; nothing that is not printed is the key of a municipality.
        mag = gekozen.isprintable() if bereiken is None else gekozen in bereiken
        bereiken = frozenset({gekozen}) if mag else frozenset()
    return render(request, "sync/bord/live.html", {"stand": livestand(sleutel, bereiken)})


def script() -> SafeString:
    """Hook `insert_global_admin_js`."""
    return format_html('<script src="{}" defer></script>', static("sync/live.js"))


def adressen() -> list[URLPattern]:
    """Hook `register_admin_urls`."""
    return [path("live/<slug:sleutel>/", live, name=NAAM)]
