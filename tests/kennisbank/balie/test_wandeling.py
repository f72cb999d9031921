"""Every address of the desk, whole and in parts, as whoever may not be there and as whoever may only read.

Nothing internal may be in any answer and nothing may change. Every new address of the desk is walked by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from kennisbank.balie import urls
from redactie.keuzes import Rol
from tests import factories as f
from tests.kennisbank.balie.test_toegang import GEHEIM
from tests.tabellen import rijen_per_tabel

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("balie")]

DELEN = ("", "alles", "lijst", "antwoord")
WAARDEN = {"bereik": "sliedrecht", "sleutel": "rijbewijs-kwijt"}
"""What stands in an address in the place of a part; any other part is 1."""

BUITEN = ("afmelden/",)
"""Ends the walk."""

SPOREN_VAN_NIEMAND = frozenset(
    {
        "django_session",
        "auth_user",
        "kennisbank_dagtelling",
        "kennisbank_dagsleutel",
        "kennisbank_vraagspoor",
    }
)
"""Who signed in last, and that a question came to nothing: of nobody."""

PUBLIEK = "U betaalt € 49,00"


def adressen() -> Iterator[str]:
    for patroon in urls.urlpatterns:
        route = str(patroon.pattern)
        if route not in BUITEN:
            yield "/balie/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda m: WAARDEN.get(m[1], "1"), route)


def bezoeken(client: Client) -> Iterator[tuple[str, Any]]:
    """A look and a POST with what an agent would send, for the whole page and for each part."""
    # The secret itself is never sent: wherever it appears, it leaked. Half of it finds what it stands in.
    gegevens = {"vraag": "vlekkenper", "typend": "1", "open": "rijbewijs-kwijt", "vervolg": "rijbewijs-kwijt"}
    gegevens |= {"veld": "kosten", "uitkomst": "beantwoord", "opmerking": "Klopt dit?", "antwoord": "x"}
    for adres in adressen():
        for deel in DELEN:
            kop = {"X-Balie-Deel": deel} if deel else {}
            yield f"GET {adres} [{deel}]", client.get(adres, headers=kop)
            yield f"POST {adres} [{deel}]", client.post(adres, gegevens, headers=kop)


def inhoud(antwoord: Any) -> str:
    ruw = b"".join(antwoord.streaming_content) if antwoord.streaming else antwoord.content
    return ruw.decode("utf-8", "replace") + str(antwoord.headers)


def gezien(client: Client) -> tuple[dict[str, list[str]], str]:
    """Per visit the secrets in the answer; and all answers together. None of them may be a fault."""
    gelekt, alles = {}, []
    for naam, antwoord in bezoeken(client):
        assert antwoord.status_code < 500, naam
        tekst = inhoud(antwoord)
        alles.append(tekst)
        if geheimen := [geheim for geheim in GEHEIM if geheim in tekst]:
            gelekt[naam] = geheimen
    return gelekt, "".join(alles)


def client_van(rol: Rol | None, gemeente: str = "") -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(
        f.GebruikerFactory(rol=rol, gemeente=f.GemeenteFactory(slug=gemeente) if gemeente else None)
    )
    return client


@pytest.mark.parametrize(
    ("rol", "gemeente"),
    [
        ("niemand", ""),
        (None, ""),
        (Rol.BEHEERDER, ""),
        (Rol.KCC, "dordrecht"),
        (Rol.LEZER, "dordrecht"),
        (Rol.PUBLICIST, "dordrecht"),
    ],
)
def test_een_buitenstaander_ziet_niets_van_deze_balie(rol: Any, gemeente: str) -> None:
    client = Client(raise_request_exception=False) if rol == "niemand" else client_van(rol, gemeente)
    voor = rijen_per_tabel(behalve=SPOREN_VAN_NIEMAND)
    gelekt, alles = gezien(client)
    assert gelekt == {}
    assert PUBLIEK not in alles
    assert rijen_per_tabel(behalve=SPOREN_VAN_NIEMAND) == voor


@pytest.mark.parametrize(
    ("rol", "gemeente"),
    [
        (Rol.LEZER, "sliedrecht"),
        (Rol.LEZER, ""),
        (Rol.REDACTEUR, "sliedrecht"),
        (Rol.PUBLICIST, "sliedrecht"),
        (Rol.KCC_REDACTEUR, ""),
        (Rol.CENTRAAL, ""),
    ],
)
def test_ander_personeel_leest_zonder_wat_intern_is_en_verandert_niets(rol: Rol, gemeente: str) -> None:
    client = client_van(rol, gemeente)
    voor = rijen_per_tabel(behalve=SPOREN_VAN_NIEMAND)
    gelekt, alles = gezien(client)
    assert gelekt == {}
    assert PUBLIEK in alles
    assert "U leest hier mee" in alles
    assert rijen_per_tabel(behalve=SPOREN_VAN_NIEMAND) == voor


def test_de_controle_een_medewerker_ziet_al_die_geheimen_wel() -> None:
    gelekt, alles = gezien(client_van(Rol.KCC, "sliedrecht"))
    assert {geheim for geheimen in gelekt.values() for geheim in geheimen} == set(GEHEIM)
    assert len(gelekt) > 8
    assert "U leest hier mee" not in alles


def test_wie_voor_een_andere_gemeente_antwoordt_ziet_haar_geheimen_ook() -> None:
    f.BeantwoordingFactory(
        door=f.GemeenteFactory(slug="dordrecht"),
        voor=f.GemeenteFactory(slug="sliedrecht"),
        kanalen=["telefoon"],
    )
    gelekt, alles = gezien(client_van(Rol.KCC, "dordrecht"))
    assert {geheim for geheimen in gelekt.values() for geheim in geheimen} == set(GEHEIM)
    assert "Voor Sliedrecht antwoordt u alleen per telefoon." in alles


def test_elk_adres_van_de_balie_is_gezien() -> None:
    assert len(list(adressen())) == len(urls.urlpatterns) - len(BUITEN)
    assert all("<" not in adres for adres in adressen())
