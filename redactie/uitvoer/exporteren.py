"""The export as one function. `manage.py exporteer` shows what it returns."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from redactie.invoer.controle.eindstand import Eindstand
from redactie.invoer.controle.teksten import controleer_teksten
from redactie.invoer.controle.verwijzingen import controleer_verwijzingen
from redactie.invoer.documenten import Bundel, LokaalBestand, ProductBestand, Soort
from redactie.invoer.fouten import Fouten, Melding, Plek
from redactie.invoer.stand import lees_stand
from redactie.uitvoer.bestemming import schrijf_map, schrijf_zip
from redactie.uitvoer.tabellen import tabellen
from redactie.uitvoer.teksten import tekstbestanden


def exporteer(doel: Path, *, nu: datetime) -> tuple[Bundel, list[Melding]]:
    """Writes what is published and planned; returns it, with what an empty installation would refuse of it."""
    bundel = lees_stand(nu=nu)
    bestanden = [*tabellen(bundel), *tekstbestanden(bundel)]
    if doel.suffix == ".zip":
        schrijf_zip(doel, bestanden)
    else:
        schrijf_map(doel, bestanden)
    return bundel, _bezwaren(bundel, nu)


def _bezwaren(bundel: Bundel, nu: datetime) -> list[Melding]:
    producten = {
        document.sleutel: document.gemeente
        for document in bundel.van(Soort.PRODUCT).values()
        if isinstance(document, ProductBestand)
    }
    geplaatst = Bundel(_met_plek(document) for document in bundel)
    eind = Eindstand(geplaatst, geplaatst, Bundel(), producten, nu)
    fouten = Fouten()
    controleer_verwijzingen(eind, fouten)
    controleer_teksten(eind, fouten)
    return list(fouten)


def _met_plek(document):  # type: ignore[no-untyped-def]  # replace() keeps the type of whichever document
    from dataclasses import replace

    if isinstance(document, ProductBestand):
        return replace(document, plek=Plek(f"producten/{document.sleutel}.md"))
    if isinstance(document, LokaalBestand):
        return replace(document, plek=Plek(f"lokaal/{document.gemeente}/{document.product}.md"))
    return replace(document, plek=Plek(f"{document.soort_document.label}"))
