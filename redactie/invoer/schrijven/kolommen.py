"""Document → model columns that need no database: what stands in the document under the name of a column."""

from __future__ import annotations

from dataclasses import fields
from enum import Enum
from typing import Any

from redactie.invoer.documenten import Document, LokaalBestand, ProductBestand, Soort
from redactie.models import (
    Contactpunt,
    Gegeven,
    Gemeente,
    Locatie,
    LokaleVersie,
    Mededeling,
    Product,
    Regio,
    Synoniem,
    Tarief,
    Thema,
)
from redactie.veld import Veld

MODEL_VAN: dict[Soort, type[Any]] = {
    Soort.REGIO: Regio,
    Soort.GEMEENTE: Gemeente,
    Soort.THEMA: Thema,
    Soort.CONTACTPUNT: Contactpunt,
    Soort.LOCATIE: Locatie,
    Soort.GEGEVEN: Gegeven,
    Soort.TARIEF: Tarief,
    Soort.PRODUCT: Product,
    Soort.LOKAAL: LokaleVersie,
    Soort.MEDEDELING: Mededeling,
    Soort.SYNONIEM: Synoniem,
}
# These name other documents, or are child rows: they need the database.
VERWIJZINGEN = frozenset(
    [
        "gemeente",
        "gemeenten",
        "ouder",
        "opvolger",
        "eigenaar",
        "behandelaar",
        "valt_onder",
        "product",
        "themas",
        "verwant",
    ]
)
DELEN = frozenset(["plek", "teksten", "gepland", "kanalen", "afwijkingen"])


def kolommen(document: Document) -> dict[str, Any]:
    namen = [veld.name for veld in fields(document) if veld.name not in VERWIJZINGEN | DELEN]
    waarden = {naam: _kolomwaarde(getattr(document, naam)) for naam in namen}
    if isinstance(document, ProductBestand):
        waarden |= {veld.value: document.teksten.get(veld, "") for veld in Veld}
    return waarden


def _kolomwaarde(waarde: Any) -> Any:
    if isinstance(waarde, Enum):
        return waarde.value
    if isinstance(waarde, tuple):
        return [_kolomwaarde(lid) for lid in waarde]
    return waarde


def kanaal_kolommen(document: ProductBestand | LokaalBestand) -> list[dict[str, Any]]:
    """The columns of the channel rows, in order."""
    namen = ["actie", "wijze", "adres", "label", "inlogmiddel", "aangewezen"]
    if isinstance(document, LokaalBestand):
        namen.append("vervalt")
    return [
        {naam: _kolomwaarde(getattr(kanaal, naam)) for naam in namen}
        | {"niveau": kanaal.niveau.value if kanaal.niveau else "", "sort_order": nummer}
        for nummer, kanaal in enumerate(document.kanalen)
    ]
