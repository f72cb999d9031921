"""The description for suppliers: of this code, complete, and every example in it is true."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from deploy.ontvanger import ontvanger
from redactie.schemas import schemafouten
from redactie.settings.omgeving import BASE_DIR
from sync.afspraak.contract import MEESTE_BYTES, MEESTE_DOCUMENTEN, pakket
from sync.afspraak.openapi import LIVE, PRODUCT, WEG, beschrijving, tekst
from sync.doelen.http import MEESTE_UITSLAG

MAP = BASE_DIR / "docs" / "api"
UITLEG = (MAP / "doelen.md").read_text("utf-8")


def toets(naam: str, waarde: Any) -> list[str]:
    geheel = {"$ref": f"#/components/schemas/{naam}", "components": beschrijving()["components"]}
    return [fout.message for fout in Draft202012Validator(geheel).iter_errors(waarde)]


def voorbeelden(boom: Any) -> list[tuple[str, Any]]:
    """Every example that stands beside a named schema."""
    if isinstance(boom, list):
        return [lid for tak in boom for lid in voorbeelden(tak)]
    if not isinstance(boom, dict):
        return []
    naam = boom["schema"].get("$ref") if isinstance(boom.get("schema"), dict) else None
    hier = [(naam.rpartition("/")[2], boom["example"])] if naam and "example" in boom else []
    return hier + [lid for tak in boom.values() for lid in voorbeelden(tak)]


def test_de_kopie_in_docs_is_van_nu() -> None:
    bestand = MAP / "doelen.openapi.json"
    assert bestand.read_text("utf-8") == tekst(), (
        "python -m sync.afspraak.openapi > docs/api/doelen.openapi.json"
    )


def test_elk_voorbeeld_klopt_met_zijn_schema() -> None:
    gevonden = voorbeelden(beschrijving()["paths"])
    assert {naam for naam, _ in gevonden} == {"Levering", "Uitslagen", "Fout", "Manifest", "Emmer"}
    assert [(naam, toets(naam, waarde)) for naam, waarde in gevonden if toets(naam, waarde)] == []
    assert schemafouten(PRODUCT) == []


@pytest.mark.parametrize(
    "anders",
    [
        {"versie": 2**53},
        {"versie": 0},
        {"hash": "kort"},
        {"documentsoort": "iets"},
        {"inhoud": {"schema": "x"}},
    ],
)
def test_een_verkeerd_document_klopt_niet_met_het_schema(anders) -> None:
    """The control."""
    levering = json.loads(pakket([LIVE]))
    levering["documenten"][0] |= anders
    assert toets("Levering", levering) != []


def test_de_uitgewerkte_getallen_kloppen_volgens_de_ontvanger() -> None:
    """The reference receiver shares no code with the sender: what both find, is what is written."""
    regels = [(lid.bereik, lid.documentsoort, lid.sleutel, lid.versie, lid.hash) for lid in (LIVE, WEG)]
    emmers = ontvanger.emmers(regels)
    for emmer, leden in emmers.items():
        naam, versie, hash_ = leden[0]
        rij = f"| `{naam} {versie} {hash_ or '-'}` | `{emmer}` | `{ontvanger.digest(leden)}` |"
        assert rij in UITLEG
    assert ontvanger.hash_van(PRODUCT) == LIVE.hash
    assert all(ontvanger.keur(document) == "" for document in json.loads(pakket([LIVE, WEG]))["documenten"])


@pytest.mark.parametrize("lichaam", ['{"schema":"antwoord/levering/1","documenten":[]}', ""])
def test_de_handtekeningen_in_de_uitleg_kloppen(lichaam) -> None:
    rij = next(
        regel
        for regel in UITLEG.splitlines()
        if regel.startswith(f"| `{lichaam}` |" if lichaam else "| leeg")
    )
    koppen = {
        "webhook-id": "msg_voorbeeld",
        "webhook-timestamp": "1795392000",
        "webhook-signature": rij.split("`")[-2],
    }
    geheim = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    assert ontvanger.is_echt([geheim], koppen, lichaam.encode(), 1795392000.0)


def test_de_grenzen_in_de_uitleg_zijn_die_van_de_code() -> None:
    assert f"1 tot {MEESTE_DOCUMENTEN} documenten en is hoogstens {MEESTE_BYTES // 2**20} MB" in UITLEG
    assert f"hoogstens {MEESTE_UITSLAG // 2**10} kB" in UITLEG
    assert MEESTE_DOCUMENTEN <= ontvanger.MEESTE_DOCUMENTEN
    assert MEESTE_BYTES <= ontvanger.MEESTE_BYTES
