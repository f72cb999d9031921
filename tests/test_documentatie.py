"""The manual for operators names every setting and every command, and nothing that does not exist."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import find_commands

from redactie.settings.omgeving import BASE_DIR, VARIABELEN, Omgeving

BEHEER = (BASE_DIR / "docs" / "beheer.md").read_text("utf-8")
KAMERS = ("redactie", "search", "sync", "kennisbank")
BUITEN_OMGEVING = {"DJANGO_SETTINGS_MODULE"}
CODE_IN_TABEL = re.compile(r"`([^`]+)`")


def eerste_kolom(kop: str) -> set[str]:
    """What stands between back-ticks in the first column of the tables under a heading."""
    deel = BEHEER.partition(f"\n## {kop}\n")[2].partition("\n## ")[0]
    rijen = [regel.split("|")[1] for regel in deel.splitlines() if regel.startswith("| `")]
    return {naam for rij in rijen for naam in CODE_IN_TABEL.findall(rij)}


def opdrachten() -> set[str]:
    return {
        naam
        for kamer in KAMERS
        for naam in find_commands(str(Path(apps.get_app_config(kamer).path) / "management"))
    }


def make_doelen() -> set[str]:
    makefile = (BASE_DIR / "Makefile").read_text("utf-8")
    return {f"make {doel}" for doel in re.findall(r"^([a-z-]+):", makefile, re.MULTILINE)}


@pytest.mark.parametrize("variabele", sorted(naam for naam, _ in VARIABELEN.values()))
def test_elke_variabele_staat_in_de_handleiding(variabele: str) -> None:
    assert variabele in eerste_kolom("Instellingen")


def test_de_handleiding_noemt_geen_variabele_die_niemand_leest() -> None:
    gelezen = {naam for naam, _ in VARIABELEN.values()} | BUITEN_OMGEVING
    for variabele in eerste_kolom("Instellingen") - gelezen:
        assert variabele.startswith("ANTWOORD_TEST"), variabele


def test_elk_veld_van_de_omgeving_heeft_een_variabele() -> None:
    assert set(VARIABELEN) == set(Omgeving.__dataclass_fields__)


def test_alleen_omgeving_leest_de_omgeving() -> None:
    """Settings from one place: no other module of the rooms looks in os.environ for a setting."""
    lezers = {
        str(pad.relative_to(BASE_DIR))
        for kamer in KAMERS
        for pad in (BASE_DIR / kamer).rglob("*.py")
        if re.search(r"os\.(environ(?!\.setdefault)|getenv)", pad.read_text("utf-8"))
    }
    assert lezers == {"redactie/settings/omgeving.py"}


def test_elke_opdracht_staat_in_de_handleiding() -> None:
    assert opdrachten() - eerste_kolom("Opdrachten") == set()


def test_de_handleiding_noemt_geen_opdracht_die_niet_bestaat() -> None:
    assert eerste_kolom("Opdrachten") - opdrachten() - make_doelen() == set()


@pytest.mark.parametrize(("variabele", "standaard"), sorted(VARIABELEN.values()))
def test_de_standaard_in_de_handleiding_is_die_van_de_code(variabele: str, standaard: str) -> None:
    rij = next(regel for regel in BEHEER.splitlines() if regel.startswith(f"| `{variabele}` |"))
    kolom = rij.split("|")[2]
    if standaard:
        assert f"`{standaard}`" in kolom
