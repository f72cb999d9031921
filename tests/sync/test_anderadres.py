"""A target that moves while somebody is about to bring it something."""

from __future__ import annotations

import pytest
from django.urls import reverse

from redactie.keuzes import Rol
from sync.doelbeheer import pauzeer
from sync.leveren import laad, te_beleveren
from sync.models import Doel, DoelToestand
from sync.verhuizen import NOG_STIL, verhuis
from tests.factories import GebruikerFactory, ProductFactory
from tests.ontvangers import nieuw_geheim
from tests.sync.conftest import ADEM, plan_alles
from tests.sync.doelproef import doel_voor

pytestmark = pytest.mark.django_db
NIEUW = "https://nieuw.example/a"


@pytest.fixture
def doel(regio):
    ProductFactory(sleutel="paspoort", gepubliceerd=True)
    plan_alles()
    return doel_voor("sliedrecht", "https://oud.example/a", nieuw_geheim())


def test_wie_het_oude_adres_voor_zich_heeft_krijgt_niets_mee(doel):
    """Else the old website would acknowledge what the new one never got."""
    (zoals_gelezen,) = te_beleveren()
    verhuis(doel=doel, adres=NIEUW)
    assert laad(zoals_gelezen, 50, ADEM) is None
    (nu,) = te_beleveren()
    assert len(laad(nu, 50, ADEM).berichten) > 0


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({"laatste_fout": "500 kapot"}, ""),
        ({"toestand": DoelToestand.GESTOPT, "laatste_fout": "pauze: weg"}, NOG_STIL),
        ({"toestand": DoelToestand.GESTOPT, "laatste_fout": "doel_loopt_voor: 9"}, "doel_loopt_voor: 9"),
    ],
)
def test_wat_het_oude_adres_zei_staat_niet_bij_het_nieuwe(doel, velden, fout):
    Doel.objects.filter(pk=doel.pk).update(**velden)
    assert verhuis(doel=doel, adres=NIEUW).laatste_fout == fout


@pytest.mark.parametrize(
    ("pauze", "woorden"), [(False, "gaan nu daarheen"), (True, "gaan na het hervatten daarheen")]
)
def test_het_scherm_zegt_wanneer_de_teksten_gaan(doel, client, pauze, woorden, settings):
    client.force_login(GebruikerFactory(rol=Rol.BEHEERDER))
    if pauze:
        pauzeer(doel=doel)
    antwoord = client.post(reverse("antwoord_doel_adres", args=[doel.pk]), {"adres": NIEUW}, follow=True)
    assert woorden in antwoord.content.decode()
