"""The table of rights: which role may do what with which model, and of whom the object must be.

Data only; `policy.py` reads it. Actions are Wagtail's words (view, add, change, publish, delete, lock, unlock).
What is not in the table is not allowed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from django.db.models import Q

from redactie.keuzes import Productsoort, Rol

ZIEN = frozenset({"view"})
SCHRIJVEN = ZIEN | {"add", "change", "lock", "unlock"}
VERWIJDEREN = frozenset({"delete"})
ALLES = SCHRIJVEN | VERWIJDEREN | {"publish"}
SPOED = frozenset({"spoed"})
"""Letting an urgent text out before a second pair of eyes saw it."""
SPOEDBESLUIT = frozenset({"spoedbesluit"})
"""Deciding on the version that is proposed after an urgent change is past its date."""

VERVANGBAAR = (Rol.CENTRAAL, Rol.REDACTEUR, Rol.PUBLICIST, Rol.KCC_REDACTEUR)
"""The roles that a substitute takes over: who writes and publishes, never who administers."""


class Bereik(Enum):
    """Of whom an object must be for a rule to hold."""

    REGIO = auto()
    EIGEN = auto()  # of the municipalities of the membership, and of nobody else
    RAAKT = auto()  # concerns one of them (a notice for several)
    OVERAL = auto()


class Hoedanigheid(Enum):
    """A role, and whether it is held for the whole region."""

    CENTRAAL = (Rol.CENTRAAL, True)
    REDACTEUR = (Rol.REDACTEUR, False)
    PUBLICIST = (Rol.PUBLICIST, False)
    KCC_REGIO = (Rol.KCC_REDACTEUR, True)
    KCC_GEMEENTE = (Rol.KCC_REDACTEUR, False)
    BEHEER = (Rol.BEHEERDER, True)


@dataclass(frozen=True)
class Mits:
    """A further condition, as a question to the database and to one object; a test holds the two together."""

    q: Q
    past: Callable[[Any], bool]


NOOIT_GEPUBLICEERD = Mits(
    Q(first_published_at__isnull=True), lambda ding: ding.first_published_at is None and not ding.live
)
CENTRUM_BESLIST = Mits(Q(gemeente__centrum_beslist=True), lambda versie: versie.gemeente.centrum_beslist)
VERWIJZING = Mits(
    Q(productsoort=str(Productsoort.VERWIJZING)),
    lambda product: product.productsoort == Productsoort.VERWIJZING,
)


@dataclass(frozen=True)
class Regel:
    wie: Hoedanigheid
    acties: frozenset[str]
    bereik: Bereik
    mits: Mits | None = None


def _iedereen_ziet(bereik: Bereik) -> tuple[Regel, ...]:
    return tuple(Regel(wie, ZIEN, bereik) for wie in Hoedanigheid)


LOKAAL = (Hoedanigheid.REDACTEUR, Hoedanigheid.PUBLICIST)
OVERZICHT = (
    Regel(Hoedanigheid.CENTRAAL, ZIEN, Bereik.OVERAL),
    Regel(Hoedanigheid.BEHEER, ZIEN, Bereik.OVERAL),
)

_PRODUCT = (
    *OVERZICHT,
    *_iedereen_ziet(Bereik.REGIO),
    Regel(Hoedanigheid.CENTRAAL, ALLES, Bereik.REGIO),
    Regel(Hoedanigheid.REDACTEUR, SCHRIJVEN, Bereik.EIGEN),
    Regel(Hoedanigheid.REDACTEUR, VERWIJDEREN, Bereik.EIGEN, NOOIT_GEPUBLICEERD),
    Regel(Hoedanigheid.PUBLICIST, ALLES, Bereik.EIGEN),
    Regel(Hoedanigheid.CENTRAAL, SPOED, Bereik.REGIO),
    Regel(Hoedanigheid.PUBLICIST, SPOED, Bereik.EIGEN),
    Regel(Hoedanigheid.KCC_REGIO, ALLES, Bereik.REGIO, VERWIJZING),
    Regel(Hoedanigheid.KCC_GEMEENTE, ALLES, Bereik.EIGEN, VERWIJZING),
)
_LOKALE_VERSIE = (
    *OVERZICHT,
    Regel(Hoedanigheid.REDACTEUR, SCHRIJVEN, Bereik.EIGEN),
    Regel(Hoedanigheid.REDACTEUR, VERWIJDEREN, Bereik.EIGEN, NOOIT_GEPUBLICEERD),
    Regel(Hoedanigheid.PUBLICIST, ALLES, Bereik.EIGEN),
    Regel(Hoedanigheid.PUBLICIST, SPOEDBESLUIT, Bereik.EIGEN),
    Regel(Hoedanigheid.CENTRAAL, SPOEDBESLUIT, Bereik.OVERAL, CENTRUM_BESLIST),
)
# Facts, locations and their hours are saved at once, without a draft: an editor may do so for the own municipality.
_FEIT = (
    *OVERZICHT,
    *_iedereen_ziet(Bereik.REGIO),
    Regel(Hoedanigheid.CENTRAAL, ALLES, Bereik.REGIO),
    *(Regel(wie, ALLES, Bereik.EIGEN) for wie in LOKAAL),
    Regel(Hoedanigheid.KCC_GEMEENTE, ZIEN, Bereik.EIGEN),
)
_CONTACTPUNT = (
    *_FEIT,
    Regel(Hoedanigheid.KCC_REGIO, ALLES, Bereik.OVERAL),
    Regel(Hoedanigheid.KCC_GEMEENTE, ALLES, Bereik.EIGEN),
)
_MEDEDELING = (
    *OVERZICHT,
    *_iedereen_ziet(Bereik.REGIO),
    *(Regel(wie, ZIEN, Bereik.RAAKT) for wie in (*LOKAAL, Hoedanigheid.KCC_GEMEENTE)),
    *(Regel(wie, ALLES, Bereik.EIGEN) for wie in (*LOKAAL, Hoedanigheid.KCC_GEMEENTE)),
    *(Regel(wie, ALLES, Bereik.OVERAL) for wie in (Hoedanigheid.CENTRAAL, Hoedanigheid.KCC_REGIO)),
)
_SYNONIEM = (
    *OVERZICHT,
    *_iedereen_ziet(Bereik.REGIO),
    *(Regel(wie, ZIEN, Bereik.EIGEN) for wie in LOKAAL),
    Regel(Hoedanigheid.CENTRAAL, ALLES, Bereik.REGIO),
    Regel(Hoedanigheid.KCC_REGIO, ALLES, Bereik.OVERAL),
    Regel(Hoedanigheid.KCC_GEMEENTE, ALLES, Bereik.EIGEN),
)
# Never deleted by hand: a link is withdrawn; the rows are forgotten by themselves (redactie/feitencheck/vergeten.py).
_FEITENCHECK = (
    *OVERZICHT,
    Regel(Hoedanigheid.CENTRAAL, ZIEN | {"add", "change"}, Bereik.OVERAL),
    *(Regel(wie, ZIEN | {"add", "change"}, Bereik.EIGEN) for wie in LOKAAL),
)
# Offered by a municipality, decided by the centre; which text becomes the region's is asked of the product as well.
_REGIOVOORSTEL = (
    *OVERZICHT,
    Regel(Hoedanigheid.CENTRAAL, ZIEN | {"change"}, Bereik.OVERAL),
    *(Regel(wie, ZIEN | {"add"}, Bereik.EIGEN) for wie in LOKAAL),
)
_BEHEER = (Regel(Hoedanigheid.BEHEER, ALLES, Bereik.OVERAL),)

RECHTEN: dict[str, tuple[Regel, ...]] = {
    "product": _PRODUCT,
    "lokaleversie": _LOKALE_VERSIE,
    "gegeven": _FEIT,
    "tarief": _FEIT,
    "locatie": _FEIT,
    "contactpunt": _CONTACTPUNT,
    "mededeling": _MEDEDELING,
    "synoniem": _SYNONIEM,
    "feitencheck": _FEITENCHECK,
    "regiovoorstel": _REGIOVOORSTEL,
    "thema": (*_iedereen_ziet(Bereik.OVERAL), Regel(Hoedanigheid.CENTRAAL, ALLES, Bereik.OVERAL)),
    "uplnaam": _iedereen_ziet(Bereik.OVERAL),
    "gemeente": (Regel(Hoedanigheid.CENTRAAL, ZIEN, Bereik.OVERAL), *_BEHEER),
    "regio": (
        Regel(Hoedanigheid.CENTRAAL, ZIEN, Bereik.OVERAL),
        # One row: it can be changed, not added to or removed.
        Regel(Hoedanigheid.BEHEER, ZIEN | {"change"}, Bereik.OVERAL),
    ),
    "lidmaatschap": _BEHEER,
    "vervanging": _BEHEER,
    "beantwoording": (Regel(Hoedanigheid.CENTRAAL, ZIEN, Bereik.OVERAL), *_BEHEER),
}
"""Model name (of this app) → rules."""
