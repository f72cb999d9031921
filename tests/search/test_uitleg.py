"""The explanation of a result: which reading of a word is found where, and which counts."""

from __future__ import annotations

import pytest

from search.bereik import publiek
from search.bijdrage import alleen
from search.gewichten import GEWICHTEN
from search.ontleden import ontleed
from search.plan import Alternatief
from search.synoniemen import Synoniem, Synoniemenlijst
from search.uitleg import PLEKKEN, TredeUitleg, leg_uit
from search.velden import INTERN_VORMEN, TITEL_VORMEN, VORMEN, Groep
from search.woordenschat import Woordenschat
from search.zoekplan import maak_plan
from tests.search.hulp import balie_json, document

PRODUCT = document(
    "sliedrecht",
    "paspoort-aanvragen",
    "Paspoort aanvragen",
    samenvatting="Een paspoort is een reisdocument.",
    inleiding="Bij de burgerbalie vraagt u een paspoort aan.",
    balie=balie_json(interne_toelichting="Let op vlekkenpers."),
)


def meet(lid: Alternatief, plek: str) -> float:
    """The weight of the place times that of the alternative: easy to work out by hand."""
    gewicht = GEWICHTEN.groep[Groep(plek)] if plek in set(Groep) else GEWICHTEN.voorvoegsel[plek]
    return gewicht * lid.gewicht


def uitleg(vraag: str, trede: int = 1, *rijen: Synoniem, typend: bool = False) -> TredeUitleg:
    lijst = Synoniemenlijst(rijen)
    schat = Woordenschat({"paspoort": 3, "aanvragen": 9, "burgerbalie": 1, "reisdocument": 2}).met(
        lijst.vormen("sliedrecht")
    )
    ontleding = ontleed(vraag, typend=typend, bereik="sliedrecht", woordenschat=schat, synoniemen=lijst)
    plan = maak_plan(ontleding, trede)
    return leg_uit(plan, ontleding, PRODUCT, publiek("sliedrecht"), lijst, meet)


def test_een_woord_staat_op_meer_plekken_en_de_beste_telt_helemaal() -> None:
    (deel,) = uitleg("paspoort").delen
    beste = deel.lezingen[0]
    assert (beste.hoe, beste.gezocht, beste.telt) == ("het woord zelf", "paspoort", True)
    assert [plek.plek for plek in beste.vindplaatsen] == ["titel", "samenvatting", "tekst"]
    # Title 6, summary 2 and text 1.2: the best in full, the others for a share.
    assert beste.punten == pytest.approx(6 + (2 + 1.2) * GEWICHTEN.overige_velden)
    assert not any(lezing.telt for lezing in deel.lezingen[1:])


def test_een_ander_vorm_zegt_hoe_het_er_staat() -> None:
    assert uitleg("paspoorten").delen[0].lezingen[0].staat_als == ("paspoort",)


def test_een_woord_dat_er_niet_staat_zegt_wat_er_geprobeerd_is() -> None:
    gelegd = uitleg("paspoort kenteken")
    assert (gelegd.nodig, gelegd.gevonden, gelegd.gelukt, gelegd.punten) == (2, 1, False, 0.0)
    assert gelegd.delen[1].lezingen == ()
    assert "kenteken (het woord zelf)" in gelegd.delen[1].geprobeerd


def test_een_ruimere_trede_telt_met_korting() -> None:
    gelegd = uitleg("paspoort kenteken", 3)
    assert gelegd.gelukt
    assert gelegd.punten == pytest.approx(gelegd.delen[0].punten * GEWICHTEN.trede[2])


def test_een_synoniem_heet_zoals_de_redacteur_het_schreef() -> None:
    (deel,) = uitleg("reispapier", 1, Synoniem(("reispapier", "het paspoort"))).delen
    assert (deel.lezingen[0].hoe, deel.lezingen[0].gezocht) == ("synoniem", "het paspoort")


def test_een_verbetering_zegt_waarin() -> None:
    (deel,) = uitleg("pasport").delen
    assert (deel.lezingen[0].hoe, deel.lezingen[0].gezocht) == ("verbeterd", "paspoort")


def test_een_half_woord_is_het_begin_van_een_woord() -> None:
    (deel,) = uitleg("paspo", typend=True).delen
    assert deel.lezingen[0].hoe == "begin van een woord"
    assert deel.lezingen[0].gezocht == "paspo…"
    assert deel.lezingen[0].vindplaatsen[0].plek == "titel"


def test_een_deel_van_een_langer_woord() -> None:
    (deel,) = uitleg("balie").delen
    assert (deel.lezingen[0].hoe, deel.lezingen[0].staat_als) == (
        "het woord zelf, als deel van een langer woord",
        ("burgerbalie",),
    )


def test_interne_woorden_bestaan_niet_voor_het_publiek() -> None:
    assert uitleg("vlekkenpers").delen[0].lezingen == ()


def test_elke_plek_heeft_een_naam() -> None:
    assert set(PLEKKEN) == {*Groep, *GEWICHTEN.voorvoegsel}


def test_gewichten_van_een_plek_laten_de_rest_op_nul() -> None:
    titel = alleen(Groep.TITEL)
    assert {groep: getal for groep, getal in titel.groep.items() if getal} == {Groep.TITEL: 6.0}
    assert not any(titel.voorvoegsel.values())
    assert {veld for veld, getal in alleen(TITEL_VORMEN).voorvoegsel.items() if getal} == {TITEL_VORMEN}
    assert {VORMEN, INTERN_VORMEN} < set(PLEKKEN)
