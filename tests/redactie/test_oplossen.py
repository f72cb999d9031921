"""Resolving a whole product: channels, explanation, deviations and the next moment that something changes."""

import re
from datetime import timedelta

import pytest
from hypothesis import given

from redactie.bronnen import KanaalBron
from redactie.keuzes import Aangeboden, Actie, AfwijkingWijze, KanaalWijze
from redactie.oplossen import oplossen
from redactie.opmaak import tekstfouten
from redactie.periode import Periode, begin_van
from redactie.samenvoegen import samenvoegen
from redactie.tokens import tokens_in
from redactie.veld import Veld
from tests.redactie.bouw import (
    DE_REGIO,
    MET_TOKENS,
    NU,
    VANDAAG,
    afwijking,
    feiten,
    feiten_van,
    gegeven,
    laag,
    lagen,
    product,
    producten,
    samen,
    tarief,
)
from tests.redactie.opgelost import BEDRAG_ONBEKEND, URL, alarmtokens


@pytest.mark.parametrize(
    "rij", [gegeven("x", "a", gemeente="sliedrecht"), tarief("x", "1", gemeente="sliedrecht")]
)
def test_een_feit_van_een_andere_gemeente_stopt_alles(rij):
    with pytest.raises(ValueError, match="sliedrecht"):
        oplossen(samen(product(), laag()), feiten(rij), NU)


def test_feiten_van_een_ander_bereik_stoppen_alles():
    with pytest.raises(ValueError, match="regio"):
        oplossen(samen(product(), laag()), feiten(gemeente=DE_REGIO), NU)


@pytest.mark.parametrize(
    ("wijze", "adres", "verwacht"),
    [
        (KanaalWijze.FORMULIER, "https://a.example", "https://a.example"),
        (KanaalWijze.FORMULIER, "{gegeven:u}", "https://u.example/x"),
        (KanaalWijze.FORMULIER, "{gegeven:u}?a=1", "https://u.example/x?a=1"),
        (KanaalWijze.TELEFOON, "tel:14078", "tel:14078"),
        (KanaalWijze.TELEFOON, "{gemeente.telefoon}", "tel:14078"),
        (KanaalWijze.TELEFOON, "14 078", "tel:14078"),
        (KanaalWijze.TELEFOON, "+31 (0)78 770 80 00", "tel:+31787708000"),
        (KanaalWijze.E_MAIL, "a@b.example", "mailto:a@b.example"),
        (KanaalWijze.BALIE, "", ""),
        (KanaalWijze.POST, "", ""),
        (KanaalWijze.FORMULIER, "", None),
        (KanaalWijze.FORMULIER, "{gegeven:weg}", None),
        (KanaalWijze.FORMULIER, "http://a.example", None),
        (KanaalWijze.FORMULIER, "javascript:alert(1)", None),
        (KanaalWijze.FORMULIER, "/pad", None),
    ],
)
def test_een_kanaal_heeft_een_veilig_adres_of_valt_weg_met_een_alarm(wijze, adres, verwacht):
    kanaal = KanaalBron(Actie.AANVRAGEN, wijze, adres, "Begin")
    bekend = feiten(gegeven("u", "https://u.example/x", URL))
    opgelost = oplossen(samen(product(kanalen=(kanaal,)), laag()), bekend, NU)
    assert [lid.adres for lid in opgelost.kanalen] == ([] if verwacht is None else [verwacht])
    assert bool(opgelost.alarmen) == (verwacht is None)


def test_waar_iets_niet_wordt_aangeboden_geeft_alleen_de_uitleg_alarm():
    centraal = product(
        {Veld.KOSTEN: "Kost {tarief:x}."}, kanalen=(KanaalBron(Actie.MELDEN, KanaalWijze.APP, "{gegeven:y}"),)
    )
    weg = laag(aangeboden=Aangeboden.NEE, toelichting="Bel {gegeven:z}.")
    opgelost = oplossen(samen(centraal, weg), feiten(), NU)
    assert alarmtokens(opgelost) == {"gegeven:z"}
    assert alarmtokens(oplossen(samen(centraal, laag()), feiten(), NU)) == {"tarief:x", "gegeven:y"}


def test_een_veld_dat_afwijkt_draagt_de_tekst_van_de_regio_mee():
    eigen = afwijking(Veld.KOSTEN, AfwijkingWijze.VERVANGEN, "Hier {tarief:x}.")
    centraal = product(
        {Veld.KOSTEN: "Daar {tarief:x} en {tarief:weg}.\n\nIn {gemeente.naam}.", Veld.TERMIJN: "5 dagen"}
    )
    opgelost = oplossen(samen(centraal, laag(eigen)), feiten(tarief("x", "10")), NU)
    per_veld = {veld.veld: veld for veld in opgelost.velden}
    assert per_veld[Veld.KOSTEN].tekst == "Hier € 10,00."
    assert per_veld[Veld.KOSTEN].regio_tekst == f"{BEDRAG_ONBEKEND}\n\nIn Dordrecht."
    assert per_veld[Veld.TERMIJN].regio_tekst == ""
    assert opgelost.alarmen == ()


def test_de_volgende_grens_telt_texten_feiten_en_ook_de_tekst_van_de_regio():
    over_drie, over_twee = VANDAAG + timedelta(days=3), VANDAAG + timedelta(days=2)
    eigen = afwijking(Veld.KOSTEN, AfwijkingWijze.VERVANGEN, "Hier.", periode=Periode(None, over_drie))
    centraal = product({Veld.KOSTEN: "Daar {tarief:x}."})
    rijen = (
        tarief("x", "10", periode=Periode(None, over_twee)),
        tarief("ander", "1", periode=Periode(None, VANDAAG)),
    )
    samengesteld = samen(centraal, laag(eigen))
    assert samengesteld.opnieuw_op == begin_van(over_drie + timedelta(days=1))
    assert oplossen(samengesteld, feiten(*rijen), NU).opnieuw_op == begin_van(over_twee + timedelta(days=1))


@given(producten(MET_TOKENS), lagen(teksten=MET_TOKENS), feiten_van())
def test_er_blijft_geen_token_over_en_er_komt_geen_intern_gegeven_uit(centraal, lokaal, bekend):
    samengesteld = samenvoegen(centraal, lokaal, NU)
    if samengesteld is None:
        return
    opgelost = oplossen(samengesteld, bekend, NU)
    for veld in opgelost.velden:
        assert not tokens_in(veld.tekst)
        assert not tokens_in(veld.regio_tekst)
        assert not tekstfouten(veld.tekst) or tekstfouten(samengesteld.veld(veld.veld).tekst)
        if veld.veld.mededeelbaar:
            assert "770 11 11" not in veld.tekst + veld.regio_tekst
    assert "770 11 11" not in opgelost.status_toelichting
    assert all(re.match(r"(https|tel|mailto):|$", kanaal.adres) for kanaal in opgelost.kanalen)
    assert oplossen(samengesteld, bekend, NU) == opgelost


@given(producten(MET_TOKENS), lagen(teksten=MET_TOKENS), feiten_van())
def test_tot_de_volgende_grens_blijft_alles_gelijk(centraal, lokaal, bekend):
    samengesteld = samenvoegen(centraal, lokaal, NU)
    if samengesteld is None:
        return
    opgelost = oplossen(samengesteld, bekend, NU)
    grens = opgelost.opnieuw_op or NU + timedelta(days=3000)
    vlak_ervoor = grens - timedelta(microseconds=1)
    straks = samenvoegen(centraal, lokaal, vlak_ervoor)
    assert straks is not None
    later = oplossen(straks, bekend, vlak_ervoor)
    assert (later.velden, later.kanalen, later.feiten, later.alarmen) == (
        opgelost.velden,
        opgelost.kanalen,
        opgelost.feiten,
        opgelost.alarmen,
    )


@given(feiten_van())
def test_een_alarm_hoort_bij_een_token_zonder_waarde_en_andersom(bekend):
    tekst = "{gegeven:adres}\n\n{gegeven:tekst}\n\n{tarief:a}\n\n{tarief:b}"
    opgelost = oplossen(samen(product({Veld.KOSTEN: tekst}), laag()), bekend, NU)
    zonder = {lid.token for lid in opgelost.feiten if lid.herkomst is None}
    assert zonder == alarmtokens(opgelost)
    ingevuld = next(veld.tekst for veld in opgelost.velden if veld.veld is Veld.KOSTEN)
    assert ingevuld.count("nog niet bekend") == len(zonder)
