"""The manual of the editors, to read in the CMS itself: the same file as in the repository, with its pictures."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from redactie.opmaak import naar_naslag

NAAM = "antwoord_handleiding"
BESTAND = Path(settings.BASE_DIR) / "docs" / "redacteuren.md"
_KOP = re.compile(r"\A# .*\n")
_BEELD = re.compile(r'src="beelden/([^"]+)"')
_ANDER_DOCUMENT = re.compile(r'<a href="[^"#]+\.md(?:#[^"]*)?">(.*?)</a>', re.DOTALL)


@require_safe
def handleiding(request: HttpRequest) -> HttpResponse:
    if not BESTAND.is_file():
        raise Http404
    context = {"inhoud": _inhoud(BESTAND.stat().st_mtime_ns)}
    return TemplateResponse(request, "redactie/scherm/handleiding.html", context)


@lru_cache(maxsize=1)
def _inhoud(gewijzigd: int) -> SafeString:
    html = naar_naslag(_KOP.sub("", BESTAND.read_text("utf-8")))
    html = _BEELD.sub(lambda beeld: f'src="{static(f"handleiding/{beeld[1]}")}"', html)
    # The other documents are not served: their names stay as words.
    return mark_safe(_ANDER_DOCUMENT.sub(r"\1", html))  # noqa: S308  sanitised in opmaak.py


def handleidingadres() -> list[URLPattern]:
    """Wagtail asks of these addresses that one may enter the CMS."""
    return [path("handleiding/", handleiding, name=NAAM)]
