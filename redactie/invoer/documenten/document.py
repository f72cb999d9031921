"""What every document of the import format has: a kind, an identity, and a place in a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from redactie.invoer.fouten import Plek
from redactie.keuzes import Keuze


class Soort(Keuze):
    """The kinds of document, in the order in which they are written."""

    REGIO = "regio", "regio"
    GEMEENTE = "gemeente", "gemeenten"
    THEMA = "thema", "thema's"
    CONTACTPUNT = "contactpunt", "contactpunten"
    LOCATIE = "locatie", "locaties"
    OPENINGSTIJDEN = "openingstijden", "openingstijden"
    GEGEVEN = "gegeven", "gegevens"
    TARIEF = "tarief", "tarieven"
    PRODUCT = "product", "producten"
    LOKAAL = "lokaal", "lokale versies"
    MEDEDELING = "mededeling", "mededelingen"
    SYNONIEM = "synoniem", "synoniemen"


NERGENS = Plek("")
Identiteit = tuple[object, ...]


@dataclass(frozen=True, kw_only=True)
class Document:
    soort_document: ClassVar[Soort]
    plek: Plek = field(default=NERGENS, compare=False, repr=False)

    @property
    def identiteit(self) -> Identiteit:
        raise NotImplementedError
