"""A press on the button while one's own autosave is still under way is not "somebody else"."""

from __future__ import annotations

import pytest

from redactie.keuzes import Rol
from tests import factories as f
from tests.redactie.cms.hulp import adres, als, formulier
from tests.redactie.cms.test_verouderd import concept

pytestmark = pytest.mark.django_db
JSON = {"accept": "application/json"}


@pytest.fixture
def product():
    return f.ProductFactory(gepubliceerd=True, termijn="Na 5 werkdagen.")


def test_wie_publiceert_terwijl_de_eigen_bewaring_onderweg_is_wordt_niet_geweigerd(product) -> None:
    een = als(Rol.CENTRAAL)
    veld = formulier(een, adres(product)) | {"termijn": "Na 4 werk"}
    assert een.post(adres(product), veld, headers=JSON).status_code == 200
    # The answer of the autosave has not come back: the form still names the revision it was loaded with.
    veld |= {"termijn": "Na 4 werkdagen.", "toelichting": "Sneller.", "action-publish": "1"}
    assert een.post(adres(product), veld).status_code == 302
    product.refresh_from_db()
    assert product.termijn == "Na 4 werkdagen."


def test_een_tweede_tabblad_van_dezelfde_persoon_draait_niets_ongezien_terug(product) -> None:
    een = als(Rol.CENTRAAL)
    oud_tabblad = formulier(een, adres(product)) | {"kosten": "Anders."}
    een.post(adres(product), formulier(een, adres(product)) | {"termijn": "Na 4 werkdagen."})
    assert een.post(adres(product), oud_tabblad).status_code == 200
    assert concept(product).termijn == "Na 4 werkdagen."


def test_een_bewaring_van_een_ander_blijft_een_botsing(product) -> None:
    een, ander = als(Rol.CENTRAAL), als(Rol.CENTRAAL)
    veld = formulier(een, adres(product)) | {"termijn": "Na 3 werkdagen."}
    ander.post(
        adres(product), formulier(ander, adres(product)) | {"termijn": "Na 4 werkdagen."}, headers=JSON
    )
    assert een.post(adres(product), veld).status_code == 200
    assert concept(product).termijn == "Na 4 werkdagen."
