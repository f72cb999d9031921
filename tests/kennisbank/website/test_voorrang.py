"""Pages that lie ready: the same answer as the ordinary way, without Django, and never one that no longer holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pytest
import time_machine
from django.db import DatabaseError
from django.test import RequestFactory

from kennisbank.website import klaar, pagina
from kennisbank.website.poort import Gemeentepoort
from kennisbank.website.voorrang import Voorrang
from tests.kennisbank.uitgave import geef_uit, trek_in
from tests.kennisbank.website.gemeentedocument import BURGERZAKEN, gemeente_live, mededeling

pytestmark = pytest.mark.django_db

PASPOORT = "/product/paspoort-aanvragen/"
SLIEDRECHT = "sliedrecht.localhost"


@dataclass
class Gekregen:
    status: str
    koppen: dict[str, str]
    inhoud: bytes
    django: bool
    """Whether the ordinary way was taken."""


Vraag = Callable[..., Gekregen]


@pytest.fixture
def vraag(rf: RequestFactory, monkeypatch: Any) -> Vraag:
    """Ask the WSGI application; what stands behind it is the gate, as in `poort.py`."""
    # As Django's own test client: a test stays on the connection of its transaction.
    monkeypatch.setattr(klaar, "verse_verbinding", lambda: None)
    gevraagd: list[str] = []

    def elders(request: Any) -> Any:
        pytest.fail("deze host is geen gemeente")

    def gewoon(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        gevraagd.append(environ["PATH_INFO"])
        response = Gemeentepoort(elders)(rf.generic(environ["REQUEST_METHOD"], "/", **environ))
        start_response(f"{response.status_code} {response.reason_phrase}", list(response.items()))
        return response

    voorrang = Voorrang(gewoon)

    def stel(pad: str = PASPOORT, host: str = SLIEDRECHT, methode: str = "GET", **meta: str) -> Gekregen:
        begin: list[Any] = []
        environ = rf._base_environ(PATH_INFO=pad, REQUEST_METHOD=methode, HTTP_HOST=host, **meta)
        eerder = len(gevraagd)
        inhoud = b"".join(voorrang(environ, lambda *woorden: begin.extend(woorden)))
        return Gekregen(begin[0], dict(begin[1]), inhoud, len(gevraagd) > eerder)

    return stel


def paspoort(bereik: str = "sliedrecht", **rest: Any) -> Any:
    product = {"behandelaar": "burgerzaken", "verwant": ("rijbewijs",), **rest.pop("product", {})}
    return geef_uit(bereik, "paspoort-aanvragen", "Paspoort aanvragen", product=product, **rest)


@pytest.fixture
def live(sliedrecht: Any) -> Any:
    geef_uit("sliedrecht", "rijbewijs", "Rijbewijs")
    return paspoort()


# The same answer


def test_de_tweede_keer_komt_dezelfde_pagina_zonder_django(live: Any, vraag: Vraag) -> None:
    eerst, daarna = vraag(), vraag()
    assert (eerst.django, daarna.django) == (True, False)
    assert (daarna.status, daarna.koppen, daarna.inhoud) == (eerst.status, eerst.koppen, eerst.inhoud)
    assert b"Paspoort aanvragen" in daarna.inhoud


@pytest.mark.parametrize("voorvoegsel", ["", "W/"])
def test_wie_de_pagina_al_heeft_krijgt_hetzelfde_304(live: Any, vraag: Vraag, voorvoegsel: str) -> None:
    etag = voorvoegsel + vraag().koppen["ETag"]
    snel = vraag(HTTP_IF_NONE_MATCH=etag)
    klaar.vergeet()
    gewoon = vraag(HTTP_IF_NONE_MATCH=etag)
    assert (snel.django, gewoon.django) == (False, True)
    assert (snel.status, snel.koppen, snel.inhoud) == (gewoon.status, gewoon.koppen, gewoon.inhoud)
    assert snel.status == "304 Not Modified"


def test_wie_een_oude_pagina_heeft_krijgt_de_nieuwe(live: Any, vraag: Vraag) -> None:
    vraag()
    gekregen = vraag(HTTP_IF_NONE_MATCH='"oud"')
    assert gekregen.status == "200 OK"
    assert b"Paspoort aanvragen" in gekregen.inhoud


def test_het_kost_een_query(live: Any, vraag: Vraag, django_assert_num_queries: Any) -> None:
    vraag()
    with django_assert_num_queries(1):
        assert not vraag().django


# The ordinary way


@pytest.mark.parametrize("methode", ["HEAD", "POST", "OPTIONS"])
def test_een_andere_methode_gaat_de_gewone_weg(live: Any, vraag: Vraag, methode: str) -> None:
    vraag()
    gekregen = vraag(methode=methode)
    assert gekregen.django
    assert gekregen.inhoud == b""


@pytest.mark.parametrize(
    "kop", ["HTTP_IF_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_UNMODIFIED_SINCE", "SCRIPT_NAME"]
)
def test_een_bijzondere_vraag_gaat_de_gewone_weg(live: Any, vraag: Vraag, kop: str) -> None:
    vraag()
    assert vraag(**{kop: '"x"' if kop.startswith("HTTP") else "/onder"}).django


@pytest.mark.parametrize("pad", ["/", "/a-z/", "/contact/", "/zoeken/", "/product/weg/"])
def test_een_pagina_zonder_bewijs_ligt_nooit_klaar(live: Any, vraag: Vraag, pad: str) -> None:
    vraag(pad)
    assert vraag(pad).django


def test_zonder_database_gaat_het_de_gewone_weg(live: Any, vraag: Vraag, monkeypatch: Any) -> None:
    vraag()

    def stuk(*args: Any) -> None:
        raise DatabaseError

    monkeypatch.setattr(klaar, "standrijen", stuk)
    assert vraag().django


def test_tijdens_het_ontwikkelen_ligt_niets_klaar(live: Any, vraag: Vraag, settings: Any) -> None:
    settings.DEBUG = True
    vraag()
    assert vraag().django


# Never one that no longer holds


def _verander_tekst() -> None:
    paspoort(kosten="Dit kost 12 euro.")


def _verander_gemeente() -> None:
    gemeente_live("sliedrecht", telefoon="14 079")


def _verander_verwant() -> None:
    geef_uit("sliedrecht", "rijbewijs", "Rijbewijs (nieuw)")


def _trek_verwant_in() -> None:
    trek_in("sliedrecht", "rijbewijs")


@pytest.mark.parametrize(
    "verander", [_verander_tekst, _verander_gemeente, _verander_verwant, _trek_verwant_in]
)
def test_elke_verandering_staat_er_meteen(live: Any, vraag: Vraag, verander: Callable[[], None]) -> None:
    eerst = vraag()
    assert not vraag().django
    verander()
    nu = vraag(HTTP_IF_NONE_MATCH=eerst.koppen["ETag"])
    assert nu.django
    assert nu.status == "200 OK"
    assert nu.inhoud != eerst.inhoud
    assert vraag().inhoud == nu.inhoud


def test_een_verwant_product_dat_er_nog_niet_was_staat_er_meteen(sliedrecht: Any, vraag: Vraag) -> None:
    paspoort()
    assert b"Rijbewijs" not in vraag().inhoud
    geef_uit("sliedrecht", "rijbewijs", "Rijbewijs")
    assert b"Rijbewijs" in vraag().inhoud


def test_ingetrokken_is_meteen_weg(live: Any, vraag: Vraag) -> None:
    vraag()
    trek_in("sliedrecht", "paspoort-aanvragen")
    assert vraag().status == "404 Not Found"


def test_een_mededeling_verschijnt_en_verdwijnt_op_de_seconde(db: None, vraag: Vraag) -> None:
    melding = mededeling(
        "dicht", "Wij zijn dicht.", van="2026-12-05T08:00:20+01:00", tot="2026-12-05T08:00:40+01:00"
    )
    gemeente_live("sliedrecht", mededelingen=[melding])
    paspoort()
    getoond = {}
    for seconde in ("00", "19", "20", "39", "40"):
        with time_machine.travel(datetime.fromisoformat(f"2026-12-05T07:00:{seconde}+00:00"), tick=False):
            gekregen = vraag()
            getoond[seconde] = (b"Wij zijn dicht." in gekregen.inhoud, gekregen.django)
    assert getoond == {
        "00": (False, True),
        "19": (False, False),
        "20": (True, True),
        "39": (True, False),
        "40": (False, True),
    }


def test_open_of_dicht_verandert_op_de_minuut(sliedrecht: Any, vraag: Vraag) -> None:
    assert BURGERZAKEN["openingstijden"][0]["tot"] == "17:00"
    paspoort()
    getoond = []
    for uur in ("15:59:00", "15:59:59", "16:00:00"):
        with time_machine.travel(datetime.fromisoformat(f"2026-11-23T{uur}+00:00"), tick=False):
            getoond.append(b"Bereikbaar tot 17.00 uur" in vraag().inhoud)
    assert getoond == [True, True, False]


def test_een_klok_die_teruggaat_geeft_niet_de_pagina_van_straks(db: None, vraag: Vraag) -> None:
    gemeente_live("sliedrecht", mededelingen=[mededeling("x", "Nu dicht.", van="2026-12-05T08:00:00+01:00")])
    paspoort()
    with time_machine.travel(datetime.fromisoformat("2026-12-05T07:00:00+00:00"), tick=False):
        assert b"Nu dicht." in vraag().inhoud
    with time_machine.travel(datetime.fromisoformat("2026-12-05T06:59:59+00:00"), tick=False):
        assert b"Nu dicht." not in vraag().inhoud


def test_na_een_minuut_maakt_een_304_de_pagina_weer_klaar(live: Any, vraag: Vraag) -> None:
    with time_machine.travel(datetime.fromisoformat("2026-12-05T03:00:30+00:00"), tick=False):
        etag = vraag().koppen["ETag"]
    with time_machine.travel(datetime.fromisoformat("2026-12-05T03:01:10+00:00"), tick=False):
        assert vraag(HTTP_IF_NONE_MATCH=etag).django
        assert not vraag(HTTP_IF_NONE_MATCH=etag).django
        assert not vraag().django


# Of this municipality, over this connection


def test_elke_gemeente_heeft_haar_eigen_pagina(live: Any, dordrecht: Any, vraag: Vraag) -> None:
    paspoort("dordrecht", kosten="In Dordrecht twaalf euro.")
    for _ in range(2):
        assert b"twaalf euro" not in vraag().inhoud
        assert b"twaalf euro" in vraag(host="dordrecht.localhost").inhoud
    assert not vraag(host="Dordrecht.LOCALHOST:8000").django


def test_http_krijgt_niet_wat_voor_https_klaarligt(live: Any, vraag: Vraag, settings: Any) -> None:
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.ALLOWED_HOSTS = []
    for _ in range(2):
        assert vraag(HTTP_X_FORWARDED_PROTO="https").status == "200 OK"
        assert vraag(HTTP_X_FORWARDED_PROTO="http").status == "301 Moved Permanently"
        assert vraag().status == "301 Moved Permanently"
    assert not vraag(HTTP_X_FORWARDED_PROTO="https").django


def test_er_liggen_niet_meer_dan_zoveel_paginas(live: Any, vraag: Vraag, monkeypatch: Any) -> None:
    monkeypatch.setattr(klaar, "MEESTE", 1)
    vraag()
    vraag("/product/rijbewijs/")
    assert not vraag("/product/rijbewijs/").django
    assert vraag().django


def test_dezelfde_inhoud_staat_er_maar_een_keer(live: Any, vraag: Vraag) -> None:
    vraag()
    (ligt,) = klaar._voorraad.per_plek.values()
    assert ligt.inhoud is pagina._geheugen.haal(ligt.etag)
