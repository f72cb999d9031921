"""Flags as editors read them: which of them somebody may see, which they may answer, and how they are filtered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.utils import timezone

from kennisbank.melden.eigenaar import kop_van
from kennisbank.models import Melding, Meldtoestand
from redactie import wie

OPEN, TE_LAAT, GESLOTEN, ALLE = "open", "te-laat", "beantwoord", "alle"
STANDEN = ((OPEN, "Open"), (TE_LAAT, "Te laat"), (GESLOTEN, "Beantwoord"), (ALLE, "Alle"))
PER_BLADZIJDE = 50
_BEWAARD = "_antwoord_meldrechten"


@dataclass(frozen=True, slots=True)
class Rechten:
    """`redigeert`: the bereiken that one answers for; `let_op`: whose desk one looks after (None: all)."""

    redigeert: frozenset[str]
    let_op: frozenset[str] | None

    @classmethod
    def van(cls, user: Any) -> Rechten:
        """3 queries at most, once per request: the menu asks it as well."""
        if (rechten := getattr(user, _BEWAARD, None)) is None:
            rechten = cls(wie.redigeert(user), wie.let_op_de_balie(user))
            setattr(user, _BEWAARD, rechten)
        return rechten

    @property
    def ziet_iets(self) -> bool:
        return bool(self.redigeert) or self.let_op is None or bool(self.let_op)

    def mag_antwoorden(self, melding: Melding) -> bool:
        return melding.eigenaar in self.redigeert

    def zichtbaar(self) -> QuerySet[Melding]:
        if self.let_op is None:
            return Melding.objects.all()
        return Melding.objects.filter(Q(eigenaar__in=self.redigeert) | Q(bereik__in=self.let_op))


@dataclass(frozen=True, slots=True)
class Filters:
    """As they stand in the address."""

    stand: str = OPEN
    bereik: str = ""
    eigenaar: str = ""
    bedrag: bool = False

    @classmethod
    def uit(cls, gegeven: Mapping[str, str]) -> Filters:
        stand = gegeven.get("stand", OPEN)
        return cls(
            stand if stand in dict(STANDEN) else OPEN,
            gegeven.get("gemeld-bij", ""),
            gegeven.get("voor", ""),
            gegeven.get("bedrag") == "ja",
        )

    @property
    def adres(self) -> str:
        """Without what is as it is by itself."""
        keuzes = {
            "stand": "" if self.stand == OPEN else self.stand,
            "gemeld-bij": self.bereik,
            "voor": self.eigenaar,
            "bedrag": "ja" if self.bedrag else "",
        }
        return urlencode({naam: waarde for naam, waarde in keuzes.items() if waarde})


@dataclass(frozen=True, slots=True)
class Meldingregel:
    id: int
    titel: str
    plek: str
    bereik: str
    eigenaar: str
    bedrag: bool
    opmerking: str
    stand: str
    te_laat: bool
    mijn: bool
    gemeld_op: datetime
    uiterlijk_op: datetime


def bladzijde(
    rechten: Rechten, filters: Filters, namen: Mapping[str, str], nummer: str
) -> Page[Meldingregel]:
    """What is due first comes first; of what was answered the newest. `namen`: of the bereiken. 2 queries.

    A number that is none gives the first page, and one past the end the last.
    """
    nu = timezone.now()
    blad = Paginator(_gefilterd(rechten.zichtbaar(), filters, nu), PER_BLADZIJDE).get_page(nummer)
    return Page([_regel(rij, rechten, namen, nu) for rij in blad], blad.number, blad.paginator)


def aantallen(rechten: Rechten) -> tuple[int, int]:
    """How many flags wait for this person, and how many of those are late. 1 query."""
    nu = timezone.now()
    tot = list(
        Melding.objects.filter(eigenaar__in=rechten.redigeert, toestand=Meldtoestand.OPEN).values_list(
            "uiterlijk_op", flat=True
        )
    )
    return len(tot), sum(moment < nu for moment in tot)


def _gefilterd(meldingen: QuerySet[Melding], filters: Filters, nu: datetime) -> QuerySet[Melding]:
    if filters.bereik:
        meldingen = meldingen.filter(bereik=filters.bereik)
    if filters.eigenaar:
        meldingen = meldingen.filter(eigenaar=filters.eigenaar)
    if filters.bedrag:
        meldingen = meldingen.filter(bedrag=True)
    match filters.stand:
        case "te-laat":
            return meldingen.filter(toestand=Meldtoestand.OPEN, uiterlijk_op__lt=nu)
        case "beantwoord":
            return meldingen.exclude(toestand=Meldtoestand.OPEN).order_by("-gesloten_op", "-pk")
        case "alle":
            return meldingen.order_by("-gemeld_op", "-pk")
    return meldingen.filter(toestand=Meldtoestand.OPEN)


def _regel(rij: Melding, rechten: Rechten, namen: Mapping[str, str], nu: datetime) -> Meldingregel:
    toestand = Meldtoestand(rij.toestand)
    return Meldingregel(
        id=rij.pk,
        titel=rij.titel,
        plek=kop_van(rij.plek),
        bereik=namen.get(rij.bereik, rij.bereik),
        eigenaar=namen.get(rij.eigenaar, rij.eigenaar),
        bedrag=rij.bedrag,
        opmerking=rij.opmerking,
        stand=toestand.label,
        te_laat=toestand is Meldtoestand.OPEN and rij.uiterlijk_op < nu,
        mijn=toestand is Meldtoestand.OPEN and rechten.mag_antwoorden(rij),
        gemeld_op=rij.gemeld_op,
        uiterlijk_op=rij.uiterlijk_op,
    )
