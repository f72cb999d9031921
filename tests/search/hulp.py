"""Publications to search in, and a real Elasticsearch when there is one."""

from __future__ import annotations

import os
from typing import Any

import pytest

from search.document import ZoekDocument, document_uit
from search.elastic_motor import ElasticMotor

ADRES = "ANTWOORD_TEST_ELASTICSEARCH"


def publiek(
    bereik: str,
    sleutel: str,
    titel: str,
    *,
    samenvatting: str = "",
    trefwoorden: tuple[str, ...] = (),
    upn: tuple[str, ...] = (),
    soort: str = "product",
    **velden: str,
) -> dict[str, Any]:
    """The public contents of a publication, as far as the index reads them."""
    return {
        "bereik": bereik,
        "sleutel": sleutel,
        "soort": soort,
        "status": "aangeboden",
        "trefwoorden": list(trefwoorden),
        "upn": [{"uri": "http://standaarden.overheid.nl/owms/terms/x", "naam": naam} for naam in upn],
        "talen": {
            "nl": {
                "titel": titel,
                "samenvatting": samenvatting,
                "velden": [
                    {"veld": veld, "kop": "", "tekst": tekst, "html": ""} for veld, tekst in velden.items()
                ],
            }
        },
    }


def balie_json(**velden: str) -> dict[str, Any]:
    return {
        "velden": [{"veld": veld, "kop": "", "tekst": tekst, "html": ""} for veld, tekst in velden.items()]
    }


def document(
    bereik: str,
    sleutel: str,
    titel: str,
    *,
    versie: int = 1,
    balie: dict[str, Any] | None = None,
    **rest: Any,
) -> ZoekDocument:
    return document_uit(publiek(bereik, sleutel, titel, **rest), balie, versie=versie)


def maak_elastic(prefix: str) -> ElasticMotor:
    adres = os.environ.get(ADRES)
    if not adres:
        pytest.skip(f"geen Elasticsearch: zet {ADRES}")
    gemaakt = ElasticMotor(adres, prefix=prefix)
    gemaakt.generations()  # a server that was asked for and does not answer is a failure
    return gemaakt


def ruim_op(motor: ElasticMotor) -> None:
    for naam in motor.generations():
        motor._client.indices.delete(index=f"{motor.prefix}-{naam}")
