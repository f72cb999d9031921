"""What this room keeps of itself."""

from kennisbank.models.gelezen import GelezenMededeling
from kennisbank.models.melding import Melding, Meldtoestand
from kennisbank.models.uitkomst import Uitkomst, Uitkomstbon, Uitkomsttelling
from kennisbank.models.vergeefs import Dagsleutel, Dagtelling, Vergeefs, VergeefseVraag, Vraagspoor

__all__ = [
    "Dagsleutel",
    "Dagtelling",
    "GelezenMededeling",
    "Melding",
    "Meldtoestand",
    "Uitkomst",
    "Uitkomstbon",
    "Uitkomsttelling",
    "Vergeefs",
    "VergeefseVraag",
    "Vraagspoor",
]
