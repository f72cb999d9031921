"""The conformance test passes the reference receiver, and finds each kind of wrong one by the point that is wrong."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from deploy.ontvanger import ontvanger as module
from deploy.ontvanger.conformiteit import AANTAL, Bevinding, keur, main
from deploy.ontvanger.documenten import gemeente, product
from deploy.ontvanger.ontvanger import Ontvanger, Opslag
from deploy.ontvanger.punten import PUNTEN
from deploy.ontvanger.punten_documenten import BIJNA_4_MB, LASTIG
from deploy.ontvanger.zender import levering
from redactie.schemas import schemafouten
from redactie.settings.omgeving import BASE_DIR
from sync.afspraak.contract import MEESTE_BYTES
from tests import ontvangers as o
from tests.deploy.ontvanger import verkeerd as v

UITLEG = (BASE_DIR / "docs" / "api" / "doelen.md").read_text("utf-8")
GEHEIM = o.nieuw_geheim()
GOED = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
EERSTE = "Een nieuw document wordt bewaard en staat in het manifest"


def gezakt(ontvanger: Ontvanger) -> list[Bevinding]:
    with o.draai(ontvanger) as adres:
        return [bevinding for bevinding in keur(adres, GEHEIM) if bevinding.melding]


def eerste_fout(ontvanger: Ontvanger) -> Bevinding:
    """Of what comes after it no more is asked: that may be wrong because of this."""
    with o.draai(ontvanger) as adres:
        return next(bevinding for bevinding in keur(adres, GEHEIM) if bevinding.melding)


def test_de_voorbeeldontvanger_slaagt_op_elk_punt_en_blijft_leeg_achter(tmp_path) -> None:
    opslag = o.opslag_in(tmp_path)
    assert gezakt(Ontvanger(opslag, [o.nieuw_geheim(), GEHEIM])) == []
    assert {inhoud for *_, inhoud, _ in opslag.overzicht()} == {""}


@pytest.mark.parametrize(
    ("soort", "opslag"), [(v.EenTegelijk, Opslag), (Ontvanger, v.EenTegelijkPerDocument)]
)
def test_wie_het_soms_te_druk_heeft_slaagt_ook(tmp_path, soort, opslag) -> None:
    assert gezakt(soort(o.opslag_in(tmp_path, opslag), [GEHEIM])) == []


@pytest.mark.parametrize(
    ("soort", "opslag", "punt"),
    [
        (o.Jaknikker, Opslag, EERSTE),
        (o.LeegManifest, Opslag, EERSTE),
        (o.Altijd200, Opslag, EERSTE),
        (Ontvanger, v.OntsnaptHtml, "De hash klopt, ook met lastige tekens"),
        (
            Ontvanger,
            v.ZonderBereik,
            "Dezelfde sleutel bij een andere gemeente of soort is een ander document",
        ),
        (
            Ontvanger,
            v.KentGeenGemeente,
            "Dezelfde sleutel bij een andere gemeente of soort is een ander document",
        ),
        (v.GrensVan100kB, Opslag, "Een levering van bijna 4 MB"),
        (o.ZonderControle, Opslag, "Een andere of geen handtekening krijgt 401"),
        (v.ZonderKopGeenControle, Opslag, "Een andere of geen handtekening krijgt 401"),
        (v.TekentOpnieuwGeschreven, Opslag, "De handtekening gaat over het lichaam zoals het aankwam"),
        (v.OpenEmmers, Opslag, "Het manifest vraagt een handtekening"),
        (Ontvanger, v.VergelijktAlsTekst, "Versies zijn getallen: 10 is hoger dan 9"),
        (Ontvanger, o.LaatsteWint, "Een oudere versie krijgt 409 met wat er staat"),
        (
            Ontvanger,
            o.ZonderGrafsteen,
            "Intrekken laat een grafsteen achter; oud komt niet terug, nieuw wel",
        ),
        (
            Ontvanger,
            v.IntrekkenVraagtEenHogereVersie,
            "Intrekken met de versie die er staat, is ook intrekken",
        ),
        (Ontvanger, o.EerstKijkenDanSchrijven, "Gelijktijdige leveringen eindigen bij de hoogste versie"),
        (Ontvanger, o.AllesOfNiets, "Eén fout document houdt de andere niet tegen"),
        (v.WeigertHetGeheel, Opslag, "Eén fout document houdt de andere niet tegen"),
        (v.SluitNaElkAntwoord, Opslag, "Een verbinding blijft open voor meer leveringen"),
        (v.VolgordeVanAankomst, Opslag, "De digest van een emmer is die van zijn regels"),
    ],
)
def test_een_verkeerde_ontvanger_zakt_het_eerst_op_zijn_fout(tmp_path, soort, opslag, punt) -> None:
    assert eerste_fout(soort(o.opslag_in(tmp_path, opslag), [GEHEIM])).punt == punt


def test_wie_om_een_document_alles_weigert_hoort_wat_hij_dan_wel_moet_zeggen(tmp_path) -> None:
    melding = eerste_fout(v.WeigertHetGeheel(o.opslag_in(tmp_path), [GEHEIM])).melding
    assert "als geheel 422 (uw melding: niet goed); geef 200, met 422 alleen bij dat document" in melding


def test_een_ontvanger_die_niet_naar_de_tijd_kijkt_zakt_daarop_alleen(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(module, "VENSTER", 10**9)
    (fout,) = gezakt(Ontvanger(o.opslag_in(tmp_path), [GEHEIM]))
    assert (fout.kop, fout.punt) == ("De handtekening", "Ouder of nieuwer dan vijf minuten krijgt 401")


@pytest.mark.parametrize("documenten", [["een", "twee"], None])
def test_een_emmer_die_niet_te_lezen_is_zakt_zonder_om_te_vallen(tmp_path, documenten) -> None:
    class Onleesbaar(Ontvanger):
        def antwoord(self, methode, pad, koppen, lichaam):
            gegeven = super().antwoord(methode, pad, koppen, lichaam)
            return o.in_json(200, {"documenten": documenten}) if pad.startswith("/manifest/") else gegeven

    fout = eerste_fout(Onleesbaar(o.opslag_in(tmp_path), [GEHEIM]))
    assert fout.punt == EERSTE
    assert "heeft geen lijst “documenten”" in fout.melding


def test_wat_niet_ingetrokken_kan_worden_staat_in_het_verslag(tmp_path) -> None:
    fouten = gezakt(Ontvanger(o.opslag_in(tmp_path, v.IntrekkenVraagtEenHogereVersie), [GEHEIM]))
    assert [fout.kop for fout in fouten] == ["Versies: de hoogste wint", "Opruimen"]
    assert re.fullmatch(r"van conformiteit-\w{8} niet ingetrokken: 1\nHaal weg .+", fouten[1].melding)


def test_bij_een_ontvanger_die_er_niet_is_houdt_de_toets_na_een_punt_op(capsys) -> None:
    assert list(keur("http://127.0.0.1:9", GEHEIM)) == [
        Bevinding("Wat u ontvangt", EERSTE, "op dit adres luistert niemand")
    ]
    assert main(["http://127.0.0.1:9", GEHEIM]) == 1
    assert "Verder is niets getoetst." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("adres", "geheim", "melding"),
    [
        ("http://127.0.0.1:99999", GOED, "Geef een heel adres"),
        ("http://127.0.0.1:poort", GOED, "Geef een heel adres"),
        ("http://127.0.0.1:0", GOED, "Geef een heel adres"),
        ("uw-website.example/antwoord", GOED, "Geef een heel adres"),
        ("ftp://uw-website.example", GOED, "Geef een heel adres"),
        ("http://127.0.0.1/een pad", GOED, "Geef een heel adres"),
        ("http://127.0.0.1:9", "whsec_…", "Dit geheim is niet goed"),
        ("http://127.0.0.1:9", "whsec_", "Dit geheim is niet goed"),
        ("http://127.0.0.1:9", "aGFsbG8=", "Dit geheim is niet goed"),
        ("http://127.0.0.1:9", "", "Noem het geheim"),
    ],
)
def test_een_verkeerd_adres_of_geheim_krijgt_een_zin_en_code_2(
    capsys, monkeypatch, adres, geheim, melding
) -> None:
    monkeypatch.delenv("ONTVANGER_GEHEIM", raising=False)
    assert main([adres, geheim]) == 2
    assert capsys.readouterr().err.startswith(melding)


def test_het_verslag_noemt_elk_punt_en_de_code_zegt_of_het_goed_is(tmp_path, capsys, monkeypatch) -> None:
    monkeypatch.setenv("ONTVANGER_GEHEIM", GEHEIM)
    with o.draai(Ontvanger(o.opslag_in(tmp_path), [GEHEIM])) as adres:
        assert main([adres]) == 0
    verslag = capsys.readouterr().out
    assert verslag.count("goed  ") == AANTAL
    assert f"{AANTAL} van {AANTAL} punten in orde." in verslag


def test_de_koppen_van_het_verslag_zijn_die_van_de_uitleg() -> None:
    assert [kop for kop in PUNTEN if f"\n## {kop}\n" not in UITLEG] == []


def test_het_stuk_verslag_in_de_uitleg_noemt_punten_die_er_zijn() -> None:
    genoemd = set(re.findall(r"(?m)^(?:goed|FOUT)  (.+)$", UITLEG))
    assert len(genoemd) == 2
    assert genoemd <= {naam for punten in PUNTEN.values() for naam, _ in punten}


def test_de_documenten_van_de_toets_kloppen_met_het_schema() -> None:
    """As ours do: else a receiver that is strict would fail for nothing."""
    documenten = [product("sliedrecht", "a", 1, LASTIG), gemeente("sliedrecht", 1, "Sliedrecht")]
    assert [fout for document in documenten for fout in schemafouten(document["inhoud"])] == []


def test_de_grote_levering_is_bijna_zo_groot_als_de_onze_mag_zijn() -> None:
    """Bound to the limit on our side: no receiver has to take more."""
    reeks = [
        product("conformiteit-00000000", f"reeks-{n}", 2, "tekst " * (BIJNA_4_MB // 6)) for n in range(50)
    ]
    assert 0.9 * MEESTE_BYTES < len(levering(reeks)) < MEESTE_BYTES


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
