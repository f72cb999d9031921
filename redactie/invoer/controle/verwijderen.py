"""With `--verwijder`: does nothing that stays still need what goes?

What is published and stays stands in the files, and its references are checked there. Left are drafts and
withdrawn texts, which no file holds and no import deletes, and the people of a municipality.
"""

from __future__ import annotations

from redactie.invoer.controle.eindstand import Eindstand
from redactie.invoer.documenten import ContactpuntRij, Soort
from redactie.invoer.fouten import Fouten, Plek
from redactie.models import Lidmaatschap, LokaleVersie, Product

CMS = Plek("CMS")


def controleer_verwijderen(eind: Eindstand, fouten: Fouten) -> None:
    gemeenten = [str(slug) for (slug,) in eind.weg.van(Soort.GEMEENTE)]
    producten = [str(sleutel) for (sleutel,) in eind.weg.van(Soort.PRODUCT)]
    contactpunten = {
        (document.gemeente, document.sleutel)
        for document in eind.weg.van(Soort.CONTACTPUNT).values()
        if isinstance(document, ContactpuntRij)
    }
    for lid in Lidmaatschap.objects.filter(gemeente__slug__in=gemeenten).select_related("gemeente"):
        fouten.fout(CMS, f"De gemeente “{lid.gemeente.slug}” heeft nog gebruikers; verwijder die eerst.")
    relaties = ("gemeente", "behandelaar__gemeente")
    concepten = Product.objects.filter(live=False).exclude(sleutel__in=_in_bestand(eind, Soort.PRODUCT))
    for product in concepten.select_related(*relaties, "eigenaar__gemeente", "opvolger"):
        nodig = [
            *_gemeente(product.gemeente, gemeenten),
            *_contactpunt(product.eigenaar, contactpunten),
            *_contactpunt(product.behandelaar, contactpunten),
            *([f"product {product.opvolger.sleutel}"] if _weg(product.opvolger, producten) else []),
        ]
        _meld(f"Het concept “{product.sleutel}”", nodig, fouten)
    lokaal = LokaleVersie.objects.filter(live=False).exclude(product__sleutel__in=producten)
    for versie in lokaal.select_related(*relaties, "product", "valt_onder"):
        if eind.bestanden.haal(Soort.LOKAAL, versie.gemeente.slug, versie.product.sleutel):
            continue
        nodig = [
            *_gemeente(versie.gemeente, gemeenten),
            *_contactpunt(versie.behandelaar, contactpunten),
            *([f"product {versie.valt_onder.sleutel}"] if _weg(versie.valt_onder, producten) else []),
        ]
        _meld(f"Het concept “{versie.gemeente.slug}/{versie.product.sleutel}”", nodig, fouten)


def _in_bestand(eind: Eindstand, soort: Soort) -> list[object]:
    return [identiteit[0] for identiteit in eind.bestanden.van(soort)]


def _weg(product: Product | None, producten: list[str]) -> bool:
    return product is not None and product.sleutel in producten


def _gemeente(gemeente: object, weg: list[str]) -> list[str]:
    slug = getattr(gemeente, "slug", "")
    return [f"gemeente {slug}"] if slug in weg else []


def _contactpunt(punt: object, weg: set[tuple[str, str]]) -> list[str]:
    if punt is None:
        return []
    eigenaar = getattr(getattr(punt, "gemeente", None), "slug", "")
    sleutel = getattr(punt, "sleutel", "")
    return [f"contactpunt {sleutel}"] if (eigenaar, sleutel) in weg else []


def _meld(wat: str, nodig: list[str], fouten: Fouten) -> None:
    for naam in nodig:
        fouten.fout(CMS, f"{wat} gebruikt {naam}, dat verwijderd zou worden.")
