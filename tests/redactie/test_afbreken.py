"""A process that is killed inside a publish leaves the published text and its Wijziging both, or neither.

Rolling back is not dying: here the process really goes, at every point of the publish in turn, and another one opens
the file that is left (`afbreken.py` is the victim). Without this, an edit could be live for ever without ever being
noticed by the planner.
"""

from __future__ import annotations

import itertools
import json
import os
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.bench.proces import Gesprek, gesprek
from tests.redactie.afbreken import NIEUW, NIEUWE_SLEUTEL, SLEUTEL

pytestmark = pytest.mark.traag


@dataclass(frozen=True, slots=True)
class Stand:
    """What the file says: what is published, and what is recorded for the planner."""

    teksten: tuple[tuple, ...]
    live_revisies: tuple[tuple, ...]
    wijzigingen: tuple[tuple, ...]
    omvang: tuple[int, ...] = field(compare=False)
    """Rows per table: what else was committed, such as a draft or a line of the log."""


@dataclass(frozen=True, slots=True)
class Geval:
    weg: str
    ding: str
    variant: str = ""

    def __str__(self) -> str:
        return f"{self.ding} - {self.weg}{self.variant and f' - {self.variant}'}"


@dataclass
class Slachtoffer:
    """The process that publishes and dies, and the file that it leaves."""

    bestand: Path
    gesprek: Gesprek

    def publiceer(self, geval: Geval, *, punt: int = 0, vers: bool = True) -> str:
        """Publish on a fresh file (or on what is there); where it died, '' when it did not."""
        vraag = {"weg": geval.weg, "ding": geval.ding, "variant": geval.variant, "punt": punt, "vers": vers}
        antwoord = json.loads(self.gesprek.vraag(json.dumps(vraag)))
        assert "fout" not in antwoord, antwoord["fout"]
        return antwoord["gestorven"]

    def sterf_overal(self, geval: Geval) -> Iterator[tuple[str, Stand]]:
        """Where it died and what it left, for every point, until it is not killed any more."""
        for punt in itertools.count(1):
            if not (waar := self.publiceer(geval, punt=punt)):
                return
            yield f"punt {punt}, {waar}", self.stand()

    def voor_en_na(self, geval: Geval) -> tuple[Stand, Stand]:
        self.publiceer(geval, punt=1)
        voor = self.stand()
        self.publiceer(geval)
        return voor, self.stand()

    def stand(self) -> Stand:
        verbinding = sqlite3.connect(self.bestand)
        try:

            def rijen(vraag: str) -> tuple[tuple, ...]:
                return tuple(verbinding.execute(vraag))

            assert rijen("PRAGMA quick_check") == (("ok",),)
            return Stand(
                teksten=(
                    *rijen("SELECT sleutel, live, termijn FROM redactie_product ORDER BY sleutel"),
                    *rijen("SELECT product_id, veld, tekst FROM redactie_tekstversie ORDER BY 1, 2, 3"),
                    *rijen(
                        "SELECT a.veld, a.tekst, v.live FROM redactie_afwijking a, redactie_lokaleversie v"
                    ),
                ),
                live_revisies=(
                    *rijen("SELECT id, live_revision_id FROM redactie_product ORDER BY id"),
                    *rijen("SELECT id, live_revision_id FROM redactie_lokaleversie ORDER BY id"),
                ),
                wijzigingen=rijen("SELECT soort, sleutel, gemeente FROM redactie_wijziging ORDER BY id"),
                omvang=tuple(
                    rijen(f'SELECT count(*) FROM "{tabel}"')[0][0]  # noqa: S608  names of our own tables
                    for (tabel,) in rijen("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
                ),
            )
        finally:
            verbinding.close()


@pytest.fixture(scope="module")
def slachtoffer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Slachtoffer]:
    map_ = tmp_path_factory.mktemp("afbreken")
    bestand = map_ / "werk.sqlite3"
    omgeving = os.environ | {
        "DJANGO_SETTINGS_MODULE": "redactie.settings.test",
        "DATABASE_URL": f"sqlite:///{bestand}",
        "ANTWOORD_ZOEKMACHINE": "tantivy",
    }
    opdracht = [sys.executable, "-m", "tests.redactie.afbreken", str(map_)]
    with gesprek(opdracht, omgeving, map_ / "afbreken.log") as lijn:
        assert lijn.lees() == "klaar\n", (map_ / "afbreken.log").read_text("utf-8")
        yield Slachtoffer(bestand, lijn)


GEVALLEN = [
    Geval("script", "product"),
    Geval("script", "nieuw product"),
    Geval("script", "lokale versie"),
    Geval("cms", "product"),
    Geval("cms", "lokale versie"),
    Geval("correctie", "product"),
]
VERWACHT = {
    "product": ("product", SLEUTEL, ""),
    "nieuw product": ("product", NIEUWE_SLEUTEL, ""),
    "lokale versie": ("product", SLEUTEL, "sliedrecht"),
}


@pytest.mark.parametrize("geval", GEVALLEN, ids=str)
def test_wie_midden_in_het_publiceren_sterft_laat_alles_na_of_niets(
    slachtoffer: Slachtoffer, geval: Geval
) -> None:
    voor, na = slachtoffer.voor_en_na(geval)
    assert voor.wijzigingen == ()
    assert set(na.wijzigingen) == {VERWACHT[geval.ding]}
    assert NIEUW in str(set(na.teksten) - set(voor.teksten))
    assert na.live_revisies != voor.live_revisies

    nagelaten = []
    for waar, stand in slachtoffer.sterf_overal(geval):
        assert stand in (voor, na), waar
        if not nagelaten or (stand, stand.omvang) != (nagelaten[-1], nagelaten[-1].omvang):
            # Whoever comes back and publishes again gets what an undisturbed publish gives, and nothing twice.
            slachtoffer.publiceer(geval, vers=False)
            opnieuw = slachtoffer.stand()
            assert opnieuw.teksten == na.teksten, waar
            assert set(opnieuw.wijzigingen) == set(na.wijzigingen), waar
        nagelaten.append(stand)
    # Both happened, in this order: the points lie on either side of the one commit that counts.
    assert set(nagelaten) == {voor, na}
    assert nagelaten == sorted(nagelaten, key=lambda stand: stand == na)


@pytest.mark.parametrize(
    "geval",
    [
        Geval("script", "product", "te laat"),
        Geval("cms", "product", "te laat"),
        Geval("script", "lokale versie", "te laat"),
        Geval("script", "lokale versie", "te vroeg"),
    ],
    ids=str,
)
def test_een_wijziging_buiten_de_transactie_wordt_opgemerkt(slachtoffer: Slachtoffer, geval: Geval) -> None:
    voor, na = slachtoffer.voor_en_na(geval)
    half = [stand for _, stand in slachtoffer.sterf_overal(geval) if stand not in (voor, na)]
    assert half
    te_laat = geval.variant == "te laat"
    for stand in half:
        assert stand.teksten == (na.teksten if te_laat else voor.teksten)
        assert len(stand.wijzigingen) < len(na.wijzigingen) if te_laat else stand.wijzigingen
