"""CSV → rows with line numbers: header row, comma, RFC 4180 quoting. Pure; what the cells mean is left to others."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redactie.invoer.fouten import Fouten, Plek


@dataclass(frozen=True, slots=True)
class TabelRij:
    regel: int
    cellen: dict[str, str]


def lees_tabel(
    tekst: str, plek: Plek, *, kolommen: Sequence[str], nodig: Sequence[str], fouten: Fouten
) -> list[TabelRij]:
    """All rows, cells stripped; nothing when the header itself is wrong."""
    rijen = _rijen(tekst, plek, fouten)
    kop_regel, kop = next(rijen, (1, []))
    kop = [naam.strip() for naam in kop]
    hier = plek.op(kop_regel)
    if not _kop_klopt(kop, hier, kolommen, nodig, fouten):
        return []
    gelezen = []
    for regel, cellen in rijen:
        if len(cellen) != len(kop):
            fouten.fout(
                plek.op(regel), f"Deze rij heeft {len(cellen)} cellen; de kopregel heeft er {len(kop)}."
            )
            continue
        gelezen.append(TabelRij(regel, dict(zip(kop, (cel.strip() for cel in cellen), strict=True))))
    return gelezen


def _kop_klopt(
    kop: list[str], hier: Plek, kolommen: Sequence[str], nodig: Sequence[str], fouten: Fouten
) -> bool:
    bezwaren = [f"De kolom “{naam}” ontbreekt." for naam in nodig if naam not in kop]
    bezwaren += [
        f"De kolom “{naam}” bestaat niet. Dit zijn de kolommen: {', '.join(kolommen)}."
        for naam in dict.fromkeys(kop)
        if naam not in kolommen
    ]
    bezwaren += [
        f"De kolom “{naam}” staat er twee keer." for naam in dict.fromkeys(kop) if kop.count(naam) > 1
    ]
    for bezwaar in bezwaren:
        fouten.fout(hier, bezwaar)
    return not bezwaren


def _rijen(tekst: str, plek: Plek, fouten: Fouten) -> Iterator[tuple[int, list[str]]]:
    lezer = csv.reader(io.StringIO(tekst, newline=""), strict=True)
    regel = 1
    while True:
        try:
            cellen = next(lezer)
        except StopIteration:
            return
        except csv.Error as fout:
            fouten.fout(plek.op(regel), f"Deze rij is geen geldige CSV ({fout}).")
            return
        if any(cel.strip() for cel in cellen):
            yield regel, cellen
        regel = lezer.line_num + 1
