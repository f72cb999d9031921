"""The CSV files: one row per document, region first, then by municipality and key, so that differences read well."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from redactie.bronnen import REGIO
from redactie.invoer.documenten import Bundel, Document, MededelingRij, OpeningstijdenGroep, RegioRij, Soort
from redactie.invoer.rijen import TABELSOORTEN
from redactie.invoer.uren import KOLOMMEN
from redactie.keuzes import Dag
from redactie.uitvoer.waarden import cel, einde, moment


def tabellen(bundel: Bundel) -> Iterator[tuple[str, str]]:
    """Name and text of each table; a table without rows has only its header."""
    for naam, soort in TABELSOORTEN.items():
        yield naam, _csv(soort.kolommen, map(_rij, _documenten(bundel, naam)))
    yield "openingstijden.csv", _csv(KOLOMMEN, _openingstijden(bundel))


def _documenten(bundel: Bundel, naam: str) -> list[Document]:
    soort = next(soort for soort in Soort if f"{soort.label.replace(chr(39), '')}.csv" == naam)
    rijen = sorted(bundel.van(soort).values(), key=_volgorde)
    return [*bundel.van(Soort.REGIO).values(), *rijen] if soort is Soort.GEMEENTE else rijen


def _volgorde(document: Document) -> tuple[str, ...]:
    return tuple(cel(deel) for deel in document.identiteit)


def _rij(document: Document) -> Callable[[str], str]:
    """Column → cell."""
    if isinstance(document, RegioRij):
        return lambda kolom: REGIO if kolom == "slug" else cel(getattr(document, kolom, ""))
    if isinstance(document, MededelingRij):
        grenzen = {"van": moment(document.van), "tot": einde(document.tot)}
        return lambda kolom: grenzen.get(kolom) if kolom in grenzen else cel(getattr(document, kolom))  # type: ignore[return-value]  # in grenzen
    return lambda kolom: cel(getattr(document, kolom))


def _openingstijden(bundel: Bundel) -> Iterator[Callable[[str], str]]:
    groepen: list[Any] = sorted(bundel.van(Soort.OPENINGSTIJDEN).values(), key=_volgorde)
    for groep in groepen:
        for tijd in groep.tijden:
            yield _uur(groep, tijd).__getitem__


def _uur(groep: OpeningstijdenGroep, tijd: Any) -> dict[str, str]:
    return {
        "van_wat": f"{groep.van_wat}:{groep.sleutel}",
        "gemeente": groep.gemeente,
        "dag": tijd.datum or list(Dag)[tijd.dag].value,
        "van": tijd.van,
        "tot": tijd.tot,
        "wijze": tijd.wijze,
    }


def _csv(kolommen: tuple[str, ...], rijen: Iterable[Callable[[str], str]]) -> str:
    uit = io.StringIO()
    schrijver = csv.writer(uit, lineterminator="\n")
    schrijver.writerow(kolommen)
    schrijver.writerows([rij(kolom) for kolom in kolommen] for rij in rijen)
    return uit.getvalue()
