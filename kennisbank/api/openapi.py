"""The OpenAPI 3.1 description of the read API, made from the operations, parameters and schemas that run.

`manage.py openapi` prints it; docs/api/openapi.json is the same, and a test says so when it is not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from django.http import HttpRequest

from kennisbank.api.operaties import OPERATIES, PER_PAGINA, Operatie
from kennisbank.api.parameters import Parameter, lees_parameters
from kennisbank.api.problemen import SOORTEN, TYPE
from kennisbank.api.schemas import SCHEMAS, SLEUTEL, verwijzing

Json = dict[str, Any]
VERSIE = "1.0.0"
_DEEL = re.compile(r"<slug:(\w+)>")
UITLEG = (
    "Wat gemeenten over hun producten publiceren: alleen lezen, openbaar, zonder aanmelden. Elk antwoord heeft een "
    f"ETag; met If-None-Match krijgt u 304 als er niets veranderde. Lijsten komen per {PER_PAGINA}, met `volgende` "
    "en `vorige`. Een onbekende parameter wordt geweigerd. Fouten zijn problem+json (RFC 9457)."
)
VELDEN = {"gemeente": "Sleutel van de gemeente.", "sleutel": "Sleutel van het product."}


def beschrijf() -> Json:
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Antwoord: lees-API",
            "version": VERSIE,
            "description": UITLEG,
            "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        },
        "servers": [{"url": "/api/v1"}],
        "security": [],
        "tags": [{"name": "gemeenten"}, {"name": "producten"}, {"name": "publicaties"}],
        "paths": {_pad(lid): {"get": _operatie(lid)} for lid in OPERATIES},
        "components": {
            "schemas": SCHEMAS,
            "headers": {
                "ETag": {
                    "description": "Merk van dit antwoord, voor If-None-Match.",
                    "schema": {"type": "string"},
                }
            },
            "responses": {
                "Ongewijzigd": {"description": "Er is niets veranderd sinds het merk in If-None-Match."}
            },
        },
    }


def openapi(request: HttpRequest) -> Json:
    """As an answer of the API itself."""
    lees_parameters(request.GET, ())
    return beschrijf()


def _pad(lid: Operatie) -> str:
    return "/" + _DEEL.sub(r"{\1}", lid.pad)


def _operatie(lid: Operatie) -> Json:
    soorten = list(lid.problemen)
    if lid.parameters:
        soorten += ["onbekende-parameter", "onjuiste-parameter"]
    else:
        soorten.append("onbekende-parameter")
    return {
        "operationId": lid.naam,
        "summary": lid.samenvatting,
        "tags": [lid.pad.partition("/")[0]] if lid.pad else [],
        "parameters": [*map(_in_pad, _DEEL.findall(lid.pad)), *map(_in_vraag, lid.parameters)],
        "responses": {
            "200": {
                "description": lid.samenvatting,
                "headers": {"ETag": {"$ref": "#/components/headers/ETag"}},
                "content": {"application/json": {"schema": verwijzing(lid.schema)}},
            },
            "304": {"$ref": "#/components/responses/Ongewijzigd"},
            **_problemen(soorten),
        },
    }


def _problemen(soorten: list[str]) -> Json:
    """Per status what may be wrong."""
    per_status: defaultdict[int, list[str]] = defaultdict(list)
    for soort in soorten:
        status, titel = SOORTEN[soort]
        per_status[status.value].append(titel)
    inhoud = {TYPE: {"schema": verwijzing("Probleem")}}
    return {
        str(status): {"description": ". ".join(titels) + ".", "content": inhoud}
        for status, titels in sorted(per_status.items())
    }


def _in_pad(naam: str) -> Json:
    return {"name": naam, "in": "path", "required": True, "description": VELDEN[naam], "schema": SLEUTEL}


def _in_vraag(parameter: Parameter) -> Json:
    return {
        "name": parameter.naam,
        "in": "query",
        "description": parameter.beschrijving,
        "schema": dict(parameter.schema),
    }
