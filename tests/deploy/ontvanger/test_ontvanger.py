"""The reference receiver: what it shows, and what it refuses before it looks at documents."""

from __future__ import annotations

import http.client
from datetime import UTC, datetime
from urllib.parse import urlsplit

import httpx
import pytest
from standardwebhooks import Webhook

from deploy.ontvanger.documenten import product
from deploy.ontvanger.ontvanger import Ontvanger, is_echt
from deploy.ontvanger.zender import Zender
from tests import ontvangers as o

GEHEIM = o.nieuw_geheim()


@pytest.fixture
def adres(tmp_path):
    with o.draai(Ontvanger(o.opslag_in(tmp_path), [GEHEIM])) as adres:
        yield adres


def test_de_handtekening_is_die_van_standard_webhooks() -> None:
    """The vector of the specification (standardwebhooks 1.0, `msg_p5jXN8AQM9LWM0D4loKWxJek`)."""
    geheim, lichaam = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", b'{"test": 2432232314}'
    koppen = {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }
    assert is_echt([geheim], koppen, lichaam, 1614265330.0)
    assert not is_echt([geheim], koppen, lichaam + b" ", 1614265330.0)
    moment = datetime.fromtimestamp(1614265330, UTC)
    eigen = Webhook(geheim).sign(koppen["webhook-id"], moment, lichaam.decode())
    assert eigen == koppen["webhook-signature"]


def test_wat_ontvangen_is_staat_ontsnapt_op_de_pagina(adres) -> None:
    zender = Zender(adres, GEHEIM)
    aanval = product(zender.bereik, "aanval", 1, "<script>alert(1)</script>")
    zender.lever(aanval, product(zender.bereik, "weg", 1, None))
    lijst = httpx.get(f"{adres}/").text
    assert "<script>" not in lijst
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in lijst
    assert "1 live, 1 ingetrokken." in lijst
    een = httpx.get(f"{adres}/toon/{zender.bereik}/product/aanval")
    assert "<script>" not in een.text
    assert "default-src 'none'" in een.headers["content-security-policy"]
    assert "ingetrokken" in httpx.get(f"{adres}/toon/{zender.bereik}/product/weg").text
    assert httpx.get(f"{adres}/toon/{zender.bereik}/product/nooit").status_code == 404


def test_een_lege_ontvanger_zegt_hoe_er_iets_komt(adres) -> None:
    assert "Na de eerste levering" in httpx.get(f"{adres}/").text


@pytest.mark.parametrize(
    ("methode", "pad", "code"),
    [
        ("GET", "/publicaties", 405),
        ("PUT", "/manifest", 405),
        ("GET", "/elders", 404),
        ("GET", "/manifest/zz", 404),
    ],
)
def test_een_ander_adres_of_een_andere_methode_is_geen_levering(adres, methode, pad, code) -> None:
    assert httpx.request(methode, adres + pad).status_code == code


def test_een_te_grote_levering_wordt_niet_gelezen(adres) -> None:
    lijn = http.client.HTTPConnection(urlsplit(adres).netloc, timeout=10)
    lijn.putrequest("PUT", "/publicaties")
    lijn.putheader("Content-Length", str(10**9))
    lijn.endheaders()
    assert lijn.getresponse().status == 413
    lijn.close()
