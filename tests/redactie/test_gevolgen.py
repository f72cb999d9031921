"""What a change does per municipality, worked out by hand for a few and by property for all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactie.bronnen import GemeenteBron, HerzieningBron, ProductBronnen
from redactie.gevolgen import Gevolg, Tekstwijziging, Vergelijking, VoorNa, gewijzigde_velden
from redactie.keuzes import Aanbod, Aangeboden, AfwijkingWijze, Herkomst, Klasse
from redactie.periode import Periode
from redactie.veld import Veld
from tests.redactie.bouw import (
    DORDRECHT,
    GISTEREN,
    NU,
    VELDEN,
    afwijking,
    laag,
    lagen,
    product,
    producten,
    tarief,
)

WEG = AfwijkingWijze.VERBERGEN
VERVANGEN = AfwijkingWijze.VERVANGEN


def vergelijk(
    nieuw: dict[Veld, str], lokaal=None, rijen=(), *, klasse=Klasse.INHOUDELIJK, live=True, **overig
) -> Vergelijking:
    centraal = product({Veld.KOSTEN: "Het kost 10 euro.", Veld.TERMIJN: "Het duurt 5 dagen."}, **overig)
    bronnen = ProductBronnen(centraal, {lokaal.gemeente: lokaal} if lokaal else {}, tarieven=tuple(rijen))
    return Vergelijking(bronnen, Tekstwijziging(nieuw, NU, klasse), live=live)


def gevolg(*args, **kwargs):
    (ene,) = vergelijk(*args, **kwargs).gevolgen([DORDRECHT]).gemeenten
    return ene


NIEUW = {Veld.KOSTEN: "Het kost 12 euro."}
EIGEN = laag(afwijking(Veld.KOSTEN, VERVANGEN, "Bij ons gratis.", basis=3))


def test_wie_niets_eigens_heeft_volgt() -> None:
    ene = gevolg(NIEUW)
    assert ene.gevolg is Gevolg.VOLGT
    assert [(lid.veld, lid.herkomst, lid.gevraagd) for lid in ene.velden] == [
        (Veld.KOSTEN, Herkomst.CENTRAAL, False)
    ]


def test_wie_op_een_ander_veld_afwijkt_volgt() -> None:
    assert gevolg({Veld.TERMIJN: "Het duurt 3 dagen."}, EIGEN).gevolg is Gevolg.VOLGT


@pytest.mark.parametrize(
    ("klasse", "gevraagd"), [(Klasse.COSMETISCH, False), (Klasse.INHOUDELIJK, True), (Klasse.SPOED, True)]
)
def test_wie_afwijkt_houdt_zijn_tekst_en_krijgt_een_vraag_tenzij_cosmetisch(klasse, gevraagd) -> None:
    ene = gevolg(NIEUW, EIGEN, klasse=klasse)
    assert ene.gevolg is Gevolg.WIJKT_AF
    assert (ene.velden[0].herkomst, ene.velden[0].gevraagd) == (Herkomst.LOKAAL, gevraagd)
    assert vergelijk(NIEUW, EIGEN).voor_na(DORDRECHT) == (
        VoorNa(Veld.KOSTEN, "Bij ons gratis.", "Bij ons gratis."),
    )


def test_een_afgelopen_afwijking_volgt_en_een_vast_veld_ook() -> None:
    afgelopen = laag(afwijking(Veld.KOSTEN, VERVANGEN, "Bij ons gratis.", periode=Periode(None, GISTEREN)))
    assert gevolg(NIEUW, afgelopen).gevolg is Gevolg.VOLGT
    assert gevolg(NIEUW, EIGEN, vaste_velden=frozenset({Veld.KOSTEN})).gevolg is Gevolg.VOLGT


def test_een_verborgen_veld_wijkt_af_en_een_aanvulling_verandert_mee() -> None:
    verborgen = gevolg(NIEUW, laag(afwijking(Veld.KOSTEN, WEG, basis=3)))
    assert (verborgen.gevolg, verborgen.velden[0].herkomst) == (Gevolg.WIJKT_AF, Herkomst.VERBORGEN)
    erna = laag(afwijking(Veld.KOSTEN, AfwijkingWijze.ERNA, "Pin alleen.", basis=3))
    assert gevolg(NIEUW, erna).velden[0].herkomst is Herkomst.GEMENGD
    (veld,) = vergelijk(NIEUW, erna).voor_na(DORDRECHT)
    assert (veld.voor, veld.na) == ("Het kost 10 euro.\n\nPin alleen.", "Het kost 12 euro.\n\nPin alleen.")


def test_een_vraag_die_al_beoordeeld_is_telt_vanaf_dat_oordeel() -> None:
    """The decision is about the text that holds; the new one asks anew."""
    gehouden = HerzieningBron(3, "houden", NU)
    eigen = laag(afwijking(Veld.KOSTEN, VERVANGEN, "Gratis.", basis=1, herzieningen=(gehouden,)))
    assert gevolg(NIEUW, eigen).velden[0].gevraagd


@pytest.mark.parametrize(
    ("lokaal", "verwacht"),
    [
        (laag(aangeboden=Aangeboden.NEE), Gevolg.NIET_AANGEBODEN),
        (laag(aangeboden=Aangeboden.VALT_ONDER, valt_onder="id"), Gevolg.VALT_ONDER),
    ],
)
def test_wie_het_niet_aanbiedt_merkt_niets(lokaal, verwacht) -> None:
    ene = gevolg(NIEUW, lokaal)
    assert (ene.gevolg, ene.velden) == (verwacht, ())


def test_wie_nog_niet_koos_en_wat_vervallen_is() -> None:
    assert gevolg(NIEUW, aanbod=Aanbod.NA_KEUZE).gevolg is Gevolg.NIET_GEKOZEN
    assert gevolg(NIEUW, vervalt_op=GISTEREN).gevolg is Gevolg.VERVALLEN


def test_een_feit_zonder_waarde_ontbreekt_alleen_daar() -> None:
    van_ander = tarief("a", "5", gemeente="sliedrecht")
    vergelijking = vergelijk({Veld.KOSTEN: "Het kost {tarief:a}."}, rijen=[van_ander])
    sliedrecht = GemeenteBron("sliedrecht", "Sliedrecht", "14 078", "", "")
    dordrecht, ander = vergelijking.gevolgen([DORDRECHT, sliedrecht]).gemeenten
    assert (dordrecht.gevolg, dordrecht.velden[0].ontbreekt) == (Gevolg.ONTBREEKT, ("tarief:a",))
    assert ander.gevolg is Gevolg.VOLGT
    assert vergelijking.voor_na(sliedrecht)[0].na.replace("\\", "") == "Het kost € 5,00."


def test_een_concept_bedrag_is_geen_waarde() -> None:
    rij = tarief("a", "5", vastgesteld=False)
    assert gevolg({Veld.KOSTEN: "Het kost {tarief:a}."}, rijen=[rij]).gevolg is Gevolg.ONTBREEKT


def test_een_nieuw_product_heeft_geen_voor() -> None:
    vergelijking = vergelijk(NIEUW, live=False)
    assert vergelijking.gevolgen([DORDRECHT]).nieuw
    assert vergelijking.voor_na(DORDRECHT) == (VoorNa(Veld.KOSTEN, "", "Het kost 12 euro."),)


def test_dezelfde_tekst_met_andere_regeleinden_is_geen_wijziging() -> None:
    centraal = product({Veld.KOSTEN: "een\ntwee"})
    zelfde = Tekstwijziging({Veld.KOSTEN: "een\r\ntwee\n"}, NU)
    assert gewijzigde_velden(centraal, zelfde) == ()
    assert Vergelijking(ProductBronnen(centraal), zelfde).gevolgen([DORDRECHT]).gemeenten == ()


@given(producten(), lagen(), VELDEN, st.text(alphabet="abc ", max_size=9), st.sampled_from(Klasse))
def test_elke_gemeente_heeft_precies_een_gevolg_en_alleen_wat_verandert(
    centraal, lokaal, veld, tekst, klasse
) -> None:
    bronnen = ProductBronnen(centraal, {lokaal.gemeente: lokaal})
    vergelijking = Vergelijking(bronnen, Tekstwijziging({veld: tekst}, NU, klasse))
    uitkomst = vergelijking.gevolgen([DORDRECHT])
    assert sum(len(leden) for _, leden in uitkomst.groepen()) == len(uitkomst.gemeenten)
    assert {lid.veld for lid in vergelijking.voor_na(DORDRECHT)} <= {veld}
    for ene in uitkomst.gemeenten:
        if ene.gevolg is Gevolg.VOLGT:
            assert all(lid.herkomst is Herkomst.CENTRAAL and not lid.gevraagd for lid in ene.velden)
        if ene.gevolg is Gevolg.WIJKT_AF and ene.velden[0].herkomst in (Herkomst.LOKAAL, Herkomst.VERBORGEN):
            (regel,) = vergelijking.voor_na(DORDRECHT)
            eigen = [lid.wijze for lid in lokaal.afwijkingen if lid.veld is veld]
            assert regel.voor == regel.na or AfwijkingWijze.ERVOOR in eigen or AfwijkingWijze.ERNA in eigen


def test_342_gemeenten_worden_gegroepeerd_en_geteld() -> None:
    gemeenten = [replace(DORDRECHT, slug=f"g{n}") for n in range(342)]
    rijen = [tarief(f"t{k}", "5", groep="g", gemeente=g.slug) for g in gemeenten for k in range(5)]
    centraal = product({Veld.KOSTEN: "Oud."})
    lokaal = {g.slug: replace(EIGEN, gemeente=g.slug) for g in gemeenten[::10]}
    bronnen = ProductBronnen(centraal, lokaal, tarieven=tuple(rijen))
    uitkomst = Vergelijking(bronnen, Tekstwijziging({Veld.KOSTEN: "{tarieven:g}"}, NU)).gevolgen(gemeenten)
    assert {soort: len(leden) for soort, leden in uitkomst.groepen()} == {
        Gevolg.WIJKT_AF: 35,
        Gevolg.VOLGT: 307,
    }
