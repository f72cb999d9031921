"""`zoek_status` and the page in the CMS tell how the search index is, to each what concerns them."""

from __future__ import annotations

import io
import json

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from redactie.keuzes import Rol
from sync.models import Doel, Syncstand
from sync.nazien import zie_na
from sync.zoekstand import zoekstand
from tests.factories import GebruikerFactory, GemeenteFactory, ProductFactory
from tests.search.hulp import document
from tests.sync.conftest import actief, plan_alles, ronde

pytestmark = pytest.mark.django_db


@pytest.fixture
def gevuld(regio, machine):
    ProductFactory(sleutel="milieustraat", titel="Stortplaats", gepubliceerd=True)
    ronde()
    Syncstand.klop(op=timezone.now())
    return machine


def _status(*woorden):
    uit = io.StringIO()
    try:
        call_command("zoek_status", *woorden, stdout=uit)
    except SystemExit as klaar:
        return uit.getvalue(), klaar.code
    return uit.getvalue(), 0


def test_een_index_in_orde_heeft_geen_gebreken(gevuld):
    stand = zoekstand()
    assert stand.gebreken == ()
    assert {telling.bereik: (telling.gevonden, telling.verwacht) for telling in stand.tellingen} == {
        "regio": (1, 1),
        "dordrecht": (1, 1),
        "sliedrecht": (1, 1),
    }
    assert (stand.motor, stand.generatie, stand.wacht) == ("tantivy", actief().generatie, 0)
    assert stand.toegepast_op is not None


def test_de_opdracht_noemt_alles_op_het_scherm(gevuld):
    tekst, code = _status()
    assert code == 0
    for stuk in (
        "tantivy",
        actief().generatie,
        "geen verschillen",
        "3 van 3 goed",
        "Dordrecht",
        "Alles is goed.",
    ):
        assert stuk in tekst


def test_voor_bewaking_is_er_json_met_code_1_als_er_iets_is(gevuld):
    Syncstand.objects.all().delete()
    tekst, code = _status("--json")
    stand = json.loads(tekst)
    assert code == 1
    assert stand["gebreken"] == ["De sync draait niet."]
    assert stand["documenten"] == {"regio": 1, "dordrecht": 1, "sliedrecht": 1}
    assert stand["proef"]["goed"] == 3


def test_zonder_index_zegt_de_opdracht_dat(regio, machine):
    Syncstand.klop(op=timezone.now())
    tekst, code = _status()
    assert code == 1
    assert "! Er is nog geen zoekindex die dient." in tekst


def test_nazien_vindt_wat_er_niet_hoort_en_zegt_het(gevuld):
    gevuld.write(actief().generatie, [document("dordrecht", "vreemd", "Vreemd")])
    tekst, code = _status("--nazien")
    assert code == 1
    assert "Het aantal documenten klopt niet in 1 bereiken." in tekst
    assert "Bij het nazien gevonden: 1 onbekend." in tekst
    assert "hoort 1 te zijn" in tekst


def test_een_motor_die_niet_antwoordt_is_een_antwoord(gevuld, settings):
    settings.ANTWOORD_ZOEKMACHINE = "elasticsearch"
    settings.ANTWOORD_ELASTICSEARCH = "http://127.0.0.1:9"
    tekst, code = _status("--nazien")
    assert code == 1
    assert "De zoekmachine antwoordt niet" in tekst
    assert "klopt niet" not in tekst


def test_een_afgekeurde_index_staat_op_scherm_en_pagina(gevuld, client):
    Doel.objects.create(
        naam="index gx",
        soort="index",
        generatie="gx",
        toestand="afgekeurd",
        laatste_fout="De nieuwe index verliest 1 van 3 proefvragen. De oude blijft zoeken.",
        fout_sinds=timezone.now(),
        proef={
            "op": timezone.now().isoformat(),
            "gesteld": 3,
            "goed": 2,
            "missers": [
                {
                    "bereik": "dordrecht",
                    "vraag": "milieustraat",
                    "verwacht": "milieustraat",
                    "gevonden": "anders",
                    "verloren": True,
                }
            ],
        },
    )
    tekst, code = _status()
    assert code == 1
    assert "! De nieuwe index verliest 1 van 3 proefvragen." in tekst
    assert "dordrecht: “milieustraat” gaf anders, hoort milieustraat te zijn" in tekst
    client.force_login(GebruikerFactory(rol=Rol.CENTRAAL))
    pagina = client.get(reverse("antwoord_zoekindex")).content.decode()
    assert "verliest 1 van 3 proefvragen" in pagina
    assert "anders" in pagina


def test_de_pagina_toont_een_lokale_redacteur_alleen_de_eigen_gemeente(gevuld, client, sliedrecht):
    client.force_login(GebruikerFactory(rol=Rol.REDACTEUR, gemeente=sliedrecht))
    pagina = client.get(reverse("antwoord_zoekindex")).content.decode()
    assert "Sliedrecht" in pagina
    assert "Dordrecht" not in pagina
    assert "3 van 3 goed" in pagina


def test_de_pagina_is_niet_voor_wie_niet_is_aangemeld(gevuld, client):
    assert client.get(reverse("antwoord_zoekindex")).status_code == 302


def test_de_stand_vraagt_niet_meer_bij_meer_gemeenten(gevuld, django_assert_max_num_queries):
    for nummer in range(15):
        GemeenteFactory(slug=f"extra-{nummer}", hostnamen=[])
    plan_alles()
    with django_assert_max_num_queries(10):
        zoekstand()


def test_wat_gevuld_wordt_staat_er_met_hoe_ver_het_is(gevuld):
    doel = Doel.objects.create(naam="index gy", soort="index", generatie="gy", aanleiding="Aangevraagd")
    assert zoekstand().vulling.totaal == 0
    assert doel.aanleiding == zoekstand().vulling.aanleiding


def test_nazien_zonder_verschil_houdt_de_stand_goed(gevuld):
    zie_na(gevuld, actief())
    assert zoekstand().verschillen == {}
