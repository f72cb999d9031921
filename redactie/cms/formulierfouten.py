"""What an action refuses, shown on the form that asked for it."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.forms import BaseForm


def zet_fouten(form: BaseForm, fout: ValidationError, heet: Mapping[str, str] | None = None) -> None:
    """At the field it is about; at the top where the form has no such field.

    `heet`: what a field of the action is called on the form, where that is another name.
    """
    per_veld = fout.message_dict if hasattr(fout, "error_dict") else {None: fout.messages}
    for naam, meldingen in per_veld.items():
        plek = (heet or {}).get(naam, naam)
        form.add_error(plek if plek in form.fields else None, meldingen)
