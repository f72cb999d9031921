"""Editors who asked for mail, and a mail server of this installation that really answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from redactie.keuzes import Berichtmoment, Berichtsoort, Rol
from redactie.models import Berichtkeuze
from tests.factories import GebruikerFactory
from tests.postbus import Postbus, postbus


@pytest.fixture
def bus(settings: Any) -> Iterator[Postbus]:
    with postbus() as bus:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", bus.poort
        yield bus


@pytest.fixture
def wil(db: None) -> Callable[..., Any]:
    """`wil(Berichtsoort.GEWIJZIGD, sliedrecht)`: a new editor of that municipality who asked for it."""

    def maak(
        *soorten: Berichtsoort,
        rol: Rol = Rol.REDACTEUR,
        gemeente: Any = None,
        moment: Berichtmoment = Berichtmoment.DIRECT,
        **anders: Any,
    ) -> Any:
        gebruiker = GebruikerFactory(rol=rol, gemeente=gemeente, **anders)
        for soort in soorten:
            Berichtkeuze.objects.create(gebruiker=gebruiker, soort=soort, moment=moment)
        return gebruiker

    return maak
