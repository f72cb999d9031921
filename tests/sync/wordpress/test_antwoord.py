"""What WordPress answered (6.1, taken from the real one), and what that means for a delivery."""

from __future__ import annotations

import json

import pytest

from sync.classificatie import Oordeel, beoordeel
from sync.wordpress.antwoord import NIET_AANGEMELD, ROL, Geweigerd, lees

NIET_TOEGESTAAN = "Sorry, you are not allowed to edit posts in this post type."
STATUS_VERBODEN = {
    "code": "rest_invalid_param",
    "message": "Invalid parameter(s): status",
    "data": {
        "status": 400,
        "params": {"status": "Status is forbidden."},
        "details": {
            "status": {
                "code": "rest_forbidden_status",
                "message": "Status is forbidden.",
                "data": {"status": 401},
            }
        },
    },
}
ANDERE_PARAMETER = {
    "code": "rest_invalid_param",
    "message": "Invalid parameter(s): per_page",
    "data": {
        "status": 400,
        "details": {"per_page": {"code": "rest_out_of_bounds", "message": "x", "data": None}},
    },
}
DATABASE = b"<!DOCTYPE html>\n<html dir='ltr'>\n<head>\n<title>Database Error</title>"
ONDERHOUD = b"<!DOCTYPE html>\n<html dir='ltr'>\n<head>\n<title>Maintenance</title>"
# To who asks for JSON, it dies in JSON.
STORING_JSON = (
    b'{"code":"wp_die","message":"<h1>Error establishing a database connection<\\/h1>",'
    b'"data":{"status":500},"additional_errors":[]}'
)
ONDERHOUD_JSON = (
    b'{"code":"wp_die","message":"Briefly unavailable for scheduled maintenance. Check back in a minute.",'
    b'"data":{"status":503},"additional_errors":[]}'
)
NIET_GEVONDEN = b"<html><head><title>404 Not Found</title></head></html>"


def fout(code: str, status: int, melding: str = "Sorry.") -> bytes:
    return json.dumps({"code": code, "message": melding, "data": {"status": status}}).encode()


def als_redacteur_zonder_rechten() -> bytes:
    anders = json.loads(json.dumps(STATUS_VERBODEN))
    anders["data"]["details"]["status"]["data"]["status"] = 403
    return json.dumps(anders).encode()


TABEL = [
    # What it answered, to a reading or a writing, and what becomes of the delivery; a piece of what we say of it.
    (401, fout("rest_forbidden_context", 401, NIET_TOEGESTAAN), False, Oordeel.QUARANTAINE, NIET_AANGEMELD),
    (400, json.dumps(STATUS_VERBODEN).encode(), False, Oordeel.QUARANTAINE, NIET_AANGEMELD),
    (400, als_redacteur_zonder_rechten(), False, Oordeel.QUARANTAINE, ROL),
    (401, fout("incorrect_password", 401), False, Oordeel.QUARANTAINE, NIET_AANGEMELD),
    (401, fout("invalid_username", 401), False, Oordeel.QUARANTAINE, NIET_AANGEMELD),
    (403, fout("rest_cannot_create", 403), True, Oordeel.QUARANTAINE, ROL),
    (
        401,
        fout("rest_disabled", 401, "The REST API is <b>disabled</b>."),
        False,
        Oordeel.QUARANTAINE,
        "is disabled .",
    ),
    (401, NIET_GEVONDEN, False, Oordeel.QUARANTAINE, "beveiliging"),
    (403, NIET_GEVONDEN, False, Oordeel.QUARANTAINE, "beveiliging"),
    (403, NIET_GEVONDEN, True, Oordeel.PARKEREN, "beveiliging"),
    (400, json.dumps(ANDERE_PARAMETER).encode(), True, Oordeel.PARKEREN, "per_page"),
    (413, NIET_GEVONDEN, True, Oordeel.PARKEREN, "413"),
    (400, fout("rest_post_invalid_id", 400, "Invalid post parent ID."), True, Oordeel.OPNIEUW, "parent"),
    (404, fout("rest_post_invalid_id", 404, "Invalid post ID."), True, Oordeel.OPNIEUW, "Invalid post ID"),
    (404, fout("rest_no_route", 404), False, Oordeel.OPNIEUW, "geen pagina's aan"),
    (404, NIET_GEVONDEN, False, Oordeel.OPNIEUW, "geen WordPress"),
    (200, b"<html>Welkom</html>", False, Oordeel.OPNIEUW, "geen WordPress"),
    (200, b"", False, Oordeel.OPNIEUW, "geen WordPress"),
    (200, b'"tekst"', False, Oordeel.OPNIEUW, "geen WordPress"),
    (200, fout("internal_server_error", 500), False, Oordeel.OPNIEUW, "internal_server_error"),
    (500, DATABASE, False, Oordeel.OPNIEUW, "500"),
    (
        500,
        fout("internal_server_error", 500, "There has been a critical error"),
        True,
        Oordeel.OPNIEUW,
        "critical",
    ),
    (500, STORING_JSON, False, Oordeel.OPNIEUW, "Error establishing a database connection"),
    (503, ONDERHOUD_JSON, False, Oordeel.OPNIEUW, "onderhoud"),
    (503, ONDERHOUD, True, Oordeel.OPNIEUW, "onderhoud"),
    (429, b"", True, Oordeel.OPNIEUW, "429"),
    (410, b"", False, Oordeel.PAUZE, "410"),
    (301, b"", False, Oordeel.FOUT, "https://www.website.example"),
]


@pytest.mark.parametrize(("code", "lichaam", "schrijven", "oordeel", "melding"), TABEL)
def test_elk_antwoord_krijgt_het_goede_oordeel_en_een_uitleg(code, lichaam, schrijven, oordeel, melding):
    koppen = {"location": "https://www.website.example/wp-json"} if code == 301 else {}
    with pytest.raises(Geweigerd) as gevangen:
        lees(code, koppen, lichaam, schrijven=schrijven)
    antwoord = gevangen.value.antwoord
    assert beoordeel(antwoord, versie=1, hash_="h", hoogste=1) is oordeel
    assert melding in antwoord.melding


def test_onderhoud_zegt_hoe_lang_er_gewacht_wordt():
    with pytest.raises(Geweigerd) as gevangen:
        lees(503, {"retry-after": "600"}, ONDERHOUD, schrijven=False)
    assert gevangen.value.antwoord.wacht_seconden == 600


@pytest.mark.parametrize(
    "ervoor",
    [
        "",
        "\ufeff",
        "<br />\n<b>Notice</b>:  Undefined variable $kleur in <b>/weer.php</b><br />\n",
        "[07-Mar] Notice\n",
    ],
    ids=["niets", "bom", "melding van PHP", "regel als JSON"],
)
def test_wat_php_ervoor_zet_maakt_het_antwoord_niet_onleesbaar(ervoor):
    assert lees(200, {}, f'{ervoor}[{{"id": 4}}]'.encode(), schrijven=False) == [{"id": 4}]


def test_een_lange_rij_haken_kost_geen_eindeloze_tijd():
    with pytest.raises(Geweigerd):
        lees(200, {}, b"[\n" * 200_000, schrijven=False)
