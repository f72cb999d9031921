"""The JSON Schemas of what a publication keeps, and the check against them.

One file per content: product and gemeente, each public and for the desk. A document names its schema itself.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from redactie.schemas.snel import Toets, compileer

_MAP = Path(__file__).parent
BESTANDEN = {
    "antwoord/product/1": "product.json",
    "antwoord/product-balie/3": "product-balie.json",
    "antwoord/gemeente/1": "gemeente.json",
    "antwoord/gemeente-balie/1": "gemeente-balie.json",
}


def schema(naam: str) -> dict[str, Any]:
    """The schema of that name, as it stands in its file. KeyError for a name that there is not."""
    inhoud: dict[str, Any] = json.loads((_MAP / BESTANDEN[naam]).read_text("utf-8"))
    return inhoud


def schemafouten(document: Mapping[str, Any]) -> list[str]:
    """What is wrong with a document, each with its place; empty when it keeps to the schema that it names."""
    naam = document.get("schema")
    if naam not in BESTANDEN:
        return [f"onbekend schema: {naam!r}"]
    if _snel(naam)(document):
        return []
    fouten = sorted(
        _validator(naam).iter_errors(document), key=lambda fout: list(map(str, fout.absolute_path))
    )
    return [f"{fout.json_path}: {fout.message[:200]}" for fout in fouten]


@cache
def _snel(naam: str) -> Toets:
    return compileer(schema(naam))


@cache
def _validator(naam: str) -> Draft202012Validator:
    return Draft202012Validator(schema(naam))
