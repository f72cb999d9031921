"""Pages that list products: home, from A to Z, and themes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from string import ascii_uppercase

from django.http import Http404, HttpRequest, HttpResponse

from kennisbank.publicaties import Productregel, lijst
from kennisbank.website.gemeente import haal
from kennisbank.website.kader import kader
from kennisbank.website.pagina import Pagina, antwoord
from kennisbank.website.veelgevraagd import VEELGEVRAAGD
from redactie.keuzes import Productsoort, Status


@dataclass(frozen=True, slots=True)
class Letter:
    letter: str
    regels: tuple[Productregel, ...]


def home(request: HttpRequest) -> HttpResponse:
    rand = kader(haal(request.bereik))
    per_sleutel = {regel.sleutel: regel for regel in lijst(request.bereik, VEELGEVRAAGD)}
    vaak = tuple(
        per_sleutel[sleutel]
        for sleutel in VEELGEVRAAGD
        if sleutel in per_sleutel and per_sleutel[sleutel].status == Status.AANGEBODEN
    )
    return antwoord(
        request,
        Pagina(
            "website/home.html",
            merk=(rand.merk, vaak),
            context=lambda: rand.context(vaak=vaak, menu="home", zonder_zoekveld=True),
        ),
    )


def az(request: HttpRequest) -> HttpResponse:
    rand = kader(haal(request.bereik))
    letters = op_letter(lijst(request.bereik))
    return antwoord(
        request,
        Pagina(
            "website/az.html",
            merk=(rand.merk, letters),
            context=lambda: rand.context(letters=letters, menu="az"),
        ),
    )


def thema(request: HttpRequest, sleutel: str) -> HttpResponse:
    gemeente = haal(request.bereik)
    dit = gemeente.thema(sleutel)
    if dit is None:
        raise Http404
    rand = kader(gemeente, [f"thema:{sleutel}"])
    regels = tuple(regel for regel in lijst(request.bereik) if sleutel in regel.themas)
    return antwoord(
        request,
        Pagina(
            "website/thema.html",
            merk=(rand.merk, sleutel, regels),
            context=lambda: rand.context(
                dit=dit,
                thema=gemeente.thema(dit.ouder) if dit.ouder else None,
                onder=gemeente.onder(sleutel),
                producten=_van_soort(regels, Productsoort.PRODUCT),
                vragen=_van_soort(regels, Productsoort.VRAAG),
                verwijzingen=_van_soort(regels, Productsoort.VERWIJZING),
            ),
        ),
    )


def op_letter(regels: Iterable[Productregel]) -> tuple[Letter, ...]:
    """All letters from A to Z, also the empty ones; what begins with something else stands under `#`."""
    per_letter: dict[str, list[Productregel]] = {letter: [] for letter in ascii_uppercase}
    for regel in regels:
        per_letter.setdefault(_eerste_letter(regel.titel), []).append(regel)
    return tuple(Letter(letter, tuple(leden)) for letter, leden in per_letter.items())


def _eerste_letter(titel: str) -> str:
    """É counts as E."""
    kaal = unicodedata.normalize("NFKD", titel.lstrip(" '\"“”‘’"))[:1].upper()
    return kaal if kaal in ascii_uppercase and kaal else "#"


def _van_soort(regels: Iterable[Productregel], soort: Productsoort) -> tuple[Productregel, ...]:
    return tuple(regel for regel in regels if regel.productsoort == soort)
