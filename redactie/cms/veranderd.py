"""Whether what is posted says something else than what stood there: a browser posts the same text with other line ends.

Django's own `has_changed` calls that a change, and so does a field that is only shown in another shape.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from django.forms import BaseForm

from redactie.tweede_paar import kern


def verandert_iets(form: BaseForm) -> bool:
    """Of a form that was found valid, its child rows included."""
    if _anders(form):
        return True
    return any(
        kind in formset.deleted_forms or (kind.has_changed() and _anders(kind))
        for formset in getattr(form, "formsets", {}).values()
        for kind in formset.forms
    )


def _anders(form: BaseForm) -> bool:
    return any(
        _gelijkgemaakt(form.get_initial_for_field(form.fields[naam], naam))
        != _gelijkgemaakt(form.cleaned_data.get(naam))
        for naam in form.changed_data
        if not form.fields[naam].widget.is_hidden
    )


def _gelijkgemaakt(waarde: Any) -> Any:
    if isinstance(waarde, Model):
        return str(waarde.pk)
    if isinstance(waarde, Iterable) and not isinstance(waarde, str):
        return sorted(str(_gelijkgemaakt(lid)) for lid in waarde)
    return "" if waarde is None else str(kern(waarde))
