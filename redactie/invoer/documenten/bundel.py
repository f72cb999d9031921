"""A set of documents: what a folder holds, or what the installation holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from redactie.invoer.documenten.document import Document, Identiteit, Soort


class Bundel:
    """Documents by kind and identity."""

    def __init__(self, documenten: Iterable[Document] = ()) -> None:
        self._per_soort: dict[Soort, dict[Identiteit, Document]] = {soort: {} for soort in Soort}
        self.gemist: set[Soort] = set()
        """Kinds of which something could not be read at all: that a key is not there then says nothing."""
        for document in documenten:
            self.voeg_toe(document)

    def voeg_toe(self, document: Document) -> None:
        self._per_soort[document.soort_document][document.identiteit] = document

    def van(self, soort: Soort) -> dict[Identiteit, Document]:
        return self._per_soort[soort]

    def haal(self, soort: Soort, *identiteit: object) -> Document | None:
        return self._per_soort[soort].get(identiteit)

    def __iter__(self) -> Iterator[Document]:
        for per_soort in self._per_soort.values():
            yield from per_soort.values()
