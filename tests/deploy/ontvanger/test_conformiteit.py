"""The conformance test passes the reference receiver, and finds each kind of wrong one by the point that is wrong."""

from __future__ import annotations

import subprocess
import sys

import pytest

from deploy.ontvanger import ontvanger as module
from deploy.ontvanger.conformiteit import PUNTEN, keur, main
from deploy.ontvanger.ontvanger import Ontvanger, Opslag
from redactie.settings.omgeving import BASE_DIR
from tests import ontvangers as o

GEHEIM = o.nieuw_geheim()


def gezakt(ontvanger: Ontvanger) -> set[str]:
    with o.draai(ontvanger) as adres:
        return {naam for naam, melding in keur(adres, GEHEIM) if melding}


def test_de_voorbeeldontvanger_slaagt_op_elk_punt_en_blijft_leeg_achter(tmp_path) -> None:
    opslag = o.opslag_in(tmp_path)
    assert gezakt(Ontvanger(opslag, [o.nieuw_geheim(), GEHEIM])) == set()
    assert {inhoud for *_, inhoud, _ in opslag.overzicht()} == {""}


@pytest.mark.parametrize(
    ("soort", "opslag", "punt"),
    [
        (Ontvanger, o.LaatsteWint, "Een oudere versie krijgt 409 met wat er staat"),
        (Ontvanger, o.EerstKijkenDanSchrijven, "Gelijktijdige leveringen eindigen bij de hoogste versie"),
        (Ontvanger, o.ZonderGrafsteen, "Ook wat nooit ontvangen is, kan ingetrokken worden"),
        (Ontvanger, o.AllesOfNiets, "Eén fout document houdt de andere niet tegen"),
        (o.ZonderControle, Opslag, "Een andere of geen handtekening krijgt 401"),
        (o.Jaknikker, Opslag, "Een nieuw document wordt bewaard en staat in het manifest"),
        (o.LeegManifest, Opslag, "Een nieuw document wordt bewaard en staat in het manifest"),
        (o.Altijd200, Opslag, "Een nieuw document wordt bewaard en staat in het manifest"),
    ],
)
def test_een_verkeerde_ontvanger_zakt_op_zijn_fout(tmp_path, soort, opslag, punt) -> None:
    assert punt in gezakt(soort(o.opslag_in(tmp_path, opslag), [GEHEIM]))


def test_een_ontvanger_die_niet_naar_de_tijd_kijkt_zakt_daarop_alleen(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(module, "VENSTER", 10**9)
    assert gezakt(Ontvanger(o.opslag_in(tmp_path), [GEHEIM])) == {
        "Ouder of nieuwer dan vijf minuten krijgt 401"
    }


def test_een_ontvanger_die_er_niet_is_zakt_op_elk_punt_zonder_om_te_vallen() -> None:
    assert all(melding for _, melding in keur("http://127.0.0.1:9", GEHEIM))


def test_het_verslag_noemt_elk_punt_en_de_code_zegt_of_het_goed_is(tmp_path, capsys) -> None:
    with o.draai(Ontvanger(o.opslag_in(tmp_path), [GEHEIM])) as adres:
        assert main([adres, GEHEIM]) == 0
    verslag = capsys.readouterr().out
    assert verslag.count("goed  ") == len(PUNTEN)
    assert f"{len(PUNTEN)} van {len(PUNTEN)} punten in orde." in verslag


def test_de_map_draait_zonder_iets_van_ons(tmp_path) -> None:
    """A plain Python, isolated from our packages, from the folder above."""
    for deel in ("ontvanger", "ontvanger.conformiteit"):
        uitkomst = subprocess.run(
            [sys.executable, "-S", "-m", deel, "--help"],
            cwd=BASE_DIR / "deploy",
            env={},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert uitkomst.returncode == 0, uitkomst.stderr
