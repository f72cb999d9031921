"""Texts planned in a file: from their day on, replaced, withdrawn and gone past."""

from datetime import datetime

import pytest
import time_machine
from django.utils import timezone

from redactie.invoer.documenten import Soort
from redactie.models import Tekstversie
from redactie.periode import AMSTERDAM
from tests.redactie.invoer.databaserijen import rijen
from tests.redactie.invoer.hulp import PASPOORT, Regiomap, paspoort

pytestmark = pytest.mark.django_db


def zonder_geplande_tekst(regio: Regiomap) -> None:
    regio.vervang(
        PASPOORT,
        'gepland:\n  - {veld: daarna, vanaf: 2027-01-01, klasse: inhoudelijk, toelichting: "Wet: artikel 3"}\n',
        "",
    )
    regio.vervang(
        PASPOORT, "# daarna (vanaf 2027-01-01)\n\nU krijgt een bericht als uw paspoort klaarligt.\n\n", ""
    )


def test_een_geplande_tekst_is_een_tekstversie_in_de_toekomst(regio: Regiomap) -> None:
    with time_machine.travel(datetime(2026, 11, 22, 12, tzinfo=AMSTERDAM), tick=True):
        regio.importeer()
        gepland = Tekstversie.objects.get(vanaf__gt=timezone.now())
    assert (gepland.veld, gepland.tekst) == ("daarna", "U krijgt een bericht als uw paspoort klaarligt.")
    assert gepland.vanaf == datetime(2027, 1, 1, tzinfo=AMSTERDAM)
    assert (gepland.klasse, gepland.toelichting, gepland.verwerkt) == ("inhoudelijk", "Wet: artikel 3", False)


def test_een_geplande_tekst_waarvan_de_dag_voorbij_is_is_de_tekst(regio: Regiomap) -> None:
    with time_machine.travel(datetime(2027, 2, 1, tzinfo=AMSTERDAM), tick=True):
        regio.importeer()
        assert paspoort().daarna == "U krijgt een bericht als uw paspoort klaarligt."
        assert not Tekstversie.objects.filter(vanaf__gt=timezone.now()).exists()


def test_een_tweede_keer_na_de_dag_van_een_geplande_tekst_verandert_niets(regio: Regiomap) -> None:
    with time_machine.travel(datetime(2026, 11, 22, tzinfo=AMSTERDAM), tick=True):
        regio.importeer()
    voor = rijen()
    with time_machine.travel(datetime(2027, 2, 1, tzinfo=AMSTERDAM), tick=True):
        regio.importeer()
    assert rijen() == voor


def test_een_andere_geplande_tekst_vervangt_de_rij(regio: Regiomap) -> None:
    with time_machine.travel(datetime(2026, 11, 22, tzinfo=AMSTERDAM), tick=True):
        regio.importeer()
        voor = Tekstversie.objects.get(vanaf__gt=timezone.now())
        regio.vervang(PASPOORT, "U krijgt een bericht", "U krijgt een sms")
        regio.importeer()
        na = Tekstversie.objects.get(vanaf__gt=timezone.now())
    assert na.pk == voor.pk
    assert na.tekst == "U krijgt een sms als uw paspoort klaarligt."


def test_een_geplande_tekst_die_weg_is_gaat_niet_door(regio: Regiomap) -> None:
    with time_machine.travel(datetime(2026, 11, 22, tzinfo=AMSTERDAM), tick=True):
        regio.importeer()
        zonder_geplande_tekst(regio)
        regio.importeer()
        assert not Tekstversie.objects.filter(vanaf__gt=timezone.now()).exists()
        assert paspoort().daarna == "U haalt uw paspoort zelf op."


def test_terug_naar_de_tekst_van_voor_een_geplande_tekst(regio: Regiomap) -> None:
    """The columns still show the text of before: that must not read as: nothing changed."""
    with time_machine.travel(datetime(2026, 11, 22, tzinfo=AMSTERDAM), tick=True):
        regio.importeer()
    zonder_geplande_tekst(regio)
    with time_machine.travel(datetime(2027, 2, 1, tzinfo=AMSTERDAM), tick=True):
        assert regio.importeer()[Soort.PRODUCT] == (0, 1, 4, 0)
        laatste = Tekstversie.objects.filter(product=paspoort(), veld="daarna").order_by("-vanaf", "-pk")[0]
        assert laatste.tekst == "U haalt uw paspoort zelf op."
        assert regio.importeer()[Soort.PRODUCT] == (0, 0, 5, 0)
