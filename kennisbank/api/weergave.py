"""From published content to what the API answers. Names each property: what is added to a content later stays inside
until somebody adds it here and to the schema.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from kennisbank.api.schemas import SCHEMAS
from kennisbank.publicaties import Gepubliceerd

Json = dict[str, Any]


def gemeente_kort(request: HttpRequest, document: Gepubliceerd) -> Json:
    publiek = document.publiek
    producten = request.build_absolute_uri(reverse("api:producten"))
    return {
        "url": adres(request, "gemeente", document.bereik),
        "producten": f"{producten}?gemeente={document.bereik}",
        "gemeente": document.bereik,
        "naam": publiek["naam"],
        "code": publiek["code"],
        "owms_uri": publiek["owms_uri"],
        "telefoon": publiek["telefoon"],
        "telefoon_buitenland": publiek["telefoon_buitenland"],
        "website": publiek["website"],
    }


def gemeente(request: HttpRequest, document: Gepubliceerd) -> Json:
    publiek = document.publiek
    return {
        **gemeente_kort(request, document),
        "themas": [_kies("Thema", lid) for lid in publiek["themas"]],
        "contactpunten": [_kies("Contactpunt", lid) for lid in publiek["contactpunten"]],
        "locaties": [_kies("Locatie", lid) for lid in publiek["locaties"]],
        "mededelingen": [_kies("Mededeling", lid) for lid in publiek["mededelingen"]],
    }


def product(request: HttpRequest, document: Gepubliceerd) -> Json:
    publiek = document.publiek
    return {
        "url": adres(request, "product", document.bereik, document.sleutel),
        "gemeente": document.bereik,
        "sleutel": document.sleutel,
        "productsoort": publiek["soort"],
        "status": publiek["status"],
        "status_toelichting": publiek["status_toelichting"],
        "verwijst_naar": publiek["verwijst_naar"],
        "talen": {taal: _tekst(tekst) for taal, tekst in publiek["talen"].items()},
        "kanalen": [_kies("Kanaal", lid) for lid in publiek["kanalen"]],
        "upn": [{"uri": lid["uri"], "naam": lid["naam"]} for lid in publiek["upn"]],
        "rechtsgronden": publiek["rechtsgronden"],
        "doelgroepen": publiek["doelgroepen"],
        "themas": publiek["themas"],
        "trefwoorden": publiek["trefwoorden"],
        "verwant": publiek["verwant"],
        "contactpunt": publiek["contactpunt"],
        "versie": document.versie,
        "gewijzigd_op": document.gewijzigd_op.isoformat(),
    }


def adres(request: HttpRequest, naam: str, *delen: str) -> str:
    return request.build_absolute_uri(reverse(f"api:{naam}", args=delen))


def _tekst(tekst: Json) -> Json:
    velden = [_kies("Veld", lid) for lid in tekst["velden"]]
    return {"titel": tekst["titel"], "samenvatting": tekst["samenvatting"], "velden": velden}


def _kies(schema: str, lid: Json) -> Json:
    """The properties that the schema names, and no other."""
    return {naam: lid[naam] for naam in SCHEMAS[schema]["properties"]}
