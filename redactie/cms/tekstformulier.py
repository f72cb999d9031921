"""The forms of one text: correct it now, or plan it for a day."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.admin.widgets import AdminDateInput

from redactie.cms.keuren import bekende_feiten
from redactie.cms.markdown import MarkdownInput, PlatteTekstInput
from redactie.keuring import keur_veld
from redactie.keuzes import Klasse
from redactie.models import Product
from redactie.teksten import Wijzigingsnota
from redactie.veld import Veld


class CorrectieForm(forms.Form):
    """A text with what is said of the change."""

    required_css_class = "required"

    tekst = forms.CharField(required=False, strip=False, label="Nieuwe tekst")
    klasse = forms.ChoiceField(
        choices=Klasse.choices(),
        initial=Klasse.INHOUDELIJK,
        widget=forms.RadioSelect,
        label="Soort wijziging",
    )
    toelichting = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        label="Wat verandert er, en waarom?",
        help_text="Gemeenten met een eigen tekst lezen dit.",
    )
    nakijken_voor = forms.DateField(
        required=False,
        widget=AdminDateInput,
        label="Nakijken vóór",
        help_text="Alleen bij spoed: de datum waarvóór gemeenten hun tekst nakijken.",
    )

    def __init__(self, *args: Any, product: Product, veld: Veld, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.product, self.veld = product, veld
        self.fields["tekst"].widget = (
            forms.TextInput()
            if veld.enkele_regel
            else PlatteTekstInput()
            if veld.platte_tekst
            else MarkdownInput()
        )

    def clean_tekst(self) -> str:
        tekst = self.cleaned_data["tekst"].replace("\r\n", "\n")
        fouten = keur_veld(self.veld, tekst, bekende_feiten(self.product.gemeente))
        if self.veld in (Veld.TITEL, Veld.SAMENVATTING) and not tekst.strip():
            raise ValidationError("Dit veld kan niet leeg zijn.")
        if fouten:
            raise ValidationError([fout.melding for fout in fouten])
        return tekst

    @property
    def nota(self) -> Wijzigingsnota:
        return Wijzigingsnota(
            Klasse(self.cleaned_data["klasse"]),
            self.cleaned_data["toelichting"],
            self.cleaned_data["nakijken_voor"],
        )


class PlanForm(CorrectieForm):
    vanaf = forms.DateField(
        widget=AdminDateInput, label="Eerste dag", help_text="Vanaf 0.00 uur staat de nieuwe tekst er."
    )
    field_order = ("vanaf", "tekst")

    def clean_vanaf(self) -> Any:
        vanaf = self.cleaned_data["vanaf"]
        if vanaf <= timezone.localdate():
            raise ValidationError("Kies een dag die nog komt. Iets voor nu is een correctie.")
        return vanaf
