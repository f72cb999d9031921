"""Who may stand at which desk, and what of it they may see.

The bereik comes from the path and nothing else, and is checked at each request: two tabs are two calls. Without a
role for the desk 403; a municipality that is not theirs, or does not exist, 404.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from redactie import wie
from redactie.bronnen import REGIO
from search.bereik import Scope, balie, publiek

DEEL = "X-Balie-Deel"
"""Request header of the desk's own script: which part of the page it wants."""

HELE_REGIO = "Hele regio"
View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class Knop:
    """One choice in the bar; `toets` is the digit that chooses it."""

    slug: str
    naam: str
    toets: int | None


@dataclass(frozen=True, slots=True)
class Plek:
    """One desk: for which bereik, and whether this person reads internal text there."""

    bereik: str
    naam: str
    intern: bool
    knoppen: tuple[Knop, ...]

    @property
    def is_regio(self) -> bool:
        return self.bereik == REGIO

    @property
    def scope(self) -> Scope:
        """Who reads no internal text cannot find by its words either."""
        return balie(self.bereik) if self.intern else publiek(self.bereik)


def aan_de_balie(view: View) -> View:
    """`view(request, plek, …)` for `/<bereik>/…`; whoever may not, gets no further."""

    @never_cache
    @wraps(view)
    def bewaakt(request: HttpRequest, bereik: str, **rest: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return niet_aangemeld(request)
        mag = wie.mag_antwoorden_voor(request.user)
        if not mag:
            return geen_toegang(request)
        if bereik not in mag:
            return render(request, "balie/geen_balie.html", status=404)
        return view(request, _plek(request.user, bereik, mag), **rest)

    return bewaakt


def _plek(user: Any, bereik: str, mag: frozenset[str]) -> Plek:
    gemeenten = [gemeente for gemeente in wie.gemeenten() if gemeente.slug in mag]
    knoppen = [Knop(REGIO, HELE_REGIO, 0)]
    knoppen += [
        Knop(gemeente.slug, gemeente.naam, nummer if nummer < 10 else None)
        for nummer, gemeente in enumerate(gemeenten, start=1)
    ]
    namen = {knop.slug: knop.naam for knop in knoppen}
    return Plek(bereik, namen[bereik], bereik in wie.mag_intern_lezen_voor(user), tuple(knoppen))


def niet_aangemeld(request: HttpRequest) -> HttpResponse:
    """To the desk's own sign-in page: the CMS may be down. The script gets a plain 401."""
    if DEEL in request.headers:
        return HttpResponse(status=401)
    return redirect_to_login(request.path, reverse("balie:aanmelden"))


def geen_toegang(request: HttpRequest) -> HttpResponse:
    return render(request, "balie/geen_toegang.html", status=403)
