"""When a desk warns that nothing new comes in."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from kennisbank.balie.stilstand import in_woorden
from sync.models import Syncstand
from sync.stilstand import stil_sinds


@pytest.mark.parametrize(
    ("duur", "woorden"),
    [
        (timedelta(minutes=5, seconds=1), "5 minuten"),
        (timedelta(minutes=59, seconds=59), "59 minuten"),
        (timedelta(hours=1), "1 uur"),
        (timedelta(hours=47, minutes=59), "47 uur"),
        (timedelta(days=3, hours=2), "3 dagen"),
    ],
)
def test_hoe_lang_al_in_hele_stukken(duur: timedelta, woorden: str) -> None:
    assert in_woorden(duur) == woorden


@pytest.mark.django_db
def test_pas_na_meer_dan_vijf_minuten_en_niet_als_er_nooit_iets_was() -> None:
    nu = timezone.now()
    assert stil_sinds(nu=nu) is None
    klop = nu - timedelta(minutes=5)
    Syncstand.klop(op=klop)
    assert stil_sinds(nu=nu) is None
    assert stil_sinds(nu=nu + timedelta(seconds=1)) == klop


@pytest.mark.django_db
def test_op_het_scherm_in_de_lijst_en_in_wat_de_balie_zelf_vraagt(balie: None, kcc: Client) -> None:
    def teksten() -> list[str]:
        return [
            kcc.get("/balie/sliedrecht/").content.decode(),
            kcc.post(
                "/balie/sliedrecht/", {"vraag": "x"}, headers={"X-Balie-Deel": "lijst"}
            ).content.decode(),
        ]

    assert all('id="stilstand"' not in tekst for tekst in teksten())
    assert kcc.get("/balie/sliedrecht/_titels/").headers["X-Balie-Stil"] == "0"
    Syncstand.klop(op=timezone.now() - timedelta(minutes=7))
    assert all("Er komt niets nieuws binnen, al 7 minuten." in tekst for tekst in teksten())
    etag = kcc.get("/balie/sliedrecht/_titels/").headers["ETag"]
    ongewijzigd = kcc.get("/balie/sliedrecht/_titels/", headers={"If-None-Match": etag})
    assert (ongewijzigd.status_code, ongewijzigd.headers["X-Balie-Stil"]) == (304, "1")
