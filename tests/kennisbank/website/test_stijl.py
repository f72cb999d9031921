"""The colours: every style sheet has every token, and every pair that is read can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kennisbank.website.stijl import MAP, STANDAARD, stijl_van, stijlen
from redactie.settings.omgeving import BASE_DIR

BASIS = BASE_DIR / "kennisbank" / "static" / "kennisbank" / "basis.css"
TOKEN = re.compile(r"(--antw-[a-z-]+):\s*(#[0-9a-f]{6});")
DRECHTSTEDEN = {
    "alblasserdam",
    "dordrecht",
    "hardinxveld-giessendam",
    "hendrik-ido-ambacht",
    "papendrecht",
    "sliedrecht",
    "zwijndrecht",
}
# (what, on what): text needs 4.5, the outline of something that can be used 3.
TEKST = [
    ("tekst", "papier"),
    ("tekst", "vlak"),
    ("zacht", "papier"),
    ("zacht", "vlak"),
    ("accent", "papier"),
    ("accent", "vlak"),
    ("accent-donker", "papier"),
    ("accent-donker", "vlak"),
    ("op-accent", "accent"),
    ("op-accent", "accent-donker"),
    ("op-balk", "balk"),
    ("op-merk", "merk"),
    ("op-kopknop", "kopknop"),
    ("op-kopknop", "kopknop-donker"),
    ("op-voet", "voet"),
    ("op-aandacht", "aandacht"),
    ("aandacht", "op-aandacht"),
]
VORM = [("merk", "balk"), ("rand", "papier"), ("open", "vlak")]


def tokens(*bestanden: Path) -> dict[str, str]:
    gevonden: dict[str, str] = {}
    for bestand in bestanden:
        gevonden |= {
            naam.removeprefix("--antw-"): kleur for naam, kleur in TOKEN.findall(bestand.read_text("utf-8"))
        }
    return gevonden


def helderheid(kleur: str) -> float:
    """Relative luminance, WCAG 2.1."""
    delen = [int(kleur[plek : plek + 2], 16) / 255 for plek in (1, 3, 5)]
    rood, groen, blauw = (
        deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4 for deel in delen
    )
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def contrast(een: str, ander: str) -> float:
    licht, donker = sorted((helderheid(een), helderheid(ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def test_de_maat_zelf_klopt() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.01)
    assert contrast("#777777", "#ffffff") < 4.5


def test_elke_gemeente_van_het_voorbeeld_heeft_eigen_kleuren() -> None:
    assert stijlen() == DRECHTSTEDEN | {STANDAARD}
    accenten = {tokens(MAP / f"{naam}.css")["accent"] for naam in stijlen()}
    assert len(accenten) == len(stijlen())


def test_een_onbekende_stijl_wordt_de_standaard() -> None:
    assert stijl_van("rotterdam") == STANDAARD
    assert stijl_van("") == STANDAARD
    assert stijl_van("../website") == STANDAARD


@pytest.mark.parametrize("stijl", sorted(stijlen()))
def test_alle_stijlen_hebben_dezelfde_tokens_en_een_icoon(stijl: str) -> None:
    assert set(tokens(MAP / f"{stijl}.css")) == set(tokens(MAP / f"{STANDAARD}.css"))
    assert (MAP / f"{stijl}.svg").read_text("utf-8").startswith("<svg ")


@pytest.mark.parametrize("stijl", sorted(stijlen()))
@pytest.mark.parametrize(("paar", "minstens"), [*((p, 4.5) for p in TEKST), *((p, 3) for p in VORM)])
def test_elk_paar_kleuren_is_te_lezen(stijl: str, paar: tuple[str, str], minstens: float) -> None:
    kleuren = tokens(BASIS, MAP / f"{stijl}.css")
    gemeten = contrast(kleuren[paar[0]], kleuren[paar[1]])
    assert gemeten >= minstens, f"{paar[0]} op {paar[1]}: {gemeten:.2f}"


@pytest.mark.parametrize("stijl", sorted(stijlen()))
@pytest.mark.parametrize("vlak", ["papier", "vlak", "balk", "voet", "aandacht"])
def test_de_dubbele_focusrand_is_op_elk_vlak_te_zien(stijl: str, vlak: str) -> None:
    kleuren = tokens(BASIS, MAP / f"{stijl}.css")
    assert max(contrast(kleuren[rand], kleuren[vlak]) for rand in ("focus", "focus-binnen")) >= 3


def test_kleuren_staan_alleen_in_de_tokens() -> None:
    website = (MAP.parent / "website.css").read_text("utf-8")
    buiten_druk = website.partition("@media print")[0]
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(", buiten_druk) == []


def test_geen_stijlblad_haalt_iets_van_elders() -> None:
    for blad in (BASIS, *MAP.parent.rglob("*.css")):
        assert "url(" not in blad.read_text("utf-8"), blad
        assert "@import" not in blad.read_text("utf-8"), blad
