"""The mapping of an Elasticsearch index, and a document in it.

Words come analysed, so a field only splits on spaces. `dynamic: strict`: a field that is not in the list is an error,
never a new field. Kept in `_source` is only what orders a hit.
"""

from __future__ import annotations

from typing import Any

from elasticsearch_dsl import Boolean as BooleanField
from elasticsearch_dsl import Keyword, Mapping, Text

from search.document import ZoekDocument
from search.velden import MET_VORMEN, PER_GROEP

SCHEMA_VERSIE = "e3"
GETOOND = ("sleutel", "productsoort", "titel_sleutel")
INSTELLINGEN: dict[str, Any] = {
    "number_of_shards": 1,
    # As many copies as there are other nodes, one at most; a single node is then healthy too.
    "auto_expand_replicas": "0-1",
    # The writer refreshes when it has something to show.
    "refresh_interval": "-1",
    # A question is on no disk, however slow it was: said here, so that a cluster's own defaults cannot turn it on.
    "search.slowlog.threshold.query.warn": "-1",
    "search.slowlog.threshold.query.info": "-1",
    "search.slowlog.threshold.query.debug": "-1",
    "search.slowlog.threshold.query.trace": "-1",
}


def mapping(prefix: str, vingerafdruk: str) -> Mapping:
    gemaakt = Mapping()
    gemaakt.meta("dynamic", "strict")
    gemaakt.meta("_meta", prefix=prefix, vingerafdruk=vingerafdruk)
    gemaakt.meta("_source", includes=[*GETOOND, "weg"])
    gemaakt.field("bereik", Keyword())
    gemaakt.field("weg", BooleanField())
    for naam in GETOOND:
        gemaakt.field(naam, Keyword(index=False, doc_values=False))
    for naam in PER_GROEP:
        gemaakt.field(naam, Text(analyzer="whitespace", index_options="freqs"))
    for naam in MET_VORMEN:
        gemaakt.field(naam, Keyword())
    return gemaakt


def bulkregel(index: str, document: ZoekDocument) -> dict[str, Any]:
    """One action for `streaming_bulk`. A tombstone is a document: a deleted version is forgotten after a minute."""
    return {
        "_op_type": "index",
        "_index": index,
        "_id": document.id,
        "version": document.versie,
        "version_type": "external_gte",
        "_source": {"weg": True} if document.weg else _bron(document),
    }


def _bron(document: ZoekDocument) -> dict[str, Any]:
    vormen = {naam: woorden.split() for naam, woorden in document.velden.items() if naam in MET_VORMEN}
    return {
        **document.velden,
        **vormen,
        "weg": False,
        "bereik": document.bereik,
        "sleutel": document.sleutel,
        "productsoort": document.productsoort,
        "titel_sleutel": document.titel_sleutel,
    }
