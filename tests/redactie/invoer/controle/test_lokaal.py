"""A local version against the product that it belongs to."""

import pytest

from tests.redactie.invoer.hulp import AFWIJKING, PASPOORT, Regiomap

pytestmark = pytest.mark.django_db


def test_een_afwijking_van_een_veld_dat_vast_wordt_is_een_waarschuwing(ingelezen: Regiomap) -> None:
    ingelezen.verwijder(AFWIJKING)
    ingelezen.vervang(PASPOORT, "vaste_velden: [bezwaar]", "vaste_velden: [bezwaar, termijn]")
    waarschuwingen = [str(melding) for melding in ingelezen.bereid_voor().waarschuwingen]
    regel = ingelezen.regel_van(PASPOORT, "vaste_velden")
    assert (
        f"{PASPOORT}:{regel}: De afwijking van “termijn” in dordrecht geldt hierna niet meer."
        in waarschuwingen
    )
