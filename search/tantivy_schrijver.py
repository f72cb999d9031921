"""Writes one generation of the embedded index: the only writer of that folder, in any process.

tantivy does not refuse stale writes, so this keeps the version of each id. The versions are read back from the index
itself when it opens, tombstones included: what was committed is what is remembered, after a crash too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import tantivy

from search.document import ZoekDocument, gebrek
from search.motor import Afloop, MotorBezet, MotorOnbereikbaar, Stand, Uitslag
from search.tantivy_schema import naar_tantivy, registreer

GEHEUGEN = 64_000_000


class Schrijver:
    def __init__(self, pad: Path) -> None:
        try:
            index = registreer(tantivy.Index.open(str(pad)))
            # One thread: a small commit makes one segment, and the order of the documents is kept.
            self._schrijver = index.writer(GEHEUGEN, 1)
        except ValueError as fout:
            if "LockBusy" in str(fout):
                raise MotorBezet("Een ander proces schrijft al in deze zoekindex.") from fout
            raise MotorOnbereikbaar(f"De zoekindex gaat niet open: {fout}") from fout
        index.reload()
        self._versies = {stand.id: stand.versie for stand in standen(index.searcher())}

    def schrijf(self, documenten: Sequence[ZoekDocument]) -> list[Uitslag]:
        """All of it in one commit. After an exception this writer is of no use any more."""
        uitslagen = [self._plaats(document) for document in documenten]
        self._schrijver.commit()
        return uitslagen

    def sluit(self) -> None:
        """Let go of the lock, after running merges."""
        self._schrijver.wait_merging_threads()

    def _plaats(self, document: ZoekDocument) -> Uitslag:
        if melding := gebrek(document):
            return Uitslag(document.id, document.versie, Afloop.FOUT, melding)
        aanwezig = self._versies.get(document.id, 0)
        if document.versie < aanwezig:
            melding = f"de index heeft versie {aanwezig}"
            return Uitslag(document.id, document.versie, Afloop.VEROUDERD, melding, aanwezig)
        self._schrijver.delete_documents_by_term("id", document.id)
        self._schrijver.add_document(naar_tantivy(document))
        self._versies[document.id] = document.versie
        return Uitslag(document.id, document.versie, Afloop.GESCHREVEN)


def standen(zoeker: tantivy.Searcher) -> Iterator[Stand]:
    """Every document and tombstone of an index."""
    aantal = zoeker.num_docs
    if not aantal:
        return
    for _, adres in zoeker.search(tantivy.Query.all_query(), aantal, count=False).hits:
        document = zoeker.doc(adres)
        yield Stand(str(document["id"][0]), int(document["versie"][0]), bool(document["weg"][0]))
