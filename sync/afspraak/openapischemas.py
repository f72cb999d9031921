"""The schemas in the description for suppliers. Pure.

Those of the contents are ours with the doors open: we keep to the letter of redactie/schemas, and a receiver lets pass
what comes in a later version (docs/api/doelen.md).
"""

from __future__ import annotations

from typing import Any

from redactie.schemas import schema
from sync.afspraak.contract import LEVERING, MEESTE_DOCUMENTEN
from sync.canoniek import GRENS

Json = dict[str, Any]

INHOUDEN = ("antwoord/product/1", "antwoord/gemeente/1")
STATUS = (
    "200: bewaard, of was al zo. 409: u hebt iets nieuwers; met uw versie en hash. 422: dit document kunt u niet "
    "gebruiken, ook als de hash niet klopt. 5xx of 429: nu even niet."
)


def schemas() -> Json:
    sleutel: Json = {"type": "string", "pattern": "^[a-z0-9][a-z0-9_-]*$", "maxLength": 80}
    naam: Json = {"bereik": sleutel, "documentsoort": {"enum": ["product", "gemeente"]}, "sleutel": sleutel}
    versie: Json = {"type": "integer", "minimum": 1, "exclusiveMaximum": GRENS}
    hash_: Json = {
        "type": "string",
        "pattern": "^([0-9a-f]{64})?$",
        "description": "SHA-256; leeg bij wat ingetrokken is.",
    }
    stand: Json = {"versie": versie, "hash": hash_, "ingetrokken": {"type": "boolean"}}
    inhoud: Json = {"anyOf": [_verwijs(_kort(lid)) for lid in INHOUDEN] + [{"type": "null"}]}
    digest: Json = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
    levering: Json = {
        "type": "array",
        "minItems": 1,
        "maxItems": MEESTE_DOCUMENTEN,
        "items": _verwijs("Document"),
    }
    emmers: Json = {
        "type": "object",
        "propertyNames": {"pattern": "^[0-9a-f]{2}$"},
        "additionalProperties": digest,
    }
    return {
        **{_kort(lid): _open(schema(lid)) for lid in INHOUDEN},
        "Levering": _object(schema={"const": LEVERING}, documenten=levering),
        "Document": _object(**naam, **stand, inhoud=inhoud),
        "Uitslagen": _object(uitslagen={"type": "array", "items": _verwijs("Uitslag")}),
        "Uitslag": _uitslag(naam, versie, hash_),
        "Manifest": _object(aantal={"type": "integer", "minimum": 0}, emmers=emmers),
        "Emmer": _object(documenten={"type": "array", "items": _verwijs("Stand")}),
        "Stand": _object(**naam, **stand),
        "Fout": _object(melding={"type": "string"}),
    }


def _uitslag(naam: Json, versie: Json, hash_: Json) -> Json:
    status: Json = {"type": "integer", "minimum": 200, "maximum": 599, "description": STATUS}
    verplicht = _object(**naam, status=status)
    stand: Json = {"versie": versie, "hash": hash_, "melding": {"type": "string"}}
    return {
        **verplicht,
        "description": "`versie` en `hash` zijn wat u nu hebt. Hebt u niets van dit document, laat ze dan weg.",
        "properties": {**verplicht["properties"], **stand},
    }


def _open(boom: Any) -> Any:
    """The same schema, to which a later version may add."""
    if isinstance(boom, list):
        return [_open(lid) for lid in boom]
    if not isinstance(boom, dict):
        return boom
    open_ = {
        naam: _open(tak)
        for naam, tak in boom.items()
        if naam != "$id" and not (naam == "additionalProperties" and tak is False)
    }
    if isinstance(veld := open_.get("veld"), dict) and "enum" in veld:
        open_["veld"] = {
            "type": "string",
            "description": f"Nu: {', '.join(veld['enum'])}. Er kan een bij komen.",
        }
    return open_


def _verwijs(naam: str) -> Json:
    return {"$ref": f"#/components/schemas/{naam}"}


def _kort(naam: str) -> str:
    """`antwoord/product/1` → `Product`."""
    return naam.split("/")[1].capitalize()


def _object(**velden: Json) -> Json:
    return {"type": "object", "required": list(velden), "properties": velden}
