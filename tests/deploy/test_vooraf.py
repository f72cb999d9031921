"""What is refused before anything starts, in words that say what to do."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from deploy import vooraf
from tests.deploy.hulp import omgeving, vrije_poort


def test_een_bezette_poort_geeft_een_melding_met_een_andere_poort(bezette_poort: int) -> None:
    with pytest.raises(vooraf.Weigering, match="is al in gebruik") as weigering:
        vooraf.poort_vrij(omgeving(PORT=str(bezette_poort)))
    assert f"make run PORT={bezette_poort + 1}" in str(weigering.value)


def test_een_vrije_poort_mag() -> None:
    vooraf.poort_vrij(omgeving(PORT=str(vrije_poort())))


def test_een_volle_schijf_geeft_een_melding_met_de_map(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Vol:
        free = 5 * 2**20

    monkeypatch.setattr(shutil, "disk_usage", lambda pad: Vol)
    with pytest.raises(vooraf.Weigering, match="De schijf is vol") as weigering:
        vooraf.datamap(tmp_path)
    assert f"in {tmp_path} is nog 5 MB vrij" in str(weigering.value)


def test_een_schijf_die_volloopt_bij_het_schrijven_geeft_dezelfde_melding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vol(pad: Path, inhoud: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", vol)
    with pytest.raises(vooraf.Weigering, match="De schijf is vol"):
        vooraf.datamap(tmp_path)


def test_een_datamap_waar_niet_geschreven_kan_worden(tmp_path: Path) -> None:
    bestand = tmp_path / "bestand"
    bestand.write_text("geen map", "utf-8")
    with pytest.raises(vooraf.Weigering, match="kan niet schrijven in"):
        vooraf.datamap(bestand)


def test_twee_keer_op_een_datamap_wordt_geweigerd_met_het_procesnummer(tmp_path: Path) -> None:
    with vooraf.slot(tmp_path), pytest.raises(vooraf.Weigering, match=f"proces {os.getpid()}"):
        vooraf.slot(tmp_path)


def test_na_afloop_is_de_datamap_weer_vrij(tmp_path: Path) -> None:
    vooraf.slot(tmp_path).close()
    vooraf.slot(tmp_path).close()


@pytest.mark.parametrize("luister", ["0.0.0.0", "192.0.2.1", "::"])  # noqa: S104  refused, not bound
def test_met_ontwikkelinstellingen_luistert_niets_naar_buiten(luister: str) -> None:
    with pytest.raises(vooraf.Weigering, match="alleen op deze computer"):
        vooraf.alleen_deze_machine(omgeving(ANTWOORD_LUISTER=luister), vooraf.ONTWIKKELING)
    vooraf.alleen_deze_machine(omgeving(ANTWOORD_LUISTER=luister), "redactie.settings.production")
