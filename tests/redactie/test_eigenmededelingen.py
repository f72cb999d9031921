"""A municipality stays as long as a notice is for it alone: without a municipality, a notice is for all of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import transaction
from django.db.models import ProtectedError

from redactie.eigenmededelingen import alleen_voor
from redactie.keuzes import Rol
from redactie.models import Gemeente, Mededeling
from tests import factories as f
from tests.redactie.cms.hulp import adres, als

pytestmark = pytest.mark.django_db


@pytest.fixture
def leegstad() -> Gemeente:
    return f.GemeenteFactory(slug="leegstad", naam="Leegstad")


def dicht(*gemeenten: Gemeente) -> Mededeling:
    return f.MededelingFactory(tekst="Het gemeentehuis is dicht.", gemeenten=gemeenten)


def geweigerd(verwijder: Callable[[], object]) -> str:
    with pytest.raises(ProtectedError) as fout, transaction.atomic():
        verwijder()
    return str(fout.value.args[0])


def test_alleen_wat_voor_niemand_anders_is_telt(leegstad: Gemeente, sliedrecht: Gemeente) -> None:
    eigen = dicht(leegstad)
    dicht(leegstad, sliedrecht), dicht(sliedrecht), dicht()
    assert list(alleen_voor([leegstad.pk])) == [eigen]


def test_het_scherm_weigert_en_noemt_de_mededeling(leegstad: Gemeente) -> None:
    mededeling, beheerder = dicht(leegstad), als(Rol.BEHEERDER)
    scherm = beheerder.get(adres(leegstad, "delete")).content.decode()
    assert "Het gemeentehuis is dicht." in scherm
    assert "button serious" not in scherm, "er valt niets te bevestigen"
    antwoord = beheerder.post(adres(leegstad, "delete"))
    assert antwoord.status_code == 409
    assert "voor alle gemeenten" in antwoord.content.decode()
    assert list(mededeling.gemeenten.all()) == [leegstad]


def test_een_mededeling_die_ook_voor_een_ander_is_houdt_niets_tegen(
    leegstad: Gemeente, sliedrecht: Gemeente
) -> None:
    mededeling = dicht(leegstad, sliedrecht)
    assert als(Rol.BEHEERDER).post(adres(leegstad, "delete")).status_code == 302
    assert not Gemeente.objects.filter(slug="leegstad").exists()
    assert list(Mededeling.objects.get(pk=mededeling.pk).gemeenten.all()) == [sliedrecht]


def test_ook_buiten_het_cms_om_gaat_de_gemeente_niet_weg(leegstad: Gemeente) -> None:
    mededeling = dicht(leegstad)
    assert "Leegstad kan niet weg" in geweigerd(leegstad.delete)
    assert list(Mededeling.objects.get().gemeenten.all()) == [leegstad]
    mededeling.delete()
    leegstad.delete()


def test_twee_gemeenten_tegelijk_laten_hun_gezamenlijke_mededeling_niet_voor_allen_achter(
    leegstad: Gemeente,
) -> None:
    dorp = f.GemeenteFactory(slug="leegdorp", naam="Leegdorp")
    dicht(leegstad, dorp)
    geweigerd(Gemeente.objects.filter(slug__startswith="leeg").delete)
    assert Gemeente.objects.filter(slug__startswith="leeg").count() == 2
    dorp.delete()
    geweigerd(leegstad.delete)
