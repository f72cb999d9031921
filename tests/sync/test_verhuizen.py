"""Another address of a target: everything goes there, and nothing counts that the old one still says."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from deploy.ontvanger.ontvanger import Ontvanger
from redactie.keuzes import Rol
from sync.classificatie import Doelantwoord
from sync.leveren import laad, los
from sync.models import Doel, DoelToestand, Levering, LeveringToestand
from sync.nazien_buiten import Vergelijking
from sync.verhuizen import verhuis
from tests import ontvangers as o
from tests.factories import GebruikerFactory, ProductFactory
from tests.sync.conftest import ADEM, plan_alles
from tests.sync.doelproef import bezorg_alles, doel_voor, staat, zie_na_en_herstel

pytestmark = pytest.mark.django_db
GEHEIM = o.nieuw_geheim()
OUD, NIEUW = "https://oud.example/antwoord", "https://nieuw.example/antwoord"


@pytest.fixture
def doel(regio):
    ProductFactory(sleutel="paspoort", gepubliceerd=True)
    plan_alles()
    return doel_voor("sliedrecht", OUD, GEHEIM)


def scherm(doel: Doel) -> str:
    return reverse("antwoord_doel_adres", args=[doel.pk])


def test_alles_komt_op_het_nieuwe_adres_en_wordt_er_vergeleken(regio, settings, tmp_path):
    settings.ANTWOORD_PRIVE_DOELEN = True
    ProductFactory(sleutel="paspoort", gepubliceerd=True)
    plan_alles()
    oude, nieuwe = (Ontvanger(o.opslag_in(tmp_path), [GEHEIM]) for _ in range(2))
    with o.draai(oude) as oud_adres, o.draai(nieuwe) as nieuw_adres:
        doel = doel_voor("sliedrecht", oud_adres, GEHEIM)
        bezorg_alles()
        verhuis(doel=doel, adres=nieuw_adres)
        assert not Levering.objects.filter(toestand=LeveringToestand.BEVESTIGD).exists()
        bezorg_alles()
        assert staat(nieuwe) == staat(oude) != {}
        zie_na_en_herstel()
    assert Doel.objects.get().verschillen == {}


def test_wat_nog_onderweg_was_naar_het_oude_adres_telt_niet(doel):
    vracht = laad(doel, 10, ADEM)
    verhuis(doel=Doel.objects.get(), adres=NIEUW)
    gelukt = [Doelantwoord(200, bericht.versie, bericht.hash) for bericht in vracht.berichten]
    assert los(vracht, gelukt, ADEM) == 0
    assert set(Levering.objects.values_list("toestand", "bevestigd")) == {(LeveringToestand.WACHT, 0)}


def test_het_oude_adres_stopt_het_doel_niet_meer(doel):
    vracht, vergelijking = laad(doel, 10, ADEM), Vergelijking(doel, timezone.now())
    verhuis(doel=Doel.objects.get(), adres=NIEUW)
    los(vracht, [Doelantwoord(410)] * len(vracht.berichten), ADEM)
    vergelijking.verwerk((frozenset({"00"}), {}))
    rij = Doel.objects.get()
    assert (rij.toestand, rij.laatste_fout, rij.nagezien_op) == (DoelToestand.ACTIEF, "", None)


def test_een_gestopt_doel_blijft_gestopt_tot_iemand_hervat(doel):
    Doel.objects.update(toestand=DoelToestand.GESTOPT, weer_op=timezone.now() + timedelta(hours=1))
    rij = verhuis(doel=doel, adres=NIEUW)
    assert (rij.toestand, rij.weer_op) == (DoelToestand.GESTOPT, None)


def test_wie_verhuist_vergrendelt_de_leveringen_voor_hun_doel(doel):
    """As whoever delivers, compares and resumes: else each waits for what the other holds."""
    with CaptureQueriesContext(connection) as vragen:
        verhuis(doel=doel, adres=NIEUW)
    lezen = [vraag["sql"] for vraag in vragen if 'FROM "sync_' in vraag["sql"]]
    assert 'FROM "sync_levering"' in lezen[0]
    assert 'FROM "sync_doel"' in lezen[1]
    if connection.vendor == "postgresql":
        # 1: the only column, its number.
        assert lezen[0].startswith('SELECT "sync_levering"."id" AS "pk" FROM')
        assert lezen[0].endswith("ORDER BY 1 ASC FOR UPDATE")
        assert lezen[1].endswith("FOR NO KEY UPDATE")


def test_wie_de_uitslag_verwerkt_wacht_niet_op_het_doel_met_leveringen_in_handen(doel):
    vracht = laad(doel, 10, ADEM)
    with CaptureQueriesContext(connection) as vragen:
        los(vracht, [Doelantwoord(0)] * len(vracht.berichten), ADEM)
    wat = [vraag["sql"].split()[0] for vraag in vragen]
    doel_bij = next(nr for nr, vraag in enumerate(vragen) if vraag["sql"].startswith('UPDATE "sync_doel"'))
    assert "RELEASE" in wat[:doel_bij]


def test_de_beheerder_verandert_het_adres_op_het_scherm(client, doel):
    client.force_login(GebruikerFactory(rol=Rol.BEHEERDER))
    assert f'value="{OUD}"' in client.get(scherm(doel)).content.decode()
    assert (
        "Alle teksten gaan nu daarheen."
        in client.post(scherm(doel), {"adres": NIEUW}, follow=True).content.decode()
    )
    assert Doel.objects.get().adres == NIEUW


@pytest.mark.parametrize(
    ("adres", "melding"),
    [("http://nieuw.example", "Het adres begint met https://"), (OUD, "Dit is het adres dat er al staat.")],
)
def test_wat_niet_kan_staat_bij_het_adres_en_het_getypte_blijft(client, doel, adres, melding):
    client.force_login(GebruikerFactory(rol=Rol.BEHEERDER))
    antwoord = client.post(scherm(doel), {"adres": adres})
    assert melding in " ".join(antwoord.context["form"].errors["adres"])
    assert f'value="{adres}"' in antwoord.content.decode()
    assert Doel.objects.get().adres == OUD
