"""Asking and scoring, with answers that the test makes up."""

from __future__ import annotations

from kennisbank.relevantie.meten import Antwoord, meet
from kennisbank.relevantie.vragen import Oordeelvraag

LIVE = {"regio": {"paspoort", "kwijt"}, "sliedrecht": {"paspoort", "kwijt", "kraam"}}


def vraag(tekst: str = "paspoort", oordeel: dict[str, int] | None = None, **rest: str) -> Oordeelvraag:
    waarden = {"id": "a1", "type": "alledaags", "gemeente": "", **rest}
    return Oordeelvraag(**waarden, vraag=tekst, oordeel={"paspoort": 3} if oordeel is None else oordeel)


class Balie:
    """Finds "paspoort" second once four letters of it are there; remembers what it was asked."""

    def __init__(self) -> None:
        self.gevraagd: list[tuple[str, str, bool]] = []

    def __call__(self, tekst: str, bereik: str, typend: bool) -> Antwoord:
        self.gevraagd.append((tekst, bereik, typend))
        if "pasp" in tekst:
            return Antwoord(("kwijt", "paspoort"), 1)
        return Antwoord((), 0)


def test_een_vraag_wordt_gesteld_en_gewogen() -> None:
    (meting,) = meet([vraag()], Balie(), live=LIVE, alles=False).metingen
    assert meting.verwacht
    score = meting.gesteld
    # The only good one in second place: 7 / log2(3) / 7 = 0.63093.
    assert (score.ndcg, score.rr, score.op1, score.op3) == (0.63093, 0.5, False, True)
    assert (meting.bewerkt, meting.tekens, meting.lengte) == (None, None, None)


def test_het_typen_telt_tot_het_beste_in_de_eerste_vijf_staat() -> None:
    balie = Balie()
    (meting,) = meet([vraag("mijn paspoort")], balie, live=LIVE).metingen
    assert (meting.tekens, meting.lengte) == (len("mijn pasp"), len("mijn paspoort"))
    getypt = [tekst for tekst, _, typend in balie.gevraagd if typend]
    assert getypt == ["m", "mi", "mij", "mijn", "mijn p", "mijn pa", "mijn pas", "mijn pasp"]


def test_wat_nooit_gevonden_wordt_heeft_geen_aantal_tekens() -> None:
    (meting,) = meet([vraag("reisdocument")], Balie(), live=LIVE).metingen
    assert (meting.tekens, meting.lengte) == (None, 12)


def test_dezelfde_vraag_met_een_tikfout() -> None:
    (meting,) = meet([vraag("een paspoort")], Balie(), live=LIVE).metingen
    assert meting.bewerkt is not None
    assert meting.bewerkt.vraag.startswith("een ")
    assert meting.bewerkt.vraag != "een paspoort"


def test_een_onaffe_vraag_wordt_typend_gesteld() -> None:
    balie = Balie()
    meet([vraag("pasp", type="onaf")], balie, live=LIVE, alles=False)
    assert balie.gevraagd == [("pasp", "regio", True)]


def test_wat_daar_niet_bestaat_telt_niet_mee() -> None:
    oordeel = {"kraam": 3, "kwijt": 2}
    regio, sliedrecht = meet(
        [vraag(oordeel=oordeel), vraag(oordeel=oordeel, id="a2", gemeente="sliedrecht")],
        Balie(),
        live=LIVE,
        alles=False,
    ).metingen
    assert regio.gesteld.op1  # in the region, `kwijt` is the best there is
    assert not sliedrecht.gesteld.op1


def test_een_vraag_waarvan_niets_overblijft_vervalt() -> None:
    balie = Balie()
    ronde = meet([vraag(oordeel={"kraam": 3}), vraag(id="a2", gemeente="elders")], balie, live=LIVE)
    assert (ronde.metingen, ronde.vervallen) == ((), ("a1", "a2"))
    assert balie.gevraagd == []


def test_een_vraag_zonder_antwoord_wordt_alleen_gesteld() -> None:
    balie = Balie()
    niets, stellig = meet([vraag("pizza", {}), vraag("paspoort", {}, id="a2")], balie, live=LIVE).metingen
    assert not niets.verwacht
    assert (niets.gesteld.sleutels, niets.stellig) == ((), False)
    assert stellig.stellig
    assert len(balie.gevraagd) == 2
