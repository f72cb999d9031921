"""P17: every payload is judged before it is planned, whatever editors type; what is not valid never leaves.

What is made from generated sources keeps to the schema, and to what a receiver of an earlier day reads. The schemas
of that day are kept in `toen/`: one that changes under its own name breaks receivers that nobody here maintains.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from deploy.ontvanger.ontvanger import keur
from redactie.bronnen import ProductBronnen
from redactie.samenvoegen import centraal_beeld
from redactie.schemas import BESTANDEN, schemafouten
from redactie.veld import PUBLIEKE_VELDEN
from redactie.weergave import PubliekeWeergave
from sync import maken
from sync.afspraak.bericht import Bericht
from sync.afspraak.contract import pakket
from sync.canoniek import canoniek, hash_van
from sync.maken import Gewenst, maak_gemeente, maak_product
from sync.meting import meet
from sync.models import Levering
from tests import ontvangers as o
from tests.factories import ProductFactory
from tests.redactie.bouw import DORDRECHT, MET_TOKENS, MOMENTEN, feiten_van, lagen, producten
from tests.redactie.test_gemeentedocument import documenten
from tests.sync.afspraak.test_openapi import toets
from tests.sync.conftest import plan_alles, publicatie
from tests.sync.doelproef import bezorg_alles, doel_voor, staat, wijzig

TOEN = Path(__file__).parent / "toen"
EERDER = {pad.stem: json.loads(pad.read_text("utf-8")) for pad in sorted(TOEN.glob("*.json"))}


def oude_lezer(inhoud: dict[str, Any]) -> list[str]:
    """What somebody finds wrong who wrote a receiver then: as the contract asks, unknown fields are let be."""
    naam = inhoud["schema"].removeprefix("antwoord/").replace("/", "-")
    if naam not in EERDER:
        return [f"{naam} ken ik niet"]
    return [fout.message for fout in Draft202012Validator(_ruim(EERDER[naam])).iter_errors(_bekend(inhoud))]


def _ruim(schema: Any) -> Any:
    """The schema without what forbids fields that it does not name."""
    if isinstance(schema, list):
        return [_ruim(lid) for lid in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        naam: _ruim(lid)
        for naam, lid in schema.items()
        if not (naam == "additionalProperties" and lid is False)
    }


def _bekend(inhoud: dict[str, Any]) -> dict[str, Any]:
    """Without texts of a kind that did not exist then: those are unknown fields as well."""
    if "talen" not in inhoud:
        return inhoud
    velden = EERDER["product-1"]["properties"]["talen"]["additionalProperties"]["properties"]["velden"]
    bekend = velden["items"]["properties"]["veld"]["enum"]
    talen = {
        taal: {**tekst, "velden": [lid for lid in tekst["velden"] if lid["veld"] in bekend]}
        for taal, tekst in inhoud["talen"].items()
        if "velden" in tekst
    }
    return {**inhoud, "talen": talen}


def bezwaren(gewenst: Gewenst) -> list[str]:
    """What schema, contract, receiver and old receiver have against what was made; a refused text has none."""
    if gewenst.publiek is None or gewenst.balie is None:
        return []
    publiek = canoniek(gewenst.publiek)
    bereik, sleutel = gewenst.publiek["bereik"], gewenst.publiek.get("sleutel", "gemeente")
    bericht = Bericht(
        bereik, "product", sleutel, 2**32 + 1, hash_van(publiek), json.loads(publiek), gewenst.balie
    )
    levering = json.loads(pakket([bericht]))
    inhoud = levering["documenten"][0]["inhoud"]
    gevonden = [*schemafouten(inhoud), *schemafouten(gewenst.balie), *toets("Levering", levering)]
    return [*gevonden, *filter(None, [keur(levering["documenten"][0])]), *oude_lezer(inhoud)]


@given(producten(MET_TOKENS), lagen(teksten=MET_TOKENS), feiten_van(), MOMENTEN)
@settings(max_examples=50)
def test_wat_van_een_product_gemaakt_wordt_klopt(centraal, lokaal, feiten, op) -> None:
    bronnen = ProductBronnen(centraal, {DORDRECHT.slug: lokaal}, feiten.gegevens, feiten.tarieven)
    gewenst = maak_product(centraal_beeld(centraal, op), bronnen, DORDRECHT)
    assert bezwaren(gewenst) == []


@given(documenten(), MOMENTEN)
@settings(max_examples=25)
def test_wat_van_een_gemeente_gemaakt_wordt_klopt(bronnen, op) -> None:
    assert bezwaren(maak_gemeente(bronnen, op)) == []


@given(
    st.sampled_from(["weg", "anders", "hernoemd"]), st.sampled_from(sorted(EERDER["product-1"]["required"]))
)
def test_een_oude_lezer_merkt_wat_zijn_velden_breekt(hoe: str, veld: str) -> None:
    """The broken variant: the same schema name, and another shape."""
    inhoud = _een_product()
    assert oude_lezer(inhoud) == []
    waarde = inhoud.pop(veld)
    if hoe == "anders":
        inhoud[veld] = {"vroeger": waarde}
    elif hoe == "hernoemd":
        inhoud[f"{veld}_nieuw"] = waarde
    if veld == "schema" and hoe != "anders":
        inhoud["schema"] = "antwoord/product/2"
    elif veld == "schema":
        inhoud["schema"] = "antwoord/iets/1"
    assert oude_lezer(inhoud) != []


def test_een_oude_lezer_laat_staan_wat_hij_niet_kent() -> None:
    inhoud = _een_product() | {"erbij": {"nieuw": True}}
    inhoud["talen"]["nl"]["velden"].append({"veld": "later_bedacht", "kop": "K", "tekst": "T", "html": "T"})
    assert oude_lezer(inhoud) == []


def test_van_elk_openbaar_schema_is_bewaard_hoe_het_was() -> None:
    openbaar = {naam for naam in BESTANDEN if "balie" not in naam}
    assert {f"antwoord/{naam.replace('-', '/')}" for naam in EERDER} >= openbaar
    velden = EERDER["product-1"]["properties"]["talen"]["additionalProperties"]["properties"]["velden"]
    assert {str(veld) for veld in PUBLIEKE_VELDEN} >= set(velden["items"]["properties"]["veld"]["enum"])


def _een_product() -> dict[str, Any]:
    from sync.afspraak.openapi import PRODUCT

    return json.loads(json.dumps(PRODUCT))


@pytest.fixture
def twee_live(regio, tmp_path, settings):
    """Two products live at a website; from now on what is made of the first one is not valid."""
    settings.ANTWOORD_PRIVE_DOELEN = True
    geheim = o.nieuw_geheim()
    ontvanger = o.Onthoudt(o.opslag_in(tmp_path), [geheim])
    with o.draai(ontvanger) as adres:
        doel_voor("sliedrecht", adres, geheim)
        producten = [ProductFactory(sleutel=sleutel, gepubliceerd=True) for sleutel in ("kapot", "heel")]
        plan_alles()
        bezorg_alles()
        yield ontvanger, producten


def maak_kapot(monkeypatch: pytest.MonkeyPatch) -> None:
    echt = PubliekeWeergave.als_json

    def als_json(weergave: Any) -> dict[str, Any]:
        inhoud = echt(weergave)
        return inhoud | {"titel_erbij": 1} if inhoud["sleutel"] == "kapot" else inhoud

    monkeypatch.setattr(PubliekeWeergave, "als_json", als_json)


def niets_ongeldigs_vertrokken(twee_live: Any) -> bool:
    ontvanger, (kapot, heel) = twee_live
    voor = staat(ontvanger)
    for product in (kapot, heel):
        wijzig(product, "Na acht weken.")
    bezorg_alles()
    na = staat(ontvanger)
    return na["product/kapot"] == voor["product/kapot"] and na["product/heel"] != voor["product/heel"]


@pytest.mark.django_db
def test_wat_niet_geldig_is_vertrekt_niet_en_de_vorige_blijft(twee_live, monkeypatch) -> None:
    vorige = publicatie("sliedrecht", "kapot")
    maak_kapot(monkeypatch)
    assert niets_ongeldigs_vertrokken(twee_live)
    nu = publicatie("sliedrecht", "kapot")
    assert (nu.versie, nu.hash, nu.toestand) == (vorige.versie, vorige.hash, "live")
    assert "titel_erbij" in nu.fout
    assert meet().mislukt == 3
    assert not Levering.objects.filter(publicatie__sleutel="kapot", toestand="wacht").exists()
    monkeypatch.undo()
    wijzig(twee_live[1][0], "Na negen weken.")
    bezorg_alles()
    assert publicatie("sliedrecht", "kapot").fout == ""
    assert staat(twee_live[0])["product/kapot"][0] > vorige.publieke_versie


@pytest.mark.django_db
def test_een_plan_zonder_toets_wordt_gemerkt(twee_live, monkeypatch) -> None:
    """The broken variant: planned as it comes."""
    maak_kapot(monkeypatch)
    monkeypatch.setattr(maken, "schemafouten", lambda document: [])
    assert not niets_ongeldigs_vertrokken(twee_live)
