"""Patience: one failure says nothing; several over days do."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from sync.links.oordeel import LANGST_WACHTEN, Linkstand, Poging, Stand, Uitkomst, volgende

MAANDAG = datetime(2026, 11, 23, 9, tzinfo=UTC)
FOUT = Poging(Uitkomst.FOUT, "De pagina bestaat niet meer (antwoord 404).")
GOED = Poging(Uitkomst.GOED)


def na(*pogingen: Poging) -> list[tuple[str, float]]:
    """Of each attempt, at the moment that was set for it: the state, and the hours until the next one."""
    stand, nu, uit = Stand(), MAANDAG, []
    for poging in pogingen:
        stand = volgende(stand, poging, nu)
        assert stand.volgende_op is not None
        uit.append((stand.stand.value, (stand.volgende_op - nu) / timedelta(hours=1)))
        nu = stand.volgende_op
    return uit


def test_een_fout_telt_pas_na_meer_keren_over_dagen() -> None:
    assert na(FOUT, FOUT, FOUT, FOUT, FOUT) == [
        ("hapert", 6),  # monday 9.00
        ("hapert", 18),  # monday 15.00
        ("hapert", 24),  # tuesday 9.00: the third time, but only a day long
        ("stuk", 24),  # wednesday 9.00: two days
        ("stuk", 24),
    ]


def test_een_keer_goed_wist_wat_er_was() -> None:
    assert na(FOUT, GOED, FOUT, FOUT, FOUT) == [
        ("hapert", 6),
        ("goed", 168),
        ("hapert", 6),
        ("hapert", 18),
        ("hapert", 24),
    ]


def test_drie_keer_op_een_dag_is_nog_niet_stuk() -> None:
    stand = Stand()
    for uur in range(3):
        stand = volgende(stand, FOUT, MAANDAG + timedelta(hours=uur))
    assert stand.stand is Linkstand.HAPERT
    assert stand.fout_sinds == MAANDAG


def test_twee_keer_met_een_week_ertussen_ook_niet() -> None:
    stand = volgende(volgende(Stand(), FOUT, MAANDAG), FOUT, MAANDAG + timedelta(days=7))
    assert stand.stand is Linkstand.HAPERT


def test_wat_stuk_is_blijft_dat_tot_het_weer_werkt() -> None:
    stuk = Stand(Linkstand.STUK, mislukt=4, fout_sinds=MAANDAG)
    assert volgende(stuk, FOUT, MAANDAG).stand is Linkstand.STUK
    weer = volgende(stuk, GOED, MAANDAG)
    assert (weer.stand, weer.mislukt, weer.fout_sinds, weer.goed_op) == (Linkstand.GOED, 0, None, MAANDAG)


def test_verhuisd_wordt_meteen_gezegd_met_waarheen() -> None:
    stand = volgende(Stand(), Poging(Uitkomst.VERHUISD, "…", "https://nieuw.nl/"), MAANDAG)
    assert (stand.stand, stand.naar) == (Linkstand.VERHUISD, "https://nieuw.nl/")


def test_wat_zich_niet_laat_nakijken_is_niet_stuk() -> None:
    stand = volgende(Stand(goed_op=MAANDAG), Poging(Uitkomst.GESLOTEN, "robots"), MAANDAG + timedelta(days=1))
    assert (stand.stand, stand.mislukt, stand.goed_op) == (Linkstand.GESLOTEN, 0, MAANDAG)


@pytest.mark.parametrize(
    ("gevraagd", "wacht"),
    [
        (timedelta(minutes=30), timedelta(minutes=30)),
        (timedelta(0), timedelta(hours=6)),
        (timedelta(seconds=1), timedelta(minutes=1)),
        (timedelta(days=400), LANGST_WACHTEN),
        (None, timedelta(hours=6)),
    ],
)
def test_later_verandert_niets_dan_wanneer(gevraagd: timedelta | None, wacht: timedelta) -> None:
    was = Stand(Linkstand.HAPERT, "melding", mislukt=2, fout_sinds=MAANDAG)
    wordt = volgende(was, Poging(Uitkomst.LATER, wacht=gevraagd), MAANDAG)
    assert wordt == Stand(
        Linkstand.HAPERT, "melding", mislukt=2, fout_sinds=MAANDAG, volgende_op=MAANDAG + wacht
    )


def test_adressen_komen_niet_allemaal_tegelijk_terug() -> None:
    eerste, laatste = (volgende(Stand(), GOED, MAANDAG, spreiding=lid).volgende_op for lid in (0.0, 1.0))
    assert eerste is not None
    assert laatste is not None
    assert laatste - eerste == timedelta(days=1)
