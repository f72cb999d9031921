"""The state that an import would leave behind, and which part of it comes from the files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar, cast

from redactie.invoer.documenten import Bundel, Document, Soort
from redactie.invoer.verschil import op_moment
from redactie.models import Product

D = TypeVar("D", bound=Document)


@dataclass(frozen=True)
class Eindstand:
    """`geheel` holds what there will be; `bestanden` only what the files say; `weg` what will be deleted.

    `producten` maps the key of every product that there will be, drafts and withdrawn ones too, to the slug of the
    municipality that owns it.
    """

    geheel: Bundel
    bestanden: Bundel
    weg: Bundel
    producten: dict[str, str]
    nu: datetime

    @property
    def gemist(self) -> set[Soort]:
        return self.bestanden.gemist

    def uit_bestanden(self, soort: Soort, type_: type[D]) -> Iterator[D]:
        for document in self.bestanden.van(soort).values():
            yield cast(type_, document)  # type: ignore[valid-type]  # mypy knows no type variables as values

    def alle(self, soort: Soort, type_: type[D]) -> Iterator[D]:
        for document in self.geheel.van(soort).values():
            yield cast(type_, document)  # type: ignore[valid-type]  # as above

    def in_bestand(self, document: Document) -> bool:
        return self.bestanden.haal(document.soort_document, *document.identiteit) is document


def maak_eindstand(bundel: Bundel, stand: Bundel, *, nu: datetime, verwijder: bool) -> Eindstand:
    bestanden = Bundel(op_moment(document, nu) for document in bundel)
    bestanden.gemist = bundel.gemist
    blijft = [document for document in stand if not verwijder or document.soort_document is Soort.REGIO]
    geheel = Bundel([*blijft, *bestanden])
    weg = Bundel(
        document for document in stand if geheel.haal(document.soort_document, *document.identiteit) is None
    )
    producten = {
        sleutel: slug or ""
        for sleutel, slug in Product.objects.values_list("sleutel", "gemeente__slug")
        if weg.haal(Soort.PRODUCT, sleutel) is None
    }
    for (sleutel,), document in bestanden.van(Soort.PRODUCT).items():
        producten.setdefault(str(sleutel), getattr(document, "gemeente", ""))
    return Eindstand(geheel, bestanden, weg, producten, nu)
