"""The query parameters of the read API: each one's reader and description in one place.

What is not declared, is given twice or cannot be read, is refused: a typing error in a filter must not give
everything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.http import QueryDict
from django.utils import timezone

from kennisbank.api.problemen import Probleem
from sync.stroom import Cursor

_SLEUTEL = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}")
GROOTSTE_PAGINA = 100_000
LANGSTE_WACHT = 25
_CURSOR = r"([0-9]{1,6})\.([0-9]{1,15})"


@dataclass(frozen=True, slots=True)
class Parameter:
    """`lees` gives the value, or ValueError with a Dutch sentence that ends in what to send instead."""

    naam: str
    beschrijving: str
    schema: Mapping[str, Any]
    lees: Callable[[str], Any]


def lees_parameters(query: QueryDict, parameters: Iterable[Parameter]) -> dict[str, Any]:
    """Name → value, of those that were given; Probleem for all else."""
    bekend = {parameter.naam: parameter for parameter in parameters}
    waarden: dict[str, Any] = {}
    for naam, ruw in query.lists():
        if naam not in bekend:
            keuze = f"Kies uit: {', '.join(bekend)}." if bekend else "Dit adres heeft geen parameters."
            raise Probleem("onbekende-parameter", f"“{naam[:50]}” is geen parameter van dit adres. {keuze}")
        if len(ruw) > 1:
            raise Probleem("onjuiste-parameter", f"“{naam}” staat er meer dan één keer. Geef één waarde.")
        try:
            waarden[naam] = bekend[naam].lees(ruw[0])
        except ValueError as fout:
            raise Probleem("onjuiste-parameter", f"“{naam}”: {fout}") from None
    return waarden


def _sleutel(ruw: str) -> str:
    if not _SLEUTEL.fullmatch(ruw):
        raise ValueError("dit is geen sleutel. Een sleutel heeft kleine letters, cijfers en streepjes.")
    return ruw


def _uri(ruw: str) -> str:
    if not re.fullmatch(r"https?://[^\s\"<>]{1,300}", ruw):
        raise ValueError("dit is geen URI. Geef de hele URI uit de Uniforme Productnamenlijst.")
    return ruw


def _moment(ruw: str) -> datetime:
    uitleg = "geef een datum (2026-11-22) of een tijdstip met tijdzone (2026-11-22T09:00:00Z)."
    try:
        # A plus sign that was not written as %2B arrives as a space.
        moment = datetime.fromisoformat(ruw.replace(" ", "+"))
    except ValueError:
        raise ValueError(uitleg) from None
    if re.fullmatch(r"\d{4}-\d\d-\d\d", ruw):
        return timezone.make_aware(datetime.combine(date.fromisoformat(ruw), time.min))
    if moment.tzinfo is None:
        raise ValueError(uitleg)
    return moment


def _cursor(ruw: str) -> Cursor:
    gevonden = re.fullmatch(_CURSOR, ruw)
    if gevonden is None:
        raise ValueError("geef de cursor zoals u hem kreeg, of laat hem weg om te beginnen.")
    return Cursor(int(gevonden[1]), int(gevonden[2]))


def _wacht(ruw: str) -> int:
    if not re.fullmatch(r"[0-9]{1,2}", ruw) or int(ruw) > LANGSTE_WACHT:
        raise ValueError(f"geef een heel aantal seconden van 0 tot en met {LANGSTE_WACHT}.")
    return int(ruw)


def _pagina(ruw: str) -> int:
    if not re.fullmatch(r"[0-9]{1,6}", ruw) or not 1 <= int(ruw) <= GROOTSTE_PAGINA:
        raise ValueError(f"geef een heel getal van 1 tot en met {GROOTSTE_PAGINA}.")
    return int(ruw)


_SLEUTEL_SCHEMA = {"type": "string", "pattern": f"^{_SLEUTEL.pattern}$"}
GEMEENTE = Parameter("gemeente", "Alleen van deze gemeente (sleutel).", _SLEUTEL_SCHEMA, _sleutel)
UPN = Parameter(
    "upn",
    "Alleen met deze uniforme productnaam (URI).",
    {"type": "string", "format": "uri", "maxLength": 310},
    _uri,
)
THEMA = Parameter("thema", "Alleen bij dit thema (sleutel).", _SLEUTEL_SCHEMA, _sleutel)
GEWIJZIGD_SINDS = Parameter(
    "gewijzigd_sinds",
    "Alleen waarvan de tekst op of na dit moment is gewijzigd: een datum (vanaf 0.00 uur in Amsterdam) of een tijdstip"
    " met tijdzone. Wat is ingetrokken staat hier niet bij: dat geeft op zijn eigen adres 410.",
    {"type": "string", "anyOf": [{"format": "date"}, {"format": "date-time"}]},
    _moment,
)
PAGINA = Parameter(
    "pagina",
    "Nummer van de pagina, vanaf 1.",
    {"type": "integer", "minimum": 1, "maximum": GROOTSTE_PAGINA, "default": 1},
    _pagina,
)
CURSOR = Parameter(
    "cursor",
    "Alleen wat na dit punt is veranderd. Laat weg om te beginnen; geef daarna de `cursor` van het vorige antwoord.",
    {"type": "string", "pattern": f"^{_CURSOR}$"},
    _cursor,
)
WACHT = Parameter(
    "wacht",
    "Is er niets nieuws? Wacht dan hoogstens zoveel seconden op de volgende wijziging. Wachten er al te veel, dan komt "
    "het antwoord meteen.",
    {"type": "integer", "minimum": 0, "maximum": LANGSTE_WACHT, "default": 0},
    _wacht,
)
