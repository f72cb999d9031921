"""What a draft names and is gone: PROTECT guards rows, and the content of a revision is none.

Whose rows they are is for `ConceptModel`; what else is in the content stays as it was.
"""

from __future__ import annotations

from typing import Any

from django.db import models

BESCHERMD = (models.PROTECT, models.RESTRICT)


def zonder_verdwenen(model: type[models.Model], inhoud: dict[str, Any]) -> dict[str, Any]:
    """The content of a revision with each field empty that may be, and that names a row that is gone."""
    leeg = [veld.name for veld in model._meta.concrete_fields if _noemt_wat_weg_is(veld, inhoud)]
    return inhoud | dict.fromkeys(leeg)


def _noemt_wat_weg_is(veld: Any, inhoud: dict[str, Any]) -> bool:
    if not veld.is_relation or not veld.null or veld.remote_field.on_delete not in BESCHERMD:
        return False
    waarde = inhoud.get(veld.name)
    rijen = veld.related_model._default_manager.filter(**{veld.target_field.name: waarde})
    return waarde is not None and not rijen.exists()
