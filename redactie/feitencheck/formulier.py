"""What somebody outside filled in: read from the post, held against the text as it is now. No ORM here.

A text that changed since it was read takes no judgement: what was written is shown again beside the new text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from redactie.feitencheck.tekst import Checktekst, Checkveld
from redactie.feitencheck.vastleggen import Oordeel
from redactie.keuzes import Feitenoordeel
from redactie.maskeren import is_gemaskeerd
from redactie.models.feitencheck import LANGSTE_OPMERKING

NIETS = "Kies bij ten minste één tekst of die klopt."
ZONDER_UITLEG = "Schrijf op wat er niet klopt of wat er ontbreekt."
TE_LANG = f"Schrijf het korter op: hoogstens {LANGSTE_OPMERKING} tekens."
VERANDERD = "Deze tekst is veranderd terwijl u las. Lees de nieuwe tekst en geef uw oordeel opnieuw."


@dataclass(frozen=True, slots=True)
class Regel:
    """One field on the page, with what was answered before or just now."""

    veld: Checkveld
    gekozen: str = ""
    opmerking: str = ""
    fout: str = ""
    veranderd: bool = False
    """Answered before, about another text."""

    @property
    def gemaskeerd(self) -> bool:
        return is_gemaskeerd(self.opmerking)

    @property
    def oordeel(self) -> Oordeel:
        return Oordeel(self.veld, self.gekozen == Feitenoordeel.KLOPT, self.opmerking)


def gelezen_formulier(tekst: Checktekst, post: Mapping[str, str]) -> list[Regel]:
    return [_regel(veld, post) for veld in tekst.velden]


def _regel(veld: Checkveld, post: Mapping[str, str]) -> Regel:
    opmerking = post.get(f"opmerking-{veld.veld}", "").strip()
    gekozen = post.get(f"oordeel-{veld.veld}", "")
    if gekozen not in set(Feitenoordeel):
        # A remark without a choice is a remark.
        gekozen = Feitenoordeel.OPMERKING if opmerking else ""
    if not gekozen:
        return Regel(veld)
    fout = ""
    if post.get(f"gelezen-{veld.veld}") != veld.afdruk:
        return Regel(veld, "", opmerking, VERANDERD)
    if gekozen == Feitenoordeel.OPMERKING and not opmerking:
        fout = ZONDER_UITLEG
    elif len(opmerking) > LANGSTE_OPMERKING:
        fout = TE_LANG
    return Regel(veld, gekozen, opmerking, fout)
