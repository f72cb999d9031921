"""Secrets of targets: unreadable where they are kept, two at a time, never shown."""

from __future__ import annotations

import base64

import pytest
from cryptography.fernet import Fernet

from sync.geheimen import GeheimFout, beeindig, geheimen_van, voeg_toe
from sync.models import Doel, DoelSoort
from tests.ontvangers import nieuw_geheim
from tests.tabellen import rijen_per_tabel

pytestmark = pytest.mark.django_db


@pytest.fixture
def doel(db):
    return Doel.objects.create(
        naam="website", soort=DoelSoort.HTTP, bereik="sliedrecht", adres="https://voorbeeld.example"
    )


def test_een_geheim_staat_nergens_leesbaar_en_komt_terug_om_te_ondertekenen(doel):
    geheim = nieuw_geheim()
    voeg_toe(doel=doel, geheim=f" {geheim}\n")
    kern = geheim.removeprefix("whsec_")
    assert kern not in repr(rijen_per_tabel()["sync_doelgeheim"])
    assert kern not in str(doel.geheimen.get())
    assert geheimen_van(doel) == [geheim]


def test_er_zijn_er_hoogstens_twee_en_nooit_nul(doel):
    eerste, tweede = voeg_toe(doel=doel, geheim=nieuw_geheim()), voeg_toe(doel=doel, geheim=nieuw_geheim())
    with pytest.raises(GeheimFout, match="al twee"):
        voeg_toe(doel=doel, geheim=nieuw_geheim())
    beeindig(geheim=eerste)
    with pytest.raises(GeheimFout, match="enige"):
        beeindig(geheim=tweede)


def test_tweemaal_hetzelfde_is_een_vergissing(doel):
    geheim = nieuw_geheim()
    voeg_toe(doel=doel, geheim=geheim)
    with pytest.raises(GeheimFout, match="al in gebruik"):
        voeg_toe(doel=doel, geheim=geheim)


@pytest.mark.parametrize(
    "geheim",
    [
        "",
        "whsec_",
        "wachtwoord",
        "whsec_" + base64.b64encode(b"kort").decode(),
        "whsec_" + base64.b64encode(b"x" * 65).decode(),
        "whsec_geen base64!",
        base64.b64encode(b"x" * 32).decode(),
    ],
)
def test_een_geheim_heeft_de_vorm_van_standard_webhooks(doel, geheim):
    with pytest.raises(GeheimFout) as fout:
        voeg_toe(doel=doel, geheim=geheim)
    assert not geheim or geheim not in str(fout.value).replace("whsec_ ", "")
    assert not doel.geheimen.exists()


def test_een_andere_sleutel_ervoor_zetten_laat_de_oude_leesbaar(doel, settings):
    oud, nieuw = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    settings.ANTWOORD_DOELSLEUTELS = (oud,)
    geheim = nieuw_geheim()
    voeg_toe(doel=doel, geheim=geheim)
    settings.ANTWOORD_DOELSLEUTELS = (nieuw, oud)
    assert geheimen_van(doel) == [geheim]
    settings.ANTWOORD_DOELSLEUTELS = (nieuw,)
    with pytest.raises(GeheimFout, match="ANTWOORD_DOELSLEUTELS"):
        geheimen_van(doel)


def test_een_nieuwe_geheime_sleutel_van_de_installatie_laat_de_oude_leesbaar(doel, settings):
    geheim = nieuw_geheim()
    settings.ANTWOORD_DOELSLEUTELS = ()
    voeg_toe(doel=doel, geheim=geheim)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "een-andere-" * 6, [settings.SECRET_KEY]
    assert geheimen_van(doel) == [geheim]
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(GeheimFout, match="niet te lezen"):
        geheimen_van(doel)


def test_wat_van_het_nieuwe_adres_is_gaat_niet_naar_het_oude(doel):
    """Read by who delivers, and moved before the secrets were read."""
    voeg_toe(doel=doel, geheim=nieuw_geheim())
    zoals_gelezen = Doel.objects.get(pk=doel.pk)
    Doel.objects.filter(pk=doel.pk).update(adres="https://elders.example")
    with pytest.raises(GeheimFout, match="net een ander adres"):
        geheimen_van(zoals_gelezen)
    assert geheimen_van(Doel.objects.get(pk=doel.pk))
