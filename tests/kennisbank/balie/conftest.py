"""Who comes to the desk: an agent, and somebody who is none."""

from __future__ import annotations

import pytest
from django.test import Client

from redactie.keuzes import Rol
from tests.factories import GebruikerFactory, GemeenteFactory


@pytest.fixture
def kcc(gemeenten: None, client: Client) -> Client:
    """An agent of the region, signed in."""
    client.force_login(GebruikerFactory(rol=Rol.KCC))
    return client


@pytest.fixture
def lokaal(gemeenten: None) -> Client:
    """A local editor of Sliedrecht: staff, and no agent."""
    ander = Client()
    ander.force_login(GebruikerFactory(rol=Rol.REDACTEUR, gemeente=GemeenteFactory(slug="sliedrecht")))
    return ander
