"""Compile a plan to a query of Elasticsearch, as JSON.

Not with the objects of elasticsearch-dsl (8.18): it makes one of each term and takes it apart again, 2 ms for a plan,
more than the server needs to answer it.

Elasticsearch 8 and tantivy both count BM25 with its constant factor k1 + 1 (Lucene itself leaves it out), so weights
and scores mean the same in both; a test compares them on the same documents.
"""

from __future__ import annotations

from typing import Any

from search.bereik import Scope
from search.gewichten import GEWICHTEN, Gewichten
from search.plan import AlleVan, Alternatief, Clausule, Deel, MVanN, Plan, Precies, Voorvoegsel, Woord
from search.velden import PRECIES, Groep, groepen

Vraag = dict[str, Any]


def compileer(plan: Plan, scope: Scope, gewichten: Gewichten = GEWICHTEN) -> Vraag:
    vertaler = _Vertaler(scope, gewichten)
    return {
        "bool": {
            "should": [vertaler.clausule(clausule) for clausule in plan.clausules],
            "minimum_should_match": plan.minimum,
            "filter": [{"term": {"bereik": scope.bereik}}],
        }
    }


class _Vertaler:
    def __init__(self, scope: Scope, gewichten: Gewichten) -> None:
        self.scope, self.gewichten = scope, gewichten
        self.groepen = groepen(scope)

    def clausule(self, clausule: Clausule) -> Vraag:
        return {"dis_max": {"queries": [self.alternatief(lid) for lid in clausule.alternatieven]}}

    def alternatief(self, lid: Alternatief) -> Vraag:
        match lid:
            case Precies(naam, gewicht):
                return _vast({"term": {PRECIES: naam}}, gewicht)
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

    def _begin(self, letters: str, gewicht: float) -> Vraag:
        velden = self.gewichten.voorvoegsel_van(self.scope)
        return self._velden([_vast({"prefix": {veld: letters}}, basis * gewicht) for veld, basis in velden])

    def _samen(self, stammen: tuple[str, ...], minimum: int, gewicht: float) -> Vraag:
        velden = []
        for groep in self.groepen:
            leden = [_term(groep.delen, stam, 1.0) for stam in stammen]
            per_woord = self._gewicht(groep, gewicht) / len(stammen)
            velden.append({"bool": {"should": leden, "minimum_should_match": minimum, "boost": per_woord}})
        return self._velden(velden)

    def _velden(self, velden: list[Vraag]) -> Vraag:
        """The best field counts, the others a little."""
        return {"dis_max": {"queries": velden, "tie_breaker": self.gewichten.overige_velden}}

    def _gewicht(self, groep: Groep, gewicht: float) -> float:
        return self.gewichten.groep[groep] * gewicht


def _term(veld: str, stam: str, gewicht: float) -> Vraag:
    return {"term": {veld: {"value": stam, "boost": gewicht}}}


def _vast(filter_: Vraag, gewicht: float) -> Vraag:
    return {"constant_score": {"filter": filter_, "boost": gewicht}}
