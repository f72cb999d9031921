"""What an attempt on an address means, with patience: one failure says nothing, several over days say it is broken.

Pure: the moment comes in. Which attempts there are is said by `vragen.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum, auto

from redactie.keuzes import Keuze

GENOEG = 3
"""Failures before an address counts as broken, and"""
LANG_GENOEG = timedelta(days=2)
"""how long it must have been failing."""
NA_FOUT = (timedelta(hours=6), timedelta(hours=18))
"""The next tries after a first and a second failure; then every `DAGELIJKS`."""
DAGELIJKS = timedelta(days=1)
NA_GOED = timedelta(days=7)
NIET_NA_TE_KIJKEN = timedelta(days=30)
STRAKS = timedelta(hours=6)
LANGST_WACHTEN = timedelta(days=7)


class Linkstand(Keuze):
    NIEUW = "nieuw", "Nog niet gevraagd"
    GOED = "goed", "Werkt"
    HAPERT = "hapert", "Geeft even geen antwoord"
    STUK = "stuk", "Werkt niet meer"
    VERHUISD = "verhuisd", "Verhuisd"
    GESLOTEN = "gesloten", "Niet na te kijken"


class Uitkomst(Enum):
    GOED = auto()
    VERHUISD = auto()
    FOUT = auto()
    GESLOTEN = auto()
    """The other side does not want to be asked, or we may not ask: that says nothing about the page."""
    LATER = auto()
    """Not now: asked to wait."""


@dataclass(frozen=True, slots=True)
class Poging:
    """`melding`: a Dutch sentence for an editor. `naar`: where it leads to. `wacht`: what the other side asks for."""

    uitkomst: Uitkomst
    melding: str = ""
    naar: str = ""
    wacht: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Stand:
    stand: Linkstand = Linkstand.NIEUW
    melding: str = ""
    naar: str = ""
    mislukt: int = 0
    fout_sinds: datetime | None = None
    goed_op: datetime | None = None
    volgende_op: datetime | None = None


def volgende(was: Stand, poging: Poging, nu: datetime, *, spreiding: float = 0.0) -> Stand:
    """The state after this attempt. `spreiding` (0 to 1) keeps addresses from coming back all at once."""
    if poging.uitkomst is Uitkomst.LATER:
        wacht = min(max(poging.wacht or STRAKS, timedelta(minutes=1)), LANGST_WACHTEN)
        return replace(was, volgende_op=nu + wacht)
    if poging.uitkomst is Uitkomst.FOUT:
        return _na_fout(was, poging, nu)
    stand = {Uitkomst.GOED: Linkstand.GOED, Uitkomst.VERHUISD: Linkstand.VERHUISD}.get(
        poging.uitkomst, Linkstand.GESLOTEN
    )
    rust = NIET_NA_TE_KIJKEN if stand is Linkstand.GESLOTEN else NA_GOED
    return Stand(
        stand,
        poging.melding,
        poging.naar,
        goed_op=was.goed_op if stand is Linkstand.GESLOTEN else nu,
        volgende_op=nu + rust + spreiding * DAGELIJKS,
    )


def _na_fout(was: Stand, poging: Poging, nu: datetime) -> Stand:
    """Broken stays broken until it works again; whatever fails less than that long only falters."""
    sinds = was.fout_sinds or nu
    mislukt = was.mislukt + 1
    kapot = was.stand is Linkstand.STUK or (mislukt >= GENOEG and nu - sinds >= LANG_GENOEG)
    rust = NA_FOUT[mislukt - 1] if mislukt <= len(NA_FOUT) else DAGELIJKS
    return replace(
        was,
        stand=Linkstand.STUK if kapot else Linkstand.HAPERT,
        melding=poging.melding,
        naar=poging.naar,
        mislukt=mislukt,
        fout_sinds=sinds,
        volgende_op=nu + rust,
    )
