"""Compile a plan to a query of Elasticsearch.

Elasticsearch 8 and tantivy both count BM25 with its constant factor k1 + 1 (Lucene itself leaves it out), so weights
and scores mean the same in both; a test compares them on the same documents.
"""

from __future__ import annotations

from elasticsearch_dsl import Q
from elasticsearch_dsl.query import Query

from search.bereik import Scope
from search.gewichten import GEWICHTEN, Gewichten
from search.plan import AlleVan, Alternatief, Clausule, Deel, MVanN, Plan, Precies, Voorvoegsel, Woord
from search.velden import PRECIES, Groep, groepen


def compileer(plan: Plan, scope: Scope, gewichten: Gewichten = GEWICHTEN) -> Query:
    vertaler = _Vertaler(scope, gewichten)
    return Q(
        "bool",
        should=[vertaler.clausule(clausule) for clausule in plan.clausules],
        minimum_should_match=plan.minimum,
        filter=[Q("term", bereik=scope.bereik)],
    )


class _Vertaler:
    def __init__(self, scope: Scope, gewichten: Gewichten) -> None:
        self.scope, self.gewichten = scope, gewichten
        self.groepen = groepen(scope)

    def clausule(self, clausule: Clausule) -> Query:
        return Q("dis_max", queries=[self.alternatief(lid) for lid in clausule.alternatieven])

    def alternatief(self, lid: Alternatief) -> Query:
        match lid:
            case Precies(naam, gewicht):
                return Q("constant_score", filter=Q("term", **{PRECIES: naam}), boost=gewicht)
            case Woord(stam, gewicht):
                return self._velden([_term(g.woorden, stam, self._gewicht(g, gewicht)) for g in self.groepen])
            case Deel(stam, gewicht):
                return self._velden([_term(g.delen, stam, self._gewicht(g, gewicht)) for g in self.groepen])
            case AlleVan(stammen, gewicht):
                return self._samen(stammen, len(stammen), gewicht)
            case MVanN(stammen, minimum, gewicht):
                return self._samen(stammen, minimum, gewicht)
            case Voorvoegsel(letters, gewicht):
                return self._begin(letters, gewicht)

    def _begin(self, letters: str, gewicht: float) -> Query:
        return self._velden(
            [
                Q(
                    "constant_score",
                    filter=Q("prefix", **{veld: letters}),
                    boost=basis * gewicht,
                )
                for veld, basis in self.gewichten.voorvoegsel_van(self.scope)
            ]
        )

    def _samen(self, stammen: tuple[str, ...], minimum: int, gewicht: float) -> Query:
        velden = []
        for groep in self.groepen:
            leden = [_term(groep.delen, stam, 1.0) for stam in stammen]
            per_woord = self._gewicht(groep, gewicht) / len(stammen)
            velden.append(Q("bool", should=leden, minimum_should_match=minimum, boost=per_woord))
        return self._velden(velden)

    def _velden(self, velden: list[Query]) -> Query:
        """The best field counts, the others a little."""
        return Q("dis_max", queries=velden, tie_breaker=self.gewichten.overige_velden)

    def _gewicht(self, groep: Groep, gewicht: float) -> float:
        return self.gewichten.groep[groep] * gewicht


def _term(veld: str, stam: str, gewicht: float) -> Query:
    return Q("term", **{veld: {"value": stam, "boost": gewicht}})
