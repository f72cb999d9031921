"""Joins the component CSS of the npm packages in package.json into one style sheet, `nlds/componenten.css`.

One request instead of forty, and nothing else of node_modules is ever served. `make` runs it after `npm ci`;
STATICFILES_DIRS serves the result. Design tokens (colours, sizes per municipality) are not here.
"""

import json
import sys
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
DOEL = Path("node_modules") / ".antwoord" / "nlds" / "componenten.css"


def bundel(basis: Path) -> Path:
    """Write the bundle under `basis` and return its path; a missing package is an error, not an empty style."""
    pakketten = json.loads((basis / "package.json").read_text("utf-8"))["dependencies"]
    stukken = []
    for naam, versie in pakketten.items():
        css = basis / "node_modules" / naam / "dist" / "index.min.css"
        stukken.append(f"/* {naam} {versie}, EUPL-1.2 */\n{css.read_text('utf-8').strip()}\n")
    doel = basis / DOEL
    doel.parent.mkdir(parents=True, exist_ok=True)
    doel.write_text("".join(stukken), "utf-8")
    return doel


if __name__ == "__main__":
    try:
        print(bundel(BASE_DIR).relative_to(BASE_DIR))
    except FileNotFoundError as fout:
        sys.exit(f"Een front-endpakket ontbreekt ({fout.filename}). Voer `make` opnieuw uit.")
