"""What tantivy counts for one document: the ordinary query, held to that document."""

from __future__ import annotations

from tantivy import Index, Occur, Query, Searcher

from search.bereik import Scope
from search.document import document_id
from search.gewichten import Gewichten
from search.plan import Plan
from search.tantivy_motor import TantivyMotor
from search.tantivy_vraag import compileer


def score_van(motor: TantivyMotor, plan: Plan, scope: Scope, sleutel: str, gewichten: Gewichten) -> float:
    def zoek(index: Index, zoeker: Searcher) -> float:
        dit = Query.term_query(index.schema, "id", document_id(scope.bereik, sleutel), "basic")
        vraag = Query.boolean_query(
            [
                (Occur.Must, compileer(plan, scope, index.schema, gewichten)),
                (Occur.Must, Query.const_score_query(dit, 0.0)),
            ]
        )
        hits = zoeker.search(vraag, 1, count=False).hits
        return float(hits[0][0]) if hits else 0.0

    return motor._lees(zoek)
