"""Is the newer revision one's own autosave, still on its way when the button was pressed?

Wagtail 8.0.1 sends autosaves beside the form: pressed soon after typing, the button posts the revision the form was
loaded with while the server already has a newer one, made by the same hands. Refusing that would blame "somebody
else". It is let pass only when the post undoes nothing: each field in which the newer revision differs from the
loaded one was changed in this form as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.forms import BaseForm
from wagtail.models import Revision

from redactie.models.concept import BOEKHOUDING

BOEKHOUDING_VAN_REVISIES = BOEKHOUDING | {"live", "live_revision", "first_published_at", "last_published_at"}


def is_eigen_bewaring(formulier: BaseForm, *, geladen: Revision, nieuwste: Revision, gebruiker: Any) -> bool:
    """Whether everything after `geladen` is this person's own, and the posted form undoes none of it."""
    later = Revision.objects.filter(
        base_content_type=geladen.base_content_type, object_id=geladen.object_id, pk__gt=geladen.pk
    )
    if nieuwste.pk == geladen.pk or later.exclude(user=gebruiker).exists():
        return False
    return all(
        _is_ook_hier_veranderd(formulier, naam, geladen.content.get(naam))
        for naam in _verschillen(geladen.content, nieuwste.content)
    )


def _verschillen(was: Mapping[str, Any], wordt: Mapping[str, Any]) -> set[str]:
    namen = (set(was) | set(wordt)) - BOEKHOUDING_VAN_REVISIES
    return {naam for naam in namen if was.get(naam) != wordt.get(naam)}


def _is_ook_hier_veranderd(formulier: BaseForm, naam: str, was: Any) -> bool:
    """Only plain texts are compared; of anything else (rows, choices) a difference counts as undone."""
    if naam not in formulier.fields or not isinstance(was, str):
        return False
    gepost = str(formulier[naam].data or "").replace("\r\n", "\n").strip()
    return gepost != was.replace("\r\n", "\n").strip()
