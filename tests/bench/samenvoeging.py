"""The merge of one municipality with 800 products: reading its sources in two queries, and the merge itself.

Runs in a process of its own with the settings of an installation (`python -m tests.bench.samenvoeging`), because it
needs Django; `meet` starts that process on a copy of the database.
"""

from __future__ import annotations

import gc
import json
import sqlite3
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from pathlib import Path
from typing import Any

from tests.bench.proces import uitvoer
from tests.bench.uitkomst import Meting, getal, mediaan, percentiel, spreiding

ONDERDEEL = "Merge of one municipality"
AANTAL = 800
GEMEENTE = "dordrecht"
QUERIES = 2


def meet(database: Path, werkmap: Path, omgeving: Mapping[str, str], *, herhalingen: int) -> list[Meting]:
    """Against a copy of this database, so that the installation keeps its own."""
    kopie = werkmap / "achthonderd"
    kopie.mkdir()
    with (
        sqlite3.connect(f"file:{database}?mode=ro", uri=True) as van,
        sqlite3.connect(kopie / "a.sqlite3") as naar,
    ):
        van.backup(naar)
    adres = {"DATABASE_URL": f"sqlite:///{kopie / 'a.sqlite3'}"}
    ruw = uitvoer("tests.bench.samenvoeging", str(herhalingen), omgeving={**omgeving, **adres}, seconden=300)
    return _metingen(json.loads(ruw.splitlines()[-1]))


def _metingen(uit: Mapping[str, Any]) -> list[Meting]:
    lezen, puur = uit["lezen"], uit["puur"]
    omvang = f"{uit['producten']} products, {uit['teksten']} texts, {uit['afwijkingen']} deviations"

    def ms(wat: str, waarden: Sequence[float], hoe: str, **overig: Any) -> Meting:
        return Meting(ONDERDEEL, wat, mediaan(waarden), "ms", f"{hoe}; {spreiding(waarden, 'ms')}", **overig)

    beeld = uit["beeld"]
    samen = [sum(delen) for delen in zip(lezen, beeld, puur, strict=True)]
    return [
        Meting(ONDERDEEL, "queries", uit["queries"], "queries", omvang, hoogstens=QUERIES),
        ms("pure merge", puur, "median of `voeg_toe` for all, on the central pictures", hoogstens=10),
        Meting(ONDERDEEL, "pure merge, p95", percentiel(puur, 0.95), "ms"),
        ms("the central pictures", beeld, "median of `centraal_beeld` for all: once for all municipalities"),
        ms(
            "reading the sources",
            lezen,
            f"median of `lees_gemeente`, {getal(uit['tekens'] / 1e6)} million characters",
        ),
        ms("reading, central pictures and merging", samen, "median of the three"),
        ms("the same two queries without making anything of them", uit["ruw"], "raw cursor", referentie=True),
        ms(
            "making the merged objects once more from their own values",
            uit["opnieuw"],
            "no merge at all: what Python takes for that many objects",
            referentie=True,
        ),
        Meting(
            ONDERDEEL,
            "reading product by product, as publishing does",
            uit["apart"] * uit["producten"],
            "ms",
            f"{uit['aantal_apart']} × `lees_product`, all municipalities and facts, scaled to {uit['producten']}",
            referentie=True,
        ),
    ]


def meet_hier(gemeente: str, op: datetime, *, herhalingen: int) -> dict[str, Any]:
    """Measure in this process, with the database that Django has."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from redactie.lezen_gemeente import lees_gemeente
    from redactie.samenvoegen import centraal_beeld, voeg_toe

    lees_gemeente(gemeente)  # the first query of a process also asks the database what it can do
    with CaptureQueriesContext(connection) as gevangen:
        bronnen = lees_gemeente(gemeente)
    vragen = [vraag["sql"] for vraag in gevangen.captured_queries]
    beelden = [(centraal_beeld(centraal, op), laag) for centraal, laag in bronnen]
    makers = _makers([uit for beeld in beelden if (uit := voeg_toe(*beeld)) is not None])
    teksten = [versie.tekst for centraal, _ in bronnen for versie in centraal.tekstversies]
    return {
        "producten": len(bronnen),
        "teksten": len(teksten),
        "tekens": sum(map(len, teksten)),
        "afwijkingen": sum(len(laag.afwijkingen) for _, laag in bronnen),
        "queries": len(vragen),
        "lezen": _klok(lambda: lees_gemeente(gemeente), herhalingen),
        "beeld": _klok(lambda: [centraal_beeld(centraal, op) for centraal, _ in bronnen], herhalingen),
        "puur": _klok(lambda: [voeg_toe(beeld, laag) for beeld, laag in beelden], herhalingen),
        "opnieuw": _klok(lambda: _opnieuw(makers), herhalingen),
        "ruw": _klok(lambda: [_ruw(vraag) for vraag in vragen], herhalingen),
        **_apart([centraal.sleutel for centraal, _ in bronnen][:40]),
    }


def _klok(doe: Callable[[], object], keren: int) -> list[float]:
    """Milliseconds of each time, after one to warm up; the garbage of before is cleared first."""
    doe()
    duren = []
    for _ in range(keren):
        gc.collect()
        begin = time.perf_counter()
        doe()
        duren.append((time.perf_counter() - begin) * 1000)
    return duren


def _ruw(vraag: str) -> list[tuple[Any, ...]]:
    from django.db import connection

    with connection.cursor() as cursor:
        # As it was captured: the values stand in it, and a percent sign is no place for one.
        cursor.execute(vraag.replace("%", "%%"), [])
        return cursor.fetchall()


def _makers(producten: Sequence[Any]) -> list[tuple[type, list[Any], list[tuple[type, list[Any]]]]]:
    """Per product its type and values, and those of its fields: what it takes to make them once more."""

    def waarden(ding: Any) -> list[Any]:
        return [getattr(ding, veld.name) for veld in fields(ding)]

    return [
        (type(product), waarden(product), [(type(veld), waarden(veld)) for veld in product.velden])
        for product in producten
    ]


def _opnieuw(makers: Sequence[tuple[type, list[Any], list[tuple[type, list[Any]]]]]) -> None:
    for soort, waarden, velden in makers:
        for veldsoort, veldwaarden in velden:
            veldsoort(*veldwaarden)
        soort(*waarden)


def _apart(sleutels: Sequence[str]) -> dict[str, Any]:
    from redactie.lezen import lees_product

    duren = _klok(lambda: [lees_product(sleutel) for sleutel in sleutels], 3)
    return {"apart": mediaan(duren) / max(len(sleutels), 1), "aantal_apart": len(sleutels)}


def main(herhalingen: int) -> None:
    import django

    django.setup()
    from django.utils import timezone

    from tests.bench.achthonderd import vermenigvuldig

    vermenigvuldig(GEMEENTE, AANTAL)
    print(json.dumps(meet_hier(GEMEENTE, timezone.now(), herhalingen=herhalingen)))


if __name__ == "__main__":
    main(int(sys.argv[1]))
