"""The state of the desk in which a citizen may look along: nothing internal leaves the server.

Kept in the session, so that it holds in every tab of this sign-in until it is switched off or somebody signs out: a tab
that forgot it would show internal text to whoever stands beside the screen. No other data is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.http import HttpRequest, HttpResponse

from redactie.wie import Balie

KOP = "X-Balie-Meekijken"
"""Response header: a tab that still shows the other state reloads itself."""

_SLEUTEL = "balie_meekijken"


def staat_aan(request: HttpRequest) -> bool:
    return bool(request.session.get(_SLEUTEL))


def zet(request: HttpRequest, *, aan: bool) -> None:
    if aan:
        request.session[_SLEUTEL] = True
    else:
        request.session.pop(_SLEUTEL, None)


def zonder_intern(balies: Sequence[Balie]) -> tuple[Balie, ...]:
    """The same desks, as for somebody who reads no internal text."""
    return tuple(replace(balie, intern=False) for balie in balies)


def meld(response: HttpResponse, *, aan: bool) -> HttpResponse:
    response.headers[KOP] = "ja" if aan else "nee"
    return response
