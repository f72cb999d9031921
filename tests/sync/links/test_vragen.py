"""One address asked: HEAD and GET, redirects, refusals, and everything a server can do wrong. No real network."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import httpx
import pytest

from sync.links.oordeel import Poging, Uitkomst
from sync.links.vragen import Toegang, Vrager
from tests.sync.nepserver import Gedrag, Nepserver

Url = Callable[..., str]


def mag(adres: str) -> Toegang:
    return Toegang.MAG


def naar(pad: str, code: int = 301) -> Gedrag:
    return Gedrag(code, (("Location", pad),))


def test_een_pagina_die_er_is_wordt_alleen_met_head_gevraagd(
    server: Nepserver, url: Url, vrager: Vrager
) -> None:
    assert vrager.vraag(url("/pas?x=1"), mag) == Poging(Uitkomst.GOED)
    assert [(soort, pad) for soort, _, pad in server.gevraagd] == [("HEAD", "/pas?x=1")]
    assert server.koppen[0]["user-agent"] == "proefrobot/1.0"


@pytest.mark.parametrize(
    "gedrag", [Gedrag(405), Gedrag(404), Gedrag(500), Gedrag(403), Gedrag(afbreken=True)]
)
def test_wie_geen_head_kent_krijgt_get(server: Nepserver, url: Url, vrager: Vrager, gedrag: Gedrag) -> None:
    server.gedrag["HEAD /pas"] = gedrag
    assert vrager.vraag(url("/pas"), mag).uitkomst is Uitkomst.GOED
    assert server.paden("GET") == ["/pas"]


@pytest.mark.parametrize(
    ("code", "uitkomst", "woord"),
    [
        (404, Uitkomst.FOUT, "bestaat niet meer"),
        (410, Uitkomst.FOUT, "bestaat niet meer"),
        (500, Uitkomst.FOUT, "geeft een fout"),
        (401, Uitkomst.GESLOTEN, "laat zich niet nakijken"),
        (403, Uitkomst.GESLOTEN, "laat zich niet nakijken"),
        (999, Uitkomst.GESLOTEN, "laat zich niet nakijken"),
        (304, Uitkomst.FOUT, "geeft een fout"),
    ],
)
def test_wat_een_antwoord_betekent(
    server: Nepserver, url: Url, vrager: Vrager, code: int, uitkomst: Uitkomst, woord: str
) -> None:
    server.gedrag["/pas"] = Gedrag(code)
    poging = vrager.vraag(url("/pas"), mag)
    assert poging.uitkomst is uitkomst
    assert woord in poging.melding


@pytest.mark.parametrize(
    ("koppen", "wacht"),
    [
        ((("Retry-After", "120"),), timedelta(minutes=2)),
        (
            (("Date", "Mon, 23 Nov 2026 09:00:00 GMT"), ("Retry-After", "Mon, 23 Nov 2026 10:00:00 GMT")),
            timedelta(hours=1),
        ),
        ((("Retry-After", "straks"),), None),
        ((), None),
    ],
)
def test_wie_om_rust_vraagt_krijgt_rust(
    server: Nepserver, url: Url, vrager: Vrager, koppen: Any, wacht: timedelta | None
) -> None:
    server.gedrag["/pas"] = Gedrag(429, koppen)
    assert vrager.vraag(url("/pas"), mag) == Poging(Uitkomst.LATER, wacht=wacht)


def test_blijvend_doorverwezen_is_verhuisd(server: Nepserver, url: Url, vrager: Vrager) -> None:
    server.gedrag |= {"/oud": naar("/nieuw"), "/nieuw": naar("/nieuwer", 308)}
    poging = vrager.vraag(url("/oud"), mag)
    assert (poging.uitkomst, poging.naar) == (Uitkomst.VERHUISD, url("/nieuwer"))


@pytest.mark.parametrize("code", [302, 303, 307])
def test_tijdelijk_doorverwezen_is_goed_en_wordt_onthouden(
    server: Nepserver, url: Url, vrager: Vrager, code: int
) -> None:
    server.gedrag |= {"/oud": naar("/nieuw"), "/nieuw": naar("/nu", code)}
    assert vrager.vraag(url("/oud"), mag) == Poging(Uitkomst.GOED, "", url("/nu"))


def test_verwezen_naar_wat_er_niet_is(server: Nepserver, url: Url, vrager: Vrager) -> None:
    server.gedrag |= {"/oud": naar("/weg"), "/weg": Gedrag(404)}
    poging = vrager.vraag(url("/oud"), mag)
    assert (poging.uitkomst, poging.naar) == (Uitkomst.FOUT, url("/weg"))


def test_een_kring_en_een_eindeloze_rij_houden_op(server: Nepserver, url: Url, vrager: Vrager) -> None:
    server.gedrag |= {"/a": naar("/b"), "/b": naar("/a")}
    assert vrager.vraag(url("/a"), mag).melding == "Het adres verwijst naar zichzelf."
    server.gedrag |= {f"/{n}": naar(f"/{n + 1}") for n in range(20)}
    assert vrager.vraag(url("/0"), mag).melding == "Het adres blijft doorverwijzen."


def test_een_verwijzing_naar_binnen_wordt_niet_gevolgd(server: Nepserver, url: Url, vrager: Vrager) -> None:
    server.gedrag["/oud"] = naar("http://binnen.voorbeeld.nl/beheer")
    poging = vrager.vraag(url("/oud"), mag)
    assert (poging.uitkomst, "openbare internet" in poging.melding) == (Uitkomst.GESLOTEN, True)


@pytest.mark.parametrize("doel", ["ftp://a.nl/", "javascript:alert(1)", "file:///etc/passwd", "http://[::1"])
def test_een_verwijzing_naar_iets_anders_valt_niet_om(
    server: Nepserver, url: Url, vrager: Vrager, doel: str
) -> None:
    server.gedrag["/oud"] = naar(doel)
    assert vrager.vraag(url("/oud"), mag).uitkomst in (Uitkomst.GESLOTEN, Uitkomst.FOUT)


def test_koekjes_worden_niet_bewaard_en_niet_gestuurd(server: Nepserver, url: Url, vrager: Vrager) -> None:
    server.gedrag["/oud"] = Gedrag(301, (("Location", "/nieuw"), ("Set-Cookie", "volg=mij; Path=/")))
    vrager.vraag(url("/oud"), mag)
    vrager.vraag(url("/nieuw"), mag)
    assert not any("cookie" in koppen for koppen in server.koppen)


def test_druppelen_afbreken_en_zwijgen_zijn_fouten_in_gewone_woorden(
    server: Nepserver, url: Url, vrager: Vrager
) -> None:
    server.gedrag |= {"/traag": Gedrag(druppel=0.3), "/weg": Gedrag(afbreken=True)}
    assert vrager.vraag(url("/traag"), mag).melding == "De site antwoordt niet binnen de tijd."
    assert vrager.vraag(url("/weg"), mag).melding == "De site is niet te bereiken."
    assert vrager.vraag("http://www.voorbeeld.nl:1/", mag).melding == "De site is niet te bereiken."


def test_de_tekst_van_een_pagina_wordt_niet_gelezen(server: Nepserver, url: Url, vrager: Vrager) -> None:
    server.gedrag |= {"HEAD /groot": Gedrag(405), "GET /groot": Gedrag(tekst=b"x" * 5_000_000)}
    assert vrager.vraag(url("/groot"), mag).uitkomst is Uitkomst.GOED
    assert vrager.een("GET", url("/groot")).tekst == ""


def test_van_robots_wordt_niet_meer_gelezen_dan_nodig(server: Nepserver, url: Url, vrager: Vrager) -> None:
    server.gedrag["/robots.txt"] = naar("/elders.txt", 302)
    server.gedrag["/elders.txt"] = Gedrag(tekst=b"User-agent: *\n" + b"#" * 2_000_000)
    assert len(vrager.robots(url("/pas")).tekst) == 512_000


@pytest.mark.parametrize(
    ("toegang", "uitkomst"), [(Toegang.VERBODEN, Uitkomst.GESLOTEN), (Toegang.STRAKS, Uitkomst.LATER)]
)
def test_zonder_toegang_wordt_er_niets_gevraagd(
    server: Nepserver, url: Url, vrager: Vrager, toegang: Toegang, uitkomst: Uitkomst
) -> None:
    assert vrager.vraag(url("/pas"), lambda adres: toegang).uitkomst is uitkomst
    assert server.gevraagd == []


def test_een_certificaat_dat_niet_klopt_heet_zo(vrager: Vrager, monkeypatch: Any) -> None:
    def kapot(*_: Any) -> None:
        raise httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed")

    monkeypatch.setattr(vrager, "een", kapot)
    assert vrager.vraag("https://www.voorbeeld.nl/", mag).melding == "Het certificaat van de site klopt niet."
