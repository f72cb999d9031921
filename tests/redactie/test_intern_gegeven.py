"""An internal fact stays in internal fields."""

from dataclasses import replace

import pytest

from redactie.bronnen import KanaalBron
from redactie.keuzes import Actie, KanaalWijze
from redactie.oplossen import Alarm, oplossen
from redactie.veld import Veld
from tests.redactie.bouw import NU, VANDAAG, feiten, gegeven, laag, los_op, product, samen
from tests.redactie.opgelost import TELEFOON, feit

INTERN = gegeven("nummer", "078 770 11 11", TELEFOON, intern=True)


@pytest.mark.parametrize("veld", [veld for veld in Veld if veld.mededeelbaar and not veld.enkele_regel])
def test_een_intern_gegeven_komt_in_geen_veld_dat_een_inwoner_hoort_of_leest(veld):
    tekst, opgelost = los_op("Bel {gegeven:nummer}.", INTERN, veld=veld)
    assert "770" not in tekst
    assert "nog niet bekend" in tekst
    assert opgelost.alarmen == (
        Alarm("gegeven:nummer", veld, "dit is een intern gegeven; het mag hier niet staan"),
    )
    assert feit(opgelost, "gegeven:nummer").waarde == ""


@pytest.mark.parametrize("veld", [veld for veld in Veld if not veld.mededeelbaar])
def test_een_intern_gegeven_staat_wel_in_een_intern_veld(veld):
    tekst, opgelost = los_op("Bel {gegeven:nummer}.", INTERN, veld=veld)
    assert tekst == "Bel [078 770 11 11](tel:0787701111)."
    assert opgelost.alarmen == ()


def test_een_intern_gegeven_komt_niet_in_een_link_kanaal_of_toelichting():
    kanaal = KanaalBron(Actie.MELDEN, KanaalWijze.TELEFOON, "{gegeven:nummer}", "Bel {gegeven:nummer}")
    centraal = product({Veld.KOSTEN: "[bel]({gegeven:nummer})"}, kanalen=(kanaal,), vervalt_op=VANDAAG)
    centraal = replace(centraal, vervallen_toelichting="Bel {gegeven:nummer}.")
    opgelost = oplossen(samen(centraal, laag()), feiten(INTERN), NU)
    assert "770" not in repr((opgelost.velden, opgelost.kanalen, opgelost.status_toelichting))
    assert opgelost.kanalen == ()
