"""The corpus, the questions and the references of the search measurements are what the report says they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from redactie.bronnen import REGIO
from search.synoniemen import Synoniemenlijst
from tests.bench.balievulling import nieuwe
from tests.bench.balkgrafiek import Balk, svg
from tests.bench.landelijk import Samensteller, Stuk, gemeenten
from tests.bench.referentietekst import KOLOMMEN, getrapt, teksten
from tests.bench.uitkomst import Meting
from tests.bench.zoekbron import Zoekbron
from tests.bench.zoeken import Maat, Uitkomst, Vraagtijden
from tests.bench.zoekers import EigenZoeker, Machine, Zoeker, bouw, maak
from tests.bench.zoekmetingen import metingen
from tests.bench.zoekvragen import STATEN, afgemaakt, getypt

VELDEN = ("inleiding", "aanpak", "kosten", "termijn", "bezwaar")


def stuk(bereik: str, sleutel: str, titel: str, woord: str) -> Stuk:
    publiek = {
        "bereik": bereik,
        "sleutel": sleutel,
        "soort": "product",
        "status_toelichting": "",
        "trefwoorden": [f"{woord}woord"],
        "upn": [],
        "talen": {
            "nl": {
                "titel": titel,
                "samenvatting": f"Dit gaat over {woord}. Bel ons.",
                "velden": [{"veld": veld, "tekst": f"Over {woord} en {veld}."} for veld in VELDEN],
            }
        },
    }
    return Stuk(
        publiek, {"bereik": bereik, "velden": [{"veld": "uitvragen", "tekst": f"Vraag naar {woord}."}]}
    )


CENTRAAL = [
    stuk(REGIO, "paspoort-aanvragen", "Paspoort aanvragen", "paspoort"),
    stuk(REGIO, "rijbewijs-verlengen", "Rijbewijs verlengen", "rijbewijs"),
    stuk(REGIO, "grofvuil-ophalen", "Grofvuil laten ophalen", "grofvuil"),
]
LOKAAL = [stuk("dordrecht", "paspoort-aanvragen", "Paspoort aanvragen", "spuiboulevard")]
BRON = Zoekbron((*CENTRAAL, *LOKAAL), Synoniemenlijst(), (("dordrecht", "Dordrecht"),))


def samensteller() -> Samensteller:
    return Samensteller(CENTRAAL, LOKAAL)


def velden(van: Stuk) -> list[tuple[str, str]]:
    return [(lid["veld"], lid["tekst"]) for lid in van.publiek["talen"]["nl"]["velden"]]


def test_het_corpus_is_elke_keer_hetzelfde() -> None:
    slugs = gemeenten(3)
    assert slugs == ["gemeente-001", "gemeente-002", "gemeente-003"]
    assert list(samensteller().stroom(slugs, 5)) == list(samensteller().stroom(slugs, 5))


def test_elke_gemeente_heeft_evenveel_verschillende_producten() -> None:
    aantallen = Counter((lid.bereik, lid.sleutel) for lid in samensteller().stroom(gemeenten(3), 10))
    assert len(aantallen) == 30
    assert set(aantallen.values()) == {1}


def test_een_op_de_tien_velden_wijkt_af() -> None:
    """Of 200 municipalities x 3 products x 5 fields; a text drawn may be the central one itself, of four."""
    maker = samensteller()
    anders = totaal = 0
    for nummer in range(3):
        product = maker.product(nummer)
        for slug in gemeenten(200):
            paren = zip(velden(maker.in_gemeente(product, slug)), velden(product), strict=True)
            verschil = [een != ander for een, ander in paren]
            anders, totaal = anders + sum(verschil), totaal + len(verschil)
    assert totaal == 3000
    assert 0.05 < anders / totaal < 0.10


def test_een_gemengd_product_bestaat_uit_teksten_van_twee() -> None:
    maker = samensteller()
    bekend = {tekst for lid in CENTRAAL for tekst in velden(lid)}
    gemengd = [maker.product(nummer) for nummer in range(3, 20)]
    assert all(set(velden(lid)) <= bekend for lid in gemengd)
    assert any(velden(lid) not in [velden(bron) for bron in CENTRAAL] for lid in gemengd)


def test_het_corpus_wordt_niet_bewaard_maar_stroomt() -> None:
    stroom = samensteller().stroom(gemeenten(342), 1_000_000)
    assert len(list(islice(stroom, 5))) == 5


def test_een_gemeente_krijgt_erbij_wat_zij_mist() -> None:
    """Dordrecht has one product of the seven that it is to have."""
    erbij = list(nieuwe(BRON, 7))
    assert len({lid.sleutel for lid in erbij}) == 6
    assert {lid.bereik for lid in erbij} == {"dordrecht"}


def test_de_vragen_zijn_altijd_dezelfde_en_gaan_over_alle_gemeenten() -> None:
    slugs = gemeenten(7)
    staten = getypt(slugs)
    assert staten == getypt(slugs)
    assert len(staten) == STATEN
    assert {staat.bereik for staat in staten} == set(slugs)
    assert all(staat.typend and not staat.vraag[-1].isspace() for staat in staten)
    assert not any(vraag.typend for vraag in afgemaakt(slugs))


def test_een_referentie_krijgt_alle_woorden_per_gewicht() -> None:
    per_kolom = dict(zip(KOLOMMEN, teksten(CENTRAAL[0]), strict=True))
    assert per_kolom["titel"] == "Paspoort aanvragen"
    assert per_kolom["trefwoorden"] == "paspoortwoord"
    assert "Over paspoort en aanpak." in per_kolom["tekst"]
    assert per_kolom["rest"].strip() == "Over paspoort en bezwaar."
    assert per_kolom["intern"] == "Vraag naar paspoort."


def test_een_referentie_zoekt_eerst_alle_woorden_en_dan_een() -> None:
    def zoek(woorden: list[str], alle: bool) -> list[str]:
        return ["a"] if alle else ["b", "a"]

    assert getrapt("Paspoort kwijt?", zoek) == ("a", "b")
    assert getrapt("paspoort", zoek) == ("a",)
    assert getrapt("?", zoek) == ()


@pytest.fixture(params=["tantivy", "sqlite"])
def zoeker(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Zoeker]:
    gemaakt = maak(Machine(request.param, str(tmp_path / "index")), BRON)
    yield gemaakt
    gemaakt.sluit()


def test_elke_machine_vindt_het_product_in_de_eigen_gemeente(zoeker: Zoeker) -> None:
    stukken = samensteller().stroom(gemeenten(2), 3)
    *_, (aantal, seconden) = bouw(zoeker, stukken)
    assert aantal == 6
    assert seconden > 0
    assert zoeker.zoek("rijbewijs verl", "gemeente-002", typend=True)[0] == "rijbewijs-verlengen"
    assert zoeker.zoek("rijbewijs", "gemeente-003", typend=False) == ()
    assert zoeker.bytes_op_schijf() > 0


def test_wat_erbij_geschreven_is_wordt_meteen_gevonden(zoeker: Zoeker) -> None:
    list(bouw(zoeker, samensteller().stroom(gemeenten(1), 3)))
    zoeker.schrijf([stuk("gemeente-001", "hond-aanmelden", "Hond aanmelden", "hond")])
    assert zoeker.zoek("hond", "gemeente-001", typend=False)[0] == "hond-aanmelden"


def test_de_eigen_machine_weigert_niet_stil(tmp_path: Path) -> None:
    zoeker = EigenZoeker(Machine("tantivy", str(tmp_path / "index")), BRON)
    zoeker.begin()
    with pytest.raises(RuntimeError, match="not written"):
        zoeker.schrijf([stuk("Geen Slug", "hond", "Hond", "hond")])
    zoeker.sluit()


BOUW = {
    "vragen": 9,
    "op3": 1.0,
    "leeg": 0.0,
    "bytes": 1e6,
    "geheugen": 1e6,
    "bouwen": 2.0,
    "een": [1],
    "alle": [2],
}


def uitkomst(ms: float, ndcg: float) -> Uitkomst:
    return Uitkomst({**BOUW, "ndcg": ndcg}, {("typend", 1, 7): Vraagtijden((ms, ms, ms), 0.5, 10**6, 0)})


def test_sneller_en_beter_dan_beide_referenties() -> None:
    """Twice as fast as the faster one, and less good than the better one."""
    uitkomsten = {"tantivy": uitkomst(1, 0.8), "sqlite": uitkomst(2, 0.7), "postgresql": uitkomst(4, 0.9)}
    rijen: list[Meting] = metingen(Maat(7, 800), uitkomsten)
    oordelen = {rij.wat: (rij.waarde, rij.gehaald) for rij in rijen if rij.onderdeel.endswith("better?")}
    assert oordelen["Antwoord, tantivy: nDCG@5"] == (0.8, False)
    assert oordelen["Antwoord, tantivy: times as fast while typing, p50"] == (2.0, True)
    assert any(rij.waarde is None and "ANTWOORD_TEST_ELASTICSEARCH" in rij.hoe for rij in rijen)
    doelen = {rij.wat: rij.doel for rij in rijen if rij.kolom == "Antwoord, tantivy"}
    assert doelen["while typing, 1 client, p50"] == "≤ 1 ms"
    assert doelen["while typing, 1 client, p99"] == "≤ 5 ms"


def test_de_grafiek_noemt_elke_waarde() -> None:
    tekst = svg("Zoeken & meer; het meeste", [Balk("zoeken", 3.25), Balk("rest", 1)], "ms")
    assert tekst.startswith("<svg ")
    assert tekst.endswith("</svg>\n")
    assert "3.25" in tekst
    assert "Zoeken &amp; meer" in tekst
