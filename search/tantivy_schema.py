"""The schema of the embedded index, and a document in it.

Stored are only the id, the version and what orders a hit. A tombstone is a document without words and without
bereik, so that no query finds it and its version is remembered.
"""

from __future__ import annotations

from zlib import crc32

import tantivy

from search.document import ZoekDocument
from search.velden import MET_VORMEN, PER_GROEP

SCHEMA_VERSIE = "t3"
SPATIES = "spaties"
GEHEEL = "raw"
SORTEERVELD = "bereik_nummer"


def schema() -> tantivy.Schema:
    bouwer = tantivy.SchemaBuilder()
    bouwer.add_text_field("id", stored=True, tokenizer_name=GEHEEL, index_option="basic")
    bouwer.add_text_field("bereik", fast=True, tokenizer_name=GEHEEL, index_option="basic")
    for naam in ("sleutel", "productsoort", "titel_sleutel"):
        bouwer.add_text_field(naam, stored=True, tokenizer_name=GEHEEL, index_option="basic")
    bouwer.add_unsigned_field("versie", stored=True, fast=True)
    bouwer.add_boolean_field("weg", stored=True, indexed=True)
    # Documents of one bereik lie together, so a query reads few blocks.
    bouwer.add_unsigned_field(SORTEERVELD, fast=True)
    for naam in PER_GROEP:
        bouwer.add_text_field(naam, tokenizer_name=SPATIES, index_option="freq")
    for naam in MET_VORMEN:
        bouwer.add_text_field(naam, tokenizer_name=SPATIES, index_option="basic")
    return bouwer.build()


def registreer(index: tantivy.Index) -> tantivy.Index:
    """Tokenizers are not kept in the index: each process names them again."""
    opdelen = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer(SPATIES, opdelen)
    return index


def naar_tantivy(document: ZoekDocument) -> tantivy.Document:
    gemaakt = tantivy.Document()
    gemaakt.add_text("id", document.id)
    # `Document(versie=…)` would make a signed number, which an unsigned field drops.
    gemaakt.add_unsigned("versie", document.versie)
    gemaakt.add_unsigned(SORTEERVELD, crc32(document.bereik.encode()))
    gemaakt.add_boolean("weg", document.weg)
    if document.weg:
        return gemaakt
    gemaakt.add_text("bereik", document.bereik)
    gemaakt.add_text("sleutel", document.sleutel)
    gemaakt.add_text("productsoort", document.productsoort)
    gemaakt.add_text("titel_sleutel", document.titel_sleutel)
    for naam, woorden in document.velden.items():
        gemaakt.add_text(naam, woorden)
    return gemaakt
