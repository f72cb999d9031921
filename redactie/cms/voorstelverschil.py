"""While somebody edits the proposal of a review: what it changes in the own text. Looks, and stores nothing.

The page and this answer share one template; which words differ is decided by the pure `redactie/woordverschil.py`.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from redactie.cms.besluit import HerzienView
from redactie.cms.verschil import verschil_tussen
from redactie.driewegs import is_onaf

SJABLOON = "redactie/lokaal/voorstel.html"
TE_LANG = 50_000


class VoorstelVerschilView(HerzienView):
    """POST only: `voorstel` as it is typed."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        getypt = request.POST.get("voorstel", "").replace("\r\n", "\n")[:TE_LANG]
        if getypt == self.voorstel.tekst and self.voorstel.samen is not None:
            # As the page began: with the marks of where both changed something.
            return render(request, SJABLOON, {"voorstel": self.voorstel})
        verschil = verschil_tussen(self.eigen, getypt)
        return render(request, SJABLOON, {"getypt": True, "onaf": is_onaf(getypt), "verschil": verschil})
