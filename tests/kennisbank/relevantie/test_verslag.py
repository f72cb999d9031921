"""What the command shows: a table, a sentence, a chart."""

from __future__ import annotations

from defusedxml import ElementTree

from kennisbank.relevantie import verslag
from kennisbank.relevantie.grafiek import bevinding, svg
from kennisbank.relevantie.meten import Meting, Score
from kennisbank.relevantie.samenvatten import vat_samen
from kennisbank.relevantie.vergelijken import Verschil


def meting(nummer: int, soort: str, goed: bool, verwacht: bool = True) -> Meting:
    score = Score("paspoort", ("paspoort",), 1, float(goed), float(goed), goed, goed)
    bewerkt = (score, 3, 8) if verwacht else (None, None, None)
    return Meting(str(nummer), soort, "stem", "regio", verwacht, score, *bewerkt)


METINGEN = [
    *(meting(nummer, "alledaags", nummer != 0) for nummer in range(10)),
    *(meting(nummer, "zin", nummer % 2 == 0) for nummer in range(10, 20)),
    meting(20, "afkorting", False),
    meting(21, "elders", False, verwacht=False),
]
SAMEN = vat_samen(METINGEN)


def test_de_tabel_heeft_een_rij_per_type_en_een_som() -> None:
    kop, _, *rijen = verslag.tabel(SAMEN)
    assert kop.split()[:3] == ["type", "vragen", "nDCG@5"]
    assert [rij.split()[0] for rij in rijen] == ["alledaags", "zin", "afkorting", "─────────", "alles"]
    # 9 + 5 of 21 questions: 0.667.
    assert rijen[-1].split()[:6] == ["alles", "21", "0.667", "0.667", "0.667", "0.667"]


def test_wat_niet_gemeten_is_heeft_een_streepje() -> None:
    kort = Meting("1", "zin", "stem", "regio", True, METINGEN[1].gesteld)
    assert verslag.tabel(vat_samen([kort]))[-1].split()[7:] == ["–"] * 7


def test_vragen_zonder_antwoord_krijgen_een_zin() -> None:
    assert "1 vragen" in verslag.buiten(SAMEN["alles"])
    assert "100% krijgt een stellig antwoord" in verslag.buiten(SAMEN["alles"])
    assert "geen vragen" in verslag.buiten(SAMEN["zin"])


def test_een_vergelijking_zegt_wat_zij_betekent() -> None:
    regels = verslag.vergelijking(
        {
            "ndcg": Verschil(20, 0.9, 0.8, 0.05, 0.15),
            "mrr": Verschil(20, 0.7, 0.8, -0.15, -0.05),
            "op1": Verschil(20, 0.8, 0.8, -0.05, 0.05),
        }
    )
    assert [regel.split("  ")[-1].strip() for regel in regels[2:]] == [
        "beter",
        "slechter",
        "geen verschil aangetoond",
    ]
    assert "+0.100" in regels[2]


def test_missers_noemen_wat_er_had_moeten_staan() -> None:
    oordelen = {lid.id: {"rijbewijs": 3, "iets": 1} for lid in METINGEN}
    eerste, *rest = verslag.missers(METINGEN, oordelen)
    assert eerste == "0 alledaags regio “paspoort” trede 1: rijbewijs ← paspoort"
    assert len(rest) == 6


def test_de_grafiek_is_svg_met_de_bevinding_als_titel() -> None:
    boom = ElementTree.fromstring(svg(SAMEN))
    assert boom.tag == "{http://www.w3.org/2000/svg}svg"
    assert boom.find("{http://www.w3.org/2000/svg}title").text == bevinding(SAMEN)


def test_de_bevinding_noemt_het_zwakste_type_dat_groot_genoeg_is() -> None:
    assert bevinding(SAMEN) == (
        "Bij 67% van de vragen staat het beste antwoord in de eerste drie; het minst bij hele zinnen: 50%"
    )


def test_een_onbekend_type_komt_gewoon_in_de_grafiek() -> None:
    assert "gebaren &amp; zo (1)" in svg(vat_samen([meting(1, "gebaren & zo", True)]))
