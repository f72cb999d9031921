"""Either engine used by another process: a writer that is killed, a reader that sees every change."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from search.document import grafsteen
from search.elastic_motor import ElasticMotor
from search.motor import Afloop, Motor
from search.tantivy_motor import TantivyMotor
from tests.search.gevonden import PASPOORT, Vul, sleutels
from tests.search.hulp import ADRES, document

IN_EEN_ANDER_PROCES = """
import json, sys
from search.bereik import publiek
from search.zoeken import zoek
from search.tantivy_motor import TantivyMotor
from search.elastic_motor import ElasticMotor
from pathlib import Path
soort, waar, prefix = sys.argv[1:]
motor = TantivyMotor(Path(waar)) if soort == "tantivy" else ElasticMotor(waar, prefix=prefix)
"""
LEZER = (
    IN_EEN_ANDER_PROCES
    + """
for regel in sys.stdin:
    uitkomst = zoek(regel.strip(), publiek("dordrecht"), motor=motor)
    print(json.dumps([treffer.sleutel for treffer in uitkomst.treffers]), flush=True)
"""
)
SCHRIJVER = (
    IN_EEN_ANDER_PROCES
    + """
from tests.search.hulp import document
for lading in range(1000):
    leden = [document("dordrecht", f"lid-{lading}-{plek}", f"Lid {lading} {plek}") for plek in range(50)]
    motor.write("g1", leden)
    print(lading, flush=True)
"""
)


def _waar(motor: Motor, tmp_path: Path) -> list[str]:
    """What another process must know to use the same engine."""
    if isinstance(motor, TantivyMotor):
        return ["tantivy", str(tmp_path / "index"), "-"]
    assert isinstance(motor, ElasticMotor)
    return ["elasticsearch", os.environ[ADRES], motor.prefix]


def test_schrijver_die_middenin_gedood_wordt_raakt_niets_kwijt_dat_bevestigd_was(
    gevuld: Vul, tmp_path: Path
) -> None:
    motor = gevuld(PASPOORT)
    motor.close()
    proces = subprocess.Popen(
        [sys.executable, "-c", SCHRIJVER, *_waar(motor, tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert proces.stdout is not None
    for regel in proces.stdout:
        if int(regel) == 5:
            proces.kill()  # SIGKILL: somewhere in the next load
            break
    bevestigd = 1 + max([5, *(int(regel) for regel in proces.stdout.read().split())])
    proces.wait(10)
    leden = [
        document("dordrecht", f"lid-{lading}-{plek}", f"Lid {lading} {plek}")
        for lading in range(bevestigd + 1)
        for plek in range(50)
    ]
    aanwezig = {stand.id for stand in motor.audit()}
    assert {lid.id for lid in leden[: bevestigd * 50]} <= aanwezig
    assert aanwezig <= {PASPOORT.id, *(lid.id for lid in leden)}
    # The one who comes after gets the lock at once, and offers the broken load again.
    assert all(lid.afloop is Afloop.GESCHREVEN for lid in motor.write("g1", leden))
    assert motor.counts() == {"dordrecht": len(leden) + 1}
    assert sleutels(motor, "paspoort") == ["paspoort"]


@pytest.fixture
def lezer(motor: Motor, tmp_path: Path):
    """A reader in another process: ask it a question, get keys."""
    proces = subprocess.Popen(
        [sys.executable, "-c", LEZER, *_waar(motor, tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )

    def vraag(tekst: str) -> list[str]:
        assert proces.stdin is not None
        assert proces.stdout is not None
        proces.stdin.write(tekst + "\n")
        proces.stdin.flush()
        antwoord: list[str] = json.loads(proces.stdout.readline())
        return antwoord

    yield vraag
    proces.communicate()


def test_lezer_in_een_ander_proces_ziet_elke_wijziging_meteen(
    gevuld: Vul, lezer: Callable[[str], list[str]]
) -> None:
    motor = gevuld(PASPOORT)
    assert lezer("paspoort") == ["paspoort"]
    motor.write("g1", [document("dordrecht", "paspoort-kwijt", "Paspoort kwijt")])
    assert sorted(lezer("paspoort")) == ["paspoort", "paspoort-kwijt"]
    motor.write("g1", [grafsteen(bereik="dordrecht", sleutel="paspoort", versie=6)])
    assert lezer("paspoort") == ["paspoort-kwijt"]
    motor.begin_generation("g2")
    motor.write("g2", [document("dordrecht", "reis", "Paspoort voor een reis")])
    motor.activate("g2")
    motor.drop("g1")
    assert lezer("paspoort") == ["reis"]
