"""Puts what browsers get of the npm packages in package.json together, in `node_modules/.antwoord`.

The component CSS becomes one style sheet, `nlds/componenten.css`: one request instead of forty. A package that is a
script becomes a module of its own name. Nothing else of node_modules is ever served. `make` runs it after `npm ci`;
STATICFILES_DIRS serves the result. Design tokens (colours, sizes per municipality) are not here.
"""

import json
import re
import sys
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
DOEL = Path("node_modules") / ".antwoord"
SCRIPTS = {
    "minisearch": ("dist/es/index.js", "LICENSE.txt"),
    "turndown": ("lib/turndown.browser.es.js", "LICENSE"),
}
"""Packages that are one module: where it stands, and where its licence."""


def bundel(basis: Path) -> Path:
    """Write all of it under `basis` and return the folder; a missing package is an error, not an empty file."""
    pakketten = json.loads((basis / "package.json").read_text("utf-8"))["dependencies"]
    stijlen = {naam: versie for naam, versie in pakketten.items() if naam not in SCRIPTS}
    doel = basis / DOEL
    _schrijf(doel / "nlds" / "componenten.css", [_stijl(basis, *lid) for lid in stijlen.items()])
    for naam in pakketten.keys() & SCRIPTS.keys():
        _schrijf(doel / naam / f"{naam}.js", [_script(basis, naam, pakketten[naam])])
    return doel


def _stijl(basis: Path, naam: str, versie: str) -> str:
    css = basis / "node_modules" / naam / "dist" / "index.min.css"
    return f"/* {naam} {versie}, EUPL-1.2 */\n{css.read_text('utf-8').strip()}\n"


def _script(basis: Path, naam: str, versie: str) -> str:
    """With its licence, as that asks; without the name of a source map that is not served."""
    pakket = basis / "node_modules" / naam
    module, tekst = SCRIPTS[naam]
    licentie = (pakket / tekst).read_text("utf-8").strip()
    js = (pakket / module).read_text("utf-8")
    return f"/* {naam} {versie}\n\n{licentie}\n*/\n" + re.sub(r"(?m)^//# sourceMappingURL=.*\n?", "", js)


def _schrijf(pad: Path, stukken: list[str]) -> None:
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_text("".join(stukken), "utf-8")


if __name__ == "__main__":
    try:
        print(bundel(BASE_DIR).relative_to(BASE_DIR))
    except FileNotFoundError as fout:
        sys.exit(f"Een front-endpakket ontbreekt ({fout.filename}). Voer `make` opnieuw uit.")
