"""A new epoch: everything gets a higher version with the same content, and what ran ahead of us takes it."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from sync import tijdvak
from sync.adem import Adem
from sync.canoniek import EPOCH
from sync.classificatie import Doelantwoord
from sync.leveren import lever_blok
from sync.models import (
    Doel,
    DoelSoort,
    DoelToestand,
    Levering,
    LeveringToestand,
    Publicatie,
    Syncstand,
    Uitgave,
)
from sync.stroom import CursorVerlopen, geef_nummers, lees_na
from tests.factories import ProductFactory
from tests.sync.conftest import ADEM, plan_alles

pytestmark = pytest.mark.django_db


class Vooruit:
    """A target that has higher versions than we issued, as after a restored database."""

    grootste_blok = 100

    def __init__(self, heeft: int) -> None:
        self.heeft = heeft

    def lever(self, berichten: Any) -> list[Doelantwoord]:
        return [
            Doelantwoord(200, bericht.versie, bericht.hash)
            if bericht.versie > self.heeft
            else Doelantwoord(409, self.heeft, "0" * 64)
            for bericht in berichten
        ]


@pytest.fixture
def paspoort(regio: Any) -> None:
    ProductFactory(sleutel="paspoort", gepubliceerd=True)
    Doel.objects.create(
        naam="site",
        soort=DoelSoort.HTTP,
        toestand=DoelToestand.ACTIEF,
        bereik="dordrecht",
        adres="https://site.example/",
    )
    plan_alles()


def zet(**opties: Any) -> None:
    call_command("zet_epoch", **opties)


def test_alles_krijgt_een_hogere_versie_en_dezelfde_inhoud(paspoort: None) -> None:
    voor = dict(Publicatie.objects.values_list("pk", "hash"))
    zet()
    na = Publicatie.objects.all()
    assert {rij.pk: rij.hash for rij in na} == voor
    assert all(rij.versie > 2 * EPOCH and rij.publieke_versie > 2 * EPOCH for rij in na)
    laatste = Uitgave.objects.get(
        publicatie__sleutel="paspoort", publicatie__bereik="dordrecht", versie__gt=2 * EPOCH
    )
    assert laatste.bronnen["tijdvak"] == 2
    assert laatste.bronnen["revisie"] is not None


def test_een_doel_dat_voorliep_stopt_met_een_melding_en_loopt_na_het_nieuwe_tijdvak_bij(
    paspoort: None, caplog: Any
) -> None:
    doel, site = Doel.objects.get(naam="site"), Vooruit(heeft=EPOCH + 500)
    lever_blok(doel, site, ADEM)
    doel.refresh_from_db()
    assert doel.toestand == DoelToestand.GESTOPT
    assert "doel_loopt_voor" in doel.laatste_fout
    assert "doel site gestopt" in caplog.text
    zet()
    doel.refresh_from_db()
    assert (doel.toestand, doel.laatste_fout) == (DoelToestand.ACTIEF, "")
    Levering.objects.update(volgende_op=None)
    while lever_blok(doel, site, ADEM):
        pass
    assert set(Levering.objects.filter(doel=doel).values_list("toestand", flat=True)) == {
        LeveringToestand.BEVESTIGD
    }


def test_een_doel_dat_om_iets_anders_stopte_blijft_staan(paspoort: None) -> None:
    Doel.objects.filter(naam="site").update(toestand=DoelToestand.GESTOPT, laatste_fout="quarantaine: 401")
    zet()
    assert Doel.objects.get(naam="site").toestand == DoelToestand.GESTOPT


def test_wat_is_afgebroken_gaat_verder_zonder_nog_een_tijdvak(paspoort: None) -> None:
    tijdvak.verhoog()
    tijdvak.geef_opnieuw_uit(Adem(blok=2, rust=False), timezone.now())
    assert tijdvak.nog_te_doen() == Publicatie.objects.count() - 2
    zet()
    assert tijdvak.nog_te_doen() == 0
    assert Syncstand.haal().epoch == 2


def test_een_lager_tijdvak_wordt_geweigerd(paspoort: None) -> None:
    with pytest.raises(CommandError, match="Kies een hoger getal"):
        zet(naar=1)
    with pytest.raises(CommandError):
        zet(naar=2**30)
    assert Syncstand.haal().epoch == 1


def test_wie_de_stroom_volgt_begint_opnieuw_en_krijgt_alles(paspoort: None) -> None:
    geef_nummers(ADEM)
    cursor = lees_na(None, meest=1).volgende
    zet()
    geef_nummers(ADEM)
    with pytest.raises(CursorVerlopen):
        lees_na(cursor, meest=1)
    assert len(lees_na(None, meest=100).rijen) == Publicatie.objects.count()
