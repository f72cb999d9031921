from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analyse.bronnen import LEXICON, SAMENSTELLINGEN, onderdelen, regels
from search.analyse.samenstelling import KOPPELINGEN, delen, in_lexicon
from tests.search.analyse.woordenlijsten import HEEL
from tests.search.analyse.woordenlijsten import SAMENSTELLINGEN as GEMEENTEWOORDEN

SPLITSINGEN = [
    (woord, tuple(rest.split()))
    for woord, _, rest in (regel.partition(" = ") for regel in GEMEENTEWOORDEN.strip().splitlines())
]


def test_er_zijn_genoeg_woorden_om_op_te_toetsen() -> None:
    assert len({woord for woord, _ in SPLITSINGEN}) >= 150
    assert len(set(HEEL.split())) >= 60


@pytest.mark.parametrize(("woord", "verwacht"), SPLITSINGEN)
def test_samenstelling_valt_uiteen_in_haar_delen(woord: str, verwacht: tuple[str, ...]) -> None:
    assert delen(woord) == verwacht


@pytest.mark.parametrize("woord", [*HEEL.split(), "bekend", "begeleid", "huis", "straat", "12345", "a", ""])
def test_woord_dat_geen_samenstelling_is_blijft_heel(woord: str) -> None:
    assert delen(woord) == ()


@pytest.mark.parametrize("woord", ["gft", "woz", "wmo", "brp", "vog", "kap", "pas", "zak", "bus"])
def test_vakwoord_van_drie_letters_mag_een_deel_zijn(woord: str) -> None:
    assert in_lexicon(woord)
    assert delen(f"{woord}formulier") == (woord, "formulier")


@pytest.mark.parametrize("deel", ["ing", "ver", "lijk", "pel", "ent", "ons", "van", "raagt", "ping"])
def test_uitgang_of_voorvoegsel_is_nooit_een_deel(deel: str) -> None:
    assert not in_lexicon(deel)


def test_kort_woord_in_het_lexicon_is_gewoon_of_een_vakwoord() -> None:
    vakwoorden = " ".join(onderdelen(SAMENSTELLINGEN)["vakwoorden"]).split()
    for regel in regels(LEXICON):
        woord, eerste, laatste = regel.split()
        assert len(woord) > 3 or int(eerste) + int(laatste) >= 25 or woord in vakwoorden, woord


def test_een_uitzondering_staat_maar_op_een_plek() -> None:
    lijsten = {naam: set(" ".join(rijen).split()) for naam, rijen in onderdelen(SAMENSTELLINGEN).items()}
    assert set(lijsten) == {"geen deel", "heel", "vakwoorden"}
    assert lijsten["geen deel"] & lijsten["vakwoorden"] == set()


@given(st.text(alphabet="abdeginorstuv", max_size=40))
def test_delen_vullen_samen_het_hele_woord(woord: str) -> None:
    gevonden = delen(woord)
    if not gevonden:
        return
    plek = 0
    for deel in gevonden:
        koppeling = next(k for k in KOPPELINGEN if woord.startswith(k + deel, plek))
        assert plek or not koppeling
        plek += len(koppeling) + len(deel)
    assert plek == len(woord)


def test_een_heel_lang_woord_kost_geen_tijd() -> None:
    assert isinstance(delen("gemeenteafvalvergunningkaart" * 2), tuple)
