"""The modules of the desk are imported by names with a hash; nothing is asked for by its plain name."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as instellingen
from django.core.management import call_command

MODULES = Path(instellingen.BASE_DIR, "kennisbank/static/kennisbank/balie")
VAN_NPM = Path(instellingen.BASE_DIR, "node_modules/.antwoord")
IMPORT = re.compile(r"""^\s*import\b[^"']*["']\./(?P<naam>[^"']+)["']""", re.MULTILINE)


@pytest.fixture
def verzameld(tmp_path: Path, settings: Any) -> dict[str, str]:
    """Plain name → name with a hash, of our own files, collected as in production."""
    settings.STATIC_ROOT = tmp_path
    settings.STATICFILES_DIRS = [instellingen.BASE_DIR / "kennisbank" / "static", VAN_NPM]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "kennisbank.statisch.HashedStorage"},
    }
    call_command("collectstatic", interactive=False, verbosity=0)
    return json.loads((tmp_path / "staticfiles.json").read_text("utf-8"))["paths"]


def test_elke_import_van_een_module_noemt_de_naam_met_hash(verzameld: dict[str, str], tmp_path: Path) -> None:
    gezien = 0
    for pad in MODULES.glob("*.js"):
        bron = pad.read_text("utf-8")
        klaar = (tmp_path / verzameld[f"kennisbank/balie/{pad.name}"]).read_text("utf-8")
        verwacht = [Path(verzameld[f"kennisbank/balie/{naam}"]).name for naam in IMPORT.findall(bron)]
        assert IMPORT.findall(klaar) == verwacht, pad.name
        gezien += len(verwacht)
    assert gezien > 20


def test_een_module_van_npm_heeft_ook_een_naam_met_hash(verzameld: dict[str, str], tmp_path: Path) -> None:
    klaar = (tmp_path / verzameld["kennisbank/balie/titels.js"]).read_text("utf-8")
    assert f'from "../../{verzameld["minisearch/minisearch.js"]}"' in klaar
    assert verzameld["minisearch/minisearch.js"] != "minisearch/minisearch.js"


def test_een_module_die_verandert_geeft_wie_haar_invoert_een_andere_naam(
    verzameld: dict[str, str], tmp_path: Path, settings: Any
) -> None:
    """A page then asks for the new ones together: `balie.js` reaches `scherm.js` over four others."""
    bron = tmp_path / "bron" / "kennisbank" / "balie"
    bron.mkdir(parents=True)
    for pad in MODULES.glob("*.js"):
        bron.joinpath(pad.name).write_text(pad.read_text("utf-8"), "utf-8")
    with bron.joinpath("scherm.js").open("a", encoding="utf-8") as uit:
        uit.write("// anders\n")
    settings.STATICFILES_DIRS = [tmp_path / "bron", VAN_NPM]
    settings.STATIC_ROOT = tmp_path / "nieuw"
    call_command("collectstatic", interactive=False, verbosity=0)
    nieuw = json.loads((tmp_path / "nieuw" / "staticfiles.json").read_text("utf-8"))["paths"]
    naam = "kennisbank/balie/{}.js".format
    anders = {pad.stem for pad in MODULES.glob("*.js") if nieuw[naam(pad.stem)] != verzameld[naam(pad.stem)]}
    assert {"scherm", "balie", "lijst", "toetsen"} <= anders
    assert anders.isdisjoint({"beurt", "geheugen", "halen", "titels"})
    assert anders == _bereikt_door("scherm")


def _bereikt_door(naam: str) -> set[str]:
    """This module, and all that import it, straight or over others."""
    invoer = {pad.stem: set(IMPORT.findall(pad.read_text("utf-8"))) for pad in MODULES.glob("*.js")}
    bereikt = {naam}
    while erbij := {
        wie for wie, wat in invoer.items() if wie not in bereikt and {f"{lid}.js" for lid in bereikt} & wat
    }:
        bereikt |= erbij
    return bereikt
