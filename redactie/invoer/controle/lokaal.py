"""May this municipality deviate here? Fixed fields, and own products of another municipality."""

from __future__ import annotations

from typing import cast

from redactie.invoer.controle.eindstand import Eindstand
from redactie.invoer.documenten import LokaalBestand, ProductBestand, Soort
from redactie.invoer.fouten import Fouten


def controleer_lokaal(eind: Eindstand, fouten: Fouten) -> None:
    for lokaal in eind.alle(Soort.LOKAAL, LokaalBestand):
        in_bestand = eind.in_bestand(lokaal)
        eigenaar = eind.producten.get(lokaal.product, "")
        if in_bestand and eigenaar not in ("", lokaal.gemeente):
            fouten.fout(lokaal.plek, f"Dit is een eigen product van {eigenaar}.")
        product = cast(ProductBestand | None, eind.geheel.haal(Soort.PRODUCT, lokaal.product))
        if product is None:
            continue
        if in_bestand or not eind.in_bestand(product):
            continue  # deviations in the files are judged in `teksten.py`
        for deel in lokaal.afwijkingen:
            if deel.veld in product.vaste_velden:
                fouten.waarschuw(
                    product.plek.van("vaste_velden"),
                    f"De afwijking van “{deel.veld}” in {lokaal.gemeente} geldt hierna niet meer.",
                )
