"""One word per thing: every model, field and choice stands in docs/woordenlijst.md, and nothing there is made up."""

import ast
import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db.models import Model

from redactie.keuzes import Keuze
from redactie.settings.omgeving import BASE_DIR
from redactie.veld import Veld

KAMERS = ("redactie", "search", "sync", "kennisbank")
GEEN_WOORDENLIJST = {"Soort"}
"""Lists that are not of the domain: the order of the import files."""

GEEN_DOMEIN = {"settings", "migrations", "urls", "wsgi"}
"""Modules that say nothing of the domain; some of them must not be imported twice, or not here."""

TEKST = (BASE_DIR / "docs" / "woordenlijst.md").read_text("utf-8")
CODE = re.compile(r"`([^`]+)`")


def rijen(*koppen: str) -> list[list[str]]:
    """The cells of the rows of the tables that begin with these headings."""
    gevonden: list[list[str]] = []
    in_tabel = False
    for regel in TEKST.splitlines():
        cellen = [cel.strip() for cel in regel.strip("|").split("|")]
        if not regel.startswith("|"):
            in_tabel = False
        elif cellen[: len(koppen)] == list(koppen):
            in_tabel = True
        elif in_tabel and not set(regel) <= set("|-"):
            gevonden.append(cellen)
    return gevonden


WOORDEN = {rij[0]: CODE.findall(rij[1]) for rij in rijen("Woord", "In de code")}
KEUZES = {CODE.findall(rij[0])[0]: CODE.findall(rij[1]) for rij in rijen("Lijst", "Waarden")}


def modellen() -> list[type[Model]]:
    return [model for kamer in KAMERS for model in apps.get_app_config(kamer).get_models()]


def keuzelijsten() -> Iterator[type[Keuze]]:
    """Every Keuze of the rooms, whatever another test has imported or not."""
    for kamer in KAMERS:
        for module in pkgutil.walk_packages([str(BASE_DIR / kamer)], f"{kamer}."):
            if not GEEN_DOMEIN & set(module.name.split(".")):
                importlib.import_module(module.name)
    nog = list(Keuze.__subclasses__())
    while nog:
        lijst = nog.pop()
        nog += lijst.__subclasses__()
        if lijst.__module__.partition(".")[0] in KAMERS and lijst.__name__ not in GEEN_WOORDENLIJST:
            yield lijst


def klassen() -> set[str]:
    return {
        knoop.name
        for kamer in KAMERS
        for pad in (BASE_DIR / kamer).rglob("*.py")
        for knoop in ast.walk(ast.parse(pad.read_text("utf-8")))
        if isinstance(knoop, ast.ClassDef)
    }


@pytest.mark.parametrize("model", modellen(), ids=lambda model: model.__name__)
def test_elk_model_staat_in_de_woordenlijst_onder_zijn_eigen_naam(model: type[Model]) -> None:
    assert model.__name__ in WOORDEN.get(str(model._meta.verbose_name), [])


@pytest.mark.parametrize("lijst", list(keuzelijsten()), ids=lambda lijst: lijst.__name__)
def test_elke_keuze_staat_in_de_woordenlijst(lijst: type[Keuze]) -> None:
    assert KEUZES.get(lijst.__name__) == [lid.value for lid in lijst]


def test_elk_veld_staat_in_de_woordenlijst_in_de_volgorde_van_een_website() -> None:
    beschreven = [rij[:3] for rij in rijen("Veld", "Kop")]
    assert beschreven == [
        [veld.value, veld.kop or "–", "balie" if veld.intern else "iedereen"] for veld in Veld
    ]


def test_elk_woord_staat_er_maar_een_keer_in() -> None:
    aantallen = Counter(rij[0].lower() for rij in rijen("Woord", "In de code"))
    assert [woord for woord, aantal in aantallen.items() if aantal > 1] == []


def test_wat_als_naam_uit_de_code_staat_bestaat() -> None:
    genoemd = {naam for namen in WOORDEN.values() for naam in namen} | set(KEUZES)
    assert genoemd - klassen() == set()


def test_elk_woord_heeft_een_betekenis() -> None:
    assert [rij[0] for rij in rijen("Woord", "In de code") if not rij[2]] == []
