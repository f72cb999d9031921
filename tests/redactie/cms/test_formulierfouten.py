"""A refusal stands at the field it is about, and is never lost."""

from __future__ import annotations

import pytest
from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from redactie.cms.formulierfouten import zet_fouten


class Formulier(forms.Form):
    reden = forms.CharField(required=False)


@pytest.fixture
def formulier() -> Formulier:
    formulier = Formulier({})
    assert formulier.is_valid()
    return formulier


def test_een_fout_staat_bij_het_veld_waar_hij_over_gaat(formulier: Formulier) -> None:
    zet_fouten(formulier, ValidationError({"reden": "Schrijf op waarom."}))
    assert formulier.errors == {"reden": ["Schrijf op waarom."]}


@pytest.mark.parametrize(
    "fout", [ValidationError("Dat kan niet."), ValidationError({"tekst": "Dat kan niet."})]
)
def test_een_fout_zonder_veld_op_het_formulier_staat_bovenaan(
    formulier: Formulier, fout: ValidationError
) -> None:
    zet_fouten(formulier, fout)
    assert formulier.errors == {NON_FIELD_ERRORS: ["Dat kan niet."]}


def test_een_veld_dat_op_het_formulier_anders_heet_krijgt_de_fout(formulier: Formulier) -> None:
    zet_fouten(formulier, ValidationError({"opmerking": "Te lang."}), {"opmerking": "reden"})
    assert formulier.errors == {"reden": ["Te lang."]}
