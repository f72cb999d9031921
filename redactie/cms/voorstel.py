"""The proposal in which an own text and the region's change come together, as an editor reads it.

What both changed on different spots is combined already; where they changed the same spot, both stand there, marked.
The merge itself is the pure `redactie/driewegs.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString, mark_safe

from redactie.driewegs import Botsing, Driewegs, driewegs
from redactie.keuzes import AfwijkingWijze
from redactie.models import Afwijking
from redactie.te_herzien import TeHerzien
from redactie.woordverschil import verschil_als_html

WEG = "(weggehaald)"


@dataclass(frozen=True, slots=True)
class Voorstel:
    """`tekst` is where the editor begins; `samen` is None where there is nothing to combine."""

    tekst: str
    samen: Driewegs | None = None

    @property
    def botsingen(self) -> int:
        return len(self.samen.botsingen) if self.samen is not None else 0

    @property
    def verschil(self) -> SafeString:
        """From the own text to the proposal: every word that goes is marked, every spot that clashes too."""
        if self.samen is None:
            return SafeString("")
        delen = (
            _botsing(deel) if isinstance(deel, Botsing) else verschil_als_html(deel.eigen, deel.tekst)
            for deel in self.samen.delen
        )
        return mark_safe("".join(delen))  # noqa: S308  escaped here and in woordverschil.py


def voorstel_bij(afwijking: Afwijking, eigen: str, wacht: TeHerzien | None) -> Voorstel:
    """Both changes in one text where the own text is in the place of the region's; else the own text."""
    if afwijking.wijze != AfwijkingWijze.VERVANGEN or wacht is None or wacht.basis is None:
        return Voorstel(eigen)
    samen = driewegs(wacht.basis.tekst, eigen, wacht.nu.tekst if wacht.nu is not None else "")
    return Voorstel(samen.tekst, samen) if samen.heeft_houvast else Voorstel(eigen)


def _botsing(botsing: Botsing) -> str:
    kanten = (("regio", botsing.regio), ("u", botsing.eigen))
    stukken = " ".join(
        f'<span class="teken">{wie}:</span> {escape(tekst.strip()) or WEG}' for wie, tekst in kanten
    )
    return f'<mark><span class="teken">⟦</span>{stukken}<span class="teken">⟧</span></mark> '
