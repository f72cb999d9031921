"""The report: the same table on the screen, in docs/metingen.md and, as data, in JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from tests.bench.uitkomst import Meting, getal

BEGIN, EINDE = "<!-- begin of what make bench wrote -->", "<!-- end of what make bench wrote -->"
KOPPEN = ("Measured", "Value", "Goal", "Met", "How")
OORDEEL = {True: "yes", False: "**no**", None: ""}


def _rij(meting: Meting) -> tuple[str, ...]:
    wat = f"{meting.wat} (reference)" if meting.referentie else meting.wat
    waarde = f"{getal(meting.waarde)} {meting.eenheid}"
    return wat, waarde, meting.doel, OORDEEL[meting.gehaald], meting.hoe


def als_markdown(machine: Mapping[str, str], metingen: Iterable[Meting]) -> str:
    regels = ["| Run | |", "|---|---|", *(f"| {naam} | {waarde} |" for naam, waarde in machine.items())]
    for onderdeel, groep in groupby(metingen, key=lambda meting: meting.onderdeel):
        regels += ["", f"### {onderdeel}", "", _pijpen(KOPPEN), _pijpen(["---"] * len(KOPPEN))]
        regels += [_pijpen(_rij(meting)) for meting in groep]
    return "\n".join(regels) + "\n"


def _pijpen(cellen: Iterable[str]) -> str:
    return f"| {' | '.join(cellen)} |"


def als_tabel(metingen: Sequence[Meting]) -> str:
    """For a terminal; what explains a number stands in the Markdown and the JSON."""
    rijen = [tuple(cel.replace("*", "") for cel in _rij(meting)[:4]) for meting in metingen]
    breed = [max(map(len, kolom)) for kolom in zip(KOPPEN[:4], *rijen, strict=True)]
    regels = []
    for onderdeel, groep in groupby(zip(metingen, rijen, strict=True), key=lambda paar: paar[0].onderdeel):
        regels += ["", onderdeel, "─" * len(onderdeel)]
        for _, (wat, waarde, doel, oordeel) in groep:
            cellen = (wat.ljust(breed[0]), waarde.rjust(breed[1]), doel.rjust(breed[2]), oordeel)
            regels.append("  ".join(cellen).rstrip())
    return "\n".join(regels)


def schrijf_json(pad: Path, machine: Mapping[str, str], metingen: Iterable[Meting]) -> None:
    pad.parent.mkdir(parents=True, exist_ok=True)
    inhoud = {"machine": dict(machine), "metingen": [meting.als_json() for meting in metingen]}
    pad.write_text(json.dumps(inhoud, indent=2, ensure_ascii=False) + "\n", "utf-8")


def vervang_in(pad: Path, markdown: str) -> None:
    """Replace what stands between the two marks; the words around it are kept by hand."""
    voor, _, rest = pad.read_text("utf-8").partition(BEGIN)
    _, _, na = rest.partition(EINDE)
    if not rest or EINDE not in rest:
        raise ValueError(f"{pad} has no place for the measurements: {BEGIN} … {EINDE}")
    pad.write_text(f"{voor}{BEGIN}\n\n{markdown}\n{EINDE}{na}", "utf-8")
