"""A notice stands on the pages that it is about, as long as it holds."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
import time_machine

from redactie.keuzes import Aangeboden
from tests.kennisbank.website.gemeentedocument import gemeente_live, mededeling
from tests.kennisbank.website.paspoort import ONLINE, PASPOORT, paspoort

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("betreft", "getoond"),
    [
        ("alles", True),
        ("thema:reisdocumenten", True),
        ("product:paspoort-aanvragen", True),
        ("inlogmiddel:digid", True),
        ("thema:afval", False),
        ("product:rijbewijs", False),
        ("inlogmiddel:eherkenning", False),
    ],
)
def test_een_mededeling_staat_alleen_waar_zij_over_gaat(
    db: None, lees: Any, betreft: str, getoond: bool
) -> None:
    gemeente_live("sliedrecht", mededelingen=[mededeling("storing", "Er is een storing.", betreft)])
    paspoort(product={"kanalen": (ONLINE,)})
    assert ("Er is een storing." in lees(PASPOORT)) is getoond


def test_een_mededeling_over_inloggen_staat_niet_bij_wat_hier_niet_kan(db: None, lees: Any) -> None:
    gemeente_live("sliedrecht", mededelingen=[mededeling("x", "DigiD doet het niet.", "inlogmiddel:digid")])
    paspoort(product={"kanalen": (ONLINE,)}, laag={"aangeboden": Aangeboden.NEE})
    assert "DigiD doet het niet." not in lees(PASPOORT)


def test_een_mededeling_verschijnt_en_verdwijnt_op_tijd(db: None, lees: Any) -> None:
    melding = mededeling(
        "dicht", "Wij zijn dicht.", van="2026-12-05T08:00:00+01:00", tot="2026-12-05T17:00:00+01:00"
    )
    gemeente_live("sliedrecht", mededelingen=[melding])
    paspoort()
    getoond = {}
    for uur in ("06:59", "07:00", "15:59", "16:00"):
        with time_machine.travel(datetime.fromisoformat(f"2026-12-05T{uur}:00+00:00"), tick=False):
            getoond[uur] = "Wij zijn dicht." in lees(PASPOORT)
    assert getoond == {"06:59": False, "07:00": True, "15:59": True, "16:00": False}
