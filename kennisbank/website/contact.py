"""Contact and opening hours: what to visit, call and write to, with the times of the coming weeks.

Of partners and other bodies only where to find them: their hours stand on the pages that send people there.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from kennisbank.website.gemeente import Contactpunt, Locatie, haal
from kennisbank.website.kader import kader
from kennisbank.website.pagina import Pagina, antwoord
from kennisbank.website.uren import Uren, uren_van
from redactie.keuzes import ContactpuntSoort


@dataclass(frozen=True, slots=True)
class Kaart:
    punt: Contactpunt | Locatie
    uren: Uren


def contact(request: HttpRequest) -> HttpResponse:
    gemeente = haal(request.bereik)
    rand = kader(gemeente)
    locaties = tuple(Kaart(lid, uren_van(lid.openingstijden, rand.nu)) for lid in gemeente.locaties)
    eigen = [lid for lid in gemeente.contactpunten if lid.soort == ContactpuntSoort.AFDELING]
    afdelingen = tuple(Kaart(lid, uren_van(lid.openingstijden, rand.nu)) for lid in eigen)
    return antwoord(
        request,
        Pagina(
            "website/contact.html",
            merk=(rand.merk, locaties, afdelingen),
            context=lambda: rand.context(
                locaties=locaties,
                afdelingen=afdelingen,
                anderen=[lid for lid in gemeente.contactpunten if lid not in eigen],
                menu="contact",
            ),
        ),
    )
