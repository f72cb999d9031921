"""Every edit screen: a stale save is refused with both texts, leaving asks first, and drafts save themselves."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.viewsets import viewsets

from redactie import models
from redactie.cms.viewset import RedactieViewSet
from redactie.keuzes import Rol
from redactie.teksten import gepubliceerde_teksten
from tests import factories as f
from tests.redactie.cms.hulp import adres, als, formulier

pytestmark = pytest.mark.django_db

SCHERMEN: dict[type[Model], tuple[Callable[[], Model], str]] = {
    models.Product: (lambda: f.ProductFactory(gepubliceerd=True), "termijn"),
    models.LokaleVersie: (lambda: f.LokaleVersieFactory(gepubliceerd=True), "toelichting"),
    models.Gegeven: (f.GegevenFactory, "omschrijving"),
    models.Tarief: (f.TariefFactory, "omschrijving"),
    models.Contactpunt: (f.ContactpuntFactory, "naam"),
    models.Locatie: (f.LocatieFactory, "naam"),
    models.Mededeling: (f.MededelingFactory, "tekst"),
    models.Synoniem: (lambda: f.SynoniemFactory(reden="Zo zegt men het."), "reden"),
    models.Thema: (f.ThemaFactory, "naam"),
    models.Gemeente: (f.GemeenteFactory, "naam"),
    models.Regio: (f.RegioFactory, "naam"),
    get_user_model(): (f.GebruikerFactory, "last_name"),
}
"""Model → what to edit, and a text field of its form."""
ZONDER_TEKST = {
    models.Lidmaatschap: "choices only; made and taken away",
    models.Beantwoording: "choices only",
    models.UplNaam: "a national list, kept by a command",
    models.Feitencheck: "is not changed once it is made",
}
"""Models of which the screen has no text that two people could write at once."""
CONCEPT = (models.Product, models.LokaleVersie)


def bewerkadres(ding: Model) -> str:
    if isinstance(ding, get_user_model()):
        return reverse("wagtailusers_users:edit", args=[ding.pk])
    return adres(ding)


def iemand() -> Client:
    """Who may open every screen."""
    client = als(Rol.BEHEERDER)
    client.gebruiker.is_superuser = True
    client.gebruiker.save()
    return client


def test_elk_scherm_van_ons_staat_hier() -> None:
    van_ons = {lid.model for lid in viewsets.viewsets if isinstance(lid, RedactieViewSet)}
    onbekend = van_ons - set(SCHERMEN) - set(ZONDER_TEKST)
    assert {model.__name__ for model in onbekend} <= {"Regiovoorstel", "Vervanging"}


@pytest.mark.parametrize("model", SCHERMEN, ids=lambda model: model.__name__)
def test_wie_te_laat_is_overschrijft_niemand_en_ziet_beide(model: type[Model]) -> None:
    maak, veld = SCHERMEN[model]
    pad = bewerkadres(maak())
    een, twee = iemand(), iemand()
    van_een, van_twee = formulier(een, pad), formulier(twee, pad)
    antwoord = een.post(pad, van_een | {veld: "Van de eerste."})
    assert antwoord.status_code == 302, antwoord.context["form"].errors
    geweigerd = twee.post(pad, van_twee | {veld: "Van de tweede."})
    assert geweigerd.status_code == 200
    assert [(lid.opgeslagen, lid.van_mij) for lid in geweigerd.context["botsingen"]] == [
        ("Van de eerste.", "Van de tweede.")
    ]
    scherm = geweigerd.content.decode()
    assert "Intussen door iemand anders opgeslagen" in scherm
    assert formulier(een, pad)[veld] == ["Van de eerste."]


@pytest.mark.parametrize("model", SCHERMEN, ids=lambda model: model.__name__)
def test_weggaan_vraagt_eerst_en_concepten_bewaren_zichzelf(model: type[Model]) -> None:
    """What has no draft is live once it is saved: that is a press on the button, never a pause in the typing."""
    scherm = iemand().get(bewerkadres(SCHERMEN[model][0]())).content.decode()
    assert "beforeunload@window->w-unsaved#confirm" in scherm
    assert ("w-autosave#save" in scherm) is (model in CONCEPT)


def test_een_account_dat_zich_intussen_aanmeldt_is_niet_veranderd() -> None:
    wie, client = f.GebruikerFactory(), iemand()
    velden = formulier(client, bewerkadres(wie)) | {"last_name": "Jansen"}
    Client().force_login(wie)
    assert client.post(bewerkadres(wie), velden).status_code == 302


@pytest.mark.parametrize("wat", ["corrigeren", "plannen"])
def test_een_live_tekst_die_intussen_veranderde(wat: str) -> None:
    product = f.ProductFactory(gepubliceerd=True, termijn="Na 5 werkdagen.")
    pad = f"{adres(product, wat)}?veld=termijn"
    een, twee = als(Rol.CENTRAAL), als(Rol.CENTRAAL)

    def gezien(client: Client, scherm: str = pad) -> dict[str, str]:
        return {"gezien": re.search(r'name="gezien" value="(\w+)"', client.get(scherm).content.decode())[1]}

    nota = {"klasse": "inhoudelijk", "toelichting": "Sneller.", "vanaf": "2099-01-01"}

    def post(client: Client, velden: dict[str, Any], tekst: str) -> Any:
        return client.post(pad, velden | nota | {"tekst": tekst})

    van_twee = gezien(twee)
    corrigeren = f"{adres(product, 'corrigeren')}?veld=termijn"
    assert een.post(corrigeren, gezien(een, corrigeren) | nota | {"tekst": "Na 4 dagen."}).status_code == 302
    geweigerd = post(twee, van_twee, "Na 3 dagen.")
    assert geweigerd.status_code == 200
    scherm = geweigerd.content.decode()
    assert "De tekst is intussen veranderd" in scherm
    assert "Na 4 dagen." in scherm
    assert "Na 3 dagen." in scherm
    product.refresh_from_db()
    assert gepubliceerde_teksten(product=product, op=timezone.now())["termijn"] == "Na 4 dagen."
    assert post(twee, gezien(twee), "Na 3 dagen.").status_code == 302
