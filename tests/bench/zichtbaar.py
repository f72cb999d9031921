"""From publishing a central change to reading it: on the website of every municipality, and found at every desk.

The clock starts before the revision is made and stops when the last of all has it. What is asked meanwhile (each
website over HTTP, each desk through `manage.py zoek --jsonl`) competes with the sync for the same cores.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

import httpx

from tests.bench.proces import Gesprek, gesprek
from tests.bench.uitkomst import Meting, mediaan, percentiel, spreiding
from tests.keten.installatie import Installatie

ONDERDEEL = "From publishing to visible"
REGIO = ""
TE_LANG = 60.0
TUSSENPOZE = 0.01
OPWARMEN = 2


@dataclass(frozen=True, slots=True)
class Proef:
    """Seconds after the start of one change."""

    vastgelegd: float
    websites: float
    index: float

    @property
    def overal(self) -> float:
        return max(self.websites, self.index)


class Kijker:
    """Looks where a word stands by now; each place is asked until it has it."""

    def __init__(self, client: httpx.Client, zoeker: Gesprek, poort: int) -> None:
        self.client = client
        self.zoeker = zoeker
        self.poort = poort

    def op_website(self, gemeente: str, sleutel: str, woord: str) -> bool:
        antwoord = self.client.get(
            f"http://127.0.0.1:{self.poort}/product/{sleutel}/",
            headers={"Host": f"{gemeente}.localhost:{self.poort}"},
        )
        antwoord.raise_for_status()
        return woord in antwoord.text

    def in_index(self, bereik: str, sleutel: str, woord: str) -> bool:
        vraag = {"id": 1, "gemeente": bereik, "vraag": woord, "typend": False}
        antwoord = json.loads(self.zoeker.vraag(json.dumps(vraag)))
        return sleutel in antwoord["producten"]


def meet(installatie: Installatie, *, keren: int) -> list[Meting]:
    """The installation must be running, with everything live."""
    gemeenten = [slug for (slug,) in installatie.rijen("SELECT slug FROM redactie_gemeente ORDER BY slug")]
    logboek = installatie.data / "bench.log"
    publiceren = [sys.executable, "-m", "tests.bench.publiceerder"]
    zoeken = [sys.executable, "manage.py", "zoek", "--jsonl"]
    with (
        gesprek(publiceren, installatie.omgeving, logboek) as uitgever,
        gesprek(zoeken, installatie.omgeving, logboek) as zoeker,
        httpx.Client(timeout=20) as client,
    ):
        kijker = Kijker(client, zoeker, installatie.poort)
        sleutels = json.loads(uitgever.lees())
        if not sleutels:
            raise RuntimeError("no product is inherited by every municipality")
        woorden = proefwoorden(OPWARMEN + keren)
        proeven = [
            _proef(kijker, uitgever, gemeenten, sleutels[nummer % len(sleutels)], woord)
            for nummer, woord in enumerate(woorden)
        ][OPWARMEN:]
        rondes = [_ronde(kijker, gemeenten, sleutels[0], "paspoort") for _ in range(5)]
    return _metingen(proeven, rondes, len(gemeenten))


def _metingen(proeven: list[Proef], rondes: list[float], gemeenten: int) -> list[Meting]:
    overal = [proef.overal for proef in proeven]
    websites = [proef.websites for proef in proeven]
    index = [proef.index for proef in proeven]
    vastgelegd = [proef.vastgelegd for proef in proeven]
    hoe = f"last of {gemeenten} websites and {gemeenten + 1} desks; {spreiding(overal, 's')}"
    return [
        Meting(ONDERDEEL, "everywhere, p95", percentiel(overal, 0.95), "s", hoe, hoogstens=2),
        Meting(ONDERDEEL, "everywhere, p50", mediaan(overal), "s"),
        Meting(
            ONDERDEEL,
            f"on all {gemeenten} websites, p95",
            percentiel(websites, 0.95),
            "s",
            spreiding(websites, "s"),
        ),
        Meting(ONDERDEEL, f"on all {gemeenten} websites, p50", mediaan(websites), "s"),
        Meting(ONDERDEEL, "found at every desk, p95", percentiel(index, 0.95), "s", spreiding(index, "s")),
        Meting(ONDERDEEL, "found at every desk, p50", mediaan(index), "s"),
        Meting(
            ONDERDEEL,
            "of which publishing itself, p50",
            mediaan(vastgelegd),
            "s",
            f"revision and transaction, in the editor's process; {spreiding(vastgelegd, 's')}",
            referentie=True,
        ),
        Meting(
            ONDERDEEL,
            "asking every website and desk once",
            mediaan(rondes),
            "s",
            "nothing changes meanwhile: how coarse the clock is",
            referentie=True,
        ),
    ]


def _proef(kijker: Kijker, uitgever: Gesprek, gemeenten: list[str], sleutel: str, woord: str) -> Proef:
    plekken: dict[tuple[str, str], Callable[[str, str, str], bool]] = {
        **{("website", gemeente): kijker.op_website for gemeente in gemeenten},
        **{("index", bereik): kijker.in_index for bereik in (*gemeenten, REGIO)},
    }
    al_ergens = [plek for plek, kijk in plekken.items() if kijk(plek[1], sleutel, woord)]
    if al_ergens:
        raise RuntimeError(f"{woord} stands somewhere before it was published: {al_ergens}")
    gezien: dict[tuple[str, str], float] = {}
    begin = time.monotonic()
    uitgever.vraag(json.dumps([sleutel, woord]))
    vastgelegd = time.monotonic() - begin
    while len(gezien) < len(plekken):
        for plek, kijk in plekken.items():
            if plek not in gezien and kijk(plek[1], sleutel, woord):
                gezien[plek] = time.monotonic() - begin
        if time.monotonic() - begin > TE_LANG:
            raise RuntimeError(f"{woord} of {sleutel} is not visible: {sorted(set(plekken) - set(gezien))}")
        time.sleep(TUSSENPOZE)
    return Proef(
        vastgelegd,
        max(duur for (soort, _), duur in gezien.items() if soort == "website"),
        max(duur for (soort, _), duur in gezien.items() if soort == "index"),
    )


def _ronde(kijker: Kijker, gemeenten: list[str], sleutel: str, woord: str) -> float:
    begin = time.monotonic()
    for gemeente in gemeenten:
        kijker.op_website(gemeente, sleutel, woord)
    for bereik in (*gemeenten, REGIO):
        kijker.in_index(bereik, sleutel, woord)
    return time.monotonic() - begin


def proefwoorden(aantal: int) -> list[str]:
    """Words that are in no text, and so far apart that the correction of one is never another."""
    toeval = random.Random(14078)
    medeklinkers, klinkers = "bdfgkmnprtvz", "aeou"
    woorden: set[str] = set()
    while len(woorden) < aantal:
        woorden.add("".join(toeval.choice(medeklinkers) + toeval.choice(klinkers) for _ in range(6)))
    return sorted(woorden, key=lambda _: toeval.random())
