"""A JSON Schema as one Python function that says yes or no, some twenty times as fast as `jsonschema`.

Every publication is checked each time it is planned. Knows only the keywords that our schemas use and refuses to
compile any other; what is wrong, in words, is still said by `jsonschema`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

Toets = Callable[[Any], bool]

_UITLEG = frozenset({"$schema", "$id", "title", "description"})
_SOORTEN: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "boolean": (bool,),
    "null": (type(None),),
}


def compileer(schema: Mapping[str, Any]) -> Toets:
    """ValueError for a keyword or a type that this does not know."""
    toetsen = [_toets(woord, waarde, schema) for woord, waarde in schema.items() if woord not in _UITLEG]
    return toetsen[0] if len(toetsen) == 1 else _alle(toetsen)


def _alle(toetsen: list[Toets]) -> Toets:
    def toets_alle(ding: Any) -> bool:
        # A generator in `all` takes twice as long, and this runs a thousand times per document.
        for toets in toetsen:  # noqa: SIM110  see above
            if not toets(ding):
                return False
        return True

    return toets_alle


def _toets(woord: str, waarde: Any, schema: Mapping[str, Any]) -> Toets:
    match woord:
        case "type":
            soorten = tuple(soort for naam in _lijst(waarde) for soort in _soort(naam))
            return lambda ding: isinstance(ding, soorten)
        case "const":
            return lambda ding: type(ding) is type(waarde) and ding == waarde
        case "enum":
            return _een_van(waarde)
        case "pattern":
            zoek = re.compile(waarde).search
            return lambda ding: not isinstance(ding, str) or zoek(ding) is not None
        case "minLength":
            return lambda ding: not isinstance(ding, str) or len(ding) >= waarde
        case "minProperties":
            return lambda ding: not isinstance(ding, dict) or len(ding) >= waarde
        case "items":
            lid = compileer(waarde)
            return lambda ding: not isinstance(ding, list) or all(map(lid, ding))
        case "required":
            nodig = frozenset(waarde)
            return lambda ding: not isinstance(ding, dict) or nodig <= ding.keys()
        case "properties":
            return _leden({naam: compileer(deel) for naam, deel in waarde.items()})
        case "additionalProperties":
            return _overige(waarde, frozenset(schema.get("properties", {})))
        case "propertyNames":
            naam = compileer(waarde)
            return lambda ding: not isinstance(ding, dict) or all(map(naam, ding))
    raise ValueError(f"unknown keyword: {woord}")


def _leden(per_naam: Mapping[str, Toets]) -> Toets:
    def toets_leden(ding: Any) -> bool:
        if isinstance(ding, dict):
            for naam, lid in ding.items():
                toets = per_naam.get(naam)
                if toets is not None and not toets(lid):
                    return False
        return True

    return toets_leden


def _een_van(waarden: list[Any]) -> Toets:
    if not all(waarde is None or isinstance(waarde, str) for waarde in waarden):
        raise ValueError("only strings and null in an enum")
    toegestaan = frozenset(waarden)
    return lambda ding: (ding is None or isinstance(ding, str)) and ding in toegestaan


def _overige(waarde: bool | Mapping[str, Any], bekend: frozenset[str]) -> Toets:
    if waarde is False:
        return lambda ding: not isinstance(ding, dict) or ding.keys() <= bekend
    if not isinstance(waarde, Mapping):
        raise ValueError("additionalProperties is false or a schema")
    toets = compileer(waarde)
    return lambda ding: (
        not isinstance(ding, dict) or all(toets(lid) for naam, lid in ding.items() if naam not in bekend)
    )


def _soort(naam: str) -> tuple[type, ...]:
    if naam not in _SOORTEN:
        raise ValueError(f"unknown type: {naam}")
    return _SOORTEN[naam]


def _lijst(waarde: str | list[str]) -> list[str]:
    return [waarde] if isinstance(waarde, str) else waarde
