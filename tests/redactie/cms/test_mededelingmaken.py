"""A new notice begins now, so that in a hurry only its text is to be typed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import time_machine
from django.urls import reverse

from redactie.keuzes import Rol
from redactie.models import Mededeling
from tests.redactie.cms.hulp import als

NU = datetime(2026, 11, 23, 9, 5, 30, tzinfo=UTC)  # five past ten here


@pytest.mark.django_db
@pytest.mark.parametrize("vraag", ["", "?tekst=Druk&betreft=product:paspoort"])
def test_een_nieuwe_mededeling_begint_nu(vraag: str) -> None:
    adres = reverse(f"{Mededeling.snippet_viewset.url_namespace}:add")
    with time_machine.travel(NU, tick=False):
        formulier = als(Rol.CENTRAAL).get(adres + vraag).context["form"]
    assert f"{formulier['van'].value():%Y-%m-%d %H:%M:%S}" == "2026-11-23 10:05:00"
