"""The contract with a supplier's website as OpenAPI 3.1, with examples worked out by the code that really sends.

Pure. `python -m sync.afspraak.openapi > docs/api/doelen.openapi.json` prints it; a test says so when that file is not
the same. The reasons and the rules in words stand in docs/api/doelen.md.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from sync.afspraak.bericht import Bericht
from sync.afspraak.contract import MEESTE_BYTES, MEESTE_DOCUMENTEN, pakket
from sync.afspraak.manifest import emmer_van, naam_van, samenvatting
from sync.afspraak.openapischemas import Json, schemas
from sync.canoniek import EPOCH, canoniek, hash_van

PRODUCT: Json = {
    "schema": "antwoord/product/1",
    "bereik": "sliedrecht",
    "sleutel": "paspoort-aanvragen",
    "soort": "product",
    "status": "aangeboden",
    "status_toelichting": "",
    "status_html": "",
    "verwijst_naar": None,
    "kanalen": [],
    "upn": [],
    "rechtsgronden": [],
    "doelgroepen": ["particulier"],
    "themas": ["paspoort"],
    "trefwoorden": ["reisdocument"],
    "verwant": [],
    "contactpunt": None,
    "talen": {
        "nl": {
            "titel": "Paspoort aanvragen",
            "samenvatting": "U vraagt een paspoort aan bij de gemeente.",
            "velden": [
                {
                    "veld": "termijn",
                    "kop": "Hoe lang duurt het?",
                    "tekst": "5 dagen.",
                    "html": "<p>5 dagen.</p>",
                }
            ],
        }
    },
}
GEMEENTE: Json = {
    "schema": "antwoord/gemeente/1",
    "bereik": "sliedrecht",
    "naam": "Sliedrecht",
    "naam_regio": "",
    "code": "gm0610",
    "owms_uri": "",
    "telefoon": "14 0184",
    "telefoon_buitenland": "",
    "website": "https://www.sliedrecht.nl",
    "hostnamen": [],
    "thema": "",
    "themas": [],
    "contactpunten": [],
    "locaties": [],
    "mededelingen": [],
}
LIVE = Bericht(
    "sliedrecht",
    "product",
    "paspoort-aanvragen",
    EPOCH + 1,
    hash_van(canoniek(PRODUCT)),
    PRODUCT,
    None,
)
WEG = Bericht("sliedrecht", "product", "rijbewijs-omwisselen", EPOCH + 2, "", None, None)
ZELF = Bericht(
    "sliedrecht",
    "gemeente",
    "gemeente",
    EPOCH + 3,
    hash_van(canoniek(GEMEENTE)),
    GEMEENTE,
    None,
)


def beschrijving() -> Json:
    """The whole document."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Antwoord levert aan uw website",
            "version": "1",
            "description": "Wat de website van een leverancier aanbiedt om te ontvangen wat een gemeente publiceert. "
            "Lees eerst doelen.md.",
        },
        "servers": [{"url": "https://uw-website.example/antwoord"}],
        "security": [{"nummer": [], "tijd": [], "handtekening": []}],
        "paths": {
            "/publicaties": {"put": _leveren()},
            "/manifest": {"get": _manifest()},
            "/manifest/{emmer}": {"get": _emmer()},
        },
        "components": {
            "securitySchemes": {
                "nummer": _kop("webhook-id", "Bij elke poging een ander."),
                "tijd": _kop(
                    "webhook-timestamp", "Seconden sinds 1 januari 1970 UTC; hoogstens 300 verschil."
                ),
                "handtekening": _kop(
                    "webhook-signature",
                    "`v1,` en base64 van HMAC-SHA256; soms twee, met een spatie ertussen.",
                ),
            },
            "schemas": schemas(),
        },
    }


def _kop(naam: str, uitleg: str) -> Json:
    return {"type": "apiKey", "in": "header", "name": naam, "description": uitleg}


def _verwijs(naam: str) -> Json:
    return {"$ref": f"#/components/schemas/{naam}"}


def _json(naam: str, voorbeeld: Any) -> Json:
    return {"application/json": {"schema": _verwijs(naam), "example": voorbeeld}}


def _jsons(naam: str, **voorbeelden: Any) -> Json:
    gezegd = {wat.replace("_", " "): {"value": voorbeeld} for wat, voorbeeld in voorbeelden.items()}
    return {"application/json": {"schema": _verwijs(naam), "examples": gezegd}}


def _fout(betekenis: str, melding: str, **rest: Any) -> Json:
    return {"description": betekenis, **rest, "content": _json("Fout", {"melding": melding})}


def _fouten() -> Json:
    """What any of the three addresses may say."""
    wanneer = {
        "description": "Over hoeveel seconden wij het weer mogen vragen, of een datum; geldt tot een kwartier.",
        "schema": {"type": "string"},
        "example": "30",
    }
    return {
        "401": _fout("De handtekening of de tijd klopt niet.", "De handtekening klopt niet."),
        "503": _fout("Nu even niet.", "Wij zijn even bezig.", headers={"Retry-After": wanneer}),
    }


def _leveren() -> Json:
    geweigerd = {**_naam(ZELF), "status": 422, "melding": "De hash hoort niet bij deze inhoud."}
    ouder = _uitslag(LIVE) | {"status": 409, "versie": LIVE.versie + 1}
    return {
        "operationId": "lever",
        "summary": f"Neem 1 tot {MEESTE_DOCUMENTEN} documenten aan, samen hoogstens {MEESTE_BYTES // 2**20} MB",
        "requestBody": {
            "required": True,
            "content": _jsons(
                "Levering",
                een_product_en_een_intrekking=json.loads(pakket([LIVE, WEG])),
                gegevens_van_de_gemeente=json.loads(pakket([ZELF])),
            ),
        },
        "responses": {
            "200": {
                "description": "Per document wat ermee gebeurde, ook als u er een weigert.",
                "content": _jsons(
                    "Uitslagen",
                    alles_bewaard={"uitslagen": [_uitslag(LIVE), _uitslag(WEG)]},
                    een_document_dat_u_al_nieuwer_hebt={"uitslagen": [ouder]},
                    een_document_dat_u_niet_kunt_gebruiken={"uitslagen": [geweigerd]},
                ),
            },
            "400": _fout(
                "Het lichaam als geheel is geen levering volgens dit schema.",
                "Dit is geen levering volgens antwoord/levering/1.",
            ),
            "413": _fout("Te groot. Tot 4 MB hoort te kunnen.", "Deze levering is groter dan 8 MB."),
            **_fouten(),
        },
    }


def _naam(bericht: Bericht) -> Json:
    return {"bereik": bericht.bereik, "documentsoort": bericht.documentsoort, "sleutel": bericht.sleutel}


def _uitslag(bericht: Bericht) -> Json:
    return {**_naam(bericht), "status": 200, "versie": bericht.versie, "hash": bericht.hash}


def _manifest() -> Json:
    regels = [
        (naam_van(lid.bereik, lid.documentsoort, lid.sleutel), lid.versie, lid.hash) for lid in (LIVE, WEG)
    ]
    voorbeeld = {"aantal": len(regels), "emmers": samenvatting(regels)}
    return {
        "operationId": "manifest",
        "summary": "Van elke emmer de digest",
        "responses": {
            "200": {"description": "Alles wat u hebt, kort.", "content": _json("Manifest", voorbeeld)},
            **_fouten(),
        },
    }


def _emmer() -> Json:
    lid = {**_naam(LIVE), "versie": LIVE.versie, "hash": LIVE.hash, "ingetrokken": False}
    emmer = emmer_van(naam_van(LIVE.bereik, LIVE.documentsoort, LIVE.sleutel))
    return {
        "operationId": "emmer",
        "summary": "Wat er in één emmer zit",
        "parameters": [
            {
                "name": "emmer",
                "in": "path",
                "required": True,
                "schema": {"type": "string", "pattern": "^[0-9a-f]{2}$"},
                "example": emmer,
            }
        ],
        "responses": {
            "200": {"description": "Elk document.", "content": _json("Emmer", {"documenten": [lid]})},
            **_fouten(),
        },
    }


def tekst() -> str:
    return json.dumps(beschrijving(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(tekst())
