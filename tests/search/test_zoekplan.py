from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analyse.stam import stam
from search.gewichten import GEWICHTEN
from search.ontleden import MAX_WOORDEN, Ontleding, ontleed
from search.plan import AlleVan, Clausule, Deel, MVanN, Plan, Voorvoegsel, Woord
from search.synoniemen import Synoniem, Synoniemenlijst
from search.woordenschat import Woordenschat
from search.zoekplan import maak_plan, plannen

BEKEND = (
    *("paspoort", "rijbewijs", "kwijt", "grofvuil", "ophalen", "bijstand"),
    *("verlengen", "kliko", "container", "afvalpas"),
)
SCHAT = Woordenschat(dict.fromkeys(BEKEND, 3))


def lees(vraag: str, *, typend: bool = False, synoniemen: Synoniemenlijst | None = None) -> Ontleding:
    lijst = synoniemen or Synoniemenlijst()
    schat = SCHAT.met(lijst.vormen("dordrecht"))
    return ontleed(vraag, typend=typend, bereik="dordrecht", woordenschat=schat, synoniemen=lijst)


def clausules(vraag: str, trede: int = 1, **rest: bool) -> list[set[str]]:
    """Per clause its alternatives, as readable strings."""
    plan = maak_plan(lees(vraag, **rest), trede)
    return [{_leesbaar(lid) for lid in clausule.alternatieven} for clausule in plan.clausules]


def _leesbaar(lid: object) -> str:
    match lid:
        case Woord(woord, _):
            return woord
        case Deel(woord, _):
            return f"{woord}·"
        case Voorvoegsel(letters, _):
            return f"{letters}…"
        case AlleVan(woorden, _):
            return "+".join(woorden)
        case MVanN(woorden, minimum, _):
            return f"{minimum} van {'+'.join(woorden)}"
    raise AssertionError(lid)


def test_elk_woord_is_een_clausule_die_strikt_moet_gelden() -> None:
    plan = maak_plan(lees("rijbewijs kwijt"), 1)
    assert clausules("rijbewijs kwijt") == [{"rijbewijs", "rijbewijs·"}, {"kwijt", "kwijt·"}]
    assert plan.minimum == 2


def test_gesprekswoorden_vragen_niets() -> None:
    assert clausules("ik wil graag mijn paspoort verlengen") == clausules("paspoort verlengen")


def test_samenstelling_mag_ook_los_geschreven_zijn() -> None:
    assert "grof+vuil" in clausules("grofvuil")[0]


def test_losse_woorden_mogen_ook_een_woord_zijn() -> None:
    assert clausules("rij bewijs") == [{"rij", "rij·", "rijbewijs"}, {"bewijs", "bewijs·", "rijbewijs"}]


def test_alleen_het_laatste_woord_is_half_en_alleen_tijdens_typen() -> None:
    assert "pasp…" in clausules("kwijt pasp", typend=True)[1]
    assert "kwij…" not in clausules("kwij pasp", typend=True)[0]
    assert "pasp…" not in clausules("kwijt pasp")[1]
    assert "pasp…" not in clausules("kwijt pasp ", typend=True)[1]


def test_een_letter_is_nog_geen_begin() -> None:
    assert "p…" not in clausules("p", typend=True)[0]


def test_half_getypt_losgeschreven_woord_wordt_als_een_woord_begrepen() -> None:
    assert all("rijbew…" in clausule for clausule in clausules("rij bew", typend=True))


def test_half_woord_dat_nog_komt_wordt_niet_verbeterd() -> None:
    assert lees("verle", typend=True).correcties == ()
    assert lees("bijstnad", typend=True).correcties == (("bijstnad", "bijstand"),)


def test_half_woord_dat_nog_geen_woord_is_telt_vooral_als_begin() -> None:
    [half] = maak_plan(lees("kwijts", typend=True), 1).clausules
    assert Voorvoegsel("kwijts", GEWICHTEN.onaf_begin) in half.alternatieven
    assert Woord("kwijt", GEWICHTEN.onaf_woord) in half.alternatieven
    [af] = maak_plan(lees("kwijt", typend=True), 1).clausules
    assert Voorvoegsel("kwijt", GEWICHTEN.half_woord) in af.alternatieven
    assert Woord("kwijt", GEWICHTEN.woord) in af.alternatieven


def test_onbekend_woord_zoekt_ook_op_wat_bedoeld_kan_zijn() -> None:
    ontleding = lees("bijstnad")
    assert {"bijstnad", "bijstand"} <= clausules("bijstnad")[0]
    assert ontleding.gezocht_op == "bijstand"


def test_bekend_woord_wordt_nooit_verbeterd() -> None:
    schat = Woordenschat({"kaart": 1, "kwart": 100})
    ontleding = ontleed(
        "kaart", typend=False, bereik="regio", woordenschat=schat, synoniemen=Synoniemenlijst()
    )
    assert ontleding.correcties == ()


def test_gewoon_nederlands_woord_wordt_niet_verbeterd() -> None:
    schat = Woordenschat({"broek": 5})
    ontleding = ontleed(
        "boek", typend=False, bereik="regio", woordenschat=schat, synoniemen=Synoniemenlijst()
    )
    assert ontleding.correcties == ()


def test_samenstelling_met_een_foute_letter_wordt_verbeterd() -> None:
    assert lees("pasport").gezocht_op == "paspoort"


def test_drie_losse_delen_worden_een_woord() -> None:
    schat = Woordenschat({"huisvestingsvergunning": 1, "huis": 1, "vergunning": 1})
    ontleding = ontleed(
        "huis vestings vergunning",
        typend=False,
        bereik="regio",
        woordenschat=schat,
        synoniemen=Synoniemenlijst(),
    )
    assert [woord.aaneen[-1:] for woord in ontleding.woorden] == [("huisvestingsvergunning",)] * 3


def test_een_half_woord_met_een_tikfout_zoekt_op_het_begin_dat_bedoeld_is() -> None:
    schat = Woordenschat({"paspoort": 5, "paspop": 1})
    ontleding = ontleed(
        "papso", typend=True, bereik="regio", woordenschat=schat, synoniemen=Synoniemenlijst()
    )
    assert ontleding.woorden[0].verbeterd_begin == ("paspo",)
    assert Voorvoegsel("paspo", GEWICHTEN.onaf_begin * GEWICHTEN.correctie) in [
        lid for clausule in maak_plan(ontleding, 1).clausules for lid in clausule.alternatieven
    ]


def test_twee_woorden_zonder_spatie_worden_twee_woorden() -> None:
    assert lees("paspoortverlengen").gezocht_op == "paspoort verlengen"


def test_synoniem_geldt_voor_elk_woord_dat_het_vervangt() -> None:
    lijst = Synoniemenlijst([Synoniem(("groene bak", "kliko"))])
    plan = maak_plan(lees("groene bak", synoniemen=lijst), 1)
    assert all(Woord("kliko", GEWICHTEN.synoniem) in clausule.alternatieven for clausule in plan.clausules)
    [terug] = maak_plan(lees("kliko", synoniemen=lijst), 1).clausules
    assert AlleVan((stam("groene"), stam("bak")), GEWICHTEN.synoniem) in terug.alternatieven


def test_synoniem_geldt_ook_na_een_verbetering() -> None:
    lijst = Synoniemenlijst([Synoniem(("bijstand", "participatiewet"))])
    [clausule] = maak_plan(lees("bijstnad", synoniemen=lijst), 1).clausules
    assert Woord(stam("participatiewet"), GEWICHTEN.synoniem) in clausule.alternatieven


@pytest.mark.parametrize(
    ("aantal", "trede", "minimum"),
    [(1, 1, 1), (4, 1, 4), (2, 2, 1), (3, 2, 2), (5, 2, 2), (10, 2, 4), (5, 3, 1)],
)
def test_elke_trede_vraagt_minder_woorden(aantal: int, trede: int, minimum: int) -> None:
    vraag = ["paspoort", "rijbewijs", "kwijt", "ophalen", "bijstand"] * 2
    assert maak_plan(lees(" ".join(vraag[:aantal])), trede).minimum == minimum


def test_lagere_trede_neemt_met_minder_delen_genoegen() -> None:
    assert "2 van handicap+parkeer+kaart" in clausules("gehandicaptenparkeerkaart", 2)[0]
    assert "kaart·" in clausules("gehandicaptenparkeerkaart", 3)[0]
    assert "kaart·" not in clausules("gehandicaptenparkeerkaart", 1)[0]


def test_trede_die_niets_anders_vraagt_wordt_overgeslagen() -> None:
    assert [plan.trede for plan in plannen(lees("paspoort"))] == [1]
    assert [plan.trede for plan in plannen(lees("paspoort kwijt"))] == [1, 2]
    assert [plan.trede for plan in plannen(lees("paspoort kwijt ophalen"))] == [1, 2, 3]
    assert list(plannen(lees("!?"))) == []


def test_vraag_wordt_afgekapt_op_tekens_en_woorden() -> None:
    assert len(lees("paspoort " * 15).woorden) == MAX_WOORDEN
    assert lees("a" * 190 + " rijbewijs kwijt").gezocht_op.endswith("rijbewijs")
    assert "kwijt" not in lees(" " * 196 + "rijbewijs kwijt").gezocht_op


def test_plan_zonder_clausules_of_met_een_onmogelijk_minimum_bestaat_niet() -> None:
    with pytest.raises(ValueError, match="minimum"):
        Plan((), 0, 1)
    with pytest.raises(ValueError, match="minimum"):
        Plan((Clausule((Woord("a", 1.0),)),), 2, 1)


@given(st.text(max_size=250), st.booleans())
def test_elke_vraag_geeft_een_geldige_ladder(vraag: str, typend: bool) -> None:
    minima = [plan.minimum for plan in plannen(lees(vraag, typend=typend))]
    assert minima == sorted(minima, reverse=True)
