"""Veld: the single list of text fields of a product, in the order of a website.

Forms, merge, index, API and templates iterate over this list; who sees a field is a property of the field and of
nothing else. Pure: no Django (see `keuzes.py`).
"""

from __future__ import annotations

from enum import StrEnum


class Veld(StrEnum):
    """A text field: `Veld.KOSTEN == "kosten"`; `.kop` is its heading, `.intern` says that only the desk sees it."""

    kop: str
    intern: bool
    kolom_label: str

    def __new__(cls, waarde: str, kop: str, intern: bool = False, label: str = "") -> Veld:
        lid = str.__new__(cls, waarde)
        lid._value_ = waarde
        lid.kop = kop
        lid.intern = intern
        lid.kolom_label = label or kop
        return lid

    TITEL = "titel", "", False, "Titel"
    SAMENVATTING = "samenvatting", "", False, "Samenvatting"
    # Public-safe in wording, but only agents get it: it is spoken or mailed, never on a website.
    SPREEKANTWOORD = "spreekantwoord", "Zeg dit", True
    INLEIDING = "inleiding", "Wat is het?"
    VOORWAARDEN = "voorwaarden", "Voorwaarden"
    WANNEER = "wanneer", "Wanneer regelt u dit?"
    AANPAK = "aanpak", "Hoe regelt u het?"
    MEENEMEN = "meenemen", "Wat hebt u nodig?"
    KOSTEN = "kosten", "Kosten"
    TERMIJN = "termijn", "Hoe lang duurt het?"
    DAARNA = "daarna", "Ophalen, geldigheid, wijzigen"
    BIJZONDERHEDEN = "bijzonderheden", "Bijzonderheden"
    GEEN_REACTIE = "geen_reactie", "Hoort u niets?"
    BEZWAAR = "bezwaar", "Niet mee eens?"
    MEER_INFORMATIE = "meer_informatie", "Meer informatie en regels"
    CONTACT = "contact", "Contact"
    UITVRAGEN = "uitvragen", "Vraag eerst", True
    DOORVERBINDEN = "doorverbinden", "Niet opgelost?", True
    INTERNE_TOELICHTING = "interne_toelichting", "Intern, niet voorlezen", True

    @property
    def mededeelbaar(self) -> bool:
        """May be read aloud or mailed to a caller: the public fields and the spoken answer. No internal fact here."""
        return not self.intern or self is Veld.SPREEKANTWOORD

    @property
    def enkele_regel(self) -> bool:
        return self is Veld.TITEL

    @property
    def platte_tekst(self) -> bool:
        """Plain text without Markdown."""
        return self in (Veld.TITEL, Veld.SAMENVATTING)

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        return [(veld.value, veld.kolom_label) for veld in cls]


PUBLIEKE_VELDEN: tuple[Veld, ...] = tuple(veld for veld in Veld if not veld.intern)
INTERNE_VELDEN: tuple[Veld, ...] = tuple(veld for veld in Veld if veld.intern)

BALIE_VOLGORDE: tuple[Veld, ...] = (
    Veld.SPREEKANTWOORD,
    Veld.UITVRAGEN,
    Veld.KOSTEN,
    Veld.WANNEER,
    Veld.TERMIJN,
    Veld.MEENEMEN,
    Veld.AANPAK,
    Veld.VOORWAARDEN,
    Veld.DAARNA,
    Veld.BIJZONDERHEDEN,
    Veld.GEEN_REACTIE,
    Veld.BEZWAAR,
    Veld.MEER_INFORMATIE,
    Veld.CONTACT,
    Veld.INLEIDING,
    Veld.DOORVERBINDEN,
    Veld.INTERNE_TOELICHTING,
)

# When one of these is local and the spoken answer is not, the desk warns: the spoken answer may not hold here.
FEITELIJKE_VELDEN: tuple[Veld, ...] = (
    Veld.KOSTEN,
    Veld.WANNEER,
    Veld.TERMIJN,
    Veld.VOORWAARDEN,
    Veld.MEENEMEN,
    Veld.AANPAK,
)

MAX_SAMENVATTING = 290
MAX_TITEL = 120
MAX_SPREEKANTWOORD_WOORDEN = 40
