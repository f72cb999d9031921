"""The budgets of queries in a country of 342 municipalities: none of them grows with it."""

from __future__ import annotations

import pytest

from redactie.keuzes import Rol
from redactie.models import Gemeente, LokaleVersie, Product
from tests import factories as f
from tests.redactie.cms.hulp import adres, als
from tests.redactie.cms.test_gevolgen import gelezen
from tests.redactie.cms.test_lijsten import FABRIEKEN, vragen
from tests.redactie.cms.test_lokaal import verander_regio

pytestmark = pytest.mark.django_db
GEMEENTEN = 342
START, BEWERKEN, LIJST, GEVOLGEN = 25, 40, 12, 10


@pytest.fixture
def land() -> Product:
    """A product of the region that every tenth municipality has made its own, each with a question since."""
    product = f.ProductFactory(gepubliceerd=True, kosten="U betaalt {tarief:leges}.")
    f.TariefFactory(sleutel="leges")
    for nummer in range(GEMEENTEN):
        gemeente = f.GemeenteFactory(slug=f"gemeente-{nummer:03}")
        if nummer % 10 == 0:
            f.TariefFactory(sleutel="leges", gemeente=gemeente)
            versie = f.LokaleVersieFactory(
                product=product, gemeente=gemeente, gepubliceerd=True, wijkt_af={"kosten": "Contant."}
            )
    verander_regio(versie)
    assert Gemeente.objects.count() == GEMEENTEN
    return product


def test_geen_scherm_stelt_meer_vragen_omdat_er_meer_gemeenten_zijn(land: Product) -> None:
    eerste = Gemeente.objects.get(slug="gemeente-000")
    centraal, lokaal = als(Rol.CENTRAAL), als(Rol.PUBLICIST, eerste)
    versie = LokaleVersie.objects.get(product=land, gemeente=eerste)
    gevolgen = f"{adres(land, 'gevolgen')}?deel=ja"
    getypt = {"kosten": "U betaalt minder: {tarief:leges}.", "bij": "gemeente-000"}
    gesteld = {
        "start, centrum": (len(vragen(centraal, "/redactie/")), START),
        "start, gemeente": (len(vragen(lokaal, "/redactie/")), START),
        "product": (len(vragen(centraal, adres(land))), BEWERKEN),
        "lokale versie": (len(vragen(lokaal, adres(versie))), BEWERKEN),
        "te herzien": (len(vragen(lokaal, adres(LokaleVersie, "te_herzien"))), LIJST),
        "opruimen": (len(vragen(lokaal, adres(LokaleVersie, "opruimen"))), LIJST),
        "gevolgen": (len(gelezen(centraal, gevolgen, getypt)), GEVOLGEN),
        **{
            f"lijst {model.__name__}": (len(vragen(als(Rol.BEHEERDER), adres(model, "list"))), LIJST)
            for model in FABRIEKEN
        },
    }
    assert {scherm: (aantal, mag) for scherm, (aantal, mag) in gesteld.items() if aantal > mag} == {}
