"""When an administrator must hear of a target, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from sync.achterblijven.oordeel import Reden, Waarneming, beoordeel
from sync.models import Achterreden

NU = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
GOED = Waarneming(
    gestopt=False,
    gepauzeerd=False,
    laatste_fout="",
    fout_sinds=None,
    wacht_sinds=None,
    geweigerd_sinds=None,
    heeft_klacht=False,
)
LANG, KORT = NU - timedelta(minutes=15), NU - timedelta(minutes=14)


@pytest.mark.parametrize(
    ("anders", "verwacht"),
    [
        ({}, None),
        ({"wacht_sinds": KORT}, None),
        ({"wacht_sinds": LANG}, (Reden.WACHT, LANG)),
        ({"geweigerd_sinds": KORT}, None),
        ({"geweigerd_sinds": LANG}, (Reden.GEWEIGERD, LANG)),
        ({"heeft_klacht": True, "fout_sinds": KORT}, (Reden.KLACHT, KORT)),
        ({"gestopt": True, "laatste_fout": "quarantaine: nee", "fout_sinds": KORT}, (Reden.GEHEIM, KORT)),
        ({"gestopt": True, "laatste_fout": "doel_loopt_voor: 7"}, (Reden.LOOPT_VOOR, NU)),
        ({"gestopt": True, "laatste_fout": "pauze: weg"}, (Reden.WEG, NU)),
        ({"gestopt": True}, (Reden.GESTOPT, NU)),
        ({"gepauzeerd": True, "wacht_sinds": LANG}, None),
    ],
)
def test_wat_een_doel_heeft_en_sinds_wanneer(anders, verwacht):
    assert beoordeel(replace(GOED, **anders), NU) == verwacht


def test_elke_reden_heeft_woorden():
    assert {reden.value for reden in Reden} == set(Achterreden)
