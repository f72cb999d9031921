"""The contract with a supplier's website as OpenAPI 3.1, with examples worked out by the code that really sends.

Pure. `python -m sync.afspraak.openapi > docs/api/doelen.openapi.json` prints it; a test says so when that file is not
the same. The reasons and the rules in words stand in docs/api/doelen.md.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from redactie.schemas import schema
from sync.afspraak.bericht import Bericht
from sync.afspraak.contract import LEVERING, MEESTE_BYTES, MEESTE_DOCUMENTEN, pakket
from sync.afspraak.manifest import emmer_van, naam_van, samenvatting
from sync.canoniek import EPOCH, GRENS, canoniek, hash_van

Json = dict[str, Any]

INHOUDEN = ("antwoord/product/1", "antwoord/gemeente/1")

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
            "schemas": _schemas(),
        },
    }


def _kop(naam: str, uitleg: str) -> Json:
    return {"type": "apiKey", "in": "header", "name": naam, "description": uitleg}


def _verwijs(naam: str) -> Json:
    return {"$ref": f"#/components/schemas/{naam}"}


def _json(naam: str, voorbeeld: Any) -> Json:
    return {"application/json": {"schema": _verwijs(naam), "example": voorbeeld}}


def _leveren() -> Json:
    fout = {"content": _json("Fout", {"melding": "De handtekening klopt niet."})}
    return {
        "operationId": "lever",
        "summary": f"Neem 1 tot {MEESTE_DOCUMENTEN} documenten aan, samen hoogstens {MEESTE_BYTES // 2**20} MB",
        "requestBody": {"required": True, "content": _json("Levering", json.loads(pakket([LIVE, WEG])))},
        "responses": {
            "200": {
                "description": "Per document wat ermee gebeurde.",
                "content": _json("Uitslagen", {"uitslagen": [_uitslag(LIVE), _uitslag(WEG)]}),
            },
            "400": {"description": "Geen levering volgens dit schema.", **fout},
            "401": {"description": "De handtekening of de tijd klopt niet.", **fout},
            "413": {"description": "Te groot.", **fout},
            "503": {"description": "Nu niet; Retry-After mag zeggen wanneer wel.", **fout},
        },
    }


def _uitslag(bericht: Bericht) -> Json:
    naam = {"bereik": bericht.bereik, "documentsoort": bericht.documentsoort, "sleutel": bericht.sleutel}
    return {**naam, "status": 200, "versie": bericht.versie, "hash": bericht.hash}


def _manifest() -> Json:
    regels = [
        (naam_van(lid.bereik, lid.documentsoort, lid.sleutel), lid.versie, lid.hash) for lid in (LIVE, WEG)
    ]
    voorbeeld = {"aantal": len(regels), "emmers": samenvatting(regels)}
    return {
        "operationId": "manifest",
        "summary": "Van elke emmer de digest",
        "responses": {
            "200": {"description": "Alles wat u hebt, kort.", "content": _json("Manifest", voorbeeld)}
        },
    }


def _emmer() -> Json:
    naam = {"bereik": LIVE.bereik, "documentsoort": LIVE.documentsoort, "sleutel": LIVE.sleutel}
    lid = {**naam, "versie": LIVE.versie, "hash": LIVE.hash, "ingetrokken": False}
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
            "200": {"description": "Elk document.", "content": _json("Emmer", {"documenten": [lid]})}
        },
    }


def _schemas() -> Json:
    sleutel: Json = {"type": "string", "pattern": "^[a-z0-9][a-z0-9_-]*$", "maxLength": 80}
    naam: Json = {"bereik": sleutel, "documentsoort": {"enum": ["product", "gemeente"]}, "sleutel": sleutel}
    versie: Json = {"type": "integer", "minimum": 1, "exclusiveMaximum": GRENS}
    hash_: Json = {"type": "string", "pattern": "^([0-9a-f]{64})?$"}
    stand: Json = {"versie": versie, "hash": hash_, "ingetrokken": {"type": "boolean"}}
    inhoud: Json = {"anyOf": [_verwijs(_kort(lid)) for lid in INHOUDEN] + [{"type": "null"}]}
    status = {"type": "integer", "minimum": 200, "maximum": 599}
    digest = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
    return {
        **{_kort(lid): {deel: wat for deel, wat in schema(lid).items() if deel != "$id"} for lid in INHOUDEN},
        "Levering": _object(
            schema={"const": LEVERING},
            documenten={
                "type": "array",
                "minItems": 1,
                "maxItems": MEESTE_DOCUMENTEN,
                "items": _verwijs("Document"),
            },
        ),
        "Document": _object(**naam, **stand, inhoud=inhoud),
        "Uitslagen": _object(uitslagen={"type": "array", "items": _verwijs("Uitslag")}),
        "Uitslag": {
            **_object(**naam, status=status),
            "properties": {
                **naam,
                "status": status,
                "versie": versie,
                "hash": hash_,
                "melding": {"type": "string"},
            },
        },
        "Manifest": _object(
            aantal={"type": "integer", "minimum": 0},
            emmers={
                "type": "object",
                "propertyNames": {"pattern": "^[0-9a-f]{2}$"},
                "additionalProperties": digest,
            },
        ),
        "Emmer": _object(documenten={"type": "array", "items": _verwijs("Stand")}),
        "Stand": _object(**naam, **stand),
        "Fout": _object(melding={"type": "string"}),
    }


def _kort(naam: str) -> str:
    """`antwoord/product/1` → `Product`."""
    return naam.split("/")[1].capitalize()


def _object(**velden: Json) -> Json:
    return {"type": "object", "required": list(velden), "properties": velden}


def tekst() -> str:
    return json.dumps(beschrijving(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(tekst())
