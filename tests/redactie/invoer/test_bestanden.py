"""Hostile folders and zips: refused by name, and nothing of them is read."""

import io
import os
import stat
import zipfile
from pathlib import Path

import pytest

from redactie.invoer import bestanden
from redactie.invoer.bestanden import lees_bestanden
from redactie.invoer.fouten import Fouten

KOP = "slug,naam,code\n"


def lees(bron: Path) -> tuple[list[str], list[str]]:
    fouten = Fouten()
    return [bestand.pad for bestand in lees_bestanden(bron, fouten)], [str(fout) for fout in fouten]


def maak_zip(doel: Path, *leden: tuple[str | zipfile.ZipInfo, str | bytes]) -> Path:
    with zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in leden:
            archief.writestr(naam, inhoud)
    return doel


def test_een_map_geeft_de_bestanden_van_het_formaat(tmp_path: Path) -> None:
    (tmp_path / "producten").mkdir()
    (tmp_path / "producten" / "paspoort.md").write_text("---\n")
    (tmp_path / "gemeenten.csv").write_text(KOP)
    assert lees(tmp_path) == (["gemeenten.csv", "producten/paspoort.md"], [])


def test_een_zip_geeft_dezelfde_bestanden(tmp_path: Path) -> None:
    bron = maak_zip(tmp_path / "regio.zip", ("producten/paspoort.md", "---\n"), ("gemeenten.csv", KOP))
    assert lees(bron) == (["gemeenten.csv", "producten/paspoort.md"], [])


def test_een_zip_van_een_map_mag_die_map_bevatten(tmp_path: Path) -> None:
    bron = maak_zip(
        tmp_path / "regio.zip",
        ("drechtsteden/", ""),
        ("drechtsteden/gemeenten.csv", KOP),
        ("drechtsteden/producten/paspoort.md", "---\n"),
        ("__MACOSX/._gemeenten.csv", b"\0"),
    )
    assert lees(bron) == (["gemeenten.csv", "producten/paspoort.md"], [])


def test_een_zip_met_alleen_producten_heeft_geen_bovenmap(tmp_path: Path) -> None:
    bron = maak_zip(tmp_path / "regio.zip", ("producten/paspoort.md", "---\n"))
    assert lees(bron) == (["producten/paspoort.md"], [])


def test_verborgen_bestanden_tellen_niet_mee(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("x")
    (tmp_path / ".~lock.gegevens.csv#").write_text("x")
    (tmp_path / "gemeenten.csv").write_text(KOP)
    assert lees(tmp_path) == (["gemeenten.csv"], [])


@pytest.mark.parametrize(
    "pad",
    [
        "gegeven.csv",
        "leesmij.txt",
        "producten/Paspoort.md",
        "producten/a/b.md",
        "lokaal/x.md",
        "a/gegevens.csv",
    ],
)
def test_een_onbekend_bestand_is_een_fout(tmp_path: Path, pad: str) -> None:
    (tmp_path / pad).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / pad).write_text("x")
    gelezen, fouten = lees(tmp_path)
    assert gelezen == []
    assert fouten == [f"{pad}: Dit bestand hoort niet bij het importformaat."]


def test_wat_niet_bestaat_is_een_fout(tmp_path: Path) -> None:
    assert lees(tmp_path / "nergens")[1] == [
        f"{tmp_path / 'nergens'}: Deze map of dit zipbestand bestaat niet."
    ]


def test_een_lege_map_is_een_fout(tmp_path: Path) -> None:
    assert "geen enkel bestand" in lees(tmp_path)[1][0]


def test_een_koppeling_in_een_map_wordt_geweigerd(tmp_path: Path) -> None:
    geheim = tmp_path / "geheim.csv"
    geheim.write_text("wachtwoord")
    bron = tmp_path / "regio"
    bron.mkdir()
    (bron / "gemeenten.csv").symlink_to(geheim)
    (bron / "producten").symlink_to(tmp_path)
    gelezen, fouten = lees(bron)
    assert gelezen == []
    assert [fout.split(":")[0] for fout in fouten] == ["gemeenten.csv", "producten"]
    assert all("koppeling" in fout for fout in fouten)


def test_een_pijp_in_een_map_wordt_geweigerd_zonder_te_wachten(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "gemeenten.csv")
    assert "geen gewoon bestand" in lees(tmp_path)[1][0]


@pytest.mark.parametrize(
    "naam",
    ["../gemeenten.csv", "/etc/gemeenten.csv", "producten/../../x.md", "producten\\x.md", "C:gemeenten.csv"],
)
def test_een_pad_dat_naar_buiten_wijst_wordt_geweigerd(tmp_path: Path, naam: str) -> None:
    bron = maak_zip(tmp_path / "slip.zip", (naam, KOP), ("gegevens.csv", "sleutel,waarde\n"))
    gelezen, fouten = lees(bron)
    assert gelezen == ["gegevens.csv"]
    assert fouten == [f"{naam}: Dit pad wijst buiten het zipbestand."]


def test_een_koppeling_in_een_zip_wordt_geweigerd(tmp_path: Path) -> None:
    lid = zipfile.ZipInfo("gemeenten.csv")
    lid.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert "koppeling" in lees(maak_zip(tmp_path / "k.zip", (lid, "/etc/passwd")))[1][0]


def test_een_dubbel_bestand_in_een_zip_wordt_geweigerd(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        bron = maak_zip(tmp_path / "d.zip", ("gemeenten.csv", KOP), ("gemeenten.csv", KOP))
    assert "twee keer" in lees(bron)[1][0]


def test_een_zipbom_wordt_geweigerd(tmp_path: Path) -> None:
    bron = maak_zip(tmp_path / "bom.zip", ("gegevens.csv", b"0" * 20_000_000))
    gelezen, fouten = lees(bron)
    assert gelezen == []
    assert fouten == ["gegevens.csv: Dit bestand is verdacht ver ingepakt."]


def test_een_zip_die_over_zijn_omvang_liegt_komt_niet_voorbij_het_maximum(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bestanden, "MAX_TEKST", 1000)
    bron = maak_zip(tmp_path / "l.zip", ("producten/a.md", os.urandom(5000)))
    inhoud = bytearray(bron.read_bytes())
    waar = inhoud.index(b"PK\x01\x02")
    inhoud[waar + 24 : waar + 28] = (10).to_bytes(4, "little")
    bron.write_bytes(bytes(inhoud))
    gelezen, fouten = lees(bron)
    assert gelezen == []
    assert len(fouten) == 1


def test_een_te_groot_bestand_wordt_geweigerd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bestanden, "MAX_TEKST", 10)
    (tmp_path / "producten").mkdir()
    (tmp_path / "producten" / "a.md").write_text("x" * 11)
    assert lees(tmp_path) == (
        [],
        ["producten/a.md: Dit bestand is te groot, of alle bestanden samen zijn te groot."],
    )


def test_alle_bestanden_samen_hebben_een_maximum(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bestanden, "MAX_TOTAAL", 15)
    (tmp_path / "producten").mkdir()
    for naam in ("a", "b"):
        (tmp_path / "producten" / f"{naam}.md").write_text("x" * 10)
    gelezen, fouten = lees(tmp_path)
    assert len(gelezen) == 1
    assert len(fouten) == 1


def test_te_veel_bestanden_worden_geweigerd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bestanden, "MAX_BESTANDEN", 2)
    bron = maak_zip(tmp_path / "v.zip", *[(f"producten/a{nr}.md", "x") for nr in range(3)])
    assert lees(bron)[0] == []
    assert "te veel bestanden" in lees(bron)[1][0]


def test_een_versleuteld_bestand_wordt_geweigerd(tmp_path: Path) -> None:
    bron = maak_zip(tmp_path / "v.zip", ("gemeenten.csv", KOP))
    inhoud = bytearray(bron.read_bytes())
    inhoud[inhoud.index(b"PK\x01\x02") + 8] |= 1
    bron.write_bytes(bytes(inhoud))
    assert lees(bron)[1] == ["gemeenten.csv: Dit bestand is versleuteld."]


@pytest.mark.parametrize("inhoud", [b"", b"PK\x03\x04 kapot", b"geen zip"])
def test_een_kapotte_zip_wordt_geweigerd(tmp_path: Path, inhoud: bytes) -> None:
    (tmp_path / "k.zip").write_bytes(inhoud)
    assert "geen leesbaar zipbestand" in lees(tmp_path / "k.zip")[1][0]


def test_een_afgekapte_zip_wordt_geweigerd(tmp_path: Path) -> None:
    stroom = io.BytesIO()
    with zipfile.ZipFile(stroom, "w") as archief:
        archief.writestr("gemeenten.csv", KOP * 100)
    inhoud = bytearray(stroom.getvalue())
    inhoud[60] ^= 0xFF  # the content no longer matches its checksum
    (tmp_path / "a.zip").write_bytes(bytes(inhoud))
    assert "geen leesbaar zipbestand" in lees(tmp_path / "a.zip")[1][0]
