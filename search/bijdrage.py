"""What an engine counts for one document, whole or per field: for explaining a result, never for searching.

Per field by asking the same with the weights of all other fields at nought, so that the numbers are the engine's own.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from search.bereik import Scope
from search.gewichten import GEWICHTEN, Gewichten
from search.motor import Motor
from search.plan import Alternatief, Clausule, Plan


def score_van(
    motor: Motor, plan: Plan, scope: Scope, sleutel: str, gewichten: Gewichten = GEWICHTEN
) -> float:
    """The score of one document for a plan; 0 when it is not found."""
    # As in `keuze.py`: an installation with one engine need not load the other.
    if type(motor).__module__ == "search.tantivy_motor":
        from search import tantivy_uitleg

        return tantivy_uitleg.score_van(motor, plan, scope, sleutel, gewichten)  # type: ignore[arg-type]  see above
    from search import elastic_uitleg

    return elastic_uitleg.score_van(motor, plan, scope, sleutel, gewichten)  # type: ignore[arg-type]  see above


def score_in(motor: Motor, lid: Alternatief, plek: str, scope: Scope, sleutel: str) -> float:
    """What one alternative counts in one group of fields, or in one field of words as written."""
    plan = Plan((Clausule((lid,)),), 1, 1)
    return score_van(motor, plan, scope, sleutel, alleen(plek))


def alleen(plek: str, gewichten: Gewichten = GEWICHTEN) -> Gewichten:
    """These weights in one place, and nothing elsewhere."""
    return replace(
        gewichten,
        groep=MappingProxyType({groep: getal * (groep == plek) for groep, getal in gewichten.groep.items()}),
        voorvoegsel=MappingProxyType(
            {veld: getal * (veld == plek) for veld, getal in gewichten.voorvoegsel.items()}
        ),
    )
