"""A text that cannot be made or recorded keeps its previous publication, and holds up nothing else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DataError, IntegrityError
from django.utils import timezone

from redactie.models import Tekstversie
from sync import plannen
from sync.maken import maak_gemeente
from sync.models import Toestand
from tests.factories import (
    ContactpuntFactory,
    GegevenFactory,
    ProductFactory,
    publiceer,
)
from tests.sync.conftest import open_wijzigingen, plan_alles, publicatie, veld_tekst

pytestmark = pytest.mark.django_db


@pytest.fixture
def paspoort(regio):
    product = ProductFactory(sleutel="paspoort", gepubliceerd=True)
    plan_alles()
    return product


def test_een_gemeentedocument_dat_niet_lukt_houdt_geen_ander_op(paspoort, sliedrecht, monkeypatch):
    def stuk(bronnen, op):
        if bronnen.bereik.slug == "sliedrecht":
            raise KeyError("kapot")
        return maak_gemeente(bronnen, op)

    monkeypatch.setattr("sync.gewenst.maak_gemeente", stuk)
    ContactpuntFactory()
    plan_alles()
    rij = publicatie("sliedrecht", "gemeente")
    assert (rij.toestand, "KeyError" in rij.fout) == (Toestand.LIVE, True)
    assert publicatie("dordrecht", "gemeente").fout == ""
    assert open_wijzigingen() == []
    monkeypatch.undo()
    plan_alles(op=rij.opnieuw_op)
    assert publicatie("sliedrecht", "gemeente").fout == ""


def test_een_tekst_die_niet_meer_klopt_laat_de_vorige_staan(paspoort):
    """A text that got past the CMS (an older validation) may not take the page down."""
    Tekstversie(
        product=paspoort, veld="termijn", tekst="<script>alert(1)</script>", vanaf=timezone.now()
    ).save()
    plan_alles()
    rij = publicatie("dordrecht", "paspoort")
    assert veld_tekst("dordrecht", "paspoort", "termijn") == "Uw paspoort ligt na 5 werkdagen klaar."
    assert rij.fout
    assert rij.fout_sinds is not None


def test_een_titel_die_door_een_gegeven_te_lang_wordt_houdt_de_vorige_tekst(regio):
    """On PostgreSQL the row would refuse it, and the loop would try that again for ever."""
    feit = GegevenFactory(sleutel="loket", waarde="het loket")
    ProductFactory(sleutel="paspoort", titel="Paspoort bij {gegeven:loket}", gepubliceerd=True)
    plan_alles()
    feit.waarde = "x" * 250
    feit.save()
    plan_alles()
    rij = publicatie("dordrecht", "paspoort")
    assert (rij.titel, rij.toestand) == ("Paspoort bij het loket", Toestand.LIVE)
    assert rij.fout.startswith("De titel is met wat erin wordt ingevuld 263 tekens lang. Hoogstens 200 kan.")


@pytest.mark.parametrize("stap", ["leg_vast", "pauzes"])
def test_wat_met_een_tekst_mis_is_houdt_geen_andere_op(paspoort, monkeypatch, stap):
    """Neither another text nor the same text elsewhere; and it is tried again by itself."""
    echt = getattr(plannen, stap)

    def weigert(*wat, **rest):
        if stap == "pauzes" or any(rij.bereik == "sliedrecht" and not lid.fouten for rij, lid in wat[0]):
            raise DataError("te lang")
        return echt(*wat, **rest)

    paspoort.termijn = "Binnen 3 dagen."
    publiceer(paspoort)
    with monkeypatch.context() as kapot:
        kapot.setattr(plannen, stap, weigert)
        plan_alles()
    rij = publicatie("sliedrecht", "paspoort")
    assert "DataError: te lang" in rij.fout
    assert (rij.toestand, open_wijzigingen()) == (Toestand.LIVE, [])
    elders = veld_tekst("dordrecht", "paspoort", "termijn")
    assert elders == (
        "Binnen 3 dagen." if stap == "leg_vast" else veld_tekst("sliedrecht", "paspoort", "termijn")
    )
    plan_alles(op=timezone.now() + timedelta(minutes=16))
    assert publicatie("sliedrecht", "paspoort").fout == ""
    assert veld_tekst("sliedrecht", "paspoort", "termijn") == "Binnen 3 dagen."


def test_wat_een_keer_botst_gaat_meteen_nog_eens(paspoort, monkeypatch):
    """A target that is deleted at that moment, for one."""
    echt, keren = plannen.leg_vast, []

    def botst(*wat, **rest):
        keren.append(wat)
        if len(keren) == 1:
            raise IntegrityError("het doel is weg")
        return echt(*wat, **rest)

    paspoort.termijn = "Binnen 3 dagen."
    publiceer(paspoort)
    monkeypatch.setattr(plannen, "leg_vast", botst)
    plan_alles()
    assert publicatie("sliedrecht", "paspoort").fout == ""
    assert veld_tekst("sliedrecht", "paspoort", "termijn") == "Binnen 3 dagen."
