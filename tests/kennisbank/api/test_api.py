"""The read API over HTTP: what it gives, what it refuses, and that nothing internal is in it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from jsonschema import Draft202012Validator, FormatChecker

from kennisbank.api import operaties
from kennisbank.api.openapi import beschrijf
from sync.models import Publicatie
from tests.kennisbank.api.conftest import UPN_PASPOORT
from tests.kennisbank.uitgave import geef_uit, trek_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("regio")]


def houdt_zich_aan(schema: str, inhoud: Any) -> None:
    """Against the schema of the description itself, with formats; what it does not name is a fault here."""
    validator = Draft202012Validator(
        {"$ref": f"#/components/schemas/{schema}", "components": streng(beschrijf()["components"])},
        format_checker=FormatChecker(),
    )
    assert [f"{fout.json_path}: {fout.message}" for fout in validator.iter_errors(inhoud)] == []


def streng(boom: Any) -> Any:
    if isinstance(boom, list):
        return [streng(tak) for tak in boom]
    if not isinstance(boom, dict):
        return boom
    dicht = {"additionalProperties": False} if boom.get("type") == "object" else {}
    return {**dicht, **{naam: streng(tak) for naam, tak in boom.items()}}


def haal(client: Client, adres: str, schema: str, **vraag: Any) -> Any:
    antwoord = client.get(f"/api/v1/{adres}", vraag)
    assert antwoord.status_code == 200, antwoord.content
    assert antwoord.headers["Content-Type"] == "application/json"
    houdt_zich_aan(schema, antwoord.json())
    return antwoord.json()


def producten(client: Client, **vraag: Any) -> list[tuple[str, str]]:
    gevonden = haal(client, "producten/", "Productlijst", **vraag)["resultaten"]
    return [(lid["gemeente"], lid["sleutel"]) for lid in gevonden]


def houdt_zich_aan_probleem(antwoord: HttpResponse, status: int, soort: str) -> Any:
    assert antwoord.status_code == status
    assert antwoord.headers["Content-Type"] == "application/problem+json"
    probleem = antwoord.json()
    houdt_zich_aan("Probleem", probleem)
    assert probleem["type"] == f"urn:antwoord:probleem:{soort}"
    assert probleem["status"] == status
    return probleem


def test_het_begin_wijst_de_weg(client: Client) -> None:
    begin = haal(client, "", "Begin")
    assert begin["gemeenten"] == "http://testserver/api/v1/gemeenten/"
    for adres in begin.values():
        assert client.get(adres).status_code == 200


def test_de_gemeenten_zonder_de_regio(client: Client) -> None:
    lijst = haal(client, "gemeenten/", "Gemeentelijst")
    assert [lid["gemeente"] for lid in lijst["resultaten"]] == ["dordrecht", "sliedrecht"]
    assert lijst["aantal"] == 2
    assert client.get(lijst["resultaten"][0]["url"]).json()["naam"] == "Dordrecht"
    assert client.get(lijst["resultaten"][0]["producten"]).json()["aantal"] == 3


def test_een_gemeente_met_haar_contactpunten(client: Client) -> None:
    gemeente = haal(client, "gemeenten/sliedrecht/", "Gemeente")
    assert gemeente["contactpunten"][0]["naam"] == "Burgerzaken"
    assert gemeente["mededelingen"][0]["tekst"] == "Zaterdag is het gemeentehuis gesloten."


def test_een_product_is_de_samengevoegde_tekst_van_die_gemeente(client: Client) -> None:
    kosten = {
        gemeente: {
            lid["veld"]: lid["tekst"]
            for lid in haal(client, f"producten/{gemeente}/paspoort-aanvragen/", "Product")["talen"]["nl"][
                "velden"
            ]
        }["kosten"]
        for gemeente in ("dordrecht", "sliedrecht")
    }
    assert kosten == {"dordrecht": "U betaalt € 83,87.", "sliedrecht": "U betaalt met pin."}


def test_niet_aangeboden_is_een_antwoord(client: Client) -> None:
    product = haal(client, "producten/dordrecht/hondenbelasting/", "Product")
    assert product["status"] == "niet_aangeboden"
    assert product["status_toelichting"] == "Dordrecht heeft geen hondenbelasting."


@pytest.mark.parametrize(
    ("vraag", "verwacht"),
    [
        ({"gemeente": "sliedrecht"}, [("sliedrecht", "paspoort-aanvragen")]),
        ({"upn": UPN_PASPOORT}, [("dordrecht", "paspoort-aanvragen"), ("sliedrecht", "paspoort-aanvragen")]),
        ({"upn": UPN_PASPOORT[:-1]}, []),
        ({"thema": "belastingen"}, [("dordrecht", "hondenbelasting")]),
        ({"thema": "belasting"}, []),
        (
            {"thema": "paspoort-en-identiteitskaart", "gemeente": "dordrecht"},
            [("dordrecht", "paspoort-aanvragen")],
        ),
        (
            {},
            [
                ("dordrecht", "hondenbelasting"),
                ("dordrecht", "paspoort-aanvragen"),
                ("dordrecht", "paspoort-duur"),
                ("sliedrecht", "paspoort-aanvragen"),
            ],
        ),
    ],
)
def test_filters(client: Client, vraag: dict[str, str], verwacht: list[tuple[str, str]]) -> None:
    assert producten(client, **vraag) == verwacht


def test_gewijzigd_sinds_geeft_alleen_wat_daarna_anders_werd(client: Client) -> None:
    Publicatie.objects.update(inhoud_gewijzigd_op=timezone.now() - timedelta(days=9))
    moment = timezone.now() - timedelta(minutes=1)
    geef_uit("dordrecht", "paspoort-duur", "Hoe lang duurt het nu?")
    assert producten(client, gewijzigd_sinds=moment.isoformat()) == [("dordrecht", "paspoort-duur")]
    vandaag = timezone.localtime(moment).date().isoformat()
    assert producten(client, gewijzigd_sinds=vandaag) == [("dordrecht", "paspoort-duur")]


def test_een_plus_die_een_spatie_werd_is_nog_een_tijdzone(client: Client) -> None:
    antwoord = client.get("/api/v1/producten/?gewijzigd_sinds=2026-01-01T00:00:00+01:00")
    assert antwoord.status_code == 200


def test_een_ingetrokken_product_geeft_410_en_staat_niet_in_de_lijst(client: Client) -> None:
    trek_in("sliedrecht", "paspoort-aanvragen")
    assert producten(client, gemeente="sliedrecht") == []
    antwoord = client.get("/api/v1/producten/sliedrecht/paspoort-aanvragen/")
    houdt_zich_aan_probleem(antwoord, 410, "ingetrokken")


@pytest.mark.parametrize(
    "adres",
    [
        "gemeenten/atlantis/",
        "gemeenten/regio/",
        "producten/atlantis/paspoort-aanvragen/",
        "producten/regio/paspoort-aanvragen/",
        "producten/sliedrecht/hondenbelasting/",
        "producten/?gemeente=atlantis",
        "producten/?gemeente=regio",
        "producten/?pagina=2",
        "gemeenten/?pagina=2",
        "bestaat-niet/",
        "producten",
        "../v2/",
    ],
)
def test_wat_er_niet_is_zegt_dat(client: Client, adres: str) -> None:
    houdt_zich_aan_probleem(client.get(f"/api/v1/{adres}"), 404, "niet-gevonden")


@pytest.mark.parametrize(
    "vraag",
    [
        "gemeente=Sliedrecht",
        "gemeente=",
        "gemeente=sliedrecht&gemeente=dordrecht",
        "thema=%22",
        "upn=paspoort",
        "upn=http://x%20y",
        "gewijzigd_sinds=gisteren",
        "gewijzigd_sinds=2026-11-22T09:00:00",
        "gewijzigd_sinds=2026-13-01",
        "pagina=0",
        "pagina=-1",
        "pagina=een",
        "pagina=%C2%B2",
        "pagina=9999999",
    ],
)
def test_een_onjuiste_waarde_wordt_geweigerd(client: Client, vraag: str) -> None:
    houdt_zich_aan_probleem(client.get(f"/api/v1/producten/?{vraag}"), 400, "onjuiste-parameter")


@pytest.mark.parametrize(
    "adres",
    [
        "?x=1",
        "producten/?gemeenten=sliedrecht",
        "producten/?callback=x",
        "gemeenten/?thema=afval",
        "gemeenten/sliedrecht/?pagina=1",
        "producten/sliedrecht/paspoort-aanvragen/?versie=2",
        "openapi.json?x=1",
    ],
)
def test_een_onbekende_parameter_wordt_geweigerd(client: Client, adres: str) -> None:
    houdt_zich_aan_probleem(client.get(f"/api/v1/{adres}"), 400, "onbekende-parameter")


@pytest.mark.parametrize("methode", ["post", "put", "patch", "delete"])
def test_alleen_lezen(methode: str) -> None:
    client = Client(enforce_csrf_checks=True)
    antwoord = getattr(client, methode)("/api/v1/producten/")
    houdt_zich_aan_probleem(antwoord, 405, "alleen-lezen")
    assert antwoord.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_een_storing_zegt_niets_van_binnen(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def stuk(*args: Any) -> None:
        raise RuntimeError("wachtwoord van de database")

    monkeypatch.setattr(operaties.bron, "producten", stuk)
    antwoord = client.get("/api/v1/producten/")
    houdt_zich_aan_probleem(antwoord, 500, "storing")
    assert "wachtwoord" not in antwoord.content.decode()


def test_bladeren_geeft_alles_een_keer(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(operaties, "PER_PAGINA", 3)
    eerste = haal(client, "producten/", "Productlijst")
    tweede = client.get(eerste["volgende"]).json()
    assert (eerste["aantal"], eerste["vorige"]) == (4, None)
    assert (tweede["volgende"], len(tweede["resultaten"])) == (None, 1)
    assert client.get(tweede["vorige"]).json() == eerste
    sleutels = [(lid["gemeente"], lid["sleutel"]) for lid in eerste["resultaten"] + tweede["resultaten"]]
    assert sleutels == sorted(set(sleutels))
    assert len(sleutels) == 4


def test_bladeren_houdt_de_filters_vast(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(operaties, "PER_PAGINA", 1)
    eerste = haal(client, "producten/", "Productlijst", upn=UPN_PASPOORT)
    tweede = client.get(eerste["volgende"]).json()
    assert [lid["gemeente"] for lid in tweede["resultaten"]] == ["sliedrecht"]


@pytest.mark.parametrize(
    "adres",
    ["", "gemeenten/", "gemeenten/sliedrecht/", "producten/", "producten/sliedrecht/paspoort-aanvragen/"],
)
def test_wie_het_al_heeft_krijgt_304(client: Client, adres: str) -> None:
    etag = client.get(f"/api/v1/{adres}").headers["ETag"]
    antwoord = client.get(f"/api/v1/{adres}", headers={"If-None-Match": etag})
    assert (antwoord.status_code, antwoord.content) == (304, b"")
    assert antwoord.headers["ETag"] == etag


def test_een_andere_tekst_geeft_een_andere_etag(client: Client) -> None:
    adres = "/api/v1/producten/dordrecht/paspoort-duur/"
    etag = client.get(adres).headers["ETag"]
    geef_uit("dordrecht", "paspoort-duur", "Hoe lang duurt het nu?")
    assert client.get(adres, headers={"If-None-Match": etag}).status_code == 200


def test_geen_intern_woord_en_geen_cookie(client: Client) -> None:
    adressen = [
        "producten/",
        "gemeenten/sliedrecht/",
        *(f"producten/{gemeente}/paspoort-aanvragen/" for gemeente in ("dordrecht", "sliedrecht")),
    ]
    for adres in adressen:
        antwoord = client.get(f"/api/v1/{adres}")
        tekst = antwoord.content.decode()
        for geheim in ("Vlekkenpers", "Theemuts", "Zonneklepje", "078 770 20 21", "spreekantwoord", "intern"):
            assert geheim not in tekst, adres
        assert not antwoord.cookies


def test_elke_website_mag_de_api_lezen(client: Client) -> None:
    assert client.get("/api/v1/producten/").headers["Access-Control-Allow-Origin"] == "*"
    assert client.get("/api/v1/x/").headers["Access-Control-Allow-Origin"] == "*"


def test_een_lijst_kost_niet_meer_query_s_bij_meer_producten(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    client.get("/api/v1/producten/?gemeente=dordrecht")
    for nummer in range(10):
        geef_uit("dordrecht", f"product-{nummer}", f"Product {nummer}")
    with django_assert_max_num_queries(3):
        client.get("/api/v1/producten/?gemeente=dordrecht")
