"""The merge: what one bereik gets of one product."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactie.bronnen import REGIO, HerzieningBron, KanaalBron, LokaleLaag
from redactie.keuzes import (
    Aanbod,
    Aangeboden,
    Actie,
    AfwijkingWijze,
    Herkomst,
    KanaalWijze,
    Klasse,
    Status,
)
from redactie.periode import AMSTERDAM, Periode, begin_van
from redactie.samenvoegen import centraal_beeld, samenvoegen, voeg_toe, volgende_moment
from redactie.te_herzien import te_herzien_van
from redactie.veld import Veld
from tests.redactie.bouw import (
    GISTEREN,
    MOMENTEN,
    MORGEN,
    NU,
    VANDAAG,
    VROEGER,
    afwijking,
    laag,
    lagen,
    product,
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
KOSTEN = product({Veld.KOSTEN: "Centraal."})


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


@pytest.mark.parametrize(
    ("aangeboden", "aanbod", "status"),
    [
        (Aangeboden.ONBEKEND, Aanbod.ALLE, Status.AANGEBODEN),
        (Aangeboden.JA, Aanbod.ALLE, Status.AANGEBODEN),
        (Aangeboden.NEE, Aanbod.ALLE, Status.NIET_AANGEBODEN),
        (Aangeboden.VALT_ONDER, Aanbod.ALLE, Status.VALT_ONDER),
        (Aangeboden.ONBEKEND, Aanbod.NA_KEUZE, None),
        (Aangeboden.JA, Aanbod.NA_KEUZE, Status.AANGEBODEN),
        (Aangeboden.NEE, Aanbod.NA_KEUZE, Status.NIET_AANGEBODEN),
        (Aangeboden.VALT_ONDER, Aanbod.NA_KEUZE, Status.VALT_ONDER),
    ],
)
def test_aanbod_en_antwoord_geven_samen_de_status(aangeboden, aanbod, status):
    lokaal = laag(aangeboden=aangeboden, valt_onder="ander", toelichting="Ga naar de buren.")
    samengesteld = samenvoegen(replace(KOSTEN, aanbod=aanbod), lokaal, NU)
    assert (samengesteld.status if samengesteld else None) == status
    if samengesteld is not None and status is not Status.AANGEBODEN:
        assert samengesteld.status_toelichting == "Ga naar de buren."
        assert samengesteld.verwijst_naar == ("ander" if status is Status.VALT_ONDER else None)


def test_een_antwoord_buiten_zijn_periode_is_onbekend():
    lokaal = laag(aangeboden=Aangeboden.NEE, toelichting="Dicht.", periode=Periode(None, GISTEREN))
    assert samen(KOSTEN, lokaal).status is Status.AANGEBODEN
    assert samenvoegen(replace(KOSTEN, aanbod=Aanbod.NA_KEUZE), lokaal, NU) is None


def test_een_vervallen_product_verwijst_naar_zijn_opvolger():
    centraal = replace(KOSTEN, vervalt_op=VANDAAG, opvolger="nieuw", vervallen_toelichting="Is opgegaan.")
    samengesteld = samen(centraal, laag(aangeboden=Aangeboden.JA))
    assert (samengesteld.status, samengesteld.verwijst_naar) == (Status.VERVALLEN, "nieuw")
    assert samengesteld.status_toelichting == "Is opgegaan."
    gisteren = samen(centraal, laag(), NU - timedelta(days=1))
    assert (gisteren.status, gisteren.opnieuw_op) == (Status.AANGEBODEN, begin_van(VANDAAG))


def test_een_eigen_product_is_er_alleen_in_die_gemeente():
    eigen = replace(KOSTEN, gemeente="dordrecht", aanbod=Aanbod.NA_KEUZE)
    assert samen(eigen, laag()).eigen_product
    assert samenvoegen(eigen, laag(gemeente="sliedrecht"), NU) is None
    assert samenvoegen(eigen, laag(gemeente=REGIO), NU) is None


def test_de_regio_is_een_bereik_zonder_lokale_laag():
    samengesteld = samen(KOSTEN, LokaleLaag(REGIO))
    assert samengesteld.bereik == REGIO
    assert samenvoegen(replace(KOSTEN, aanbod=Aanbod.NA_KEUZE), LokaleLaag(REGIO), NU) is None


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


# Te herzien


def tijdlijn(*teksten: tuple[str, Klasse]):
    return product(
        tekstversies=tuple(
            versie(Veld.KOSTEN, tekst, id=nummer, vanaf=VROEGER + timedelta(days=nummer), klasse=klasse)
            for nummer, (tekst, klasse) in enumerate(teksten, 1)
        )
    )


INH, COS, SPO = Klasse.INHOUDELIJK, Klasse.COSMETISCH, Klasse.SPOED


@pytest.mark.parametrize(
    ("teksten", "basis", "verwacht"),
    [
        ([("a", INH)], 1, None),
        ([("a", INH), ("b", INH)], 2, None),
        ([("a", INH), ("b", INH)], 1, INH),
        ([("a", INH), ("b", SPO)], 1, SPO),
        ([("a", INH), ("b", COS)], 1, None),
        ([("a", INH), ("b", SPO), ("c", INH)], 1, SPO),
        ([("a", INH), ("b", COS), ("c", INH)], 1, INH),
        ([("a", INH), ("b", INH), ("c", COS)], 1, INH),
        ([("a", INH), ("b", INH), ("a", INH)], 1, None),
        ([("a", INH), ("b", INH), (" a  ", INH), ("c", COS)], 1, None),
        ([("a", INH), ("*b*", INH), ("_b_", INH)], 2, None),
        ([("a", INH)], None, INH),
        ([("", INH)], None, None),
    ],
)
def test_te_herzien_volgt_de_tijdlijn(teksten, basis, verwacht):
    lid = afwijking(Veld.KOSTEN, VERVANGEN, "Lokaal.", basis=basis)
    wacht = te_herzien_van(tijdlijn(*teksten), lid, NU)
    assert (wacht.klasse if wacht else None) == verwacht


def test_een_besluit_maakt_de_beoordeelde_tekst_de_nieuwe_basis():
    centraal = tijdlijn(("a", INH), ("b", INH), ("c", INH))
    lid = afwijking(Veld.KOSTEN, VERVANGEN, "Lokaal.", basis=1)
    gehouden = replace(lid, herzieningen=(HerzieningBron(3, "houden", NU),))
    later = replace(lid, herzieningen=(HerzieningBron(3, "later", NU),))
    assert te_herzien_van(centraal, gehouden, NU) is None
    wacht = te_herzien_van(centraal, later, NU)
    assert wacht is not None
    assert wacht.sinds == VROEGER + timedelta(days=2)
    assert (wacht.basis.tekst, wacht.nu.tekst) == ("a", "c")


def test_een_geplande_tekst_vraagt_pas_om_herziening_als_hij_geldt():
    centraal = replace(
        tijdlijn(("a", INH)), tekstversies=(
            versie(Veld.KOSTEN, "a", id=1),
            versie(Veld.KOSTEN, "b", id=2, vanaf=datetime(2027, 1, 1, tzinfo=AMSTERDAM)),
        )
    )  # fmt: skip
    lid = afwijking(Veld.KOSTEN, VERVANGEN, "Lokaal.", basis=1)
    assert te_herzien_van(centraal, lid, NU) is None
    assert te_herzien_van(centraal, lid, begin_van(date(2027, 1, 1))) is not None


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(Klasse)), min_size=1, max_size=6), st.data()
)
def test_wie_de_tekst_van_nu_beoordeelde_hoeft_nooit_opnieuw(teksten, data):
    basis = data.draw(st.integers(1, len(teksten)))
    lid = afwijking(Veld.KOSTEN, VERVANGEN, "Lokaal.", basis=basis)
    wacht = te_herzien_van(tijdlijn(*teksten), lid, NU)
    na_basis = teksten[basis:]
    if (
        not na_basis
        or teksten[-1][0] == teksten[basis - 1][0]
        or all(klasse is COS for _, klasse in na_basis)
    ):
        assert wacht is None
    if wacht is not None:
        assert teksten[-1][0] != teksten[basis - 1][0]
