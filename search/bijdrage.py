"""What an engine counts for one document in one field: for explaining a result, never for searching.

By asking the same with the weights of all other fields at nought, so that the numbers are the engine's own.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from search.bereik import Scope
from search.gewichten import GEWICHTEN, Gewichten
from search.motor import Motor
from search.plan import Alternatief, Clausule, Plan


def score_in(motor: Motor, lid: Alternatief, plek: str, scope: Scope, sleutel: str) -> float:
    """What one alternative counts in one group of fields, or in one field of words as written."""
    plan = Plan((Clausule((lid,)),), 1, 1)
    return motor.score(plan, scope, sleutel, alleen(plek))


def alleen(plek: str, gewichten: Gewichten = GEWICHTEN) -> Gewichten:
    """These weights in one place, and nothing elsewhere."""
    return replace(
        gewichten,
        groep=MappingProxyType({groep: getal * (groep == plek) for groep, getal in gewichten.groep.items()}),
        voorvoegsel=MappingProxyType(
            {veld: getal * (veld == plek) for veld, getal in gewichten.voorvoegsel.items()}
        ),
    )
