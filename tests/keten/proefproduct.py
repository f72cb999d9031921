"""Products for the stories, brought in by the import: each story has one of its own."""

from __future__ import annotations

from pathlib import Path

from tests.keten.installatie import Installatie

PRODUCT = """---
titel: {titel}
productsoort: product
aanbod: alle
trefwoorden: [{sleutel}]
---
# samenvatting

U regelt dit bij de gemeente.

# spreekantwoord

U regelt dit aan de balie.

# kosten

Dit kost in de regio niets.

# termijn

In de regio duurt dit vijf weken.

# interne_toelichting

Intern over {sleutel}: nooit voorlezen.
"""

LOKAAL = """---
aangeboden: ja
afwijkingen:
  {veld}: {{wijze: {wijze}, soort: werkwijze, reden: Proef van de keten}}
---
"""

VIER_WIJZEN = {
    "sliedrecht": ("termijn", "vervangen", "In Sliedrecht duurt dit een dag."),
    "papendrecht": ("termijn", "ervoor", "In Papendrecht eerst een afspraak."),
    "zwijndrecht": ("termijn", "erna", "In Zwijndrecht krijgt u een bericht."),
    "alblasserdam": ("termijn", "verbergen", ""),
}


def breng_in(
    installatie: Installatie,
    map_: Path,
    sleutel: str,
    lokaal: dict[str, tuple[str, str, str]] | None = None,
    extra: str = "",
) -> None:
    """Import a product with these deviations into the running installation, and wait until it is live."""
    map_.mkdir(parents=True, exist_ok=True)
    (map_ / "producten").mkdir(exist_ok=True)
    titel = sleutel.replace("-", " ").capitalize()
    (map_ / "producten" / f"{sleutel}.md").write_text(
        PRODUCT.format(titel=titel, sleutel=sleutel) + extra, "utf-8"
    )
    for gemeente, (veld, wijze, tekst) in (lokaal or {}).items():
        pad = map_ / "lokaal" / gemeente / f"{sleutel}.md"
        pad.parent.mkdir(parents=True, exist_ok=True)
        sectie = f"# {veld}\n\n{tekst}\n" if tekst else ""
        pad.write_text(LOKAAL.format(veld=veld, wijze=wijze) + sectie, "utf-8")
    installatie.manage("importeer", str(map_))
    installatie.manage("sync", "--eenmalig", "--geduld", "120")
