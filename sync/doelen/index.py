"""An index generation as a target: publications become search documents, engine results become answers."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from search.document import ZoekDocument, document_uit, grafsteen
from search.keuze import motor
from search.motor import Afloop, MotorBezet, MotorFout, Uitslag
from sync.afspraak.bericht import Bericht
from sync.classificatie import NIET_BEREIKT, Doelantwoord
from sync.doelen.adapter import NietAanOns
from sync.models import Doel

ONBRUIKBAAR = 422
CODES = {Afloop.GESCHREVEN: 200, Afloop.VEROUDERD: 409, Afloop.FOUT: ONBRUIKBAAR}

logger = logging.getLogger(__name__)


@dataclass
class IndexAdapter:
    """A document of the index is a function of the publication alone."""

    doel: Doel
    grootste_blok: int = 500
    buitenshuis: bool = False

    def lever(self, berichten: Sequence[Bericht]) -> list[Doelantwoord]:
        gemaakt = [_document_of_fout(bericht) for bericht in berichten]
        documenten = [document for document in gemaakt if isinstance(document, ZoekDocument)]
        try:
            uitslagen = iter(motor().write(self.doel.generatie, documenten) if documenten else ())
        except MotorBezet as fout:
            raise NietAanOns from fout
        except MotorFout as fout:
            return [Doelantwoord(NIET_BEREIKT, melding=str(fout))] * len(berichten)
        return [lid if isinstance(lid, Doelantwoord) else _antwoord(next(uitslagen)) for lid in gemaakt]


def _document_of_fout(bericht: Bericht) -> ZoekDocument | Doelantwoord:
    """A document that cannot be made is refused by itself; the rest of the batch goes on."""
    try:
        return _document(bericht)
    except Exception as fout:  # a content of another version, or a fault of ours in the analysis
        logger.exception("%s/%s past niet in de index", bericht.bereik, bericht.sleutel)
        return Doelantwoord(ONBRUIKBAAR, melding=f"{type(fout).__name__}: {fout}")


def _document(bericht: Bericht) -> ZoekDocument:
    if bericht.publiek is None:
        return grafsteen(bereik=bericht.bereik, sleutel=bericht.sleutel, versie=bericht.versie)
    return document_uit(bericht.publiek, bericht.balie, versie=bericht.versie)


def _antwoord(uitslag: Uitslag) -> Doelantwoord:
    return Doelantwoord(CODES[uitslag.afloop], versie=uitslag.aanwezig, melding=uitslag.melding)
