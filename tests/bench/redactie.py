"""The screens of the editors in a country: the start page, the impact of a change, and the list of what to review.

Runs in a process of its own with the settings of an installation (`python -m tests.bench.redactie`), because it needs
Django. Asks the views themselves, without a network: what a browser and a web server add is not in it.
"""

from __future__ import annotations

import gc
import json
import sqlite3
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.bench.proces import uitvoer
from tests.bench.uitkomst import Meting, mediaan, percentiel, spreiding

ONDERDEEL = "Screens of the editors"
GEMEENTE = "sliedrecht"
LOKAAL, CENTRAAL = "sliedrecht-publicist", "centraal"
VRAGEN = 100
"""Own texts of that municipality whose central text has changed."""


def meet(
    database: Path,
    werkmap: Path,
    omgeving: Mapping[str, str],
    *,
    gemeenten: int,
    producten: int,
    herhalingen: int,
) -> list[Meting]:
    """Against a copy of this database, so that the installation keeps its own."""
    kopie = werkmap / "land"
    kopie.mkdir()
    with (
        sqlite3.connect(f"file:{database}?mode=ro", uri=True) as van,
        sqlite3.connect(kopie / "a.sqlite3") as naar,
    ):
        van.backup(naar)
    adres = {"DATABASE_URL": f"sqlite:///{kopie / 'a.sqlite3'}"}
    hoe = (str(gemeenten), str(producten), str(herhalingen))
    ruw = uitvoer("tests.bench.redactie", *hoe, omgeving={**omgeving, **adres}, seconden=1800)
    return metingen(json.loads(ruw.splitlines()[-1]))


def metingen(uit: Mapping[str, Any]) -> list[Meting]:
    omvang = (
        f"{uit['gemeenten']} municipalities × {uit['producten']} products, {uit['versies']} local versions"
    )

    def ms(wat: str, waarden: Sequence[float], hoe: str, **overig: Any) -> Meting:
        gemeten = f"median; {hoe}; p95 {percentiel(waarden, 0.95):.0f} ms; {spreiding(waarden, 'ms')}"
        return Meting(ONDERDEEL, wat, mediaan(waarden), "ms", gemeten, **overig)

    return [
        ms("start page of a municipality", uit["start_lokaal"], f"{uit['vragen']} questions wait; {omvang}"),
        ms("start page of the centre", uit["start_centraal"], omvang),
        ms(
            "impact of a change on every municipality",
            uit["gevolgen"],
            f"{uit['afwijkend']} municipalities deviate on that field",
            hoogstens=1000,
        ),
        ms("list of what to review", uit["herzien"], f"{uit['vragen']} questions of one municipality"),
    ]


def meet_hier(herhalingen: int) -> dict[str, Any]:
    """Measure in this process, with the database that Django has."""
    from django.urls import reverse

    from redactie.models import Afwijking, Gemeente, LokaleVersie, Product

    ruimte = "wagtailsnippets_redactie_"
    eigen = (
        Afwijking.objects.filter(versie__gemeente__slug=GEMEENTE, versie__live=True).order_by("pk").first()
    )
    assert eigen is not None
    product, lokaal, centraal = eigen.versie.product, _als(LOKAAL), _als(CENTRAAL)
    gevolgen = f"{reverse(f'{ruimte}product:gevolgen', args=[product.pk])}?deel=ja"
    getypt = {**product.teksten(), eigen.veld: "Zo wordt het voor iedereen."}

    def klok(vraag: Callable[[], Any]) -> list[float]:
        return _klok(vraag, herhalingen)

    return {
        "gemeenten": Gemeente.objects.count(),
        "producten": Product.objects.filter(live=True).count(),
        "versies": LokaleVersie.objects.count(),
        "vragen": VRAGEN,
        "afwijkend": Afwijking.objects.filter(versie__product=product, veld=eigen.veld).count(),
        "start_lokaal": klok(lambda: lokaal.get(reverse("wagtailadmin_home"))),
        "start_centraal": klok(lambda: centraal.get(reverse("wagtailadmin_home"))),
        "gevolgen": klok(lambda: centraal.post(gevolgen, getypt)),
        "herzien": klok(lambda: lokaal.get(reverse(f"{ruimte}lokaleversie:te_herzien"))),
    }


def _als(naam: str) -> Any:
    from django.contrib.auth import get_user_model
    from django.test import Client

    client = Client(SERVER_NAME="localhost")
    client.force_login(get_user_model().objects.get(username=naam))
    return client


def _klok(vraag: Callable[[], Any], keren: int) -> list[float]:
    """Milliseconds of each time, after one to warm up; the garbage of before is cleared first."""
    duren = []
    for keer in range(keren + 1):
        gc.collect()
        begin = time.perf_counter()
        antwoord = vraag()
        duur = (time.perf_counter() - begin) * 1000
        assert antwoord.status_code == 200, antwoord.status_code
        if keer:
            duren.append(duur)
    return duren


def main(gemeenten: int, producten: int, herhalingen: int) -> None:
    import django

    django.setup()
    from tests.bench.achthonderd import vermenigvuldig
    from tests.bench.redactievulling import gemeenten_erbij, verander_de_regio

    vermenigvuldig(GEMEENTE, producten)
    gemeenten_erbij(GEMEENTE, gemeenten)
    verander_de_regio(GEMEENTE, VRAGEN)
    print(json.dumps(meet_hier(herhalingen)))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:4]))
