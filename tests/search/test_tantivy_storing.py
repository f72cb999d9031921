"""The embedded engine on a disk that is full: it says so, keeps what it had, and goes on when there is room."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from search.bereik import publiek
from search.motor import Afloop, MotorOnbereikbaar, Stand
from search.tantivy_motor import TantivyMotor
from search.zoeken import zoek
from tests.search.gevonden import PASPOORT
from tests.search.hulp import document


@pytest.fixture
def kleine_schijf(tmp_path: Path) -> Iterator[Path]:
    """A file system of 1 MB."""
    if os.geteuid() != 0:
        pytest.skip("alleen root kan een kleine schijf maken")
    plek = tmp_path / "schijf"
    plek.mkdir()
    gemaakt = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "antwoord-test", str(plek)],
        capture_output=True,
        text=True,
        check=False,
    )
    if gemaakt.returncode:
        pytest.skip(f"hier kan geen kleine schijf gemaakt worden: {gemaakt.stderr.strip()}")
    yield plek
    subprocess.run(["umount", "-l", str(plek)], check=True)


def test_een_map_die_geen_map_kan_zijn_is_een_fout_van_de_motor(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("hier staat al een bestand")
    motor = TantivyMotor(tmp_path / "index")
    with pytest.raises(MotorOnbereikbaar, match="map van de zoekindex"):
        motor.begin_generation("g1")


def test_volle_schijf_wordt_gezegd_en_wat_er_was_blijft_te_vinden(kleine_schijf: Path) -> None:
    motor = TantivyMotor(kleine_schijf / "index")
    motor.begin_generation("g1")
    motor.write("g1", [PASPOORT])
    motor.activate("g1")
    ballast = kleine_schijf / "ballast"
    ballast.write_bytes(b"x" * 700_000)
    veel = [document("dordrecht", f"lid-{nr}", f"Lid {nr}", inleiding=_woorden(nr)) for nr in range(1500)]
    with pytest.raises(MotorOnbereikbaar, match=r"(?i)no space"):
        motor.write("g1", veel)
    assert [lid.sleutel for lid in zoek("paspoort", publiek("dordrecht"), motor=motor).treffers] == [
        "paspoort"
    ]
    assert list(motor.audit()) == [Stand(PASPOORT.id, 5, False)]
    ballast.unlink()
    beetje = veel[:20]
    assert {lid.afloop for lid in motor.write("g1", beetje)} == {Afloop.GESCHREVEN}
    assert motor.counts() == {"dordrecht": 21}
    motor.close()


def _woorden(nummer: int) -> str:
    """Words that occur nowhere else, so that they take room."""
    return " ".join(f"w{nummer}x{plek}" for plek in range(40))
