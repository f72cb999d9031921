"""What Elasticsearch counts for one document: the ordinary query, held to that document."""

from __future__ import annotations

from elasticsearch_dsl import Q, Search

from search.bereik import Scope
from search.document import document_id
from search.elastic_antwoord import vertaald
from search.elastic_motor import ElasticMotor
from search.elastic_vraag import compileer
from search.gewichten import Gewichten
from search.plan import Plan


def score_van(motor: ElasticMotor, plan: Plan, scope: Scope, sleutel: str, gewichten: Gewichten) -> float:
    dit = Q("ids", values=[document_id(scope.bereik, sleutel)])
    vraag = Q("bool", must=[compileer(plan, scope, gewichten)], filter=[dit])
    zoeker = Search(using=motor._client, index=motor._gezocht(None)).query(vraag)
    with vertaald():
        hits = list(zoeker.source(False).extra(size=1, track_total_hits=False).execute())
    return float(hits[0].meta.score) if hits else 0.0
