"""From what the four engines did to the rows of the report: engines side by side, goals, and the comparison."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests.bench.uitkomst import Meting, getal, mediaan, percentiel
from tests.bench.zoeken import BALIE, SERVERS, SOORTEN, Maat, Uitkomst, Vraagtijden

EIGEN = ("tantivy", "elasticsearch")
NAMEN = {
    "tantivy": "Antwoord, tantivy",
    "elasticsearch": "Antwoord, Elasticsearch",
    "sqlite": "SQLite FTS5",
    "postgresql": "PostgreSQL `dutch`",
}
DOELEN: dict[tuple[int, str], tuple[float, float]] = {
    (5_600, "tantivy"): (1, 5),
    (5_600, "elasticsearch"): (10, 60),
    (273_600, "tantivy"): (2, 15),
    (273_600, "elasticsearch"): (10, 60),
}
"""While typing, p50 and p99 in milliseconds."""
MB = 1_000_000

Uitkomsten = Mapping[str, Uitkomst]


def metingen(maat: Maat, uitkomsten: Uitkomsten) -> list[Meting]:
    onderdeel = f"Search, {maat.documenten:,} documents"
    rijen = [rij for soort in SOORTEN for rij in _van(onderdeel, maat, soort, uitkomsten.get(soort))]
    return [*rijen, *_vergelijking(onderdeel, uitkomsten)]


def _van(onderdeel: str, maat: Maat, soort: str, uitkomst: Uitkomst | None) -> Iterator[Meting]:
    kolom, referentie = NAMEN[soort], soort not in EIGEN

    def rij(
        wat: str, waarde: float | None, eenheid: str, hoe: str = "", hoogstens: float | None = None
    ) -> Meting:
        return Meting(
            onderdeel, wat, waarde, eenheid, hoe, hoogstens=hoogstens, referentie=referentie, kolom=kolom
        )

    if uitkomst is None:
        yield rij("while typing, 1 client, p50", None, "", f"no server: {SERVERS[soort]} is not set")
        return
    for (vragen, klanten, bereiken), tijden in uitkomst.tijden.items():
        yield from _tijden(rij, maat, soort, vragen, klanten, bereiken, tijden)
    bouw = uitkomst.bouw
    yield rij(
        "nDCG@5",
        bouw["ndcg"],
        "",
        f"the {bouw['vragen']} judged questions to report on, in the sample region",
    )
    yield rij("best answer in the first three", bouw["op3"] * 100, "%")
    yield rij("no result", bouw["leeg"] * 100, "%")
    yield rij("index on disk", bouw["bytes"] / MB, "MB")
    een = next(iter(uitkomst.tijden.values()))
    yield rij(
        "memory of one client", een.geheugen / MB, "MB", "resident, with Python, word lists and synonyms"
    )
    if een.server:
        yield rij(
            "memory of the server beside it",
            een.server / MB,
            "MB",
            "Elasticsearch whole; PostgreSQL the process of one connection",
        )
    yield rij("memory of the process that built it", bouw["geheugen"] / MB, "MB")
    yield rij(
        "building",
        bouw["bouwen"],
        "s",
        "one process, in blocks of 500, from published text to an index that answers",
    )
    yield rij(
        "one document: from write to visible",
        mediaan(bouw["een"]),
        "s",
        "median; a reader on a connection of its own",
    )
    yield rij(
        "one product in all municipalities: from write to visible",
        mediaan(bouw["alle"]),
        "s",
        f"{maat.gemeenten} documents",
    )


def _tijden(
    rij, maat: Maat, soort: str, vragen: str, klanten: int, bereiken: int, tijden: Vraagtijden
) -> Iterator[Meting]:
    p50, p99 = DOELEN.get((maat.documenten, soort), (None, None))
    if vragen == "af":
        p50 = p99 = None
    wat = "while typing" if vragen == "typend" else "finished questions"
    wat += f", {klanten} client{'s' if klanten > 1 else ''}"
    if bereiken > BALIE:
        wat += f", all {bereiken} municipalities"
    hoe = f"n={len(tijden.ms)}"
    yield rij(f"{wat}, p50", percentiel(tijden.ms, 0.5), "ms", hoe, p50)
    yield rij(f"{wat}, p95", percentiel(tijden.ms, 0.95), "ms")
    yield rij(f"{wat}, p99", percentiel(tijden.ms, 0.99), "ms", "", p99)
    if klanten == 1:
        yield rij(
            f"{wat}, processor time", tijden.cpu_ms, "ms", "mean, in the client; a server's own is not in it"
        )


def _vergelijking(onderdeel: str, uitkomsten: Uitkomsten) -> Iterator[Meting]:
    """Faster and better than the best reference that was measured: the faster one, and the one that finds more."""
    referenties = [soort for soort in uitkomsten if soort not in EIGEN]
    if not referenties:
        return
    beste = max(referenties, key=lambda soort: uitkomsten[soort].bouw["ndcg"])
    snelste = min(referenties, key=lambda soort: _p50(uitkomsten[soort]))
    for soort in (lid for lid in EIGEN if lid in uitkomsten):
        eigen = uitkomsten[soort]
        yield Meting(
            f"{onderdeel}: faster and better?",
            f"{NAMEN[soort]}: nDCG@5",
            eigen.bouw["ndcg"],
            "",
            f"{NAMEN[beste]} has {getal(uitkomsten[beste].bouw['ndcg'])}",
            minstens=uitkomsten[beste].bouw["ndcg"],
        )
        yield Meting(
            f"{onderdeel}: faster and better?",
            f"{NAMEN[soort]}: times as fast while typing, p50",
            _p50(uitkomsten[snelste]) / _p50(eigen),
            "times",
            f"as {NAMEN[snelste]}, one client",
            minstens=1,
        )


def _p50(uitkomst: Uitkomst) -> float:
    return percentiel(
        next(lid.ms for (vragen, _, _), lid in uitkomst.tijden.items() if vragen == "typend"), 0.5
    )
