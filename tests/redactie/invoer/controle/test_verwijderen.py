"""What may not be deleted, because something that stays needs it."""

import pytest

from redactie.models import Product
from tests.factories import ContactpuntFactory, GebruikerFactory, GemeenteFactory, ProductFactory
from tests.redactie.invoer.hulp import Regiomap

pytestmark = pytest.mark.django_db


def test_verwijderen_laat_staan_wat_een_concept_nodig_heeft(ingelezen: Regiomap) -> None:
    loket = ContactpuntFactory(sleutel="loket")
    ProductFactory(sleutel="concept", eigenaar=loket, opvolger=Product.objects.get(sleutel="reisdocument"))
    ingelezen.verwijder("producten/reisdocument.md")
    ingelezen.verwijder("lokaal/sliedrecht/reisdocument.md")
    assert ingelezen.fouten(verwijder=True) == [
        "CMS: Het concept “concept” gebruikt contactpunt loket, dat verwijderd zou worden.",
        "CMS: Het concept “concept” gebruikt product reisdocument, dat verwijderd zou worden.",
    ]


def test_een_gemeente_met_gebruikers_wordt_niet_verwijderd(ingelezen: Regiomap) -> None:
    breda = GemeenteFactory(slug="breda")
    GebruikerFactory(rol="redacteur", gemeente=breda)
    assert ingelezen.fouten(verwijder=True) == [
        "CMS: De gemeente “breda” heeft nog gebruikers; verwijder die eerst."
    ]
