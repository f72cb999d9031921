"""How old the desk says the index is: never younger than what it does not have yet."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from redactie.models import Wijziging, WijzigingSoort
from sync.achterstand import Versheid, versheid_van_de_index
from sync.models import Doel, DoelSoort, DoelToestand, Levering, LeveringToestand, Publicatie, Syncstand
from tests.kennisbank.uitgave import geef_uit

pytestmark = pytest.mark.django_db

NU = datetime(2026, 11, 23, 12, tzinfo=timezone.get_default_timezone())


def geleden(**duur: float) -> datetime:
    return NU - timedelta(**duur)


def index(toestand: DoelToestand = DoelToestand.ACTIEF, naam: str = "index g1", **rest: Any) -> Doel:
    return Doel.objects.create(naam=naam, soort=DoelSoort.INDEX, toestand=toestand, **rest)


def wacht(doel: Doel, sinds: datetime, toestand: LeveringToestand = LeveringToestand.WACHT) -> None:
    publicatie = geef_uit("sliedrecht", "paspoort", "Paspoort")
    Levering.objects.create(doel=doel, publicatie=publicatie, gewenst=1, toestand=toestand, wacht_sinds=sinds)


@pytest.fixture
def klopt(db: None) -> None:
    """The loop gave a sign of life five seconds ago."""
    Syncstand.klop(op=geleden(seconds=5))


def achterstand() -> float | None:
    return versheid_van_de_index(nu=NU).achterstand


def test_zo_oud_als_het_laatste_teken_van_de_sync(klopt: None) -> None:
    index()
    assert achterstand() == 5


def test_zonder_teken_van_de_sync_weet_niemand_het(db: None) -> None:
    index()
    assert achterstand() is None


def test_zonder_index_weet_niemand_het(klopt: None) -> None:
    assert achterstand() is None
    index(DoelToestand.VULLEN)
    assert achterstand() is None


def test_een_levering_die_wacht_maakt_ouder(klopt: None) -> None:
    doel = index()
    wacht(doel, geleden(minutes=3))
    assert achterstand() == 180
    Levering.objects.update(toestand=LeveringToestand.BEVESTIGD)
    assert achterstand() == 5


def test_wat_een_andere_generatie_nog_moet_krijgen_telt_niet(klopt: None) -> None:
    index()
    wacht(index(DoelToestand.VULLEN, "index g2"), geleden(hours=1))
    assert achterstand() == 5


def test_een_wijziging_die_nog_niet_is_gepland_maakt_ouder(klopt: None) -> None:
    index()
    for minuten in (4, 2):
        Wijziging.objects.create(soort=WijzigingSoort.ALLES, vastgelegd_op=geleden(minutes=minuten))
    assert achterstand() == 240


def test_een_oud_moment_in_een_nieuwe_rij_telt(klopt: None) -> None:
    index()
    Wijziging.objects.create(soort=WijzigingSoort.ALLES, vastgelegd_op=geleden(seconds=20))
    Wijziging.objects.create(soort=WijzigingSoort.ALLES, vastgelegd_op=geleden(seconds=90))
    assert achterstand() == 90


def test_een_datum_die_voorbij_is_en_nog_niet_verwerkt_maakt_ouder(klopt: None) -> None:
    index()
    publicatie = geef_uit("sliedrecht", "paspoort", "Paspoort")
    Publicatie.objects.filter(pk=publicatie.pk).update(opnieuw_op=NU + timedelta(hours=1))
    assert achterstand() == 5
    Publicatie.objects.filter(pk=publicatie.pk).update(opnieuw_op=geleden(minutes=10))
    assert achterstand() == 600


def test_een_gestopte_index_veroudert_vanaf_dat_moment(klopt: None) -> None:
    index(DoelToestand.GESTOPT, fout_sinds=geleden(hours=2))
    assert achterstand() == 7200


def test_een_index_die_gestopt_is_zonder_dat_iemand_weet_wanneer(klopt: None) -> None:
    index(DoelToestand.GESTOPT)
    assert achterstand() is None


def test_een_oude_gestopte_generatie_telt_niet_naast_een_die_dient(klopt: None) -> None:
    index()
    index(DoelToestand.GESTOPT, "index g2", fout_sinds=geleden(hours=2))
    assert achterstand() == 5


def test_het_laatste_teken_komt_mee_ook_als_niemand_de_leeftijd_weet(klopt: None) -> None:
    assert versheid_van_de_index(nu=NU) == Versheid(None, geleden(seconds=5))
    index()
    assert versheid_van_de_index(nu=NU) == Versheid(5, geleden(seconds=5))


def test_het_kost_een_query(klopt: None, django_assert_num_queries: Any) -> None:
    wacht(index(), geleden(minutes=3))
    with django_assert_num_queries(1):
        assert achterstand() == 180
