"""What the import format says, as frozen dataclasses: one per row or file, keyed, without database ids.

Attributes carry the names of the model columns. Two documents are equal when an import would change nothing; where
they stand in a file (`plek`) plays no part in that. Lists without an order of their own are kept sorted.
"""

from redactie.invoer.documenten.bundel import Bundel
from redactie.invoer.documenten.document import NERGENS, Document, Identiteit, Soort
from redactie.invoer.documenten.rijen import (
    ContactpuntRij,
    FeitRij,
    GegevenRij,
    GemeenteRij,
    LocatieRij,
    MededelingRij,
    OpeningstijdenGroep,
    OpenTijd,
    RegioRij,
    SynoniemRij,
    TariefRij,
    ThemaRij,
)
from redactie.invoer.documenten.teksten import AfwijkingDeel, GeplandeTekst, LokaalBestand, ProductBestand

__all__ = [
    "NERGENS",
    "AfwijkingDeel",
    "Bundel",
    "ContactpuntRij",
    "Document",
    "FeitRij",
    "GegevenRij",
    "GemeenteRij",
    "GeplandeTekst",
    "Identiteit",
    "LocatieRij",
    "LokaalBestand",
    "MededelingRij",
    "OpenTijd",
    "OpeningstijdenGroep",
    "ProductBestand",
    "RegioRij",
    "Soort",
    "SynoniemRij",
    "TariefRij",
    "ThemaRij",
]
