"""Does everything that a file names exist, in the files or in the CMS?"""

from __future__ import annotations

from collections.abc import Iterable

from redactie.invoer.controle.eindstand import Eindstand
from redactie.invoer.documenten import (
    Document,
    LokaalBestand,
    MededelingRij,
    OpeningstijdenGroep,
    ProductBestand,
    Soort,
    ThemaRij,
)
from redactie.invoer.fouten import Fouten
from redactie.keuzes import Inlogmiddel

MET_GEMEENTE = (
    Soort.CONTACTPUNT,
    Soort.LOCATIE,
    Soort.OPENINGSTIJDEN,
    Soort.GEGEVEN,
    Soort.TARIEF,
    Soort.PRODUCT,
    Soort.LOKAAL,
    Soort.SYNONIEM,
)


def controleer_verwijzingen(eind: Eindstand, fouten: Fouten) -> None:
    _Verwijzingen(eind, fouten).controleer()


class _Verwijzingen:
    def __init__(self, eind: Eindstand, fouten: Fouten) -> None:
        self.eind = eind
        self.fouten = fouten

    def controleer(self) -> None:
        for soort in MET_GEMEENTE:
            for document in self.eind.bestanden.van(soort).values():
                gemeente = getattr(document, "gemeente", "")
                self._gemeenten(document, "gemeente", [gemeente] if gemeente else [])
        for thema in self.eind.uit_bestanden(Soort.THEMA, ThemaRij):
            self._themas(thema, "ouder", [thema.ouder] if thema.ouder else [])
        for groep in self.eind.uit_bestanden(Soort.OPENINGSTIJDEN, OpeningstijdenGroep):
            if self.eind.geheel.haal(groep.van_wat, groep.gemeente, groep.sleutel) is None:
                self._onbekend(groep, "van_wat", groep.van_wat, groep.sleutel)
        for product in self.eind.uit_bestanden(Soort.PRODUCT, ProductBestand):
            self._themas(product, "themas", product.themas)
            self._verwant(product)
            self._producten(product, "opvolger", [product.opvolger] if product.opvolger else [])
            self._contactpunt(product, "eigenaar", product.eigenaar)
            self._contactpunt(product, "behandelaar", product.behandelaar)
        for lokaal in self.eind.uit_bestanden(Soort.LOKAAL, LokaalBestand):
            self._producten(lokaal, "product", [lokaal.product])
            self._producten(lokaal, "valt_onder", [lokaal.valt_onder] if lokaal.valt_onder else [])
            self._contactpunt(lokaal, "behandelaar", lokaal.behandelaar)
        for mededeling in self.eind.uit_bestanden(Soort.MEDEDELING, MededelingRij):
            self._gemeenten(mededeling, "gemeenten", mededeling.gemeenten)
            for waarde in mededeling.betreft:
                self._betreft(mededeling, waarde)

    def _onbekend(self, document: Document, naam: str, soort: Soort, sleutel: str) -> None:
        if soort in self.eind.gemist:
            return
        wat = {
            Soort.THEMA: "het thema",
            Soort.PRODUCT: "het product",
            Soort.CONTACTPUNT: "het contactpunt",
        }.get(soort, f"de {soort.value}")
        self.fouten.fout(document.plek.van(naam), f"{naam}: {wat} “{sleutel}” bestaat niet.")

    def _gemeenten(self, document: Document, naam: str, slugs: Iterable[str]) -> None:
        for slug in slugs:
            if self.eind.geheel.haal(Soort.GEMEENTE, slug) is None:
                self._onbekend(document, naam, Soort.GEMEENTE, slug)

    def _themas(self, document: Document, naam: str, sleutels: Iterable[str]) -> None:
        for sleutel in sleutels:
            if self.eind.geheel.haal(Soort.THEMA, sleutel) is None:
                self._onbekend(document, naam, Soort.THEMA, sleutel)

    def _producten(self, document: Document, naam: str, sleutels: Iterable[str]) -> None:
        for sleutel in sleutels:
            if sleutel not in self.eind.producten:
                self._onbekend(document, naam, Soort.PRODUCT, sleutel)

    def _verwant(self, product: ProductBestand) -> None:
        """Related products are published too: an export leaves drafts out, so a file cannot name them."""
        for sleutel in product.verwant:
            if self.eind.geheel.haal(Soort.PRODUCT, sleutel) is None:
                self._onbekend(product, "verwant", Soort.PRODUCT, sleutel)

    def _contactpunt(self, document: ProductBestand | LokaalBestand, naam: str, sleutel: str) -> None:
        """Of the municipality itself, else of the region."""
        eigenaars = {document.gemeente, ""}
        if sleutel and not any(self.eind.geheel.haal(Soort.CONTACTPUNT, slug, sleutel) for slug in eigenaars):
            self._onbekend(document, naam, Soort.CONTACTPUNT, sleutel)

    def _betreft(self, mededeling: MededelingRij, waarde: str) -> None:
        soort, _, sleutel = waarde.partition(":")
        if soort == "thema":
            self._themas(mededeling, "betreft", [sleutel])
        elif soort == "product":
            self._producten(mededeling, "betreft", [sleutel])
        elif not (waarde == "alles" or (soort == "inlogmiddel" and sleutel in set(Inlogmiddel))):
            self.fouten.fout(
                mededeling.plek.van("betreft"),
                f"betreft: “{waarde}” is geen alles, thema:…, product:… of inlogmiddel:….",
            )
