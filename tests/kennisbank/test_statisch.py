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
IMPORT = re.compile(r"""^\s*import\b[^"']*["']\./(?P<naam>[^"']+)["']""", re.MULTILINE)


@pytest.fixture
def verzameld(tmp_path: Path, settings: Any) -> dict[str, str]:
    """Plain name → name with a hash, of our own files, collected as in production."""
    settings.STATIC_ROOT = tmp_path
    settings.STATICFILES_DIRS = [instellingen.BASE_DIR / "kennisbank" / "static"]
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
    settings.STATICFILES_DIRS = [tmp_path / "bron"]
    settings.STATIC_ROOT = tmp_path / "nieuw"
    call_command("collectstatic", interactive=False, verbosity=0)
    nieuw = json.loads((tmp_path / "nieuw" / "staticfiles.json").read_text("utf-8"))["paths"]
    naam = "kennisbank/balie/{}.js".format
    anders = {pad.stem for pad in MODULES.glob("*.js") if nieuw[naam(pad.stem)] != verzameld[naam(pad.stem)]}
    ongemoeid = {"beurt", "geheugen", "halen"}
    assert anders == {pad.stem for pad in MODULES.glob("*.js")} - ongemoeid
