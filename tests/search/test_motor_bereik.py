"""Scope in either engine: nobody finds, or sees the words of, what is not theirs."""

from __future__ import annotations

from search.bereik import balie, publiek
from search.document import grafsteen
from search.zoeken import zoek
from tests.search.gevonden import Vul, sleutels
from tests.search.hulp import balie_json, document


def test_alleen_documenten_van_het_bereik_worden_gevonden(gevuld: Vul) -> None:
    bereiken = ("dordrecht", "papendrecht", "dordrecht-zuid", "regio")
    motor = gevuld(*(document(bereik, f"paspoort-{bereik}", "Paspoort aanvragen") for bereik in bereiken))
    for bereik in bereiken:
        assert sleutels(motor, "paspoort", bereik) == [f"paspoort-{bereik}"]
        assert sleutels(motor, "paspoort aanvragen kwijt", bereik) == [f"paspoort-{bereik}"]
    assert sleutels(motor, "paspoort", "sliedrecht") == []
    assert motor.counts() == dict.fromkeys(bereiken, 1)


def test_interne_woorden_vindt_alleen_de_balie(gevuld: Vul) -> None:
    motor = gevuld(
        document(
            "dordrecht", "paspoort", "Paspoort", balie=balie_json(interne_toelichting="Bel Blauwvinkstraat")
        )
    )
    for vraag in ("blauwvinkstraat", "blauwvink", "straat", "blauwvinkstrat", "paspoort blauwvinkstraat"):
        openbaar = zoek(vraag, publiek("dordrecht"), motor=motor, typend=True)
        assert "blauwvink" not in str(openbaar.correcties).replace(vraag, "")
        if "paspoort" not in vraag:
            assert openbaar.treffers == (), vraag
    assert zoek("blauwvinkstraat", balie("dordrecht"), motor=motor).trede == 1
    assert zoek("blauwvinkstrat", balie("dordrecht"), motor=motor).correcties == (
        ("blauwvinkstrat", "blauwvinkstraat"),
    )


def test_woordenschat_is_van_het_bereik_en_van_de_vrager(gevuld: Vul) -> None:
    motor = gevuld(
        document("dordrecht", "paspoort", "Paspoort", balie=balie_json(uitvragen="Vraag naar spoed")),
        document("papendrecht", "rijbewijs", "Rijbewijs"),
    )
    assert set(motor.vocabulary(publiek("dordrecht")).aantallen) == {"paspoort"}
    assert set(motor.vocabulary(balie("dordrecht")).aantallen) == {"paspoort", "vraag", "spoed"}


def test_elke_gemeente_heeft_precies_haar_eigen_documenten(gevuld: Vul) -> None:
    """Names that begin alike, a number of documents each of its own, and one withdrawn everywhere."""
    aantallen = {
        "dordrecht": 7,
        "dordrecht-zuid": 6,
        "dord": 5,
        "sliedrecht": 4,
        "recht": 3,
        "regio": 2,
        "a": 1,
    }
    leden = [
        document(bereik, f"paspoort-{nummer}", f"Paspoort {nummer}")
        for bereik, aantal in aantallen.items()
        for nummer in range(aantal)
    ]
    weg = [grafsteen(bereik=bereik, sleutel="weg", versie=1) for bereik in aantallen]
    motor = gevuld(*leden, *weg)
    assert motor.counts() == aantallen
    for bereik, aantal in aantallen.items():
        for scope in (publiek(bereik), balie(bereik)):
            gevonden = zoek("paspoort", scope, motor=motor, limiet=50).treffers
            assert {lid.sleutel for lid in gevonden} == {f"paspoort-{nummer}" for nummer in range(aantal)}
            assert len(gevonden) == aantal
    assert sum(stand.weg for stand in motor.audit()) == len(aantallen)
