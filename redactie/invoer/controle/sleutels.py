"""Keys: never used again, never moved to another municipality, each host name and code of one municipality."""

from __future__ import annotations

from redactie.invoer.controle.eindstand import Eindstand
from redactie.invoer.documenten import Document, GemeenteRij, ProductBestand, Soort
from redactie.invoer.fouten import Fouten
from redactie.models import VerbruikteSleutel


def controleer_sleutels(eind: Eindstand, fouten: Fouten) -> None:
    verbruikt = set(VerbruikteSleutel.objects.values_list("sleutel", flat=True))
    for product in eind.uit_bestanden(Soort.PRODUCT, ProductBestand):
        if product.sleutel in verbruikt:
            fouten.fout(
                product.plek,
                f"De sleutel “{product.sleutel}” was van een verwijderd product en kan niet opnieuw worden gebruikt.",
            )
        eigenaar = eind.producten[product.sleutel]
        if eigenaar != product.gemeente:
            fouten.fout(
                product.plek.van("gemeente"),
                f"Dit product is van {eigenaar or 'de regio'} en kan niet verhuizen.",
            )
        if product.gemeente and not product.sleutel.startswith(f"{product.gemeente}-"):
            fouten.fout(
                product.plek.van("gemeente"),
                f"De sleutel van een eigen product begint met “{product.gemeente}-”.",
            )
    _uniek(eind, fouten)


def _uniek(eind: Eindstand, fouten: Fouten) -> None:
    bezet: dict[tuple[str, str], Document] = {}
    for gemeente in eind.alle(Soort.GEMEENTE, GemeenteRij):
        if gemeente.deelname_van and gemeente.deelname_tot and gemeente.deelname_tot < gemeente.deelname_van:
            fouten.fout(gemeente.plek, "De laatste dag van deelname ligt vóór de eerste.")
        for wat in [("code", gemeente.code), *(("hostnaam", naam) for naam in gemeente.hostnamen)]:
            ander = bezet.setdefault(wat, gemeente)
            if ander is not gemeente:
                plek = gemeente.plek if eind.in_bestand(gemeente) else ander.plek
                fouten.fout(plek, f"De {wat[0]} “{wat[1]}” is van twee gemeenten.")
