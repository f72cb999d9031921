"""What this room keeps of itself."""

from kennisbank.models.vergeefs import Dagsleutel, Dagtelling, Vergeefs, VergeefseVraag, Vraagspoor

__all__ = ["Dagsleutel", "Dagtelling", "Vergeefs", "VergeefseVraag", "Vraagspoor"]
