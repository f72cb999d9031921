"""A copy of the fixture region to change, and what the import says of it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.utils import timezone

from redactie.invoer.documenten import Bundel, Soort
from redactie.invoer.fouten import Fouten, InvoerFout
from redactie.invoer.importeren import Voorbereid, bereid_voor, importeer
from redactie.invoer.lezen import lees_bundel
from redactie.models import LokaleVersie, Product

REGIO = Path(__file__).parent / "regio"
PASPOORT = "producten/paspoort-aanvragen.md"
KAART = "producten/identiteitskaart-aanvragen.md"
AFWIJKING = "lokaal/dordrecht/paspoort-aanvragen.md"
VALT_ONDER = "lokaal/sliedrecht/identiteitskaart-aanvragen.md"


@dataclass
class Regiomap:
    map: Path

    def schrijf(self, pad: str, inhoud: str | bytes) -> None:
        doel = self.map / pad
        doel.parent.mkdir(parents=True, exist_ok=True)
        doel.write_bytes(inhoud if isinstance(inhoud, bytes) else inhoud.encode())

    def vervang(self, pad: str, oud: str, nieuw: str) -> None:
        tekst = (self.map / pad).read_text("utf-8")
        assert oud in tekst, f"{oud!r} staat niet in {pad}"
        self.schrijf(pad, tekst.replace(oud, nieuw, 1))

    def verwijder(self, pad: str) -> None:
        (self.map / pad).unlink()

    def regel_van(self, pad: str, tekst: str) -> int:
        """The first line that holds this text, from 1."""
        regels = (self.map / pad).read_text("utf-8").split("\n")
        return next(nr for nr, regel in enumerate(regels, start=1) if tekst in regel)

    def leesfouten(self) -> list[str]:
        fouten = Fouten()
        lees_bundel(self.map, fouten)
        return [str(melding) for melding in fouten]

    def bundel(self) -> Bundel:
        fouten = Fouten()
        bundel = lees_bundel(self.map, fouten)
        fouten.stop_bij_fouten()
        return bundel

    def bereid_voor(
        self, *, nu: datetime | None = None, concept: bool = False, verwijder: bool = False
    ) -> Voorbereid:
        return bereid_voor(self.map, nu=nu or timezone.now(), concept=concept, verwijder=verwijder)

    def fouten(self, *, verwijder: bool = False) -> list[str]:
        """Everything that a whole check finds wrong."""
        try:
            self.bereid_voor(verwijder=verwijder)
        except InvoerFout as fout:
            return [str(melding) for melding in fout.meldingen]
        return []

    def importeer(
        self, *, nu: datetime | None = None, concept: bool = False, verwijder: bool = False
    ) -> dict[Soort, tuple[int, int, int, int]]:
        """Import, and per kind how many were new, changed, unchanged and deleted."""
        voorbereid = self.bereid_voor(nu=nu, concept=concept, verwijder=verwijder)
        importeer(voorbereid)
        return telling(voorbereid)


def telling(voorbereid: Voorbereid) -> dict[Soort, tuple[int, int, int, int]]:
    return {
        soort: (len(v.nieuw), len(v.gewijzigd), len(v.ongewijzigd), len(v.verwijderd))
        for soort, v in voorbereid.plan
    }


def kopie(doel: Path, bron: Path = REGIO) -> Regiomap:
    shutil.copytree(bron, doel)
    return Regiomap(doel)


def paspoort() -> Product:
    return Product.objects.get(sleutel="paspoort-aanvragen")


def dordts_paspoort() -> LokaleVersie:
    return LokaleVersie.objects.get(product__sleutel="paspoort-aanvragen", gemeente__slug="dordrecht")


def lokaal_bestand(*regels: str) -> str:
    return "\n".join(["---", *regels, "---", ""])
