"""The description for suppliers: of this code, complete, and every example in it is true."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from deploy.ontvanger import documenten, ontvanger
from redactie.schemas import schema, schemafouten
from redactie.settings.omgeving import BASE_DIR
from sync.afspraak.contract import MEESTE_BYTES, MEESTE_DOCUMENTEN, pakket
from sync.afspraak.openapi import GEMEENTE, LIVE, PRODUCT, WEG, ZELF, beschrijving, tekst
from sync.canoniek import canoniek, hash_van
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
    getoond = [boom["example"]] if "example" in boom else []
    getoond += [lid["value"] for lid in boom.get("examples", {}).values()] if naam else []
    hier = [(naam.rpartition("/")[2], waarde) for waarde in getoond] if naam else []
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
    assert [fout for inhoud in (PRODUCT, GEMEENTE) for fout in schemafouten(inhoud)] == []


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
    assert all(
        ontvanger.keur(document) == "" for document in json.loads(pakket([LIVE, WEG, ZELF]))["documenten"]
    )


def test_wat_een_latere_versie_erbij_zet_klopt_met_het_schema() -> None:
    """As docs/api/doelen.md promises: who checks against this description refuses nothing of it."""
    levering = json.loads(pakket([LIVE, ZELF]))
    product, gemeente = (document["inhoud"] for document in levering["documenten"])
    veld = {"veld": "nieuw_veld", "kop": "Nieuw", "tekst": "Nieuw.", "html": "<p>Nieuw.</p>", "nieuw": 1}
    product["talen"]["nl"]["velden"].append(veld)
    for deel in (levering, levering["documenten"][0], product, product["talen"]["nl"], gemeente):
        deel["nieuw"] = {"a": None}
    assert toets("Levering", levering) == []
    assert schemafouten(product) != [], "what we send keeps to the letter"


def test_nergens_in_de_schemas_is_iets_nieuws_verboden() -> None:
    assert '"additionalProperties": false' not in tekst()
    assert '"additionalProperties": false' in json.dumps(schema("antwoord/product/1"))


def test_elk_antwoord_heeft_een_eigen_voorbeeld() -> None:
    paden = beschrijving()["paths"]
    lever = paden["/publicaties"]["put"]["responses"]
    meldingen = {
        code: antwoord["content"]["application/json"]["example"]["melding"]
        for code, antwoord in lever.items()
        if code != "200"
    }
    assert set(meldingen) == {"400", "401", "413", "503"}
    assert len(set(meldingen.values())) == 4
    assert "Retry-After" in lever["503"]["headers"]
    for pad in ("/manifest", "/manifest/{emmer}"):
        assert {"200", "401"} <= set(paden[pad]["get"]["responses"])


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


def canoniek_voorbeeld() -> list[str]:
    """Content, canonical text, hash: as they stand in the table."""
    rijen = {regel.split(" | ")[0]: regel for regel in UITLEG.splitlines() if regel.startswith("| ")}
    return [rijen[f"| {naam}"].split("`", 1)[1].rpartition("`")[0] for naam in ("Inhoud", "Canoniek", "Hash")]


def test_het_voorbeeld_van_canonieke_json_klopt_bij_ons_en_bij_de_ontvanger() -> None:
    inhoud, verwacht, hash_ = canoniek_voorbeeld()
    gelezen = json.loads(inhoud)
    assert canoniek(gelezen) == verwacht
    assert hash_van(verwacht) == ontvanger.hash_van(gelezen) == documenten.hash_van(gelezen) == hash_


@pytest.mark.skipif(shutil.which("php") is None, reason="geen PHP: installeer php-cli")
def test_php_schrijft_met_de_genoemde_vlaggen_dezelfde_canonieke_json() -> None:
    """Every character that an escape is about, and the empty object."""
    vlaggen = re.search(r"json_encode\(\$inhoud, ([A-Z_ |]+)\)", UITLEG)
    assert vlaggen is not None
    script = f"echo json_encode(json_decode(stream_get_contents(STDIN)), {vlaggen[1]});"
    inhoud = {
        "leeg": {},
        "lijst": [2, True, None],
        "tekst": "".join(map(chr, range(256))) + "/\u2028\u2029🛂",
    }
    php = subprocess.run(
        ["php", "-r", script], input=json.dumps(inhoud).encode(), capture_output=True, check=True
    )
    assert php.stdout.decode() == canoniek(inhoud)
