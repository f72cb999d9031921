"""The board says per municipality and per place what is live and what is not; it costs the same for many of them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from redactie.models import Wijziging, WijzigingSoort
from sync.bord.cel import Stand
from sync.bord.lezen import Bord, Bordrij, lees_bord
from sync.models import Doel, DoelSoort, DoelToestand, Levering, LeveringToestand, Publicatie, Syncstand
from sync.pauzeren import pauzeer
from tests.factories import GemeenteFactory

pytestmark = pytest.mark.django_db


def rij_van(bord: Bord, bereik: str) -> Bordrij:
    return next(rij for rij in bord.rijen if rij.bereik == bereik)


def test_alles_is_pas_live_als_elke_plek_van_de_gemeente_het_bevestigde(website):
    assert lees_bord(None).alles_live
    Levering.objects.filter(doel=website, publicatie__sleutel="paspoort").update(
        toestand=LeveringToestand.WACHT, wacht_sinds=timezone.now()
    )
    bord = lees_bord(None)
    assert (bord.alles_live, bord.achter) == (False, 1)
    ((doel, cel),) = rij_van(bord, "sliedrecht").doelen
    # The product waits; the document of the municipality itself is there.
    assert (doel, cel.stand, cel.live, cel.van, cel.wacht) == (website, Stand.WACHT, 1, 2, 1)
    assert lees_bord({"dordrecht"}).alles_live


def test_de_cel_telt_hoeveel_er_live_zijn_van_hoeveel(website):
    rij = rij_van(lees_bord(None), "sliedrecht")
    assert (rij.hier.live, rij.index.live, rij.index.van) == (2, 1, 1)
    assert rij.in_orde


@pytest.mark.parametrize(
    ("velden", "stand", "woorden"),
    [
        ({"toestand": DoelToestand.GEPAUZEERD}, Stand.GEPAUZEERD, ""),
        (
            {"toestand": DoelToestand.GESTOPT, "laatste_fout": "quarantaine: nee"},
            Stand.GESTOPT,
            "weigert ons geheim. Controleer het geheim en hervat (nee)",
        ),
        ({"laatste_fout": "500 kapot"}, Stand.HAPERT, "heeft zelf een storing (500): kapot"),
        ({"herstelpogingen": 4}, Stand.HAPERT, "zegt dat het teksten heeft bewaard, maar heeft ze niet"),
    ],
)
def test_een_doel_dat_iets_heeft_houdt_alles_live_tegen_in_woorden(website, velden, stand, woorden):
    Doel.objects.filter(pk=website.pk).update(**velden)
    bord = lees_bord(None)
    ((_, cel),) = rij_van(bord, "sliedrecht").doelen
    assert (cel.stand, cel.fout, bord.achter) == (stand, woorden, 1)
    assert [rij.bereik for rij in lees_bord(None, alleen_achter=True).rijen] == ["sliedrecht"]


def test_een_fout_van_de_index_is_van_wie_er_op_wacht(website):
    Doel.objects.filter(soort=DoelSoort.INDEX).update(laatste_fout="index vol", fout_sinds=timezone.now())
    Levering.objects.filter(doel__soort=DoelSoort.INDEX, publicatie__bereik="dordrecht").update(
        toestand=LeveringToestand.WACHT, wacht_sinds=timezone.now()
    )
    bord = lees_bord(None)
    assert rij_van(bord, "dordrecht").index.stand is Stand.HAPERT
    assert rij_van(bord, "sliedrecht").index.stand is Stand.LIVE
    assert bord.achter == 1


def test_wat_niet_te_maken_is_en_wat_geweigerd_wordt_staat_er(website):
    Publicatie.objects.filter(bereik="dordrecht", sleutel="paspoort").update(
        fout="Kan niet.", fout_sinds=timezone.now()
    )
    Levering.objects.filter(doel=website, publicatie__sleutel="paspoort").update(
        toestand=LeveringToestand.GEPARKEERD, laatste_fout="422 te lang"
    )
    bord = lees_bord(None)
    assert (rij_van(bord, "dordrecht").hier.stand, bord.achter) == (Stand.MISLUKT, 2)
    ((_, cel),) = rij_van(bord, "sliedrecht").doelen
    assert (cel.stand, cel.fout) == (Stand.GEWEIGERD, "weigert deze tekst (422): te lang")


def test_een_wijziging_die_nog_wacht_is_nog_niet_live(website):
    sinds = timezone.now() - timedelta(seconds=40)
    Wijziging.objects.create(
        soort=WijzigingSoort.PRODUCT, sleutel="paspoort", gemeente="dordrecht", vastgelegd_op=sinds
    )
    bord = lees_bord(None)
    cel = rij_van(bord, "dordrecht").hier
    assert (cel.stand, cel.wacht, cel.sinds, bord.achter) == (Stand.WACHT, 1, sinds, 1)
    Wijziging.objects.create(soort=WijzigingSoort.FEIT, sleutel="tarief:x")
    assert lees_bord(None).achter == 3


def test_een_gemiste_levering_heet_niet_live(website):
    Levering.objects.filter(doel__soort=DoelSoort.INDEX, publicatie__bereik="dordrecht").delete()
    bord = lees_bord(None)
    assert (rij_van(bord, "dordrecht").index.stand, bord.achter) == (Stand.WACHT, 1)


def test_een_doel_dat_alleen_producten_krijgt_is_met_die_producten_klaar(website):
    Doel.objects.filter(pk=website.pk).update(soort=DoelSoort.WORDPRESS)
    Levering.objects.filter(doel=website, publicatie__documentsoort="gemeente").delete()
    bord = lees_bord(None)
    ((_, cel),) = rij_van(bord, "sliedrecht").doelen
    assert (cel.stand, cel.van, bord.achter) == (Stand.LIVE, 1, 0)


def test_een_pauze_staat_bij_de_gemeente_met_de_reden(website):
    pauzeer(bereik="dordrecht", reden="Nieuwe website", door="An")
    cel = rij_van(lees_bord(None), "dordrecht").hier
    assert (cel.stand, cel.fout) == (Stand.GEPAUZEERD, "Nieuwe website")


def test_zonder_hartslag_of_zonder_index_is_niet_alles_live(website):
    Syncstand.objects.update(hartslag=timezone.now() - timedelta(minutes=5))
    assert not lees_bord(None).alles_live
    Syncstand.klop(op=timezone.now())
    Doel.objects.filter(soort=DoelSoort.INDEX).delete()
    bord = lees_bord(None)
    assert (bord.alles_live, rij_van(bord, "sliedrecht").index.stand) == (False, Stand.HAPERT)


def test_filteren_op_naam_en_op_wat_achterblijft(website):
    Doel.objects.filter(pk=website.pk).update(toestand=DoelToestand.GEPAUZEERD)
    assert [rij.bereik for rij in lees_bord(None, zoek="DORD").rijen] == ["dordrecht"]
    bord = lees_bord(None, alleen_achter=True)
    assert [rij.bereik for rij in bord.rijen] == ["sliedrecht"]
    assert lees_bord(None, zoek="dord", alleen_achter=True).rijen == ()


def test_342_gemeenten_met_elk_een_doel_kosten_evenveel_vragen(website):
    def vragen(**zoals: object) -> int:
        with CaptureQueriesContext(connection) as gevangen:
            lees_bord(None, **zoals)
        return len(gevangen)

    een = vragen()
    for nummer in range(342 - 2):
        GemeenteFactory(slug=f"extra-{nummer:03}", hostnamen=[])
    doelen = [
        Doel(
            naam=f"site {n}",
            soort=DoelSoort.HTTP,
            toestand=DoelToestand.ACTIEF,
            bereik=f"extra-{n:03}",
            adres="https://x.example",
        )
        for n in range(340)
    ]
    Doel.objects.bulk_create(doelen)
    assert vragen() == een <= 12
    assert vragen(alleen_achter=True) == een
    bord = lees_bord(None)
    assert (bord.blad.paginator.count, len(bord.rijen)) == (343, 50)
