"""Who may stand at which desk, and what of it they may see.

The bereik comes from the path and nothing else, and is checked at each request: two tabs are two calls. Without a
role for the desk 403; a municipality that is not theirs, or does not exist, 404.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import ResolverMatch, reverse
from django.views.decorators.cache import never_cache

from kennisbank.balie import meekijken
from redactie import wie
from redactie.bronnen import REGIO
from redactie.keuzes import Antwoordkanaal
from search.bereik import Scope, balie, publiek

DEEL = "X-Balie-Deel"
"""Request header of the desk's own script: which part of the page it wants."""

SCHERMEN = frozenset({"balie:balie", "balie:product", "balie:meekijken"})
"""What answers a POST with the desk itself."""
MEE = ("vraag", "gekozen", "letterlijk", "meekijken", "meekijkstand")
HELE_REGIO = "Hele regio"
ALLEEN = {Antwoordkanaal.TELEFOON: "alleen per telefoon", Antwoordkanaal.BALIE: "alleen aan de balie"}
View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class Knop:
    """One choice in the bar; `toets` is the digit that chooses it, `intern` and `alleen` as for a `Plek`."""

    slug: str
    naam: str
    toets: int | None
    intern: bool
    alleen: str = ""


@dataclass(frozen=True, slots=True)
class Plek:
    """One desk: for which bereik, and whether this person reads internal text there."""

    bereik: str
    naam: str
    intern: bool
    knoppen: tuple[Knop, ...]
    alleen: str = ""
    """Set when they answer here along one channel and not along others: "alleen per telefoon"."""
    meekijken: bool = False
    """A citizen may be looking along."""
    plaatsen: tuple[tuple[str, str], ...] = ()
    """Slug and name of every municipality that takes part, theirs or not: a question may name it."""

    @property
    def leest_alleen(self) -> bool:
        """Staff who are no agents here read what everybody may read, and change nothing; so does who shows it."""
        return not self.intern

    @property
    def is_regio(self) -> bool:
        return self.bereik == REGIO

    @property
    def gemeenten(self) -> tuple[Knop, ...]:
        """The municipalities that this person may answer for."""
        return tuple(knop for knop in self.knoppen if knop.slug != REGIO)

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
        balies, plaatsen = wie.balies_en_namen(request.user)
        if not balies:
            return geen_toegang(request)
        if aan := meekijken.staat_aan(request):
            balies = meekijken.zonder_intern(balies)
        hier = next((balie for balie in balies if balie.bereik == bereik), None)
        if hier is None:
            return render(request, "balie/geen_balie.html", status=404)
        plek = replace(_plek(hier, balies, meekijken=aan), plaatsen=plaatsen)
        return meekijken.meld(view(request, plek, **rest), aan=aan)

    return bewaakt


def voor_agenten(view: View) -> View:
    """As `aan_de_balie`, for what only a KCC-medewerker of this bereik does; whoever reads only gets 403."""

    @aan_de_balie
    @wraps(view)
    def bewaakt(request: HttpRequest, plek: Plek, **rest: Any) -> HttpResponse:
        if plek.leest_alleen:
            return render(request, "balie/alleen_lezen.html", {"plek": plek}, status=403)
        return view(request, plek, **rest)

    return bewaakt


def _plek(hier: wie.Balie, balies: Sequence[wie.Balie], *, meekijken: bool) -> Plek:
    knoppen = tuple(
        Knop(
            balie.bereik,
            balie.naam or HELE_REGIO,
            nummer if nummer < 10 else None,
            balie.intern,
            _alleen(balie),
        )
        for nummer, balie in enumerate(balies)
    )
    return Plek(hier.bereik, hier.naam or HELE_REGIO, hier.intern, knoppen, _alleen(hier), meekijken)


def _alleen(balie: wie.Balie) -> str:
    """Empty when every channel counts."""
    return ALLEEN[next(iter(balie.kanalen))] if len(balie.kanalen) == 1 else ""


def niet_aangemeld(request: HttpRequest, terug: str = "") -> HttpResponse:
    """To the desk's own sign-in page: the CMS may be down. The script gets a plain 401.

    A question that was sent stands on that page, hidden, and goes along when somebody signs in: it is in no address.
    """
    if DEEL in request.headers:
        return HttpResponse(status=401)
    waar = request.resolver_match
    if "vraag" in request.POST and is_scherm(waar):
        return render(request, "balie/aanmelden.html", {"next": request.path, "mee": meegenomen(request)})
    if request.method == "POST" and waar is not None and not is_scherm(waar):
        # A flag or an outcome cannot be asked for again: after signing in there is only the desk to come back to.
        terug = reverse("balie:balie", args=[waar.kwargs["bereik"]])
    return redirect_to_login(terug or request.path, reverse("balie:aanmelden"))


def is_scherm(waar: ResolverMatch | None) -> bool:
    """Whether this is the desk itself; what its scripts tell has no screen to come back to."""
    return waar is not None and waar.view_name in SCHERMEN


def meegenomen(request: HttpRequest) -> dict[str, str]:
    """What of the screen goes along while somebody signs in again."""
    return {naam: request.POST[naam] for naam in MEE if request.POST.get(naam)}


def geen_toegang(request: HttpRequest) -> HttpResponse:
    return render(request, "balie/geen_toegang.html", status=403)
