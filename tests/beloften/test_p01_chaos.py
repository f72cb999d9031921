"""P1, nothing committed is lost: a short chaos run, from a fixed seed; the long one is in `make bench`.

In a PostgreSQL of its own, because that is stopped in the middle. What each website must show says an oracle that
knows nothing of the planner (`tests/chaos/orakel.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from tests.chaos.cluster import eigen_map
from tests.chaos.kweker import Opzet
from tests.chaos.plan import Wat, gemeenten, maak_plan
from tests.chaos.proef import Proeftuin, proeftuin

DODEN = 13


@pytest.fixture(scope="module")
def tuin() -> Iterator[Proeftuin]:
    with eigen_map() as map_, proeftuin(Opzet(zaad=7), map_) as tuin:
        yield tuin


@pytest.mark.postgres
@pytest.mark.traag
def test_wie_er_ook_sterft_elke_website_toont_wat_is_vastgelegd(tuin: Proeftuin) -> None:
    verslag = tuin.draai(zaad=7, doden=DODEN)
    assert verslag.goed, verslag.als_tekst()
    # Not a quiet run: both kinds died, edits were made, answers went wrong in each of the ways.
    assert sum(verslag.doden.values()) >= DODEN
    assert set(verslag.doden) == {"redacteur", "sync"}
    assert verslag.databasestops == 1
    assert verslag.vastgelegd > 0
    assert {"goed"} < set(verslag.antwoorden)


@pytest.mark.postgres
@pytest.mark.traag
def test_een_rij_die_na_de_transactie_komt_wordt_betrapt(tuin: Proeftuin) -> None:
    """The broken variant: an editor that dies in between leaves texts stale for ever, and nothing waits."""
    verslag = tuin.draai(zaad=11, doden=DODEN, databasestop=False, variant="rij na afloop", wie="redacteur")
    assert verslag.afwerktijd is not None
    assert verslag.bevinding.oud, verslag.als_tekst()
    assert verslag.bevinding.boeken == []


@pytest.mark.parametrize("zaad", range(5))
def test_de_meeste_teksten_krijgen_een_bewerking(zaad: int) -> None:
    """Else the next edit heals what was lost of the one before, and the run proves nothing."""
    werk = maak_plan(zaad, aantal=100, bewerkt=100, gemeenten=gemeenten(7), redacteuren=3)
    bewerkingen = [lid for lijst in werk for lid in lijst if lid.wat is not Wat.FEIT]
    per_product = Counter(lid.sleutel for lid in bewerkingen)
    assert len(per_product) == 100
    assert sum(aantal == 1 for aantal in per_product.values()) > 70
    assert len({lid.merk for lijst in werk for lid in lijst}) == sum(map(len, werk))
    assert werk == maak_plan(zaad, aantal=100, bewerkt=100, gemeenten=gemeenten(7), redacteuren=3)
