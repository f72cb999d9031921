"""Uniform product names that the national list does not have (any more): a warning, and a flag in the CMS."""

from __future__ import annotations

from redactie.invoer.controle.eindstand import Eindstand
from redactie.invoer.documenten import ProductBestand, Soort
from redactie.invoer.fouten import Fouten, Plek
from redactie.models import UplNaam


def controleer_upn(eind: Eindstand, fouten: Fouten) -> None:
    met_upn = [product for product in eind.uit_bestanden(Soort.PRODUCT, ProductBestand) if product.upn]
    lijst = dict(UplNaam.objects.values_list("uri", "vervallen_op"))
    if met_upn and not lijst:
        fouten.waarschuw(
            Plek("producten"),
            f"De landelijke lijst met productnamen is nog niet ingelezen (importeer_upl); de UPN van {len(met_upn)} "
            "producten is niet nagekeken.",
        )
        return
    for product in met_upn:
        for uri in product.upn:
            if uri not in lijst:
                fouten.waarschuw(product.plek.van("upn"), f"“{uri}” staat niet in de landelijke lijst.")
            elif lijst[uri] is not None:
                fouten.waarschuw(product.plek.van("upn"), f"“{uri}” is vervallen in de landelijke lijst.")
