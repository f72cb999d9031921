"""How Wagtail's comparison of two revisions shows our lists: as words with commas, not as a list of Python."""

from __future__ import annotations

from django.db.models import Field, Model
from wagtail.admin.compare import TextFieldComparison, register_comparison_class

from redactie.models.velden import KeuzelijstVeld, WoordenlijstVeld


class LijstVergelijking(TextFieldComparison):
    def __init__(self, field: Field, obj_a: Model, obj_b: Model) -> None:
        super().__init__(field, obj_a, obj_b)
        namen = dict(getattr(field, "keuzes", ()))
        self.val_a, self.val_b = (_in_woorden(lijst, namen) for lijst in (self.val_a, self.val_b))


def _in_woorden(lijst: list[str] | None, namen: dict[str, str]) -> str:
    return ", ".join(str(namen.get(lid, lid)) for lid in lijst or ())


def registreer() -> None:
    for soort in (KeuzelijstVeld, WoordenlijstVeld):
        register_comparison_class(soort, comparison_class=LijstVergelijking)
