"""The engine for large installations: Elasticsearch, through elasticsearch-dsl.

A generation is an index `<prefix>-<naam>`; the alias `<prefix>` points to the active one. Versions are external, so
the server refuses stale writes. Only calls that every build of the server answers are used.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from elasticsearch import Elasticsearch, NotFoundError, TransportError
from elasticsearch.helpers import streaming_bulk
from elasticsearch_dsl import Index, Search

from search.analyse.versie import vingerafdruk
from search.bereik import Scope
from search.document import ZoekDocument, document_id, gebrek
from search.elastic_antwoord import uitslag, vertaald
from search.elastic_schema import GETOOND, INSTELLINGEN, SCHEMA_VERSIE, bulkregel, mapping
from search.elastic_vraag import Vraag, compileer
from search.gewichten import GEWICHTEN, Gewichten
from search.motor import (
    Afloop,
    GeneratieFout,
    Gezondheid,
    Hit,
    MotorOnbereikbaar,
    Stand,
    Uitslag,
    controleer_naam,
)
from search.plan import Plan
from search.schatkamer import Schatkamer
from search.velden import vormvelden
from search.woordenschat import Woordenschat
from search.zekering import Zekering

MEESTE_BEREIKEN = 10_000
MEESTE_WOORDEN = 60_000  # below the server's limit on buckets; one bereik has some ten thousand words
ZOEKTIJD = 3.0  # seconds; somebody is waiting
SCHRIJFTIJD = 60.0
# No retries here: they would answer in another order than was asked (8.19), and the loop offers again what was refused.
BULK: dict[str, Any] = {"chunk_size": 500, "max_retries": 0, "timeout": "5s"}


class ElasticMotor:
    """See `search.motor.Motor`. Safe to share between threads. `url`: one address, or more with commas between."""

    def __init__(self, url: str, prefix: str = "antwoord") -> None:
        self.prefix = prefix
        adressen = [adres.strip() for adres in url.split(",") if adres.strip()]
        # A node that is gone is passed over at once; one that hangs is not waited for twice.
        self._client = Elasticsearch(
            adressen, request_timeout=ZOEKTIJD, max_retries=len(adressen) - 1, retry_on_timeout=False
        )
        self._schrijfclient = self._client.options(request_timeout=SCHRIJFTIJD)
        self._zekering = Zekering(TransportError)
        self._schatkamer = Schatkamer(self._tel_woorden)

    @property
    def fingerprint(self) -> str:
        return f"{SCHEMA_VERSIE}-{vingerafdruk()}"

    def begin_generation(self, naam: str) -> None:
        index = Index(self._index(naam), using=self._schrijfclient)
        index.settings(**INSTELLINGEN)
        index.mapping(mapping(self.prefix, self.fingerprint))
        with vertaald():
            if not index.exists():
                index.create()

    def generations(self) -> list[str]:
        with vertaald():
            gevonden = self._client.indices.get_mapping(index=f"{self.prefix}-*")
        eigen = [
            naam
            for naam, inhoud in gevonden.items()
            if inhoud["mappings"].get("_meta", {}).get("prefix") == self.prefix
        ]
        return sorted(naam.removeprefix(f"{self.prefix}-") for naam in eigen)

    def active(self) -> str | None:
        with vertaald():
            try:
                gevonden = self._client.indices.get_alias(name=self.prefix)
            except NotFoundError:
                return None
        return next((naam.removeprefix(f"{self.prefix}-") for naam in gevonden), None)

    def generation_fingerprint(self, naam: str) -> str:
        index = self._bestaand(naam)
        with vertaald():
            inhoud = self._client.indices.get_mapping(index=index)[index]
        return str(inhoud["mappings"]["_meta"]["vingerafdruk"])

    def write(self, naam: str, documenten: Sequence[ZoekDocument]) -> list[Uitslag]:
        index = self._bestaand(naam)
        gebreken = [gebrek(document) for document in documenten]
        acties = [
            bulkregel(index, document)
            for document, fout in zip(documenten, gebreken, strict=True)
            if not fout
        ]
        with vertaald():
            antwoorden = iter(list(streaming_bulk(self._schrijfclient, acties, raise_on_error=False, **BULK)))
            # Only the searched generation must show its changes now.
            if naam == self.active():
                self._schrijfclient.indices.refresh(index=index)
        return [
            Uitslag(document.id, document.versie, Afloop.FOUT, fout)
            if fout
            else uitslag(document, *next(antwoorden))
            for document, fout in zip(documenten, gebreken, strict=True)
        ]

    def activate(self, naam: str) -> None:
        index = self._bestaand(naam)
        anders = [oud for oud in self.generations() if oud != naam]
        acties: list[dict[str, Any]] = [{"add": {"index": index, "alias": self.prefix}}]
        acties += [
            {"remove": {"index": self._index(oud), "alias": self.prefix, "must_exist": False}}
            for oud in anders
        ]
        with vertaald():
            self._schrijfclient.indices.refresh(index=index)
            self._schrijfclient.indices.update_aliases(actions=acties)

    def drop(self, naam: str) -> None:
        if naam == self.active():
            raise GeneratieFout(f"Generatie {naam} is in gebruik.")
        with vertaald():
            Index(self._index(naam), using=self._schrijfclient).delete(ignore_unavailable=True)

    def search(self, plan: Plan, scope: Scope, limiet: int = 50, naam: str | None = None) -> list[Hit]:
        gevonden = self._gevonden(compileer(plan, scope), naam, size=limiet, source=list(GETOOND))
        return [Hit(*(lid["_source"][veld] for veld in GETOOND), lid["_score"]) for lid in gevonden]

    def score(self, plan: Plan, scope: Scope, sleutel: str, gewichten: Gewichten = GEWICHTEN) -> float:
        dit = {"ids": {"values": [document_id(scope.bereik, sleutel)]}}
        vraag = {"bool": {"must": [compileer(plan, scope, gewichten)], "filter": [dit]}}
        hits = self._gevonden(vraag, None, size=1, source=False)
        return float(hits[0]["_score"]) if hits else 0.0

    def vocabulary(self, scope: Scope, naam: str | None = None) -> Woordenschat:
        return self._schatkamer.geef(self._gezocht(naam), scope)

    def counts(self, naam: str | None = None) -> dict[str, int]:
        zoeker = Search(using=self._client, index=self._ververst(naam))[0:0].filter("term", weg=False)
        zoeker.aggs.bucket("per_bereik", "terms", field="bereik", size=MEESTE_BEREIKEN)
        with vertaald():
            bakken = zoeker.execute().aggregations.per_bereik.buckets
        return {str(bak.key): int(bak.doc_count) for bak in bakken}

    def audit(self, naam: str | None = None) -> Iterator[Stand]:
        zoeker = Search(using=self._schrijfclient, index=self._ververst(naam)).source(["weg"])
        with vertaald():
            for lid in zoeker.params(version=True, size=5_000).scan():
                yield Stand(lid.meta.id, int(lid.meta.version), bool(lid.weg))

    def health(self) -> Gezondheid:
        actief = self._actief()
        actueel = self.generation_fingerprint(actief) == self.fingerprint
        return Gezondheid(actief, sum(self.counts(actief).values()), actueel)

    def close(self) -> None:
        # Connections close by themselves; a closed client could not be used again.
        self._schatkamer.leeg()

    def _gevonden(self, vraag: Vraag, naam: str | None, **wat: Any) -> list[dict[str, Any]]:
        """Straight through the client: around a question, elasticsearch-dsl costs more than the server."""
        with vertaald(), self._zekering.bewaakt():
            antwoord = self._client.search(
                index=self._gezocht(naam), query=vraag, track_total_hits=False, **wat
            )
        return list(antwoord["hits"]["hits"])

    def _index(self, naam: str) -> str:
        return f"{self.prefix}-{controleer_naam(naam)}"

    def _gezocht(self, naam: str | None) -> str:
        """Where a search goes: to one generation, or to whatever the alias points at."""
        return self.prefix if naam is None else self._index(naam)

    def _bestaand(self, naam: str) -> str:
        """The index of a generation; writing to one that is not there would make it, without its mapping."""
        index = self._index(naam)
        with vertaald():
            if not self._client.indices.exists(index=index):
                raise GeneratieFout(f"Er is geen generatie {naam}.")
        return index

    def _actief(self) -> str:
        actief = self.active()
        if actief is None:
            raise MotorOnbereikbaar("Er is nog geen zoekindex.")
        return actief

    def _ververst(self, naam: str | None) -> str:
        index = self._bestaand(naam or self._actief())
        with vertaald():
            self._schrijfclient.indices.refresh(index=index)
        return index

    def _tel_woorden(self, alias: str, scope: Scope) -> dict[str, int]:
        zoeker = Search(using=self._client, index=alias)[0:0].filter("term", bereik=scope.bereik)
        for veld in vormvelden(scope):
            zoeker.aggs.bucket(veld, "terms", field=veld, size=MEESTE_WOORDEN)
        with vertaald(), self._zekering.bewaakt():
            gevonden = zoeker.execute().aggregations
        aantallen: dict[str, int] = {}
        for veld in vormvelden(scope):
            for bak in gevonden[veld].buckets:
                aantallen[bak.key] = aantallen.get(bak.key, 0) + bak.doc_count
        return aantallen
