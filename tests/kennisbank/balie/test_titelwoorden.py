"""Which other words people may type for a title."""

from __future__ import annotations

import pytest

from kennisbank.balie.titelwoorden import Titelwoorden, staarten
from search.synoniemen import Synoniem

RIJEN = (
    Synoniem(("rijbewijs", "roze papiertje")),
    Synoniem(("id-kaart", "identiteitskaart", "ID")),
    Synoniem(("reisdocument", "paspoort"), "heen"),
)


def bij(*teksten: str) -> tuple[str, ...]:
    return Titelwoorden(RIJEN).bij(teksten)


def test_woorden_vinden_elkaar_ook_in_het_meervoud_en_uit_meer_woorden() -> None:
    assert bij("Rijbewijzen omwisselen") == ("roze", "papiertje")
    assert bij("Wat is een roze papiertje?") == ("rijbewijs",)


def test_een_woord_dat_er_al_staat_komt_er_niet_bij() -> None:
    assert bij("Identiteitskaart (ID) aanvragen") == ("kaart",)


def test_een_enkele_richting_geldt_alleen_heen() -> None:
    assert bij("Paspoort aanvragen") == ("reisdocument",)
    assert bij("Reisdocument kwijt") == ("document",)


def test_trefwoorden_tellen_mee_en_elk_woord_komt_een_keer() -> None:
    assert bij("Paspoort aanvragen", "rijbewijs", "paspoort") == ("reisdocument", "roze", "papiertje")


@pytest.mark.parametrize(
    ("woord", "verwacht"),
    [("afvalcontainer", ("container",)), ("geboorteakte", ("akte",)), ("paspoort", ()), ("container", ())],
)
def test_een_samenstelling_is_ook_op_haar_laatste_deel_te_vinden(
    woord: str, verwacht: tuple[str, ...]
) -> None:
    assert staarten(woord) == verwacht
    assert set(verwacht) <= set(bij(f"{woord} aanvragen"))
