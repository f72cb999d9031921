"""The models of publishing: wanted state, kept contents, targets, what they acknowledged, and what people decided."""

from sync.models.achterblijver import Achterblijver, Achterreden, Doelbericht, Doelberichtsoort
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
from sync.models.ingreep import Intrekking, Pauze
from sync.models.ketenproef import Ketenproef
from sync.models.publicatie import VOOR_LEZERS, Documentsoort, Inhoud, Publicatie, Toestand, Uitgave
from sync.models.stand import Syncstand
from sync.models.weblink import Buitensite, Vindplaats, Webadres

__all__ = [
    "BELEVERD",
    "LOPEND",
    "VOOR_LEZERS",
    "Achterblijver",
    "Achterreden",
    "Buitensite",
    "Documentsoort",
    "Doel",
    "DoelSoort",
    "DoelToestand",
    "Doelbericht",
    "Doelberichtsoort",
    "Doelgeheim",
    "Inhoud",
    "Intrekking",
    "Ketenproef",
    "Levering",
    "LeveringToestand",
    "Ontvangst",
    "Pauze",
    "Publicatie",
    "Syncstand",
    "Toestand",
    "Uitgave",
    "Vindplaats",
    "Webadres",
]
