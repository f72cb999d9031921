"""A folder or zip → Bundel: reads and parses everything, and reports every fault of form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from redactie.invoer.bestanden import RuwBestand, lees_bestanden
from redactie.invoer.decoderen import decodeer
from redactie.invoer.documenten import Bundel, Document, Soort
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
        documenten, volledig = ([], False) if tekst is None else _documenten(bestand.pad, tekst, fouten)
        for document in documenten:
            _voeg_toe(bundel, document, fouten)
        if not volledig:
            bundel.gemist.update(_soorten(bestand.pad))
    return bundel


def _soorten(pad: str) -> set[Soort]:
    if pad.endswith(".csv"):
        return {soort for soort in Soort if soort.label.replace("'", "") == pad.removesuffix(".csv")}
    return {Soort.PRODUCT if pad.startswith("producten/") else Soort.LOKAAL}


def _voeg_toe(bundel: Bundel, document: Document, fouten: Fouten) -> None:
    eerder = bundel.haal(document.soort_document, *document.identiteit)
    if eerder is not None:
        fouten.fout(document.plek, f"Dit staat er twee keer; de eerste keer op regel {eerder.plek.regel}.")
    else:
        bundel.voeg_toe(document)


def _documenten(pad: str, tekst: str, fouten: Fouten) -> tuple[Sequence[Document], bool]:
    """The documents of one file, and whether they are all that it holds."""
    if pad in TABELSOORTEN:
        soort = TABELSOORTEN[pad]
        rijen, volledig = _rijen(pad, tekst, soort.kolommen, soort.nodig, fouten)
        return [document for rij in rijen for document in soort.lees(rij)], volledig
    if pad.endswith(".csv"):
        rijen, volledig = _rijen(pad, tekst, KOLOMMEN, NODIG, fouten)
        return lees_openingstijden(rijen), volledig
    bestand = lees_tekstbestand(tekst, pad, fouten)
    if bestand is None:
        return [], False
    delen = pad.removesuffix(".md").split("/")
    if delen[0] == "producten":
        return [lees_product(bestand, delen[1], pad, fouten)], True
    return [lees_lokaal(bestand, delen[1], delen[2], pad, fouten)], True


def _rijen(
    pad: str, tekst: str, kolommen: Sequence[str], nodig: Sequence[str], fouten: Fouten
) -> tuple[list[Velden], bool]:
    tabel = lees_tabel(tekst, Plek(pad, 1), kolommen=kolommen, nodig=nodig, fouten=fouten)
    return [Velden(rij.cellen, Plek(pad, rij.regel), fouten) for rij in tabel.rijen], tabel.volledig
