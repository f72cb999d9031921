"""The chain is measured from end to end, grows old where it is broken, and shows nobody a document."""

from __future__ import annotations

import io
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from redactie.bronnen import KETENPROEF
from redactie.keuzes import Rol
from redactie.models import Gemeente, Wijziging
from search.bereik import balie, publiek
from search.motor import Afloop, Uitslag
from search.zoeken import zoek
from sync.generatie import vraag_generatie
from sync.ketenproef import ELKE, TE_LAAT, beproef, in_woorden, klacht
from sync.meting import meet
from sync.models import (
    Documentsoort,
    Inhoud,
    Ketenproef,
    Levering,
    Ontvangst,
    Publicatie,
    Syncstand,
    Uitgave,
)
from sync.nazien import zie_na
from sync.oefening import stand_van_hier
from sync.pauzeren import ALLES, hervat, pauzeer
from sync.stroom import geef_nummers, lees_na
from sync.templatetags.sync_weergave import tijdstip
from sync.zoekstand import zoekstand
from tests import ontvangers as o
from tests.factories import GebruikerFactory, GemeenteFactory, ProductFactory
from tests.redactie.cms.hulp import als
from tests.sync.conftest import ADEM, actief, plan_alles, ronde
from tests.sync.doelproef import doel_voor

pytestmark = pytest.mark.django_db
UUR = datetime.fromisoformat("2020-01-15T13:05:00+00:00")


@pytest.fixture
def index(regio: Any, machine: Any) -> Any:
    ProductFactory(sleutel="paspoort", titel="Paspoort", gepubliceerd=True)
    ronde()
    return machine


def een_proef(nu: datetime | None = None) -> Ketenproef:
    """Begun, brought by the loop, and looked at."""
    beproef(nu)
    ronde()
    beproef(nu)
    return Ketenproef.lees()


def test_een_proef_gaat_de_hele_weg_en_wordt_gemeten(index: Any) -> None:
    beproef()
    assert list(Wijziging.objects.values_list("soort", "gemeente")) == [(KETENPROEF, KETENPROEF)]
    assert Ketenproef.lees().seconden is None
    ronde()
    beproef()
    stand = Ketenproef.lees()
    levering = Levering.objects.get(publicatie__documentsoort=Documentsoort.KETENPROEF)
    assert (stand.onderweg, stand.geslaagd_op) == (None, levering.bevestigd_op)
    assert stand.seconden == (levering.bevestigd_op - stand.geslaagd_van).total_seconds() > 0
    assert levering.doel == actief()


def test_de_volgende_begint_als_het_tijd_is_en_geeft_een_nieuwe_versie(index: Any) -> None:
    nu = timezone.now()
    een_proef(nu)
    eerste = Publicatie.objects.get(bereik=KETENPROEF).versie
    beproef(nu + ELKE - timedelta(seconds=1))
    assert not Wijziging.objects.exists()
    een_proef(nu + ELKE)
    assert Publicatie.objects.get(bereik=KETENPROEF).versie == eerste + 1


def test_van_eerdere_proeven_blijft_niets_bewaard(index: Any) -> None:
    inhouden = Inhoud.objects.count()
    for keer in range(3):
        een_proef(timezone.now() + keer * ELKE)
    van_de_proef = {"publicatie__bereik": KETENPROEF}
    assert Uitgave.objects.filter(**van_de_proef).count() == 1
    assert Ontvangst.objects.filter(**van_de_proef).count() == 1
    assert Inhoud.objects.count() == inhouden + 2


def test_met_een_planner_die_stilstaat_wordt_hij_oud(index: Any) -> None:
    beproef(UUR)
    beproef(UUR + TE_LAAT)
    assert klacht(Ketenproef.lees(), UUR + TE_LAAT) == ""
    later = UUR + TE_LAAT + timedelta(seconds=1)
    beproef(later)
    assert (
        klacht(Ketenproef.lees(), later) == "De ketenproef van 15 januari 2020, 14.05 uur is niet aangekomen."
    )
    assert Wijziging.objects.count() == 1


def test_met_een_index_die_stilstaat_wordt_hij_oud(index: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    beproef(UUR)
    plan_alles()
    later = UUR + TE_LAAT + timedelta(seconds=1)
    beproef(later)
    assert (
        klacht(Ketenproef.lees(), later) == "De ketenproef van 15 januari 2020, 14.05 uur is niet aangekomen."
    )


def test_een_index_die_ja_zegt_en_niets_schrijft_valt_op(index: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The broken variant: an acknowledgement of something that is not there."""
    een_proef(UUR)
    monkeypatch.setattr(
        type(index),
        "write",
        lambda _, naam, documenten: [Uitslag(lid.id, lid.versie, Afloop.GESCHREVEN) for lid in documenten],
    )
    een_proef(UUR + ELKE)
    assert Levering.objects.get(publicatie__bereik=KETENPROEF).toestand == "bevestigd"
    assert Ketenproef.lees().onderweg == UUR + ELKE


def test_zonder_zoekmachine_is_hij_niet_aangekomen(index: Any, settings: Any) -> None:
    beproef(UUR)
    ronde()
    settings.ANTWOORD_ZOEKMACHINE = "elasticsearch"
    settings.ANTWOORD_ELASTICSEARCH = "http://127.0.0.1:9"
    beproef(UUR)
    assert Ketenproef.lees().onderweg == UUR


def test_doet_niemand_meer_een_proef_dan_is_dat_te_zien(index: Any) -> None:
    stand = een_proef()
    assert stand.geslaagd_op is not None
    assert klacht(stand, stand.geslaagd_op + ELKE + TE_LAAT) == ""
    te_oud = stand.geslaagd_op + ELKE + TE_LAAT + timedelta(seconds=1)
    assert klacht(stand, te_oud) == f"Sinds {tijdstip(stand.geslaagd_op)} is er geen ketenproef meer gedaan."


def test_wat_onderweg_verloren_ging_wordt_gezien_en_komt_alsnog(index: Any) -> None:
    beproef(UUR)
    Wijziging.objects.all().delete()
    beproef(UUR + TE_LAAT)
    assert not Wijziging.objects.exists()
    een_proef(UUR + TE_LAAT + timedelta(seconds=1))
    assert Ketenproef.lees().onderweg is None


def test_ook_tijdens_een_pauze_van_alles_wordt_de_keten_gemeten(index: Any) -> None:
    """Withdrawing goes on then, and after it nothing is too late because of the pause."""
    nu = timezone.now()
    beproef(nu)
    pauzeer(bereik=ALLES, reden="Verhuizing", door="beheer")
    ronde()
    beproef(nu)
    assert Ketenproef.lees().onderweg is None
    stand = een_proef(nu + ELKE)
    hervat(bereik=ALLES, door="beheer")
    assert (stand.onderweg, klacht(stand, nu + ELKE + TE_LAAT)) == (None, "")


@pytest.mark.parametrize(
    ("velden", "woorden"),
    [
        ({}, "Nog geen ketenproef gedaan."),
        ({"begonnen_op": UUR}, "De eerste ketenproef loopt."),
        (
            {"begonnen_op": UUR, "geslaagd_van": UUR, "geslaagd_op": UUR + timedelta(seconds=1.24)},
            "Van opslaan tot vindbaar duurde 1,2 s (2 min geleden gemeten).",
        ),
    ],
)
def test_in_woorden(velden: dict[str, datetime], woorden: str) -> None:
    assert in_woorden(Ketenproef(pk=1, **velden), UUR + timedelta(minutes=2, seconds=10)) == woorden


def test_een_leverancier_krijgt_hem_niet(index: Any, tmp_path: Any, settings: Any) -> None:
    settings.ANTWOORD_PRIVE_DOELEN = True
    geheim = o.nieuw_geheim()
    ontvanger = o.Onthoudt(o.opslag_in(tmp_path), [geheim])
    with o.draai(ontvanger) as adres:
        doel_voor("sliedrecht", adres, geheim)
        een_proef()
    assert {lid["sleutel"] for lid in ontvanger.gekomen} == {"gemeente", "paspoort"}


def test_hij_telt_nergens_mee(index: Any) -> None:
    Syncstand.klop(op=timezone.now())
    geef_nummers(ADEM)
    voor = meet().live, zoekstand().tellingen, stand_van_hier()
    feed = lees_na(None, meest=100)
    een_proef()
    geef_nummers(ADEM)
    assert (meet().live, zoekstand().tellingen, stand_van_hier()) == voor
    assert lees_na(None, meest=100) == feed
    assert zoekstand().gebreken == ()
    assert zie_na(index, actief()) == {}


def test_geen_lezer_vindt_hem(index: Any, client: Client) -> None:
    een_proef()
    titel = Publicatie.objects.get(bereik=KETENPROEF).titel
    for vraag in (titel, "ketenproef"):
        for bereik in ("regio", "dordrecht", "sliedrecht"):
            for scope in (balie(bereik), publiek(bereik)):
                assert zoek(vraag, scope, motor=index).treffers == ()
    client.force_login(GebruikerFactory(rol=Rol.KCC))
    hosten = ("localhost", "sliedrecht.localhost", "ketenproef.localhost")
    for host in hosten:
        for adres in (
            "/",
            "/a-z/",
            "/contact/",
            "/zoeken/?q=ketenproef",
            "/product/ketenproef/",
            "/balie/regio/?q=ketenproef",
            "/balie/ketenproef/",
            "/balie/ketenproef/product/ketenproef/",
            "/api/v1/gemeenten/",
            "/api/v1/producten/",
            "/api/v1/producten/?gemeente=ketenproef",
            "/api/v1/publicaties",
            "/api/v1/publicaties?gemeente=ketenproef",
            "/api/v1/openapi.json",
        ):
            gelezen = client.get(adres, headers={"host": host}, follow=True)
            assert titel not in gelezen.content.decode(), (host, adres)
            assert "hiermee meet" not in gelezen.content.decode().lower(), (host, adres)


def test_geen_gemeente_kan_zo_heten(regio: Any) -> None:
    gemeente = GemeenteFactory.build(slug=KETENPROEF)
    with pytest.raises(Exception, match="gebruikt Antwoord zelf"):
        gemeente.full_clean()
    assert not Gemeente.objects.filter(slug=KETENPROEF).exists()


def test_sync_status_zegt_hoe_lang_het_duurde_en_wat_er_mist(index: Any) -> None:
    Syncstand.klop(op=timezone.now())
    een_proef()
    uit = io.StringIO()
    call_command("sync_status", stdout=uit)
    assert "Ketenproef         Van opslaan tot vindbaar duurde " in uit.getvalue()
    Ketenproef.objects.update(begonnen_op=timezone.now() - timedelta(minutes=20))
    assert [gebrek for gebrek in meet().gebreken if "ketenproef" in gebrek]


def test_een_nieuwe_generatie_krijgt_hem_ook(index: Any) -> None:
    een_proef()
    vraag_generatie(aanleiding="Proef")
    ronde()
    ronde()
    assert zie_na(index, actief()) == {}
    assert een_proef(timezone.now() + ELKE).onderweg is None


def test_op_het_scherm_publicatie_staat_hoe_lang_het_duurde(index: Any) -> None:
    client = als(Rol.CENTRAAL)
    assert "Nog geen ketenproef gedaan." in client.get("/redactie/publicatie/").content.decode()
    een_proef()
    assert "Van opslaan tot vindbaar duurde" in client.get("/redactie/publicatie/").content.decode()
