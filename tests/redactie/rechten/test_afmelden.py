"""Leaving: an open session answers the next request as signed out, on every road, and the mail stops too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from redactie.feitencheck.vastleggen import vraag_feitencheck
from redactie.keuzes import Rol
from redactie.models import LokaleVersie
from redactie.rechten.lidmaatschap import neem_rol_af
from tests import factories as f
from tests.redactie.cms.hulp import als

pytestmark = pytest.mark.django_db

PADEN = ("/redactie/", "/redactie/berichten/", "/redactie/producten/", "/balie/sliedrecht/")


def schakel_uit(gebruiker: Any) -> None:
    gebruiker.is_active = False
    gebruiker.save()


def neem_alles_af(gebruiker: Any) -> None:
    for lid in gebruiker.lidmaatschappen.all():
        neem_rol_af(lidmaatschap=lid)


def via_het_scherm(gebruiker: Any) -> None:
    """The administrator deletes the memberships in the CMS."""
    beheer = als(Rol.BEHEERDER)
    for lid in gebruiker.lidmaatschappen.all():
        adres = reverse("wagtailsnippets_redactie_lidmaatschap:delete", args=[lid.pk])
        assert beheer.post(adres).status_code == 302


MANIEREN = [schakel_uit, neem_alles_af, via_het_scherm]


def is_afgemeld(client: Client, pad: str, methode: str) -> bool:
    """Answered exactly as somebody who never signed in."""
    hier, niemand = getattr(client, methode)(pad), getattr(Client(), methode)(pad)
    zelfde = (hier.status_code, hier.headers.get("Location")) == (
        niemand.status_code,
        niemand.headers.get("Location"),
    )
    return zelfde and not hier.wsgi_request.user.is_authenticated


@pytest.mark.parametrize("vertrek", MANIEREN)
@pytest.mark.parametrize("methode", ["get", "post"])
def test_een_open_sessie_is_bij_het_volgende_verzoek_afgemeld(
    sliedrecht: Any, vertrek: Callable[[Any], None], methode: str
) -> None:
    client = als(Rol.PUBLICIST, sliedrecht)
    assert client.get("/redactie/").status_code == 200
    vertrek(client.gebruiker)
    assert all(is_afgemeld(client, pad, methode) for pad in PADEN)


@pytest.mark.parametrize("vertrek", MANIEREN)
def test_een_verzoek_dat_al_klaarstond_verandert_niets_meer(
    sliedrecht: Any, vertrek: Callable[[Any], None]
) -> None:
    client = als(Rol.PUBLICIST, sliedrecht)
    versie = f.LokaleVersieFactory(gemeente=sliedrecht, gepubliceerd=True, wijkt_af={"kosten": "Gratis."})
    adres = reverse("wagtailsnippets_redactie_lokaleversie:unpublish", args=[versie.pk])
    assert client.get(adres).status_code == 200
    vertrek(client.gebruiker)
    client.post(adres)
    assert LokaleVersie.objects.get().live


def test_wie_terugkomt_begint_met_aanmelden(sliedrecht: Any) -> None:
    """Switching on again revives no session of before."""
    client = als(Rol.PUBLICIST, sliedrecht)
    schakel_uit(client.gebruiker)
    client.gebruiker.is_active = True
    client.gebruiker.save()
    assert is_afgemeld(client, "/redactie/", "get")


def test_een_rol_minder_is_geen_vertrek_en_raakt_een_ander_niet(sliedrecht: Any, dordrecht: Any) -> None:
    """Publicist in one municipality and redacteur in another: each right ends by itself."""
    client, ander = als(Rol.PUBLICIST, sliedrecht), als(Rol.PUBLICIST, sliedrecht)
    tweede = f.LidmaatschapFactory(gebruiker=client.gebruiker, rol=Rol.REDACTEUR, gemeente=dordrecht)
    versies = {
        plek: f.LokaleVersieFactory(gemeente=plek, gepubliceerd=True, wijkt_af={"kosten": "Gratis."})
        for plek in (sliedrecht, dordrecht)
    }

    def mag(plek: Any, wat: str) -> bool:
        adres = reverse(f"wagtailsnippets_redactie_lokaleversie:{wat}", args=[versies[plek].pk])
        return client.get(adres).status_code == 200

    assert [mag(sliedrecht, "unpublish"), mag(dordrecht, "edit"), mag(dordrecht, "unpublish")] == [
        True,
        True,
        False,
    ]
    neem_rol_af(lidmaatschap=client.gebruiker.lidmaatschappen.get(rol=Rol.PUBLICIST))
    assert [mag(sliedrecht, "edit"), mag(dordrecht, "edit")] == [False, True]
    assert Session.objects.count() == 2
    neem_rol_af(lidmaatschap=tweede)
    assert is_afgemeld(client, "/redactie/", "get")
    assert ander.get("/redactie/").status_code == 200


@pytest.mark.parametrize("vertrek", [schakel_uit, neem_alles_af])
def test_een_link_van_wie_vertrekt_opent_niets_meer(sliedrecht: Any, vertrek: Callable[[Any], None]) -> None:
    wie = f.GebruikerFactory(rol=Rol.REDACTEUR, gemeente=sliedrecht)
    product = f.ProductFactory(gepubliceerd=True)
    _, code = vraag_feitencheck(aan="GGD", producten=[product], dagen=7, gemeente=sliedrecht, door=wie)
    adres = reverse("feitencheck:check", args=[code])
    assert Client().get(adres).status_code == 200
    vertrek(wie)
    assert Client().get(adres).status_code == 404
    assert Client().post(adres, {"oordeel-kosten": "klopt"}).status_code == 404
