"""A folder or zip → Bundel: reads and parses everything, and reports every fault of form."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from redactie.invoer.bestanden import RuwBestand, lees_bestanden
from redactie.invoer.decoderen import decodeer
from redactie.invoer.documenten import Bundel, Document
from redactie.invoer.fouten import Fouten, Plek
from redactie.invoer.lokaalbestand import lees_lokaal
from redactie.invoer.productbestand import lees_product
from redactie.invoer.rijen import TABELSOORTEN
from redactie.invoer.secties import lees_tekstbestand
from redactie.invoer.tabel import lees_tabel
from redactie.invoer.uren import KOLOMMEN, NODIG, lees_openingstijden
from redactie.invoer.velden import Velden


def lees_bundel(bron: Path, fouten: Fouten) -> Bundel:
    return ontleed(lees_bestanden(bron, fouten), fouten)


def ontleed(bestanden: Iterable[RuwBestand], fouten: Fouten) -> Bundel:
    bundel = Bundel()
    for bestand in bestanden:
        tekst = decodeer(bestand, fouten)
        if tekst is None:
            continue
        for document in _documenten(bestand.pad, tekst, fouten):
            _voeg_toe(bundel, document, fouten)
    return bundel


def _voeg_toe(bundel: Bundel, document: Document, fouten: Fouten) -> None:
    eerder = bundel.haal(document.soort_document, *document.identiteit)
    if eerder is not None:
        fouten.fout(document.plek, f"Dit staat er twee keer; de eerste keer op regel {eerder.plek.regel}.")
    else:
        bundel.voeg_toe(document)


def _documenten(pad: str, tekst: str, fouten: Fouten) -> Iterable[Document]:
    if pad == "openingstijden.csv":
        return lees_openingstijden(_rijen(pad, tekst, KOLOMMEN, NODIG, fouten))
    if pad in TABELSOORTEN:
        soort = TABELSOORTEN[pad]
        rijen = _rijen(pad, tekst, soort.kolommen, soort.nodig, fouten)
        return [document for rij in rijen for document in soort.lees(rij)]
    bestand = lees_tekstbestand(tekst, pad, fouten)
    if bestand is None:
        return []
    delen = pad.removesuffix(".md").split("/")
    if delen[0] == "producten":
        return [lees_product(bestand, delen[1], pad, fouten)]
    return [lees_lokaal(bestand, delen[1], delen[2], pad, fouten)]


def _rijen(
    pad: str, tekst: str, kolommen: tuple[str, ...], nodig: tuple[str, ...], fouten: Fouten
) -> list[Velden]:
    rijen = lees_tabel(tekst, Plek(pad, 1), kolommen=kolommen, nodig=nodig, fouten=fouten)
    return [Velden(rij.cellen, Plek(pad, rij.regel), fouten) for rij in rijen]
