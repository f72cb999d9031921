"""A message beside a page: what is written, what is left alone, what is said. Without a WordPress."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sync.afspraak.bericht import Aanwezig, Bericht
from sync.classificatie import Doelantwoord
from sync.wordpress.merk import Merk, lees
from sync.wordpress.pagina import (
    GEWIJZIGD,
    EigenWijziging,
    Instelling,
    Onleesbaar,
    Pagina,
    Schrijf,
    Tekst,
    besluit,
    bevestiging,
    kies,
)

MELDEN = Instelling(4, EigenWijziging.MELDEN)
OVERSCHRIJVEN = Instelling(4, EigenWijziging.OVERSCHRIJVEN)
TEKST = Tekst("Paspoort", "<p>Vijf dagen.</p>")
HASH, ANDERE = "a" * 64, "c" * 64
NAAM = "sliedrecht/product/paspoort"


def bericht(versie: int, *, hash_: str = HASH, weg: bool = False) -> Bericht:
    return Bericht(
        "sliedrecht", "product", "paspoort", versie, "" if weg else hash_, None if weg else {}, None
    )


def pagina(versie: int = 5, *, hash_: str = HASH, **anders: object) -> Pagina:
    merk = Merk(NAAM, versie, hash_, TEKST.som)
    inhoud = f"{merk}\n{TEKST.inhoud}"
    staat = Pagina(7, "paspoort", "publish" if hash_ else "draft", 4, False, TEKST.titel, inhoud, merk)
    return replace(staat, **anders)  # type: ignore[arg-type]  a test's own


VREEMD = replace(pagina(), merk=None, inhoud="<p>Van een ander.</p>")
BEWERKT = pagina(titel="Zelf bedacht")


@pytest.mark.parametrize("instelling", [MELDEN, OVERSCHRIJVEN])
def test_wat_er_al_staat_wordt_niet_nog_eens_geschreven(instelling):
    assert besluit(bericht(5), TEKST, pagina(5), instelling) == Doelantwoord(200, 5, HASH)
    assert besluit(bericht(6, weg=True), None, pagina(6, hash_=""), instelling) == Doelantwoord(200, 6, "")


@pytest.mark.parametrize("instelling", [MELDEN, OVERSCHRIJVEN])
@pytest.mark.parametrize("staat", [pagina(9), pagina(9, hash_=""), pagina(9, titel="Zelf bedacht")])
def test_wat_nieuwer_is_blijft_staan_en_zegt_zijn_versie(staat, instelling):
    for ouder, tekst in ((bericht(5), TEKST), (bericht(5, weg=True), None)):
        antwoord = besluit(ouder, tekst, staat, instelling)
        assert isinstance(antwoord, Doelantwoord)
        assert (antwoord.code, antwoord.versie) == (409, 9)


@pytest.mark.parametrize(
    ("staat", "tekst"),
    [
        (pagina(4), TEKST),
        (pagina(5, hash_=ANDERE), TEKST),
        (pagina(4, hash_=""), TEKST),
        (pagina(5), Tekst("Paspoort", "<p>Anders opgemaakt.</p>")),
    ],
    ids=["ouder", "zelfde versie, andere inhoud", "ingetrokken", "andere opmaak"],
)
def test_wat_anders_is_en_van_ons_wordt_geschreven(staat, tekst):
    stap = besluit(bericht(5), tekst, staat, MELDEN)
    assert isinstance(stap, Schrijf)
    assert stap.nummer == 7
    assert stap.velden["status"] == "publish"
    assert "slug" not in stap.velden
    assert lees(str(stap.velden["content"])) == Merk(NAAM, 5, HASH, tekst.som)


def test_wat_er_niet_is_wordt_gemaakt_op_zijn_plaats():
    stap = besluit(bericht(5), TEKST, None, MELDEN)
    assert isinstance(stap, Schrijf)
    assert (stap.nummer, stap.velden["slug"], stap.velden["parent"]) == (None, "paspoort", 4)


@pytest.mark.parametrize("staat", [VREEMD, BEWERKT, pagina(afgeschermd=True), pagina(status="future")])
def test_wat_van_een_ander_is_blijft_staan_tenzij_het_overschreven_mag_worden(staat):
    geweigerd = besluit(bericht(6), TEKST, staat, MELDEN)
    assert isinstance(geweigerd, Doelantwoord)
    assert geweigerd.code == 422
    assert "(pagina 7)" in geweigerd.melding
    assert isinstance(besluit(bericht(6), TEKST, staat, OVERSCHRIJVEN), Schrijf)


def test_intrekken_gaat_over_een_wijziging_heen_en_onthoudt_dat_zij_er_was():
    stap = besluit(bericht(6, weg=True), None, BEWERKT, MELDEN)
    assert isinstance(stap, Schrijf)
    assert set(stap.velden) == {"content", "status"}
    assert stap.velden["status"] == "draft"
    later = replace(BEWERKT, status="draft", merk=lees(str(stap.velden["content"])))
    assert isinstance(besluit(bericht(7), TEKST, later, MELDEN), Doelantwoord)


def test_intrekken_van_wat_geen_merk_heeft_raakt_niemands_pagina():
    antwoord = besluit(bericht(6, weg=True), None, VREEMD, MELDEN)
    assert isinstance(antwoord, Doelantwoord)
    assert antwoord.code == 422


def test_ook_wie_overschrijft_trekt_niemands_pagina_in_waar_de_tekst_nooit_stond():
    weg = bericht(6, weg=True)
    antwoord = besluit(weg, None, VREEMD, OVERSCHRIJVEN, nooit_hier=True)
    assert isinstance(antwoord, Doelantwoord)
    assert (antwoord.code, "die blijft staan" in antwoord.melding) == (422, True)
    assert isinstance(besluit(weg, None, VREEMD, OVERSCHRIJVEN), Schrijf)
    assert isinstance(besluit(weg, None, pagina(), OVERSCHRIJVEN, nooit_hier=True), Schrijf)


def test_wat_er_nooit_was_laat_ingetrokken_een_concept_met_zijn_versie():
    stap = besluit(bericht(6, weg=True), None, None, MELDEN)
    assert isinstance(stap, Schrijf)
    assert stap.velden["status"] == "draft"
    merk = lees(str(stap.velden["content"]))
    assert merk is not None
    assert (merk.versie, merk.weg) == (6, True)


@pytest.mark.parametrize(
    "bewaard",
    [pagina(4), pagina(5, hash_=ANDERE), BEWERKT, VREEMD, pagina(status="pending"), pagina(afgeschermd=True)],
)
def test_alleen_wat_er_precies_zo_staat_is_bevestigd(bewaard):
    assert bevestiging(bericht(5), TEKST, pagina(5)) == Doelantwoord(200, 5, HASH)
    assert bevestiging(bericht(5), TEKST, bewaard).code == 422


def test_een_intrekking_die_online_bleef_is_niet_bevestigd():
    assert bevestiging(bericht(5, weg=True), None, pagina(5, hash_="")).code == 200
    assert bevestiging(bericht(5, weg=True), None, pagina(5, hash_="", status="publish")).code == 422


@pytest.mark.parametrize(
    ("staat", "gezegd"),
    [
        (pagina(), Aanwezig(5, False, HASH)),
        (BEWERKT, Aanwezig(5, False, GEWIJZIGD)),
        (pagina(status="draft"), Aanwezig(5, True, "")),
        (pagina(hash_=""), Aanwezig(5, True, "")),
        (pagina(hash_="", status="publish"), Aanwezig(5, False, GEWIJZIGD)),
    ],
)
def test_wat_een_vergelijking_leest(staat, gezegd):
    assert staat.aanwezig == gezegd


def test_van_twee_telt_die_op_zijn_plaats_dan_de_ongewijzigde_dan_de_oudste():
    elders, jonger = pagina(ouder=9, nummer=1), pagina(nummer=8)
    assert kies([elders, jonger, pagina()], NAAM, 4) == pagina()
    assert kies([elders, replace(BEWERKT, nummer=2, ouder=9)], NAAM, 4) == elders
    assert kies([VREEMD], NAAM, 4) is None
    assert kies([pagina()], "sliedrecht/product/ander", 4) is None


@pytest.mark.parametrize("gelezen", [None, [], {}, {"id": 1}, {"id": 1, "content": None}, "tekst"])
def test_wat_geen_pagina_is_wordt_geen_pagina(gelezen):
    with pytest.raises(Onleesbaar):
        Pagina.uit_json(gelezen)


@pytest.mark.parametrize("staat", [pagina(), BEWERKT, pagina(hash_=""), pagina(status="draft")])
def test_wie_alleen_vergelijkt_onthoudt_geen_teksten(staat):
    kaal = staat.zonder_inhoud()
    assert (kaal.inhoud, staat.inhoud != "") == ("", True)
    assert (kaal.gewijzigd, kaal.aanwezig, kaal.merk) == (staat.gewijzigd, staat.aanwezig, staat.merk)
