"""What README and docs point at exists: files of this repository, links, pictures, demo accounts, decisions."""

import re
from pathlib import Path

import pytest

from redactie.demo import ACCOUNTS, WACHTWOORD
from redactie.settings.omgeving import BASE_DIR

README = (BASE_DIR / "README.md").read_text("utf-8")
DOCUMENTEN = sorted([BASE_DIR / "README.md", BASE_DIR / "CHANGELOG.md", *(BASE_DIR / "docs").rglob("*.md")])
KAMERS = ("redactie", "search", "sync", "kennisbank", "templates", "tests", "docs", "deploy")
PAD = re.compile(rf"`((?:{'|'.join(KAMERS)})/[\w./-]*)`")
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)\s#]+)(?:#[^)]*)?\)")
ANKER = re.compile(r"\]\(#([^)]+)\)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
BEELD = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")


def naam(pad: Path) -> str:
    return str(pad.relative_to(BASE_DIR))


@pytest.mark.parametrize("document", DOCUMENTEN, ids=naam)
def test_elk_genoemd_pad_bestaat(document: Path) -> None:
    genoemd = PAD.findall(document.read_text("utf-8"))
    assert [pad for pad in genoemd if not (BASE_DIR / pad).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTEN, ids=naam)
def test_elke_link_naar_een_bestand_klopt(document: Path) -> None:
    doelen = LINK.findall(CODE.sub("", document.read_text("utf-8")))
    assert [doel for doel in doelen if not (document.parent / doel).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTEN, ids=naam)
def test_elke_link_binnen_een_document_wijst_naar_een_kop(document: Path) -> None:
    tekst = document.read_text("utf-8")
    koppen = re.findall(r"^#+ (.+)$", tekst, re.MULTILINE)
    ankers = {re.sub(r"[^\w -]", "", kop).lower().replace(" ", "-") for kop in koppen}
    assert set(ANKER.findall(CODE.sub("", tekst))) - ankers == set()


@pytest.mark.parametrize("document", DOCUMENTEN, ids=naam)
def test_elk_beeld_heeft_een_beschrijving_en_komt_uit_de_repository(document: Path) -> None:
    beelden = BEELD.findall(document.read_text("utf-8"))
    assert [doel for alt, doel in beelden if not alt.strip() or doel.startswith("http")] == []


def test_elk_beeld_wordt_gebruikt() -> None:
    getoond = {
        (document.parent / doel).resolve()
        for document in DOCUMENTEN
        for _, doel in BEELD.findall(document.read_text("utf-8"))
    }
    beelden = {pad for pad in (BASE_DIR / "docs" / "beelden").iterdir() if pad.suffix in {".png", ".svg"}}
    assert {naam(pad) for pad in beelden - getoond} == set()


def test_de_readme_noemt_elk_demo_account_en_het_wachtwoord() -> None:
    genoemd = re.findall(r"^\| `([\w-]+)` \|", README, re.MULTILINE)
    assert sorted(genoemd) == sorted(account.naam for account in ACCOUNTS)
    assert f"`{WACHTWOORD}`" in README


def test_elk_besluit_staat_met_zijn_titel_in_de_lijst() -> None:
    besluiten = BASE_DIR / "docs" / "adr"
    lijst = (besluiten / "README.md").read_text("utf-8")
    in_lijst = re.findall(r"^\| (\d+) \| \[(.+?)\]\((.+?)\) \| (.+?) \|$", lijst, re.MULTILINE)
    bestanden = []
    for pad in sorted(besluiten.glob("[0-9]*.md")):
        kop, _, status, *rest = pad.read_text("utf-8").splitlines()
        nummer, _, titel = kop.removeprefix("# ").partition(". ")
        bestanden.append((nummer, titel, pad.name, status.removeprefix("Status: ")))
        koppen = [regel for regel in rest if regel.startswith("## ")]
        assert koppen == ["## Context", "## Decision", "## Consequences", "## How to see it"], pad.name
    assert in_lijst == bestanden
    assert [int(nummer) for nummer, *_ in bestanden] == list(range(1, len(bestanden) + 1))
