"""Notices at the desk: who sees which, what must be read, and when that is forgotten."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from kennisbank.balie.toegang import Plek
from kennisbank.mededelingen.blok import mededelingenblok
from kennisbank.mededelingen.gelezen import vergeet_gelezen
from kennisbank.models import GelezenMededeling
from redactie.bronnen import REGIO
from redactie.keuzes import Rol
from tests.factories import GebruikerFactory, GemeenteFactory
from tests.kennisbank.uitgave import geef_gemeente_uit, geef_uit

pytestmark = pytest.mark.django_db
PAD, GELEZEN = "/balie/sliedrecht/_mededelingen/", "/balie/sliedrecht/_gelezen/"
DIGID = {
    "sleutel": "digid",
    "tekst": "DigiD is gestoord.",
    "html": "<p>DigiD is gestoord.</p>",
    "interne_tekst": "Meld het bij de wachtdienst.",
    "interne_html": "<p>Meld het bij de wachtdienst.</p>",
    "betreft": ["product:paspoort", "product:bestaat-hier-niet"],
    "belangrijk": True,
}
INSTRUCTIE = {
    "sleutel": "instructie",
    "tekst": "Vraag altijd naar het kenteken.",
    "html": "<p>Vraag altijd naar het kenteken.</p>",
    "op_website": False,
    "soort": "werkinstructie",
}


def geef_uit_met(*mededelingen: dict[str, Any]) -> None:
    geef_gemeente_uit("sliedrecht", mededelingen=mededelingen)


@pytest.fixture(autouse=True)
def sliedrecht() -> Any:
    geef_gemeente_uit(REGIO)
    geef_uit("sliedrecht", "paspoort", "Paspoort aanvragen")
    geef_uit_met(DIGID, INSTRUCTIE)
    return GemeenteFactory(slug="sliedrecht")


def client_van(rol: Rol, gemeente: Any = None) -> Client:
    client = Client()
    client.gebruiker = GebruikerFactory(rol=rol, gemeente=gemeente)
    client.force_login(client.gebruiker)
    return client


def afdruk(client: Client) -> str:
    (rij,) = (lid for lid in blok(client).rijen if lid.te_lezen)
    return rij.mededeling.vingerafdruk


def blok(client: Client) -> Any:
    plek = Plek("sliedrecht", "Sliedrecht", True, ())
    return mededelingenblok(plek, client.gebruiker, timezone.localtime())


def lees(client: Client, vingerafdruk: str) -> Any:
    return client.post(GELEZEN, {"sleutel": "digid", "vingerafdruk": vingerafdruk})


def test_een_medewerker_leest_ook_wat_intern_is_met_het_product_erbij() -> None:
    tekst = client_van(Rol.KCC).get(PAD).content.decode()
    for verwacht in ("DigiD is gestoord.", "wachtdienst", "naar het kenteken", "1 te lezen"):
        assert verwacht in tekst
    assert '<a href="/balie/sliedrecht/paspoort/" data-open="paspoort">Paspoort aanvragen</a>' in tekst
    assert "bestaat-hier-niet" not in tekst


def test_wie_meeleest_krijgt_geen_werkinstructie_en_geen_knop(sliedrecht: Any) -> None:
    client = client_van(Rol.LEZER, sliedrecht)
    tekst = client.get(PAD).content.decode()
    assert "DigiD is gestoord." in tekst
    for geheim in ("wachtdienst", "kenteken", "werkinstructie", "Ik heb dit gelezen", "te lezen"):
        assert geheim not in tekst
    assert lees(client, "x").status_code == 403
    assert not GelezenMededeling.objects.exists()


def test_gelezen_geldt_voor_deze_medewerker_tot_de_tekst_verandert() -> None:
    client, ander = client_van(Rol.KCC), client_van(Rol.KCC)
    assert lees(client, afdruk(client)).status_code == 302
    assert blok(client).te_lezen == 0
    assert blok(ander).te_lezen == 1
    geef_uit_met({**DIGID, "interne_html": "<p>Bel de wachtdienst.</p>"})
    assert blok(client).te_lezen == 1


def test_wie_een_oude_tekst_bevestigt_heeft_de_nieuwe_niet_gelezen() -> None:
    client = client_van(Rol.KCC)
    oud = afdruk(client)
    geef_uit_met({**DIGID, "html": "<p>DigiD werkt weer.</p>"})
    lees(client, oud)
    assert blok(client).te_lezen == 1


def test_alleen_belangrijke_mededelingen_vragen_een_bevestiging() -> None:
    client = client_van(Rol.KCC)
    geef_uit_met({**DIGID, "belangrijk": False}, INSTRUCTIE)
    assert (blok(client).te_lezen, len(blok(client).rijen)) == (0, 2)
    (vingerafdruk,) = {lid.mededeling.vingerafdruk for lid in blok(client).rijen[:1]}
    lees(client, vingerafdruk)
    assert not GelezenMededeling.objects.exists()


@pytest.mark.parametrize(
    ("van", "tot", "verwacht"), [(-2, -1, 0), (-1, 1, 1), (1, 2, 0), (-1, None, 1)], ids=str
)
def test_een_mededeling_verschijnt_en_verdwijnt_vanzelf(van: int, tot: int | None, verwacht: int) -> None:
    nu = timezone.localtime()
    op = {
        "van": (nu + timedelta(hours=van)).isoformat(),
        "tot": (nu + timedelta(hours=tot)).isoformat() if tot else None,
    }
    geef_uit_met({**DIGID, **op})
    assert blok(client_van(Rol.KCC)).te_lezen == verwacht


def test_wat_niet_veranderde_kost_een_vraag_aan_de_database(django_assert_num_queries: Any) -> None:
    client = client_van(Rol.KCC)
    etag = client.get(PAD).headers["ETag"]
    with django_assert_num_queries(1):
        blok(client)
    antwoord = client.get(PAD, headers={"If-None-Match": etag})
    assert (antwoord.status_code, antwoord.content) == (304, b"")
    lees(client, afdruk(client))
    assert client.get(PAD, headers={"If-None-Match": etag}).status_code == 200


def test_twee_medewerkers_delen_geen_etag() -> None:
    client, ander = client_van(Rol.KCC), client_van(Rol.KCC)
    lees(client, afdruk(client))
    etag = client.get(PAD).headers["ETag"]
    assert ander.get(PAD, headers={"If-None-Match": etag}).status_code == 200


def test_wat_gelezen_is_wordt_vergeten_als_de_mededeling_weg_is() -> None:
    client = client_van(Rol.KCC)
    lees(client, afdruk(client))
    vergeet_gelezen()
    assert GelezenMededeling.objects.count() == 1
    geef_uit_met(INSTRUCTIE)
    vergeet_gelezen()
    assert not GelezenMededeling.objects.exists()


def test_wat_gelezen_is_gaat_met_het_account_mee() -> None:
    client = client_van(Rol.KCC)
    lees(client, afdruk(client))
    client.gebruiker.delete()
    assert not GelezenMededeling.objects.exists()


def test_er_staat_niet_bij_wanneer_iemand_las() -> None:
    namen = {veld.name for veld in GelezenMededeling._meta.get_fields()}
    assert namen == {"id", "gebruiker", "sleutel", "vingerafdruk"}


def test_de_balk_van_de_balie_toont_hoeveel_er_te_lezen_is() -> None:
    client = client_van(Rol.KCC)
    assert "Mededelingen: 1 te lezen" in client.get("/balie/sliedrecht/").content.decode()
    antwoord = client.post(
        GELEZEN,
        {"sleutel": "digid", "vingerafdruk": afdruk(client)},
        headers={"X-Balie-Deel": "mededelingen"},
    )
    assert "Mededelingen: 2" in antwoord.content.decode()
