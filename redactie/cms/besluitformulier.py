"""The form of one decision on a deviation: follow, keep, take the proposal, or later."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from wagtail.admin.widgets import AdminDateInput

from redactie.cms.keuren import bekende_feiten
from redactie.cms.markdown import MarkdownInput, PlatteTekstInput
from redactie.driewegs import is_onaf
from redactie.keuring import keur_veld
from redactie.keuzes import AfwijkingWijze, Besluit
from redactie.models import Afwijking, Gemeente
from redactie.veld import Veld

UITSTEL = timedelta(days=14)
LABELS = {
    Besluit.VOLGEN: "Volg de regio",
    Besluit.HOUDEN: "Houd mijn tekst",
    Besluit.COMBINEREN: "Neem het voorstel",
    Besluit.LATER: "Later",
}


def keuzes_bij(afwijking: Afwijking) -> list[tuple[str, str]]:
    """A hidden field has no text to combine with."""
    kan_niet = {Besluit.COMBINEREN} if afwijking.wijze == AfwijkingWijze.VERBERGEN else set()
    return [(besluit.value, label) for besluit, label in LABELS.items() if besluit not in kan_niet]


class BesluitForm(forms.Form):
    besluit = forms.ChoiceField(
        widget=forms.HiddenInput, error_messages={"required": "Kies wat u besluit met een van de knoppen."}
    )
    voorstel = forms.CharField(required=False, strip=False, label="Voorstel")
    reden = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        label="Reden",
        help_text="Nodig als u uw eigen tekst houdt. Anders mag het leeg blijven.",
    )
    later_op = forms.DateField(
        required=False, widget=AdminDateInput, label="Later: vanaf welke dag", help_text="Alleen bij “Later”."
    )

    def __init__(self, *args: Any, afwijking: Afwijking, gemeente: Gemeente, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.veld, self.gemeente = Veld(afwijking.veld), gemeente
        self.fields["besluit"].choices = keuzes_bij(afwijking)
        self.fields["voorstel"].widget = (
            forms.TextInput()
            if self.veld.enkele_regel
            else PlatteTekstInput()
            if self.veld.platte_tekst
            else MarkdownInput()
        )
        self.fields["later_op"].initial = timezone.localdate() + UITSTEL

    @property
    def keuzes(self) -> list[tuple[str, str]]:
        return self.fields["besluit"].choices

    def clean(self) -> dict[str, Any]:
        schoon = super().clean()
        if schoon.get("besluit") == Besluit.COMBINEREN and not is_onaf(schoon.get("voorstel", "")):
            for fout in keur_veld(self.veld, schoon["voorstel"], bekende_feiten(self.gemeente)):
                self.add_error("voorstel", fout.melding)
        return schoon

    @property
    def later(self) -> date | None:
        return self.cleaned_data["later_op"] if self.cleaned_data["besluit"] == Besluit.LATER else None
