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

__all__ = [
    "BELEVERD",
    "LOPEND",
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
]
