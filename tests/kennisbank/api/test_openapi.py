"""The description of the API: complete, of this code, and the same as the copy in docs/."""

from __future__ import annotations

import io
import json
import re
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from jsonschema import Draft202012Validator

from kennisbank.api.openapi import beschrijf
from kennisbank.api.problemen import SOORTEN
from kennisbank.api.schemas import SCHEMAS, VELDNAMEN
from kennisbank.api.urls import urlpatterns
from redactie.settings.omgeving import BASE_DIR
from redactie.veld import INTERNE_VELDEN

KOPIE = BASE_DIR / "docs" / "api" / "openapi.json"


def waarden(boom: Any, naam: str) -> list[Any]:
    """Every value under this key, however deep."""
    if isinstance(boom, dict):
        hier = [boom[naam]] if naam in boom else []
        return hier + [lid for tak in boom.values() for lid in waarden(tak, naam)]
    return [lid for tak in boom for lid in waarden(tak, naam)] if isinstance(boom, list) else []


def test_de_kopie_in_de_documentatie_is_die_van_de_code() -> None:
    uit = io.StringIO()
    call_command("openapi", stdout=uit)
    assert KOPIE.read_text("utf-8") == uit.getvalue(), "manage.py openapi > docs/api/openapi.json"


@pytest.mark.django_db
def test_de_api_geeft_haar_eigen_beschrijving(client: Client) -> None:
    antwoord = client.get("/api/v1/openapi.json")
    assert antwoord.json() == beschrijf()
    assert "ETag" in antwoord.headers


def test_elk_adres_is_beschreven() -> None:
    beschreven = {re.sub(r"\{(\w+)\}", r"<slug:\1>", pad).lstrip("/") for pad in beschrijf()["paths"]}
    bestaand = {str(patroon.pattern).removeprefix("v1/") for patroon in urlpatterns}
    assert bestaand - {"openapi.json", "^"} == beschreven


def test_elke_verwijzing_wijst_ergens_naar() -> None:
    beschrijving = beschrijf()
    for verwijzing in waarden(beschrijving, "$ref"):
        plek: Any = beschrijving
        for deel in verwijzing.removeprefix("#/").split("/"):
            plek = plek[deel]


@pytest.mark.parametrize("naam", sorted(SCHEMAS))
def test_elk_schema_is_een_geldig_schema(naam: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[naam])


def test_elke_operatie_zegt_wat_zij_geeft_en_weigert() -> None:
    for pad, leden in beschrijf()["paths"].items():
        antwoorden = leden["get"]["responses"]
        assert {"200", "304", "400"} <= set(antwoorden), pad
        verplicht = {lid["name"] for lid in leden["get"]["parameters"] if lid["in"] == "path"}
        assert verplicht == set(re.findall(r"\{(\w+)\}", pad))


def test_operaties_hebben_elk_een_eigen_naam() -> None:
    namen = waarden(beschrijf(), "operationId")
    assert len(namen) == len(set(namen)) == 6


def test_geen_intern_veld_in_het_schema() -> None:
    assert not {veld.value for veld in INTERNE_VELDEN} & set(VELDNAMEN)


def test_elk_soort_probleem_staat_in_de_handleiding() -> None:
    handleiding = (BASE_DIR / "docs" / "api.md").read_text("utf-8")
    for soort in SOORTEN:
        assert f"`{soort}`" in handleiding
    for parameter in waarden(beschrijf()["paths"], "parameters"):
        for lid in parameter:
            assert f"`{lid['name']}`" in handleiding, json.dumps(lid, ensure_ascii=False)
