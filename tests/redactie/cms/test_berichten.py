"""The page on which each person chooses about what mail comes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from redactie.keuzes import Berichtfout, Berichtmoment, Berichtsoort, Rol
from redactie.models import Bericht, Berichtkeuze
from tests.redactie.cms.hulp import als

pytestmark = pytest.mark.django_db

PAD = "/redactie/berichten/"


def keuzes(gebruiker: Any) -> dict[str, str]:
    return dict(Berichtkeuze.objects.filter(gebruiker=gebruiker).values_list("soort", "moment"))


def test_iemand_kiest_voor_zichzelf_en_stopt_ook_zelf(sliedrecht: Any) -> None:
    client, ander = als(Rol.REDACTEUR, sliedrecht), als(Rol.REDACTEUR, sliedrecht)
    assert client.get(PAD).content.decode().count('value="geen" checked') == 6
    client.post(PAD, {"te_herzien": "direct", "gewijzigd": "dag", "beslist": "onzin", "voorstel": "direct"})
    assert keuzes(client.gebruiker) == {"te_herzien": "direct", "gewijzigd": "dag"}
    client.post(PAD, {"te_herzien": "geen", "gewijzigd": "week"})
    assert keuzes(client.gebruiker) == {"gewijzigd": "week"}
    assert keuzes(ander.gebruiker) == {}


@pytest.mark.parametrize(
    ("rol", "wel", "niet"),
    [
        (Rol.PUBLICIST, "gewijzigd", "voorstel"),
        (Rol.CENTRAAL, "voorstel", "gewijzigd"),
        (Rol.BEHEERDER, "", "feitencheck"),
    ],
)
def test_er_staat_alleen_wat_bij_de_rol_hoort(sliedrecht: Any, rol: Rol, wel: str, niet: str) -> None:
    blad = als(rol, sliedrecht if rol is Rol.PUBLICIST else None).get(PAD).content.decode()
    assert not wel or f'name="{wel}"' in blad
    assert f'name="{niet}"' not in blad


def test_wie_mail_mist_leest_waarom(sliedrecht: Any, settings: Any) -> None:
    client = als(Rol.REDACTEUR, sliedrecht)
    Bericht.objects.create(
        ontvanger=client.gebruiker,
        moment=Berichtmoment.DIRECT,
        niet_voor=timezone.now() - timedelta(hours=1),
        bericht_fout=Berichtfout.GEWEIGERD,
    )
    assert "De mailserver neemt het bericht niet aan." in client.get(PAD).content.decode()
    beheer = als(Rol.BEHEERDER).get("/redactie/post/").content.decode()
    assert client.gebruiker.get_full_name() in beheer
    assert "Wijzigingen" in beheer
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    assert "verstuurt nu geen mail" in client.get(PAD).content.decode()


def test_elke_soort_staat_bij_iemand_op_het_scherm(sliedrecht: Any) -> None:
    bladen = [als(Rol.PUBLICIST, sliedrecht), als(Rol.CENTRAAL)]
    alles = "".join(client.get(PAD).content.decode() for client in bladen)
    assert all(f'name="{soort.value}"' in alles for soort in Berichtsoort)


def test_het_scherm_kost_weinig_vragen(sliedrecht: Any) -> None:
    client = als(Rol.REDACTEUR, sliedrecht)
    client.get(PAD)
    with CaptureQueriesContext(connection) as gevraagd:
        client.get(PAD)
    assert len(gevraagd) <= 16
