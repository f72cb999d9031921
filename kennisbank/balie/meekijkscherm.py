"""Switching the desk to and from looking along; the question and the answer on the screen stay."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from kennisbank.balie import meekijken
from kennisbank.balie.views import balie


@sensitive_post_parameters("vraag", "letterlijk")
@require_POST
def meekijkscherm(request: HttpRequest, bereik: str) -> HttpResponse:
    """`meekijken`: "1" or "0". Answers with the desk itself, made anew in that state; who may see it, it asks."""
    stand = request.POST.get("meekijken")
    if request.user.is_authenticated and stand in {"0", "1"}:
        meekijken.zet(request, aan=stand == "1")
    return balie(request, bereik=bereik)
