"""The process of the loop makes what is proposed after an urgent change: work of the editors' room beside it."""

from __future__ import annotations

import threading
import time

import pytest
from django.utils import timezone

from redactie.keuzes import Klasse
from redactie.models import Spoedvoorstel
from sync.nevenwerk import Nevenwerk, taken
from sync.redactiewerk import registreer
from tests import factories as f

pytestmark = pytest.mark.django_db


def test_een_ronde_maakt_het_voorstel_en_de_volgende_geen_tweede(monkeypatch) -> None:
    monkeypatch.setattr("sync.nevenwerk._taken", {})
    registreer()
    werk = [taak for taak in taken() if taak.naam == "voorstellen na spoed"]
    # One connection for the test: the round would close it as an old one.
    monkeypatch.setattr("sync.nevenwerk.close_old_connections", lambda: None)
    monkeypatch.setattr("sync.nevenwerk.taken", lambda: tuple(werk))
    product = f.ProductFactory(gepubliceerd=True, termijn="Na 5 dagen.")
    f.LokaleVersieFactory(product=product, gepubliceerd=True, wijkt_af={"termijn": "Na 10 dagen."})
    product.termijn, product.klasse, product.toelichting = "Na 3 dagen.", Klasse.SPOED, "Sneller."
    product.nakijken_voor = timezone.localdate()
    f.publiceer(product)
    draad = Nevenwerk(threading.Event())
    draad.ronde(time.monotonic())
    draad.ronde(time.monotonic() + werk[0].seconden + 1)
    assert Spoedvoorstel.objects.get().tekst == "Na 3 dagen."
