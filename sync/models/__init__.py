"""The models of publishing: wanted state, kept contents, targets and what they acknowledged."""

from sync.models.doel import (
    BELEVERD,
    LOPEND,
    Doel,
    Doelgeheim,
    DoelSoort,
    DoelToestand,
    Levering,
    LeveringToestand,
    Ontvangst,
)
from sync.models.publicatie import Documentsoort, Inhoud, Publicatie, Toestand, Uitgave
from sync.models.stand import Syncstand
from sync.models.weblink import Buitensite, Vindplaats, Webadres

__all__ = [
    "BELEVERD",
    "LOPEND",
    "Buitensite",
    "Documentsoort",
    "Doel",
    "DoelSoort",
    "DoelToestand",
    "Doelgeheim",
    "Inhoud",
    "Levering",
    "LeveringToestand",
    "Ontvangst",
    "Publicatie",
    "Syncstand",
    "Toestand",
    "Uitgave",
    "Vindplaats",
    "Webadres",
]
