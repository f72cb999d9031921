"""The merge: what one bereik gets of one product."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactie.bronnen import KanaalBron
from redactie.keuzes import Aanbod, Actie, AfwijkingWijze, Herkomst, KanaalWijze
from redactie.periode import Periode
from redactie.samenvoegen import centraal_beeld, samenvoegen, voeg_toe, volgende_moment
from redactie.veld import Veld
from tests.redactie.bouw import (
    GISTEREN,
    KOSTEN,
    MOMENTEN,
    MORGEN,
    NU,
    VANDAAG,
    afwijking,
    laag,
    lagen,
    producten,
    samen,
    versie,
)

VERVANGEN, ERVOOR, ERNA, VERBERGEN = (
    AfwijkingWijze.VERVANGEN,
    AfwijkingWijze.ERVOOR,
    AfwijkingWijze.ERNA,
    AfwijkingWijze.VERBERGEN,
)


@given(producten(), MOMENTEN)
def test_zonder_afwijking_is_elk_veld_de_centrale_tekst(centraal, op):
    samengesteld = samenvoegen(replace(centraal, aanbod=Aanbod.ALLE), laag(), op)
    assert samengesteld is not None
    teksten = {veld.veld: veld.tekst for veld in samengesteld.velden}
    verwacht = {veld: bron.tekst for veld in Veld if (bron := centraal.tekst_op(veld, op)) is not None}
    assert teksten == verwacht
    assert {veld.herkomst for veld in samengesteld.velden} <= {Herkomst.CENTRAAL}
    assert not any(veld.te_herzien for veld in samengesteld.velden)


@given(producten(), lagen(), MOMENTEN)
def test_een_afwijking_raakt_alleen_haar_eigen_veld(centraal, lokaal, op):
    centraal = replace(centraal, aanbod=Aanbod.ALLE)
    met, zonder = samen(centraal, lokaal, op), samen(centraal, replace(lokaal, afwijkingen=()), op)
    geraakt = {lid.veld for lid in lokaal.afwijkingen if lid.periode.geldt_op(op)} - centraal.vaste_velden
    for veld in set(Veld) - geraakt:
        assert met.veld(veld) == zonder.veld(veld)
    for veld in geraakt:
        lid = met.veld(veld)
        assert lid is not None
        assert lid.herkomst is not Herkomst.CENTRAAL


@given(producten(), lagen(), MOMENTEN)
def test_de_volgorde_van_de_bronnen_doet_er_niet_toe(centraal, lokaal, op):
    omgekeerd = replace(centraal, tekstversies=centraal.tekstversies[::-1])
    assert samenvoegen(centraal, lokaal, op) == samenvoegen(omgekeerd, lokaal, op)


@given(producten(), st.lists(lagen(), max_size=4), MOMENTEN)
def test_een_gedeeld_beeld_geeft_hetzelfde_als_elke_gemeente_apart(centraal, lagen_, op):
    beeld = centraal_beeld(centraal, op)
    assert [voeg_toe(beeld, lid) for lid in lagen_] == [samenvoegen(centraal, lid, op) for lid in lagen_]


@given(producten(), lagen(), MOMENTEN)
def test_tussen_twee_grenzen_verandert_er_niets(centraal, lokaal, op):
    grens = volgende_moment(centraal_beeld(centraal, op), lokaal)
    later = min(
        grens - timedelta(microseconds=1) if grens else op + timedelta(days=4000), op + timedelta(days=4000)
    )
    nu, straks = samenvoegen(centraal, lokaal, op), samenvoegen(centraal, lokaal, later)
    assert (nu is None) == (straks is None)
    if nu is not None and straks is not None:
        assert replace(straks, op=op) == nu


@pytest.mark.parametrize(
    ("wijzen", "tekst", "herkomst"),
    [
        ({VERVANGEN: "Lokaal."}, "Lokaal.", Herkomst.LOKAAL),
        ({ERVOOR: "Vooraf."}, "Vooraf.\n\nCentraal.", Herkomst.GEMENGD),
        ({ERNA: "Erna."}, "Centraal.\n\nErna.", Herkomst.GEMENGD),
        ({ERVOOR: "Vooraf.", ERNA: "Erna."}, "Vooraf.\n\nCentraal.\n\nErna.", Herkomst.GEMENGD),
        ({VERVANGEN: "Lokaal.", ERNA: "Erna."}, "Lokaal.\n\nErna.", Herkomst.LOKAAL),
        ({ERVOOR: "Vooraf.", VERVANGEN: "Lokaal."}, "Vooraf.\n\nLokaal.", Herkomst.LOKAAL),
        ({VERBERGEN: ""}, "", Herkomst.VERBORGEN),
        ({VERBERGEN: "", ERNA: "Erna."}, "Erna.", Herkomst.LOKAAL),
        ({VERVANGEN: "Centraal."}, "Centraal.", Herkomst.LOKAAL),
    ],
)
def test_de_vier_wijzen_en_hun_combinaties(wijzen, tekst, herkomst):
    lokaal = laag(*(afwijking(Veld.KOSTEN, wijze, woorden) for wijze, woorden in wijzen.items()))
    veld = samen(KOSTEN, lokaal).veld(Veld.KOSTEN)
    assert veld is not None
    assert (veld.tekst, veld.herkomst) == (tekst, herkomst)


def test_een_lokale_tekst_kan_een_leeg_veld_vullen():
    veld = samen(KOSTEN, laag(afwijking(Veld.BEZWAAR, ERNA, "Lokaal."))).veld(Veld.BEZWAAR)
    assert veld is not None
    assert (veld.tekst, veld.herkomst) == ("Lokaal.", Herkomst.LOKAAL)


def test_een_vast_veld_volgt_de_regio_en_meldt_de_oude_afwijking():
    oud = afwijking(Veld.KOSTEN, VERVANGEN, "Lokaal.")
    samengesteld = samen(replace(KOSTEN, vaste_velden=frozenset({Veld.KOSTEN})), laag(oud))
    veld = samengesteld.veld(Veld.KOSTEN)
    assert veld is not None
    assert (veld.tekst, veld.herkomst) == ("Centraal.", Herkomst.CENTRAAL)
    assert samengesteld.genegeerd == (oud,)


@pytest.mark.parametrize(
    ("van", "tot", "geldt"),
    [
        (None, None, True),
        (VANDAAG, VANDAAG, True),
        (None, GISTEREN, False),
        (MORGEN, None, False),
        (GISTEREN, MORGEN, True),
    ],
)
def test_een_afwijking_geldt_van_de_eerste_tot_en_met_de_laatste_dag(van, tot, geldt):
    samengesteld = samen(
        KOSTEN, laag(afwijking(Veld.KOSTEN, VERVANGEN, "Lokaal.", periode=Periode(van, tot)))
    )
    veld = samengesteld.veld(Veld.KOSTEN)
    assert veld is not None
    assert veld.tekst == ("Lokaal." if geldt else "Centraal.")


def test_een_geplande_tekst_geldt_vanaf_zijn_moment():
    straks = NU + timedelta(hours=1)
    centraal = replace(
        KOSTEN, tekstversies=(*KOSTEN.tekstversies, versie(Veld.KOSTEN, "Nieuw.", id=9, vanaf=straks))
    )
    assert samen(centraal, laag(), NU).opnieuw_op == straks
    assert [samen(centraal, laag(), op).veld(Veld.KOSTEN).tekst for op in (NU, straks)] == [
        "Centraal.",
        "Nieuw.",
    ]


def test_lokale_kanalen_vervangen_of_beeindigen_die_van_dezelfde_soort():
    def kanaal(wijze, adres, **overig):
        return KanaalBron(Actie.AANVRAGEN, wijze, adres, **overig)

    formulier, balie, post = (
        kanaal(KanaalWijze.FORMULIER, "https://a.example"),
        kanaal(KanaalWijze.BALIE, "https://b.example"),
        kanaal(KanaalWijze.POST, ""),
    )
    eigen = kanaal(KanaalWijze.FORMULIER, "https://c.example")
    weg = kanaal(KanaalWijze.BALIE, "", vervalt=True)
    samengesteld = samen(replace(KOSTEN, kanalen=(formulier, balie, post)), laag(kanalen=(eigen, weg)))
    assert samengesteld.kanalen == (post, eigen)


def test_trefwoorden_komen_bij_elkaar_en_de_lokale_behandelaar_gaat_voor():
    centraal = replace(KOSTEN, trefwoorden=("pas", "reis"), behandelaar="burgerzaken")
    samengesteld = samen(centraal, laag(trefwoorden=("reis", "app"), behandelaar="balie"))
    assert samengesteld.trefwoorden == ("pas", "reis", "app")
    assert samengesteld.behandelaar == "balie"
