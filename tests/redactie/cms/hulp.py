"""For tests of the CMS: signed in as a role, and the form of a screen as a browser would post it."""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from django.test import Client
from django.urls import reverse

from redactie.keuzes import Rol
from redactie.models import Gemeente
from tests.factories import GebruikerFactory
from tests.redactie.cms.formulierlezer import formulier_van


def als(rol: Rol, gemeente: Gemeente | None = None) -> Client:
    """A client signed in as somebody new with this role; `client.gebruiker` is who."""
    client = Client()
    client.gebruiker = GebruikerFactory(rol=rol, gemeente=gemeente)
    client.force_login(client.gebruiker)
    return client


def adres(ding: Model | type[Model], wat: str = "edit", *args: Any) -> str:
    """The address of a screen about a thing (`edit`, `unpublish`), or about a model (`list`, `add`)."""
    naam = ding.snippet_viewset.get_url_name(wat)
    return reverse(naam, args=([] if isinstance(ding, type) else [ding.pk]) + list(args))


def formulier(client: Client, pad: str) -> dict[str, Any]:
    antwoord = client.get(pad)
    assert antwoord.status_code == 200, antwoord.status_code
    return formulier_van(antwoord.content.decode())


def fouten(antwoord: Any) -> dict[str, list[str]]:
    """The messages of a refused form, those of its child rows included."""
    form = antwoord.context["form"]
    uit = {naam: list(lijst) for naam, lijst in form.errors.items()}
    for naam, formset in getattr(form, "formsets", {}).items():
        for nummer, kind in enumerate(formset.forms):
            uit |= {f"{naam}-{nummer}-{veld}": list(lijst) for veld, lijst in kind.errors.items()}
    return uit


def lees(client: Client, naam: str, *args: object, vraag: str = "") -> str:
    """The page at that address, on one line."""
    antwoord = client.get(reverse(naam, args=args) + vraag)
    assert antwoord.status_code == 200, naam
    return " ".join(antwoord.content.decode().split())
