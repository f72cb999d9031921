"""`manage.py sync --eenmalig` in the hands of somebody who stops it."""

from __future__ import annotations

import io
import os
import signal
from typing import Any

import pytest
from django.core.management import call_command

from redactie.models import Wijziging, WijzigingSoort
from sync.lus import Lus

pytestmark = pytest.mark.django_db


@pytest.fixture
def seinen():
    """The handlers as they were."""
    waren = {sein: signal.getsignal(sein) for sein in (signal.SIGINT, signal.SIGTERM)}
    yield
    for sein, wat in waren.items():
        signal.signal(sein, wat)


@pytest.mark.parametrize("sein", [signal.SIGINT, signal.SIGTERM])
def test_wie_het_stopt_wacht_niet_tot_het_geduld_op_is(
    regio: Any, seinen: None, monkeypatch: pytest.MonkeyPatch, sein: signal.Signals
) -> None:
    Wijziging.objects.create(soort=WijzigingSoort.ALLES)
    rondes = []

    def ronde(lus: Lus) -> bool:
        rondes.append(lus)
        os.kill(os.getpid(), sein)
        return False

    monkeypatch.setattr(Lus, "ronde", ronde)
    gezegd = io.StringIO()
    with pytest.raises(SystemExit) as einde:
        call_command("sync", "--eenmalig", stderr=gezegd)
    assert (einde.value.code, len(rondes)) == (4, 1)
    assert "Gestopt voordat alles live was." in gezegd.getvalue()
