"""The form of a product: a key from the title, and a clean note for each new change."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import slugify

from redactie.cms.formulier import RedactieForm
from redactie.cms.productkiezer import ProductenField
from redactie.cms.upnkiezer import UpnField, keur_upn
from redactie.keuzes import Klasse
from redactie.models import VerbruikteSleutel


class ProductForm(RedactieForm):
    upn = UpnField(
        label="Uniforme productnaam (UPN)",
        help_text="De naam van dit product in de landelijke lijst. Zoek op naam; meer dan één kan.",
    )
    verwant = ProductenField(label="Verwante producten", help_text="Zoek op titel of trefwoord.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None and "sleutel" in self.fields:
            self.fields["sleutel"].required = False
            self.fields[
                "sleutel"
            ].help_text = "Staat in het webadres en verandert nooit. Leeg: gemaakt van de titel."
        if self.instance.live and not self.instance.has_unpublished_changes:
            self._nieuwe_wijziging()

    def _nieuwe_wijziging(self) -> None:
        """The columns keep what the last publication said; a fresh edit starts with a clean note."""
        schoon = {"klasse": Klasse.INHOUDELIJK.value, "nakijken_voor": None, "toelichting": ""}
        self.initial.update({naam: waarde for naam, waarde in schoon.items() if naam in self.fields})

    def clean_sleutel(self) -> str:
        sleutel = self.cleaned_data.get("sleutel") or ""
        if self.instance.pk is None and VerbruikteSleutel.objects.filter(sleutel=sleutel).exists():
            raise ValidationError("Deze sleutel was van een verwijderd product en komt niet terug.")
        return sleutel

    def clean_upn(self) -> list[str]:
        upn = self.cleaned_data["upn"]
        keur_upn(upn, stond_er=self.initial.get("upn") or ())
        return upn

    def clean(self) -> dict[str, Any]:
        schoon = super().clean()
        if self.instance.pk is None and "sleutel" in self.fields and not schoon.get("sleutel"):
            gemeente = schoon.get("gemeente")
            voorvoegsel = f"{gemeente.slug}-" if gemeente is not None else ""
            schoon["sleutel"] = f"{voorvoegsel}{slugify(schoon.get('titel', ''))}"[:80].strip("-")
        return schoon
