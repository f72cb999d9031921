"""The product page, also of questions and pointers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from kennisbank.mededelingen.geldig import zaken_van
from kennisbank.website.gemeente import Contactpunt, Gemeente, Thema
from kennisbank.website.kader import Kader, kader
from kennisbank.website.pagina import Pagina, antwoord
from kennisbank.website.productbron import Productbron, lees
from kennisbank.website.uren import GEEN_UREN, Uren, uren_van
from redactie.keuzes import ThemaSoort

SJABLOON = "website/product.html"


def product(request: HttpRequest, sleutel: str) -> HttpResponse:
    bron = lees(request.bereik, sleutel)
    rand = kader(bron.gemeente, _zaken(bron))
    request.bewijs = bron.bewijs(rand.nu, rand.tot)
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


def _zaken(bron: Productbron) -> Iterator[str]:
    samenhang = bron.samenhang
    return zaken_van(
        bron.stand.sleutel,
        status=bron.stand.status,
        themas=samenhang.themas,
        inlogmiddelen=samenhang.inlogmiddelen,
    )


def _context(bron: Productbron, rand: Kader, punt: Contactpunt | None, uren: Uren) -> Mapping[str, Any]:
    inhoud = bron.inhoud()
    return rand.context(
        publiek=inhoud.publiek,
        thema=_kruimel(rand.gemeente, bron.samenhang.themas),
        punt=punt,
        uren=uren,
        verwant=bron.verwant,
        verwijzing=bron.verwijzing,
        bijgewerkt=timezone.localtime(inhoud.gewijzigd_op),
        melden=_melden(rand.gemeente, punt, bron.stand.titel),
    )


def _kruimel(gemeente: Gemeente, sleutels: Iterable[str]) -> Thema | None:
    """The theme that the page hangs under: a subject rather than a life event."""
    themas = [thema for sleutel in sleutels if (thema := gemeente.thema(sleutel))]
    return min(themas, key=lambda thema: thema.soort != ThemaSoort.THEMA, default=None)


def _melden(gemeente: Gemeente, punt: Contactpunt | None, titel: str) -> Mapping[str, str]:
    """Where to say that something on the page is wrong: the department itself, by mail, with the page named."""
    e_mail = punt.e_mail if punt else ""
    onderwerp = quote(f"Klopt niet op de website van {gemeente.naam}: {titel}")
    return {"e_mail": e_mail, "link": f"mailto:{e_mail}?subject={onderwerp}" if e_mail else ""}
