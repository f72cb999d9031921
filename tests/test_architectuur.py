"""The layers of pyproject.toml hold, and the lists of pure modules in it agree with each other."""

import subprocess
import sys
import tomllib
from pathlib import Path

from redactie.settings.omgeving import BASE_DIR

PYPROJECT = tomllib.loads((BASE_DIR / "pyproject.toml").read_text("utf-8"))


def test_de_lagen_kloppen() -> None:
    opdracht = Path(sys.executable).with_name("lint-imports")
    uitkomst = subprocess.run(
        [opdracht], cwd=BASE_DIR, capture_output=True, text=True, timeout=120, check=False
    )
    assert uitkomst.returncode == 0, uitkomst.stdout


def test_elke_zuivere_module_wordt_streng_op_types_gecontroleerd() -> None:
    contracten = PYPROJECT["tool"]["importlinter"]["contracts"]
    (zuiver,) = [contract for contract in contracten if contract["name"].startswith("Pure modules")]
    gecontroleerd = {
        naam.removesuffix(".py").replace("/", ".") for naam in PYPROJECT["tool"]["mypy"]["files"]
    }
    assert set(zuiver["source_modules"]) - gecontroleerd == set()


def test_modules_blijven_klein() -> None:
    te_lang = {
        str(pad.relative_to(BASE_DIR)): regels
        for kamer in ("redactie", "search", "sync", "kennisbank", "deploy")
        for pad in (BASE_DIR / kamer).rglob("*.py")
        if "migrations" not in pad.parts and (regels := len(pad.read_text("utf-8").splitlines())) > 300
    }
    assert te_lang == {}
