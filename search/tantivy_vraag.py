"""Compile a plan to a query of tantivy.

The bereik stands inside each clause: beside the whole query, tantivy first finds the words in all municipalities
(p99 15 instead of 1.7 ms on 273,600 documents).
"""

from __future__ import annotations

from tantivy import Occur, Query, Schema

from search.bereik import Scope
from search.gewichten import GEWICHTEN, Gewichten
from search.plan import AlleVan, Alternatief, Clausule, Deel, MVanN, Plan, Precies, Voorvoegsel, Woord
from search.velden import PRECIES, Groep, groepen


def compileer(plan: Plan, scope: Scope, schema: Schema, gewichten: Gewichten = GEWICHTEN) -> Query:
    vertaler = _Vertaler(scope, schema, gewichten)
    clausules = [vertaler.clausule(clausule) for clausule in plan.clausules]
    if len(clausules) == 1:
        return clausules[0]
    if plan.minimum == len(clausules):
        return Query.boolean_query([(Occur.Must, clausule) for clausule in clausules])
    return Query.boolean_query(
        [(Occur.Should, clausule) for clausule in clausules], minimum_number_should_match=plan.minimum
    )


class _Vertaler:
    def __init__(self, scope: Scope, schema: Schema, gewichten: Gewichten) -> None:
        self.scope, self.schema, self.gewichten = scope, schema, gewichten
        self.groepen = groepen(scope)
        self.bereik = Query.const_score_query(Query.term_query(schema, "bereik", scope.bereik, "basic"), 0.0)

    def clausule(self, clausule: Clausule) -> Query:
        beste = Query.disjunction_max_query([self.alternatief(lid) for lid in clausule.alternatieven])
        return Query.boolean_query([(Occur.Must, beste), (Occur.Must, self.bereik)])

    def alternatief(self, lid: Alternatief) -> Query:
        match lid:
            case Precies(naam, gewicht):
                return Query.const_score_query(Query.term_query(self.schema, PRECIES, naam, "basic"), gewicht)
            case Woord(stam, gewicht):
                return self._velden(
                    [(self._term(g.woorden, stam), self._gewicht(g, gewicht)) for g in self.groepen]
                )
            case Deel(stam, gewicht):
                return self._velden(
                    [(self._term(g.delen, stam), self._gewicht(g, gewicht)) for g in self.groepen]
                )
            case AlleVan(stammen, gewicht):
                return self._samen(stammen, len(stammen), gewicht)
            case MVanN(stammen, minimum, gewicht):
                return self._samen(stammen, minimum, gewicht)
            case Voorvoegsel(letters, gewicht):
                return self._begin(letters, gewicht)

    def _begin(self, letters: str, gewicht: float) -> Query:
        velden = []
        for veld, basis in self.gewichten.voorvoegsel_van(self.scope):
            # "Fuzzy" without edits is tantivy's prefix query: 0.03 ms, where the same as a regex takes 0.5 ms.
            begin = Query.fuzzy_term_query(self.schema, veld, letters, distance=0, prefix=True)
            velden.append(Query.const_score_query(begin, basis * gewicht))
        return Query.disjunction_max_query(velden, self.gewichten.overige_velden)

    def _samen(self, stammen: tuple[str, ...], minimum: int, gewicht: float) -> Query:
        velden = []
        for groep in self.groepen:
            leden = [(Occur.Should, self._term(groep.delen, stam)) for stam in stammen]
            samen = Query.boolean_query(leden, minimum_number_should_match=minimum)
            velden.append((samen, self._gewicht(groep, gewicht) / len(stammen)))
        return self._velden(velden)

    def _velden(self, velden: list[tuple[Query, float]]) -> Query:
        """The best field counts, the others a little."""
        gewogen = [Query.boost_query(vraag, gewicht) for vraag, gewicht in velden]
        return Query.disjunction_max_query(gewogen, self.gewichten.overige_velden)

    def _term(self, veld: str, stam: str) -> Query:
        return Query.term_query(self.schema, veld, stam, "freq")

    def _gewicht(self, groep: Groep, gewicht: float) -> float:
        return self.gewichten.groep[groep] * gewicht
