from __future__ import annotations

from typing import Any

import pytest
from elastic_transport import ApiResponseMeta, ConnectionTimeout, HttpHeaders, NodeConfig
from elasticsearch import ApiError, NotFoundError

from search.elastic_antwoord import uitslag, vertaald
from search.motor import Afloop, MotorFout, MotorOnbereikbaar
from tests.search.hulp import document

PASPOORT = document("dordrecht", "paspoort", "Paspoort", versie=3)


def antwoord(status: int, reden: str = "") -> dict[str, Any]:
    return {"index": {"_id": PASPOORT.id, "status": status, "error": {"type": "fout", "reason": reden}}}


def test_conflict_is_verouderd_met_de_versie_van_de_server() -> None:
    reden = "[dordrecht/paspoort]: version conflict, current version [5] is higher than the one provided [3]"
    gevonden = uitslag(PASPOORT, False, antwoord(409, reden))
    assert (gevonden.afloop, gevonden.aanwezig) == (Afloop.VEROUDERD, 5)


def test_geweigerd_document_is_een_fout_van_dat_document() -> None:
    gevonden = uitslag(PASPOORT, False, antwoord(400, "strict_dynamic_mapping " + "x" * 500))
    assert gevonden.afloop is Afloop.FOUT
    assert gevonden.melding.startswith("strict_dynamic_mapping")
    assert len(gevonden.melding) == 200


@pytest.mark.parametrize("status", [429, 500, 503])
def test_server_die_het_te_druk_heeft_is_geen_fout_van_het_document(status: int) -> None:
    with pytest.raises(MotorOnbereikbaar):
        uitslag(PASPOORT, False, antwoord(status))


def meta(status: int) -> ApiResponseMeta:
    return ApiResponseMeta(status, "1.1", HttpHeaders(), 0.1, NodeConfig("http", "127.0.0.1", 9200))


@pytest.mark.parametrize(
    ("fout", "soort"),
    [
        (ConnectionTimeout("geheim adres"), MotorOnbereikbaar),
        (ApiError("te druk", meta(429), None), MotorOnbereikbaar),
        (ApiError("stuk", meta(503), None), MotorOnbereikbaar),
        (NotFoundError("weg", meta(404), None), MotorOnbereikbaar),
        (ApiError("vraag", meta(400), None), MotorFout),
    ],
)
def test_fouten_van_de_client_worden_fouten_van_een_motor(fout: Exception, soort: type[MotorFout]) -> None:
    with pytest.raises(MotorFout) as gevangen, vertaald():
        raise fout
    assert type(gevangen.value) is soort
    assert "geheim adres" not in str(gevangen.value)
