"""An index generation as a target: publications become search documents, engine results become answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from search.document import ZoekDocument, document_uit, grafsteen
from search.keuze import motor
from search.motor import Afloop, MotorFout, Uitslag
from sync.classificatie import NIET_BEREIKT, Antwoord
from sync.doelen.adapter import Bericht
from sync.models import Doel

CODES = {Afloop.GESCHREVEN: 200, Afloop.VEROUDERD: 409, Afloop.FOUT: 422}


@dataclass
class IndexAdapter:
    """A document of the index is a function of the publication alone."""

    doel: Doel
    grootste_blok: int = 200

    def lever(self, berichten: Sequence[Bericht]) -> list[Antwoord]:
        documenten = [_document(bericht) for bericht in berichten]
        try:
            return [_antwoord(uitslag) for uitslag in motor().write(self.doel.generatie, documenten)]
        except MotorFout as fout:
            return [Antwoord(NIET_BEREIKT, melding=str(fout))] * len(berichten)


def _document(bericht: Bericht) -> ZoekDocument:
    if bericht.publiek is None:
        return grafsteen(bereik=bericht.bereik, sleutel=bericht.sleutel, versie=bericht.versie)
    return document_uit(bericht.publiek, bericht.balie, versie=bericht.versie)


def _antwoord(uitslag: Uitslag) -> Antwoord:
    return Antwoord(CODES[uitslag.afloop], versie=uitslag.aanwezig, melding=uitslag.melding)
