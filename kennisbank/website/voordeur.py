"""The front page of the main host: where everything is. Nothing for citizens; they come by their municipality."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kennisbank.publicaties import gemeentehashes, inhoud_van
from kennisbank.website.gemeente import Gemeente, gemeente_met
from kennisbank.website.pagina import Pagina, antwoord
from redactie.bronnen import REGIO


@dataclass(frozen=True, slots=True)
class Ingang:
    """A part of Antwoord that this process serves."""

    naam: str
    adres: str
    uitleg: str


@dataclass(frozen=True, slots=True)
class Site:
    gemeente: Gemeente
    adres: str
    host: str


INGANGEN = {
    "balie": Ingang("Balie", "/balie/", "Antwoorden voor medewerkers van het klantcontactcentrum."),
    "redactie": Ingang("Redactie", "/redactie/", "Teksten schrijven, aanpassen en publiceren."),
    "api": Ingang("API", "/api/v1/", "Alle gepubliceerde teksten voor andere systemen."),
}


@require_safe
def voordeur(request: HttpRequest) -> HttpResponse:
    hashes = gemeentehashes()
    alle = tuple(_sites(request, hashes)) if "website" in settings.ANTWOORD_DELEN else ()
    ingangen = tuple(ingang for deel, ingang in INGANGEN.items() if deel in settings.ANTWOORD_DELEN)
    regio = inhoud_van(hashes[REGIO])["naam_regio"] if REGIO in hashes else ""
    return antwoord(
        request,
        Pagina(
            "website/voordeur.html",
            merk=(request.get_host(), alle, ingangen, regio),
            context=lambda: {
                "sites": alle,
                "ingangen": ingangen,
                "regio": regio,
                "is_voorbeeld": any(site.gemeente.is_voorbeeld for site in alle),
            },
        ),
    )


def sites(request: HttpRequest) -> tuple[Site, ...]:
    """Every website of this installation, by name."""
    return tuple(_sites(request, gemeentehashes()))


def _sites(request: HttpRequest, hashes: dict[str, str]) -> Iterator[Site]:
    """By name; the address at which this very installation shows a website: same port, own host name."""
    poort = urlsplit(f"//{request.get_host()}").port
    achter = f":{poort}" if poort else ""
    for gemeente in sorted((gemeente_met(hash_) for hash_ in hashes.values()), key=lambda lid: lid.naam):
        for host in gemeente.hostnamen[:1]:
            yield Site(gemeente, f"{request.scheme}://{host}{achter}/", host)
