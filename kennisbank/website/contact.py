"""Contact and opening hours: everything to call, write to or visit, with the times of the coming weeks."""

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
    punten = tuple(Kaart(lid, uren_van(lid.openingstijden, rand.nu)) for lid in gemeente.contactpunten)
    return antwoord(
        request,
        Pagina(
            "website/contact.html",
            merk=(rand.merk, locaties, punten),
            context=lambda: rand.context(
                locaties=locaties,
                afdelingen=[k for k in punten if k.punt.soort == ContactpuntSoort.AFDELING],
                anderen=[k for k in punten if k.punt.soort != ContactpuntSoort.AFDELING],
                menu="contact",
            ),
        ),
    )
