"""The fifty commonest questions, in every municipality: its own answer stands on top."""

from __future__ import annotations

import pytest

from kennisbank.publicaties import lijst
from kennisbank.relevantie.proefindex import live
from kennisbank.zoeken import zoek
from redactie.bronnen import REGIO
from search.bereik import balie
from search.moetwinnen import proefvragen
from search.motor import InGeneratie

pytestmark = pytest.mark.django_db

GEMEENTEN = (
    "alblasserdam",
    "dordrecht",
    "hardinxveld-giessendam",
    "hendrik-ido-ambacht",
    "papendrecht",
    "sliedrecht",
    "zwijndrecht",
)


@pytest.mark.parametrize("gemeente", GEMEENTEN)
def test_elke_vraag_heeft_het_antwoord_van_deze_gemeente_bovenaan(
    tantivy: InGeneratie, gemeente: str
) -> None:
    eigen = {regel.sleutel: regel for regel in lijst(gemeente)}
    verloren = []
    for vraag in proefvragen():
        antwoord = zoek(vraag.vraag, balie(gemeente), machine=tantivy)
        eerste = antwoord.regels[0] if antwoord.regels else None
        if eerste is None or eerste.sleutel not in vraag.sleutels or eerste != eigen[eerste.sleutel]:
            verloren.append((vraag.vraag, [regel.sleutel for regel in antwoord.regels[:3]]))
    assert verloren == []


def test_elke_vraag_kan_in_elke_gemeente_gewonnen_worden(regio: None) -> None:
    per_bereik = live()
    assert set(per_bereik) == {*GEMEENTEN, REGIO}
    onmogelijk = [
        (gemeente, vraag.vraag)
        for gemeente in GEMEENTEN
        for vraag in proefvragen()
        if per_bereik[gemeente].isdisjoint(vraag.sleutels)
    ]
    assert onmogelijk == []
