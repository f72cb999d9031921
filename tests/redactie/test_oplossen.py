"""Resolving: tokens become the facts of this bereik at this moment."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactie.blokken import blokken
from redactie.bronnen import REGIO, KanaalBron, LokaleLaag
from redactie.keuzes import (
    Aangeboden,
    Actie,
    AfwijkingWijze,
    GegevenSoort,
    Herkomst,
    KanaalWijze,
    TariefSoort,
)
from redactie.markdownregels import schoon
from redactie.oplossen import Alarm, oplossen
from redactie.opmaak import naar_html, naar_platte_tekst, tekstfouten
from redactie.opzoeken import euro
from redactie.periode import AMSTERDAM, Periode, begin_van
from redactie.samenvoegen import samenvoegen
from redactie.tokens import tokens_in
from redactie.veld import Veld
from tests.redactie.bouw import (
    DE_REGIO,
    DORDRECHT,
    GISTEREN,
    MET_TOKENS,
    MORGEN,
    NU,
    TEKST,
    VANDAAG,
    afwijking,
    feiten,
    feiten_van,
    gegeven,
    laag,
    lagen,
    los_op,
    product,
    producten,
    samen,
    tarief,
)

BEDRAG_ONBEKEND = "Dit bedrag is nog niet bekend. Bel [14 078](tel:14078)."
URL, TELEFOON = GegevenSoort.URL, GegevenSoort.TELEFOON


def alarmtokens(opgelost) -> set[str]:
    return {alarm.token for alarm in opgelost.alarmen}


def feit(opgelost, token: str):
    return next(lid for lid in opgelost.feiten if lid.token == token)


# Waarden


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Welkom in {gemeente.naam}.", "Welkom in Dordrecht."),
        ("Bel {gemeente.telefoon}.", "Bel [14 078](tel:14078)."),
        ("Bel {gemeente.telefoon_buitenland}.", "Bel [+31 78 770 80 00](tel:+31787708000)."),
        ("Zie {gemeente.website}.", "Zie [www.dordrecht.example](https://www.dordrecht.example)."),
        ("[site]({gemeente.website}/pad)", "[site](https://www.dordrecht.example/pad)"),
        ("[bel {gemeente.telefoon}](tel:{gemeente.telefoon})", "[bel 14 078](tel:14078)"),
        ("Gewone { accolade } en {1}", "Gewone { accolade } en {1}"),
    ],
)
def test_gegevens_van_de_gemeente(tekst, verwacht):
    assert los_op(tekst)[0] == verwacht


@pytest.mark.parametrize(
    ("waarde", "soort", "tekst", "verwacht"),
    [
        ("vóór 11.00 uur", GegevenSoort.TEKST, "Kom {gegeven:x}.", "Kom vóór 11.00 uur."),
        ("5 werkdagen", GegevenSoort.TERMIJN, "Na {gegeven:x}.", "Na 5 werkdagen."),
        ("Plein 1, 3311 GR Dordrecht", GegevenSoort.ADRES, "{gegeven:x}", "Plein 1, 3311 GR Dordrecht"),
        ("https://a.example/b", URL, "[hier]({gegeven:x})", "[hier](https://a.example/b)"),
        ("https://a.example/b", URL, "[hier](<{gegeven:x}>)", "[hier](https://a.example/b)"),
        ("https://a.example/b", URL, "[hier]({gegeven:x} 'titel')", "[hier](https://a.example/b)"),
        ("https://a.example/b(c) d", URL, "[hier]({gegeven:x})", "[hier](https://a.example/b%28c%29%20d)"),
        ("https://a.example/b", URL, "[hier]({gegeven:x}?p=1)", "[hier](https://a.example/b?p=1)"),
        ("https://a.example/b", URL, "Ga naar {gegeven:x}.", "Ga naar [a.example/b](https://a.example/b)."),
        ("a@b.example", GegevenSoort.E_MAIL, "Mail {gegeven:x}.", "Mail [a@b.example](mailto:a@b.example)."),
        ("a@b.example", GegevenSoort.E_MAIL, "[mail]({gegeven:x})", "[mail](mailto:a@b.example)"),
        ("078 770 11 11", TELEFOON, "[bel]({gegeven:x})", "[bel](tel:0787701111)"),
        (
            "a b/c",
            GegevenSoort.TEKST,
            "[x](https://a.example/{gegeven:x})",
            "[x](https://a.example/a%20b%2Fc)",
        ),
    ],
)
def test_elke_soort_gegeven_staat_op_zijn_plek(waarde, soort, tekst, verwacht):
    ingevuld, opgelost = los_op(tekst, gegeven("x", waarde, soort))
    assert ingevuld == verwacht
    assert opgelost.alarmen == ()
    assert feit(opgelost, "gegeven:x").herkomst is Herkomst.CENTRAAL


@pytest.mark.parametrize(
    ("overig", "verwacht"),
    [
        ({"bedrag": "83.87"}, "€ 83,87"),
        ({"bedrag": "1234.5"}, "€ 1.234,50"),
        ({"bedrag": "0"}, "€ 0,00"),
        ({"bedrag": "10", "soort": TariefSoort.VANAF}, "vanaf € 10,00"),
        ({"bedrag": "57.85", "soort": TariefSoort.TOESLAG}, "€ 57,85"),
        ({"bedrag": None, "soort": TariefSoort.GRATIS}, "gratis"),
        ({"bedrag": "12", "eenheid": "per jaar"}, "€ 12,00 per jaar"),
    ],
)
def test_een_bedrag_in_een_zin(overig, verwacht):
    rij = tarief("x", overig.pop("bedrag"), **overig)
    assert los_op("Dat kost {tarief:x}.", rij)[0] == f"Dat kost {verwacht}."


@given(st.decimals(0, 10_000_000, places=2))
def test_een_bedrag_is_terug_te_lezen(bedrag):
    tekst = euro(bedrag)
    assert re.fullmatch(r"€ \d{1,3}(\.\d{3})*,\d\d", tekst)
    assert Decimal(tekst.removeprefix("€ ").replace(".", "").replace(",", ".")) == bedrag


# Wiens waarde


def test_een_eigen_waarde_gaat_voor_die_van_de_regio():
    rijen = (tarief("x", "10", id=1), tarief("x", "12", gemeente="dordrecht", id=2))
    tekst, opgelost = los_op("{tarief:x}", *rijen)
    assert tekst == "€ 12,00"
    assert (feit(opgelost, "tarief:x").herkomst, feit(opgelost, "tarief:x").ids) == (Herkomst.LOKAAL, (2,))


def test_een_verlopen_eigen_waarde_haalt_die_van_de_regio_niet_terug():
    eigen = tarief("x", "12", gemeente="dordrecht", periode=Periode(None, GISTEREN))
    tekst, opgelost = los_op("Dat kost {tarief:x}.", tarief("x", "10"), eigen)
    assert tekst == BEDRAG_ONBEKEND
    assert alarmtokens(opgelost) == {"tarief:x"}


def test_een_concept_telt_nergens_mee():
    concept = tarief("x", "99", gemeente="dordrecht", vastgesteld=False)
    assert los_op("{tarief:x}", tarief("x", "10"), concept)[0] == "€ 10,00"
    tekst, opgelost = los_op("Dat kost {tarief:x}.", concept)
    assert (tekst, alarmtokens(opgelost)) == (BEDRAG_ONBEKEND, {"tarief:x"})


def test_een_waarde_geldt_van_de_eerste_tot_en_met_de_laatste_dag():
    rijen = (
        tarief("x", "10", periode=Periode(date(2026, 1, 1), date(2026, 12, 31))),
        tarief("x", "11", periode=Periode(date(2027, 1, 1), None)),
    )
    momenten = [datetime(2026, 12, 31, 23, 59, tzinfo=AMSTERDAM), begin_van(date(2027, 1, 1))]
    assert [los_op("{tarief:x}", *rijen, op=op)[0] for op in momenten] == ["€ 10,00", "€ 11,00"]
    assert los_op("{tarief:x}", *rijen)[1].opnieuw_op == begin_van(date(2027, 1, 1))


@pytest.mark.parametrize(
    "rij", [gegeven("x", "a", gemeente="sliedrecht"), tarief("x", "1", gemeente="sliedrecht")]
)
def test_een_feit_van_een_andere_gemeente_stopt_alles(rij):
    with pytest.raises(ValueError, match="sliedrecht"):
        oplossen(samen(product(), laag()), feiten(rij), NU)


def test_feiten_van_een_ander_bereik_stoppen_alles():
    with pytest.raises(ValueError, match="regio"):
        oplossen(samen(product(), laag()), feiten(gemeente=DE_REGIO), NU)


# Geen waarde


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Dat kost {tarief:x}.", BEDRAG_ONBEKEND),
        ("Voor.\n\nDat kost\n{tarief:x} euro.\n\nNa.", f"Voor.\n\n{BEDRAG_ONBEKEND}\n\nNa."),
        ("- een\n- kost {tarief:x}\n- drie", f"- een\n- {BEDRAG_ONBEKEND}\n- drie"),
        ("1. een\n2. kost\n   {tarief:x}\n3. drie", f"1. een\n2. {BEDRAG_ONBEKEND}\n3. drie"),
        ("- kost {tarief:x}\n  - onder\n- na", f"- {BEDRAG_ONBEKEND}\n  - onder\n- na"),
        ("- boven\n  - kost {tarief:x}\n", f"- boven\n  - {BEDRAG_ONBEKEND}\n"),
        ("### Kosten: {tarief:x}\n\nTekst", f"\n{BEDRAG_ONBEKEND}\n\n\nTekst"),
        ("> Kost {tarief:x}\n\nTekst", f"> {BEDRAG_ONBEKEND}\n\nTekst"),
        (
            "| Wat | Prijs |\n| --- | --- |\n| Pas | {tarief:x} |\n| Foto | € 1 |",
            f"| Wat | Prijs |\n| --- | --- |\n| Pas | {BEDRAG_ONBEKEND} |\n| Foto | € 1 |",
        ),
        ("{tarief:x} en {tarief:x}", BEDRAG_ONBEKEND),
        ("{tarief:x} na {gegeven:y}", BEDRAG_ONBEKEND),
        ("{tarieven:g}", f"\n{BEDRAG_ONBEKEND}\n\n"),
        ("Na {gegeven:y}.", "Dit is nog niet bekend. Bel [14 078](tel:14078)."),
        ("[Bedrag {tarief:x}](https://a.example)", BEDRAG_ONBEKEND),
        ("Ga [hierheen]({gegeven:y}) nu.", "Ga hierheen nu."),
        ("Ga [naar {gemeente.naam}]({gegeven:y}) nu.", "Ga naar Dordrecht nu."),
    ],
)
def test_zonder_waarde_maakt_het_blok_plaats_voor_de_vaste_zin(tekst, verwacht):
    ingevuld, opgelost = los_op(tekst)
    assert ingevuld == verwacht
    assert alarmtokens(opgelost) == {token.naam for token in tokens_in(tekst)} - {"gemeente.naam"}
    assert {alarm.veld for alarm in opgelost.alarmen} == {Veld.KOSTEN}


@pytest.mark.parametrize(
    ("soort", "zin"),
    [
        (GegevenSoort.TEKST, "Dit is nog niet bekend."),
        (GegevenSoort.ADRES, "Dit adres is nog niet bekend."),
        (GegevenSoort.URL, "Dit internetadres is nog niet bekend."),
        (GegevenSoort.TELEFOON, "Dit telefoonnummer is nog niet bekend."),
        (GegevenSoort.E_MAIL, "Dit e-mailadres is nog niet bekend."),
        (GegevenSoort.TERMIJN, "Deze termijn is nog niet bekend."),
    ],
)
def test_de_vaste_zin_noemt_de_soort_van_een_verlopen_gegeven(soort, zin):
    oud = gegeven("x", "oude waarde", soort, periode=Periode(None, GISTEREN))
    tekst, _ = los_op("Zie {gegeven:x}.", oud)
    assert tekst == f"{zin} Bel [14 078](tel:14078)."


def test_zonder_telefoonnummer_noemt_de_vaste_zin_er_geen():
    stil = replace(DORDRECHT, telefoon="")
    assert los_op("Dat kost {tarief:x}.", gemeente=stil)[0] == "Dit bedrag is nog niet bekend."
    tekst, opgelost = los_op("Bel {gemeente.telefoon}.", gemeente=stil)
    assert tekst == "Dit telefoonnummer is nog niet bekend."
    assert alarmtokens(opgelost) == {"gemeente.telefoon"}


def test_een_tekst_als_linkdoel_is_geen_adres():
    tekst, opgelost = los_op("[hier]({gegeven:x})", gegeven("x", "https://kwaad.example", GegevenSoort.TEKST))
    assert (tekst, alarmtokens(opgelost)) == ("hier", {"gegeven:x"})


def test_een_onveilige_url_wordt_geen_link():
    for waarde in ("javascript:alert(1)", "http://a.example", "https://bank.example@kwaad.example"):
        tekst, opgelost = los_op("[hier]({gegeven:x}) of {gegeven:x}", gegeven("x", waarde, URL))
        assert "](" not in tekst
        assert alarmtokens(opgelost) == {"gegeven:x"}


def test_de_plek_in_de_titel_en_de_samenvatting_is_platte_tekst():
    rijen = (gegeven("u", "https://a.example/x_y_z", URL), gegeven("m", "*niet* <vet>"))
    teksten = {
        Veld.TITEL: "Paspoort in {gemeente.naam} {gegeven:weg}",
        Veld.SAMENVATTING: "Zie {gegeven:u}. {gegeven:m}.",
    }
    opgelost = oplossen(samen(product(teksten), laag()), feiten(*rijen), NU)
    per_veld = {veld.veld: veld.tekst for veld in opgelost.velden}
    assert per_veld[Veld.TITEL] == "Paspoort in Dordrecht"
    assert per_veld[Veld.SAMENVATTING] == "Zie https://a.example/x_y_z. *niet* <vet>."


# Intern


INTERN = gegeven("nummer", "078 770 11 11", TELEFOON, intern=True)


@pytest.mark.parametrize("veld", [veld for veld in Veld if veld.mededeelbaar and not veld.enkele_regel])
def test_een_intern_gegeven_komt_in_geen_veld_dat_een_inwoner_hoort_of_leest(veld):
    tekst, opgelost = los_op("Bel {gegeven:nummer}.", INTERN, veld=veld)
    assert "770" not in tekst
    assert "nog niet bekend" in tekst
    assert opgelost.alarmen == (
        Alarm("gegeven:nummer", veld, "dit is een intern gegeven; het mag hier niet staan"),
    )
    assert feit(opgelost, "gegeven:nummer").waarde == ""


@pytest.mark.parametrize("veld", [veld for veld in Veld if not veld.mededeelbaar])
def test_een_intern_gegeven_staat_wel_in_een_intern_veld(veld):
    tekst, opgelost = los_op("Bel {gegeven:nummer}.", INTERN, veld=veld)
    assert tekst == "Bel [078 770 11 11](tel:0787701111)."
    assert opgelost.alarmen == ()


def test_een_intern_gegeven_komt_niet_in_een_link_kanaal_of_toelichting():
    kanaal = KanaalBron(Actie.MELDEN, KanaalWijze.TELEFOON, "{gegeven:nummer}", "Bel {gegeven:nummer}")
    centraal = product({Veld.KOSTEN: "[bel]({gegeven:nummer})"}, kanalen=(kanaal,), vervalt_op=VANDAAG)
    centraal = replace(centraal, vervallen_toelichting="Bel {gegeven:nummer}.")
    opgelost = oplossen(samen(centraal, laag()), feiten(INTERN), NU)
    assert "770" not in repr((opgelost.velden, opgelost.kanalen, opgelost.status_toelichting))
    assert opgelost.kanalen == ()


# Groepen

GROEP = (
    tarief("b", "10", "Tweede", groep="g", volgorde=2, id=1),
    tarief("a", "83.87", "Eerste", groep="g", volgorde=1, voorwaarde="vanaf 18 jaar", id=2),
    tarief(
        "c", "57.85", "Spoed", groep="g", volgorde=2, soort=TariefSoort.TOESLAG, gemeente="dordrecht", id=3
    ),
)


def test_een_groep_wordt_een_tabel_op_volgorde_van_nummer_en_sleutel():
    tekst, opgelost = los_op("U betaalt:\n{tarieven:g}\nmet pin.", *GROEP)
    assert tekst == (
        "U betaalt:\n\n| Omschrijving | Bedrag |\n| --- | --- |\n| Eerste \\(vanaf 18 jaar\\) | € 83,87 |\n"
        "| Tweede | € 10,00 |\n| Spoed | € 57,85 toeslag |\n\nmet pin."
    )
    gebruikt = feit(opgelost, "tarieven:g")
    assert (gebruikt.herkomst, gebruikt.ids) == (Herkomst.GEMENGD, (2, 1, 3))
    assert naar_html(tekst).count("<tr>") == 4


def test_een_groep_midden_in_een_zin_wordt_een_opsomming():
    tekst, _ = los_op("Dat kost {tarieven:g}.", *GROEP)
    assert tekst == "Dat kost Eerste \\(vanaf 18 jaar\\): € 83,87; Tweede: € 10,00; Spoed: € 57,85 toeslag."


def test_een_groep_in_een_lijst_blijft_een_tabel():
    tekst, _ = los_op("- Kosten:\n\n    {tarieven:g}\n\n- Klaar", *GROEP)
    html = naar_html(tekst)
    assert html.index("<li>") < html.index("<table>") < html.index("</li>")


def test_een_rij_zonder_bedrag_zegt_dat_en_geeft_alarm():
    verlopen = tarief("d", "5", "Vierde", groep="g", volgorde=9, periode=Periode(None, GISTEREN))
    tekst, opgelost = los_op("{tarieven:g}", *GROEP, verlopen)
    assert f"| Vierde | {BEDRAG_ONBEKEND} |" in tekst
    assert "5,00 |" not in tekst.replace("€ 57,85", "")
    assert opgelost.alarmen == (Alarm("tarief:d", Veld.KOSTEN, "geen tarief dat nu geldt"),)


def test_een_tarief_dat_nog_moet_beginnen_staat_er_nog_niet():
    straks = tarief("d", "5", "Vierde", groep="g", periode=Periode(MORGEN, None))
    tekst, opgelost = los_op("{tarieven:g}", *GROEP, straks)
    assert "Vierde" not in tekst
    assert opgelost.alarmen == ()
    assert opgelost.opnieuw_op == begin_van(MORGEN)


def test_een_eigen_tarief_dat_nog_moet_beginnen_verbergt_dat_van_de_regio_niet_stil():
    straks = tarief("a", "5", "Eerste", groep="g", gemeente="dordrecht", periode=Periode(MORGEN, None))
    tekst, opgelost = los_op("{tarieven:g}", *GROEP, straks)
    assert f"| Eerste | {BEDRAG_ONBEKEND} |" in tekst
    assert alarmtokens(opgelost) == {"tarief:a"}


def test_een_eigen_rij_zonder_groep_vervangt_de_rij_van_de_regio():
    eigen = tarief("a", "80", "Eerste, hier", gemeente="dordrecht", volgorde=1)
    tekst, _ = los_op("{tarieven:g}", *GROEP, eigen)
    assert "| Eerste, hier | € 80,00 |" in tekst
    assert "83,87" not in tekst


def test_een_concept_staat_niet_in_een_groep():
    tekst, opgelost = los_op("{tarieven:g}", *GROEP, tarief("d", "9", "Geheim", groep="g", vastgesteld=False))
    assert "Geheim" not in tekst
    assert opgelost.alarmen == ()


# De regio


def test_wat_lokaal_is_verschilt_per_gemeente():
    tekst, opgelost = los_op(
        "Na {gegeven:t} in {gemeente.naam}: {tarief:x}. [Afspraak]({gegeven:u}).",
        gegeven("t", "5 werkdagen", GegevenSoort.TERMIJN),
        tarief("x", "10"),
        gemeente=DE_REGIO,
        elders=["gegeven:t", "gegeven:u", "tarief:x", "tarieven:g"],
    )
    assert tekst == (
        "Na een termijn die verschilt per gemeente in uw gemeente: een bedrag dat verschilt per gemeente. Afspraak."
    )
    assert opgelost.alarmen == ()


def test_in_een_groep_verschilt_alleen_de_rij_die_ergens_anders_is():
    rijen = tuple(rij for rij in GROEP if rij.gemeente is None)
    tekst, opgelost = los_op("{tarieven:g}", *rijen, gemeente=DE_REGIO, elders=["tarief:b", "tarieven:g"])
    assert "| Eerste \\(vanaf 18 jaar\\) | € 83,87 |\n| Tweede | verschilt per gemeente |" in tekst
    assert opgelost.alarmen == ()


def test_een_groep_met_alleen_lokale_rijen_verschilt_in_zijn_geheel():
    tekst, opgelost = los_op("{tarieven:g}", gemeente=DE_REGIO, elders=["tarief:c", "tarieven:g"])
    assert tekst.strip() == "Dit verschilt per gemeente."
    assert opgelost.alarmen == ()


def test_een_rij_die_alleen_gemeenten_hebben_is_er_in_de_regio_als_rest():
    rijen = tuple(rij for rij in GROEP if rij.gemeente is None)
    tekst, _ = los_op("{tarieven:g}", *rijen, gemeente=DE_REGIO, elders=["tarief:c", "tarieven:g"])
    assert tekst.rstrip().endswith("| Tweede | € 10,00 |\n| Andere bedragen | verschilt per gemeente |")


def test_een_gemeente_ziet_nooit_verschilt_per_gemeente():
    tekst, _ = los_op("{tarief:x}", tarief("x", "10"), elders=["tarief:x"])
    assert tekst == "€ 10,00"


# Kanalen, toelichting, afwijkingen


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


def test_de_regio_laat_een_lokaal_kanaal_weg_zonder_alarm():
    kanaal = KanaalBron(Actie.AFSPRAAK, KanaalWijze.BALIE, "{gegeven:u}", "Maak een afspraak")
    bekend = feiten(gemeente=DE_REGIO, elders=["gegeven:u"])
    opgelost = oplossen(samen(product(kanalen=(kanaal,)), LokaleLaag(REGIO)), bekend, NU)
    assert (opgelost.kanalen, opgelost.alarmen) == ((), ())


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


# Eigenschappen


GEVAARLIJK = st.sampled_from(
    ["**vet**", "[klik](https://kwaad.example)", "<script>x</script>", "{tarief:a}", "{gemeente.naam}", "- item",
     "1. item", "# kop", "===", "---", "| a | b |", "> citaat", "`x`", "\\", "&lt;", "&#60;b&#62;", "![x](y)",
     "<a@b.c>", "<https://x.example>", "_a_", "[[[[[[[[", "* * *", "1) x", "+ x", "a\n\n# b", "a  \nb", "--|--"]
)  # fmt: skip


@given(st.one_of(GEVAARLIJK, TEKST, st.text(max_size=30)).filter(str.strip))
def test_een_waarde_staat_er_woord_voor_woord(waarde):
    tekst, _ = los_op("Begin {gegeven:x} einde.", gegeven("x", waarde))
    assert naar_platte_tekst(tekst).split() == schoon(f"Begin {' '.join(waarde.split())} einde.").split()


PLEKKEN = st.sampled_from(
    ["{gegeven:x}", "Tekst {gegeven:x} meer", "{gegeven:x}. Meer", "Regel\n{gegeven:x}", "- {gegeven:x}",
     "### {gegeven:x}", "> {gegeven:x}", "[{gegeven:x}](https://a.example)", "**{gegeven:x}**",
     "| a | b |\n| --- | --- |\n| {gegeven:x} | c |", "1. een\n2. {gegeven:x}"]
)  # fmt: skip


@given(PLEKKEN, st.one_of(GEVAARLIJK, TEKST).filter(str.strip))
def test_een_waarde_verandert_nergens_de_opbouw_van_een_tekst(plek, waarde):
    gewoon, _ = los_op(plek, gegeven("x", "woord"))
    gevaarlijk, _ = los_op(plek, gegeven("x", waarde))
    tags = re.compile(r"<[^>]*>")
    assert tags.findall(naar_html(gevaarlijk)) == tags.findall(naar_html(gewoon))
    assert tokens_in(gevaarlijk.replace("\\{", "")) == ()


@given(MET_TOKENS)
def test_blokken_zijn_samen_de_tekst(tekst):
    assert "".join(blok.bron for blok in blokken(tekst)) == tekst


@given(st.text(alphabet="a -*|>#1.)\n\r{}", max_size=80))
def test_blokken_zijn_samen_elke_tekst(tekst):
    assert "".join(blok.bron for blok in blokken(tekst)) == tekst


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


@given(producten(MET_TOKENS), feiten_van(DE_REGIO))
def test_de_regio_toont_nooit_een_waarde_die_ergens_anders_is(centraal, bekend):
    samengesteld = samenvoegen(centraal, LokaleLaag(REGIO), NU)
    if samengesteld is None:
        return
    opgelost = oplossen(samengesteld, bekend, NU)
    for lid in opgelost.feiten:
        if lid.token in bekend.elders_lokaal and not lid.token.startswith("tarieven:"):
            assert lid.waarde.endswith("verschilt per gemeente")


@given(feiten_van())
def test_een_alarm_hoort_bij_een_token_zonder_waarde_en_andersom(bekend):
    tekst = "{gegeven:adres}\n\n{gegeven:tekst}\n\n{tarief:a}\n\n{tarief:b}"
    opgelost = oplossen(samen(product({Veld.KOSTEN: tekst}), laag()), bekend, NU)
    zonder = {lid.token for lid in opgelost.feiten if lid.herkomst is None}
    assert zonder == alarmtokens(opgelost)
    ingevuld = next(veld.tekst for veld in opgelost.velden if veld.veld is Veld.KOSTEN)
    assert ingevuld.count("nog niet bekend") == len(zonder)
