"""The report: the same numbers on the screen, in docs/metingen.md and, as data, in JSON.

Each part stands by itself, with when, of which commit and on which machine it was measured: a run of some parts leaves
the others as they were.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from tests.bench.uitkomst import Meting

BEGIN, EINDE = "<!-- begin of what make bench wrote -->", "<!-- end of what make bench wrote -->"
KOPPEN = ("Measured", "Value", "Goal", "Met", "How")
OORDEEL = {True: "yes", False: "**no**", None: ""}
DEEL = re.compile(r"<!-- part: (\w+) -->\n(.*?)<!-- end of part: \1 -->\n", re.DOTALL)


def _rij(meting: Meting) -> tuple[str, ...]:
    wat = f"{meting.wat} (reference)" if meting.referentie else meting.wat
    return wat, meting.tekst, meting.doel, OORDEEL[meting.gehaald], meting.hoe


def als_markdown(omstandigheden: Mapping[str, str], metingen: Iterable[Meting]) -> str:
    regels = []
    for onderdeel, leden in groupby(metingen, key=lambda meting: meting.onderdeel):
        groep = list(leden)
        naast = any(meting.kolom for meting in groep)
        regels += [f"### {onderdeel}", "", *(_naast_elkaar(groep) if naast else _onder_elkaar(groep)), ""]
    regels += ["; ".join(f"{naam}: {waarde}" for naam, waarde in omstandigheden.items()) + "."]
    return "\n".join(regels) + "\n"


def _onder_elkaar(metingen: Sequence[Meting]) -> list[str]:
    return [_pijpen(KOPPEN), _streep(len(KOPPEN)), *(_pijpen(_rij(meting)) for meting in metingen)]


def _naast_elkaar(metingen: Sequence[Meting]) -> list[str]:
    """One row per thing measured, one column per what it was measured of; the goal stands in the cell."""
    kolommen = list(dict.fromkeys(meting.kolom for meting in metingen))
    per_rij: dict[str, dict[str, Meting]] = {}
    for meting in metingen:
        per_rij.setdefault(meting.wat, {})[meting.kolom] = meting
    koppen = ("Measured", *kolommen, "How")
    regels = [_pijpen(koppen), _streep(len(koppen))]
    for wat, cellen in per_rij.items():
        hoe = "; ".join(dict.fromkeys(lid.hoe for lid in cellen.values() if lid.hoe))
        regels.append(_pijpen([wat, *(_cel(cellen.get(kolom)) for kolom in kolommen), hoe]))
    return regels


def _cel(meting: Meting | None) -> str:
    if meting is None:
        return ""
    return f"{meting.tekst} ({meting.doel}: {OORDEEL[meting.gehaald]})" if meting.doel else meting.tekst


def _pijpen(cellen: Iterable[str]) -> str:
    return f"| {' | '.join(cellen)} |"


def _streep(aantal: int) -> str:
    return _pijpen(["---"] * aantal)


def als_tabel(metingen: Sequence[Meting]) -> str:
    """For a terminal; what explains a number stands in the Markdown and the JSON."""
    rijen = [tuple(cel.replace("*", "") for cel in _rij(meting)[:4]) for meting in metingen]
    breed = [max(map(len, kolom)) for kolom in zip(KOPPEN[:4], *rijen, strict=True)]
    regels = []
    for kop, groep in groupby(zip(metingen, rijen, strict=True), key=lambda paar: _kop(paar[0])):
        regels += ["", kop, "─" * len(kop)]
        for _, (wat, waarde, doel, oordeel) in groep:
            cellen = (wat.ljust(breed[0]), waarde.rjust(breed[1]), doel.rjust(breed[2]), oordeel)
            regels.append("  ".join(cellen).rstrip())
    return "\n".join(regels)


def _kop(meting: Meting) -> str:
    return f"{meting.onderdeel}: {meting.kolom}" if meting.kolom else meting.onderdeel


def werk_json_bij(
    pad: Path, deel: str, omstandigheden: Mapping[str, str], metingen: Iterable[Meting]
) -> None:
    """Put the results of one part in the file; those of other parts stay."""
    inhoud = json.loads(pad.read_text("utf-8")) if pad.exists() else {}
    delen = inhoud.get("onderdelen", {})
    delen[deel] = {"machine": dict(omstandigheden), "metingen": [meting.als_json() for meting in metingen]}
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_text(json.dumps({"onderdelen": delen}, indent=2, ensure_ascii=False) + "\n", "utf-8")


def werk_document_bij(pad: Path, deel: str, markdown: str, volgorde: Sequence[str]) -> None:
    """Put one part between the two marks, in its place; other parts, and the words around it, stay."""
    voor, begin, rest = pad.read_text("utf-8").partition(BEGIN)
    oud, einde, na = rest.partition(EINDE)
    if not begin or not einde:
        raise ValueError(f"{pad} has no place for the measurements: {BEGIN} … {EINDE}")
    delen = dict(DEEL.findall(oud)) | {deel: f"\n{markdown}\n"}
    stukken = [
        f"<!-- part: {naam} -->\n{delen[naam]}<!-- end of part: {naam} -->\n"
        for naam in volgorde
        if naam in delen
    ]
    pad.write_text(voor + BEGIN + "\n\n" + "\n".join(stukken) + "\n" + EINDE + na, "utf-8")
