"""A hidden row number that no browser would send is refused on the form, with what was typed still in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db.models import Model

from redactie.keuzes import Dag, Rol
from redactie.models import Openingstijd
from tests import factories as f
from tests.redactie.cms.hulp import adres, als, formulier

pytestmark = pytest.mark.django_db


def met_deviatie() -> Model:
    return f.AfwijkingFactory(versie__gepubliceerd=True).versie


def met_uren() -> Model:
    punt = f.ContactpuntFactory()
    Openingstijd.objects.create(contactpunt=punt, dag=Dag.MA, van="09:00", tot="17:00")
    return punt


@pytest.mark.parametrize(
    ("maak", "rijen", "veld"),
    [(met_deviatie, "afwijkingen", "toelichting"), (met_uren, "openingstijden", "naam")],
)
@pytest.mark.parametrize("nummer", ["zzz", "zzz'\x00", "9" * 40, "999999", None])
def test_een_verzonnen_rijnummer_wordt_geweigerd_en_verliest_niets(
    maak: Callable[[], Model], rijen: str, veld: str, nummer: str | None
) -> None:
    ding = maak()
    client = als(Rol.BEHEERDER)
    client.gebruiker.is_superuser = True
    client.gebruiker.save()
    gegevens = formulier(client, adres(ding)) | {veld: "Dit heb ik getypt."}
    assert gegevens[f"{rijen}-0-id"]
    if nummer is None:
        del gegevens[f"{rijen}-0-id"]
    else:
        gegevens[f"{rijen}-0-id"] = nummer
    antwoord = client.post(adres(ding), gegevens)
    assert antwoord.status_code == 200
    assert "Dit heb ik getypt." in antwoord.content.decode()
    assert getattr(ding, rijen).count() == 1
