"""CSV → rows with line numbers: header row, RFC 4180 quoting. Pure; what the cells mean is left to others."""

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


@dataclass(frozen=True, slots=True)
class Tabel:
    """`volledig` False: rows may be missing, so that a key is not here says nothing."""

    rijen: list[TabelRij]
    volledig: bool


def lees_tabel(
    tekst: str,
    plek: Plek,
    *,
    kolommen: Sequence[str],
    nodig: Sequence[str],
    fouten: Fouten,
    scheiding: str = ",",
) -> Tabel:
    """All rows, cells stripped; nothing when the header itself is wrong."""
    gelezen = []
    volledig = True
    try:
        rijen = _rijen(tekst, scheiding)
        kop_regel, ruwe_kop = next(rijen, (1, []))
        kop = [naam.strip() for naam in ruwe_kop]
        if not _kop_klopt(kop, plek.op(kop_regel), kolommen, nodig, fouten):
            return Tabel([], volledig=False)
        for regel, cellen in rijen:
            if len(cellen) == len(kop):
                waarden = dict(zip(kop, (cel.strip() for cel in cellen), strict=True))
                gelezen.append(TabelRij(regel, waarden))
            else:
                volledig = False
                melding = f"Deze rij heeft {len(cellen)} cellen; de kopregel heeft er {len(kop)}."
                fouten.fout(plek.op(regel), melding)
    except _GeenCsv as fout:
        volledig = False
        fouten.fout(
            plek.op(fout.regel),
            "Deze rij is geen geldige CSV: een aanhalingsteken staat verkeerd, of een cel is te lang.",
        )
    return Tabel(gelezen, volledig)


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


class _GeenCsv(Exception):
    def __init__(self, regel: int) -> None:
        super().__init__(regel)
        self.regel = regel


def _rijen(tekst: str, scheiding: str) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not blank, each with its first line."""
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding, strict=True)
    regel = 1
    while True:
        try:
            cellen = next(lezer)
        except StopIteration:
            return
        except csv.Error as fout:
            raise _GeenCsv(regel) from fout
        if any(cel.strip() for cel in cellen):
            yield regel, cellen
        regel = lezer.line_num + 1
