"""The product page, also of questions and pointers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from kennisbank.website.gemeente import Contactpunt, Gemeente
from kennisbank.website.kader import Kader, kader
from kennisbank.website.pagina import Pagina, antwoord
from kennisbank.website.productbron import Productbron, Samenhang, lees
from kennisbank.website.uren import GEEN_UREN, Uren, uren_van

SJABLOON = "website/product.html"


def product(request: HttpRequest, sleutel: str) -> HttpResponse:
    bron = lees(request.bereik, sleutel)
    rand = kader(bron.gemeente, _zaken(sleutel, bron.samenhang))
    punt = bron.gemeente.contactpunt(bron.samenhang.contactpunt)
    uren = uren_van(punt.openingstijden, rand.nu) if punt else GEEN_UREN
    return antwoord(
        request,
        Pagina(
            SJABLOON,
            merk=(bron.stand, bron.verwant, bron.verwijzing, rand.merk, uren),
            context=lambda: _context(bron, rand, punt, uren),
        ),
    )


def _zaken(sleutel: str, samenhang: Samenhang) -> Iterator[str]:
    """What a notice may be about to concern this page."""
    yield f"product:{sleutel}"
    yield from (f"thema:{thema}" for thema in samenhang.themas)
    yield from (f"inlogmiddel:{middel}" for middel in samenhang.inlogmiddelen)


def _context(bron: Productbron, rand: Kader, punt: Contactpunt | None, uren: Uren) -> Mapping[str, Any]:
    themas = (rand.gemeente.thema(sleutel) for sleutel in bron.samenhang.themas)
    return rand.context(
        publiek=bron.publiek(),
        thema=next((thema for thema in themas if thema), None),
        punt=punt,
        uren=uren,
        verwant=bron.verwant,
        verwijzing=bron.verwijzing,
        bijgewerkt=timezone.localtime(bron.stand.gewijzigd_op),
        melden=_melden(rand.gemeente, punt, bron.stand.titel),
    )


def _melden(gemeente: Gemeente, punt: Contactpunt | None, titel: str) -> Mapping[str, str]:
    """Where to say that something on the page is wrong: the department itself, by mail, with the page named."""
    e_mail = punt.e_mail if punt else ""
    onderwerp = quote(f"Klopt niet op de website van {gemeente.naam}: {titel}")
    return {"e_mail": e_mail, "link": f"mailto:{e_mail}?subject={onderwerp}" if e_mail else ""}
