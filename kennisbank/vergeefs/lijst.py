"""What an editor reads of questions that came to nothing, with the synonym that may help. Reads, never saves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from django.db.models import Sum
from django.urls import reverse

from kennisbank.models import Dagtelling, Vergeefs, VergeefseVraag
from redactie.keuzes import Richting
from sync.models import Documentsoort, Publicatie, Toestand

MEESTE = 200
PERIODE = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Vergeefsregel:
    """`daarna` is the title of the product that was opened most often next, `maak` where a synonym is made of it."""

    id: int
    vraag: str
    soort: str
    keer: int
    laatste_op: date
    daarna: str
    daarna_keer: int
    maak: str


def regels() -> list[Vergeefsregel]:
    """The most asked first, without what was put away. 2 queries."""
    rijen = list(VergeefseVraag.objects.filter(weggelegd=False)[:MEESTE])
    titels = _titels(sleutel for rij in rijen for sleutel in rij.vervolg)
    return [_regel(rij, titels) for rij in rijen]


def aantal(vandaag: date) -> int:
    """How many questions came to nothing in the last thirty days, those that nobody may read included. 1 query."""
    recent = Dagtelling.objects.filter(dag__gt=vandaag - PERIODE)
    return recent.aggregate(som=Sum("aantal"))["som"] or 0


def _regel(rij: VergeefseVraag, titels: dict[str, str]) -> Vergeefsregel:
    # The most often opened first, and among equals the same one each time; what is not live any more is no help.
    vervolg = sorted(((-keer, sleutel) for sleutel, keer in rij.vervolg.items() if sleutel in titels))
    keer, sleutel = vervolg[0] if vervolg else (0, "")
    daarna = titels.get(sleutel, "")
    soort = Vergeefs(rij.soort)
    return Vergeefsregel(
        rij.pk, rij.vraag, soort.label, rij.keer, rij.laatste_op, daarna, -keer, _adres(rij, soort, daarna)
    )


def _adres(rij: VergeefseVraag, soort: Vergeefs, daarna: str) -> str:
    """The form of a new synonym with its fields filled in: who asks this, finds that."""
    wat = "zonder resultaat" if soort is Vergeefs.GEEN_RESULTAAT else "zonder dat iemand iets opende"
    velden = {
        "woorden": ", ".join(_zonder_komma(tekst) for tekst in (rij.vraag, daarna) if tekst),
        "richting": Richting.HEEN.value,
        "reden": f"{rij.keer} keer gezocht {wat}.",
    }
    return f"{reverse('wagtailsnippets_redactie_synoniem:add')}?{urlencode(velden)}"


def _zonder_komma(tekst: str) -> str:
    return " ".join(tekst.replace(",", " ").replace(";", " ").split())


def _titels(sleutels: Iterable[str]) -> dict[str, str]:
    live = Publicatie.objects.filter(
        documentsoort=Documentsoort.PRODUCT, toestand=Toestand.LIVE, sleutel__in=set(sleutels)
    )
    return dict(live.values_list("sleutel", "titel").distinct())
