"""P1, nothing committed is lost: whatever step the sync process dies at, the next one brings everything live.

The process really goes, at every point in turn (`sterven.py`), with an edit, a withdrawal and a new product waiting for
a website and the index. What is left at the end must be what an undisturbed run leaves: the same versions, so nothing
was done twice either. The chaos run kills at random; this leaves no step out.
"""

from __future__ import annotations

import itertools
import json
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from deploy.ontvanger.ontvanger import Opslag
from tests import ontvangers as o
from tests.beloften.sterven import ANDERS, ERBIJ, NIEUW, OUD, WEG
from tests.bench.proces import Gesprek, gesprek

pytestmark = pytest.mark.traag


@dataclass
class Proef:
    """The process that dies, and the website that it delivers to."""

    gesprek: Gesprek
    ontvanger: o.Telt
    begin: Path
    """What the website held before."""
    nummers: Iterator[int] = field(default_factory=itertools.count)

    def draai(self, punt: int | str = 0, *, vers: bool = True, variant: str = "") -> dict[str, Any]:
        if vers:
            # Another file each time: a request of who was killed may still be on its way into the old one.
            nieuw = self.begin.with_name(f"website-{next(self.nummers)}.sqlite3")
            shutil.copyfile(self.begin, nieuw)
            self.ontvanger.opslag = Opslag(nieuw)
        antwoord = json.loads(
            self.gesprek.vraag(json.dumps({"punt": punt, "vers": vers, "variant": variant}))
        )
        assert "fout" not in antwoord, antwoord["fout"]
        return antwoord

    def site(self) -> dict[str, tuple[int, str]]:
        """Key → version and text of the products on the website."""
        return {
            sleutel: (versie, inhoud)
            for _, soort, sleutel, versie, inhoud, _ in self.ontvanger.opslag.overzicht()
            if soort == "product"
        }


@pytest.fixture(scope="module")
def proef(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proef]:
    map_ = tmp_path_factory.mktemp("sterven")
    geheim = o.nieuw_geheim()
    ontvanger = o.Telt(o.opslag_in(map_), [geheim])
    omgeving = os.environ | {
        "DJANGO_SETTINGS_MODULE": "redactie.settings.test",
        "DATABASE_URL": f"sqlite:///{map_ / 'werk.sqlite3'}",
        "ANTWOORD_ZOEKMACHINE": "tantivy",
    }
    opdracht = [sys.executable, "-m", "tests.beloften.sterven", str(map_)]
    logboek = map_ / "sterven.log"
    with o.draai(ontvanger) as adres, gesprek(opdracht, omgeving, logboek, geduld=120) as lijn:
        lijn.zeg(json.dumps({"adres": adres, "geheim": geheim}))
        assert lijn.lees() == "klaar\n", logboek.read_text("utf-8")
        begin = map_ / "website-basis.sqlite3"
        shutil.copyfile(ontvanger.opslag.pad, begin)
        yield Proef(lijn, ontvanger, begin)


def test_wie_ook_sterft_bij_welke_stap_alles_wordt_live_en_niets_twee_keer(proef: Proef) -> None:
    voor = proef.site()
    ongestoord = proef.draai()
    na = proef.site()
    # The edit, the withdrawal and the new one: one version each, and what was not touched stays as it was.
    assert {sleutel: versie - voor[sleutel][0] for sleutel, (versie, _) in na.items() if sleutel in voor} == {
        ANDERS: 1,
        WEG: 1,
    }
    assert set(na) - set(voor) == {ERBIJ}
    assert NIEUW in na[ANDERS][1]
    assert OUD in voor[ANDERS][1]
    assert NIEUW in na[ERBIJ][1]
    assert na[WEG][1] == ""
    assert ongestoord["wijzigingen"] == 0

    def sterf_en_begin_opnieuw(punt: int | str) -> str:
        if waar := proef.draai(punt)["gestorven"]:
            half = proef.site()
            assert all(half.get(sleutel) in (voor.get(sleutel), na[sleutel]) for sleutel in na), waar
            opnieuw = proef.draai(vers=False)
            assert proef.site() == na, waar
            assert opnieuw == ongestoord, waar
        return str(waar)

    gestorven: list[str] = []
    overleefd = 0
    for punt in itertools.count(1):
        waar = sterf_en_begin_opnieuw(punt)
        gestorven.append(waar)
        # Talking goes on beside the loop, so one run has a point more than another.
        overleefd = 0 if waar else overleefd + 1
        if overleefd == 3:
            break
    # Not a run that happened to do nothing: planning, leasing and acknowledging were each interrupted.
    soorten = ("sync_publicatie", "sync_uitgave", "sync_levering", "sync_ontvangst", "redactie_wijziging")
    assert all(any(soort in waar for waar in gestorven) for soort in soorten)
    # By name, because two conversations at a time take turns in the numbering.
    for wie in ("HttpAdapter", "IndexAdapter"):
        for gesprek_punt in (f"vóór een gesprek met {wie}", f"na een gesprek met {wie}"):
            assert sterf_en_begin_opnieuw(gesprek_punt) == gesprek_punt


def test_een_planner_die_eerst_afvinkt_wordt_betrapt(proef: Proef) -> None:
    """The same walk finds the step after which the edit is lost for ever, with nothing left in the queue."""
    ongestoord = proef.draai()
    na = proef.site()
    for punt in itertools.count(1):
        assert proef.draai(punt, variant="eerst afvinken")["gestorven"], "nergens ging iets verloren"
        opnieuw = proef.draai(vers=False)
        if proef.site() != na:
            break
    assert opnieuw["wijzigingen"] == ongestoord["wijzigingen"] == 0
