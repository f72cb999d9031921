"""What an answer of a supplier's website says of each document: one table, and nothing is believed by itself."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.afspraak.bericht import Bericht, StandFout
from sync.afspraak.contract import digests, leden, pakket, uitslagen, wachttijd
from sync.classificatie import Oordeel, beoordeel

HASH, ANDER = "a" * 64, "b" * 64
BERICHT = Bericht("sliedrecht", "product", "paspoort", 10, HASH, {"schema": "antwoord/product/1"}, None)
WEG = Bericht("sliedrecht", "product", "weg", 3, "", None, None)


def uitslag(**anders) -> dict[str, object]:
    goed = {"bereik": "sliedrecht", "documentsoort": "product", "sleutel": "paspoort"}
    return goed | {"status": 200, "versie": 10, "hash": HASH} | anders


def oordeel(code: int, lichaam: bytes) -> Oordeel:
    (antwoord,) = uitslagen([BERICHT], code, {}, lichaam)
    return beoordeel(antwoord, versie=10, hash_=HASH, hoogste=12)


@pytest.mark.parametrize(
    ("lid", "verwacht"),
    [
        (uitslag(), Oordeel.BEVESTIGD),
        (uitslag(status=201), Oordeel.BEVESTIGD),
        (uitslag(hash=ANDER), Oordeel.OPNIEUW),
        (uitslag(versie=10.0), Oordeel.BEVESTIGD),
        (uitslag(versie=10.5), Oordeel.OPNIEUW),
        (uitslag(versie=float("nan")), Oordeel.OPNIEUW),
        (uitslag(versie=float("inf")), Oordeel.OPNIEUW),
        (uitslag(versie=1e400), Oordeel.OPNIEUW),
        (uitslag(versie=9), Oordeel.OPNIEUW),
        (uitslag(versie="10"), Oordeel.OPNIEUW),
        (uitslag(versie=True), Oordeel.OPNIEUW),
        (uitslag(status=True), Oordeel.OPNIEUW),
        (uitslag(status="200"), Oordeel.OPNIEUW),
        (uitslag(status=200.0), Oordeel.BEVESTIGD),
        (uitslag(status=200.5), Oordeel.OPNIEUW),
        (uitslag(status=99), Oordeel.OPNIEUW),
        (uitslag(sleutel="rijbewijs"), Oordeel.OPNIEUW),
        (uitslag(status=409, versie=12, hash=ANDER), Oordeel.BEVESTIGD),
        (uitslag(status=409, versie=10, hash=ANDER), Oordeel.AFWIJKEND),
        (uitslag(status=409, versie=13, hash=ANDER), Oordeel.DOEL_LOOPT_VOOR),
        (uitslag(status=409, versie=2**53), Oordeel.FOUT),
        (uitslag(status=409, versie=None), Oordeel.FOUT),
        (uitslag(status=422), Oordeel.PARKEREN),
        (uitslag(status=503), Oordeel.OPNIEUW),
        (uitslag(status=401), Oordeel.QUARANTAINE),
    ],
)
def test_elke_uitslag_van_een_document_heeft_een_oordeel(lid, verwacht) -> None:
    assert oordeel(200, json.dumps({"uitslagen": [lid]}).encode()) is verwacht


@pytest.mark.parametrize(
    "lichaam",
    [
        b"",
        b"ok",
        b"{}",
        b"[]",
        b"null",
        b'{"uitslagen": {}}',
        b'{"uitslagen": [1, null]}',
        b"\xff",
        b"[" * 10**5,
    ],
)
def test_een_ja_zonder_uitslag_is_geen_bevestiging(lichaam) -> None:
    assert oordeel(200, lichaam) is Oordeel.OPNIEUW


@pytest.mark.parametrize(
    ("code", "verwacht"),
    [
        (204, Oordeel.OPNIEUW),
        (202, Oordeel.OPNIEUW),
        (301, Oordeel.FOUT),
        (401, Oordeel.QUARANTAINE),
        (404, Oordeel.PARKEREN),
        (410, Oordeel.PAUZE),
        (429, Oordeel.OPNIEUW),
        (500, Oordeel.OPNIEUW),
    ],
)
def test_een_antwoord_op_de_hele_levering_geldt_voor_elk_document(code, verwacht) -> None:
    assert oordeel(code, b'{"melding": "uitleg"}') is verwacht


@given(st.binary(max_size=300))
def test_wat_er_ook_komt_het_wordt_nooit_een_bevestiging_en_valt_nooit_om(lichaam) -> None:
    assert oordeel(200, lichaam) is not Oordeel.BEVESTIGD


def test_een_intrekking_heeft_geen_inhoud_en_geen_hash() -> None:
    eerste, tweede = json.loads(pakket([BERICHT, WEG]))["documenten"]
    assert (eerste["ingetrokken"], eerste["hash"], eerste["inhoud"]) == (False, HASH, BERICHT.publiek)
    assert (tweede["ingetrokken"], tweede["hash"], tweede["inhoud"]) == (True, "", None)
    goed = uitslag(sleutel="weg", versie=3, hash="")
    (antwoord,) = uitslagen([WEG], 200, {}, json.dumps({"uitslagen": [goed]}).encode())
    assert antwoord.code == 200


@pytest.mark.parametrize(
    ("koppen", "seconden"),
    [
        ({"retry-after": "30"}, 30.0),
        ({"retry-after": "Mon, 23 Nov 2026 10:01:00 GMT", "date": "Mon, 23 Nov 2026 10:00:00 GMT"}, 60.0),
        ({"retry-after": "Mon, 23 Nov 2026 09:00:00 GMT", "date": "Mon, 23 Nov 2026 10:00:00 GMT"}, 0.0),
        ({"retry-after": "straks"}, None),
        ({"retry-after": "-5"}, None),
        ({"retry-after": "Mon, 23 Nov 2026 10:01:00 GMT"}, None),
        ({}, None),
    ],
)
def test_hoe_lang_wij_gevraagd_worden_te_wachten(koppen, seconden) -> None:
    assert wachttijd(koppen) == seconden


LID = {"bereik": "sliedrecht", "documentsoort": "product", "sleutel": "paspoort-aanvragen"}


@pytest.mark.parametrize(
    "lid",
    [
        LID | {"versie": 1, "hash": HASH, "ingetrokken": True},
        LID | {"versie": 1, "hash": "", "ingetrokken": False},
        LID | {"versie": 1, "hash": "kort", "ingetrokken": False},
        LID | {"versie": -1, "hash": HASH, "ingetrokken": False},
        LID | {"versie": 1.5, "hash": HASH, "ingetrokken": False},
        LID | {"versie": float("nan"), "hash": HASH, "ingetrokken": False},
        LID | {"versie": float("inf"), "hash": HASH, "ingetrokken": False},
        LID | {"versie": 2.0**53, "hash": HASH, "ingetrokken": False},
        LID | {"versie": 1, "hash": HASH},
        LID | {"sleutel": "../../etc", "versie": 1, "hash": HASH, "ingetrokken": False},
        LID | {"sleutel": "andere-emmer", "versie": 1, "hash": HASH, "ingetrokken": False},
        "tekst",
    ],
)
def test_een_manifest_dat_niet_te_lezen_is_wordt_niet_geloofd(lid) -> None:
    with pytest.raises(StandFout):
        leden("c3", json.dumps({"documenten": [lid]}).encode())


@pytest.mark.parametrize(
    "lichaam", [b"", b"{}", b'{"emmers": []}', b'{"emmers": {"c3": "kort"}}', b'{"emmers": {"x": 1}}']
)
def test_een_manifest_zonder_emmers_is_geen_leeg_manifest(lichaam) -> None:
    with pytest.raises(StandFout):
        digests(lichaam)


@pytest.mark.parametrize("versie", [4294967297, 4294967297.0])
def test_een_versie_in_het_manifest_mag_een_geheel_getal_met_een_punt_zijn(versie) -> None:
    """JSON Schema 2020-12 (6.1.1) counts 1.0 as an integer; some languages write every number that way."""
    lid = LID | {"versie": versie, "hash": HASH, "ingetrokken": False}
    (stand,) = leden("c3", json.dumps({"documenten": [lid]}).encode()).values()
    assert (stand.versie, type(stand.versie)) == (4294967297, int)


def test_een_leeg_manifest_is_er_een() -> None:
    assert digests(b'{"emmers": {}}') == {}
