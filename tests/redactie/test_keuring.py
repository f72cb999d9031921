"""What must hold of texts before they are published or imported."""

from dataclasses import replace

import pytest

from redactie.bronnen import KanaalBron
from redactie.keuring import BekendeFeiten, keur, keur_laag, keur_samengesteld, keur_veld
from redactie.keuzes import Aangeboden, Actie, AfwijkingWijze, GegevenSoort, KanaalWijze
from redactie.periode import Periode
from redactie.veld import Veld
from tests.redactie.aanvallen import AANVALLEN
from tests.redactie.bouw import GISTEREN, VANDAAG, afwijking, gegeven, laag, product, samen, tarief

BEKEND = BekendeFeiten.uit(
    [
        gegeven("afspraak", "https://a.example", GegevenSoort.URL),
        gegeven("mail", "a@b.example", GegevenSoort.E_MAIL, gemeente="dordrecht"),
        gegeven("adres", "Plein 1", GegevenSoort.ADRES),
        gegeven("nummer", "078 770 11 11", GegevenSoort.TELEFOON, intern=True),
    ],
    [tarief("pas", "10", groep="passen")],
)
GOED = {Veld.TITEL: "Paspoort aanvragen", Veld.SAMENVATTING: "U vraagt een paspoort aan."}


def meldingen(teksten=None, **overig) -> list[str]:
    return [str(fout) for fout in keur(GOED | (teksten or {}), BEKEND, **overig)]


def test_een_goede_tekst_heeft_geen_fouten():
    teksten = {
        Veld.SPREEKANTWOORD: "Het kost {tarief:pas}. Bel {gemeente.telefoon}.",
        Veld.DOORVERBINDEN: "Bel {gegeven:nummer}.",
        Veld.KOSTEN: "U betaalt met pin.\n\n{tarieven:passen}",
        Veld.AANPAK: "1. [Maak een afspraak]({gegeven:afspraak}).\n2. Kom naar {gegeven:adres} in {gemeente.naam}.",
        Veld.CONTACT: "[Bel](tel:{gemeente.telefoon}) of mail {gegeven:mail}.",
    }
    assert meldingen(teksten) == []


@pytest.mark.parametrize(
    ("veld", "tekst", "melding"),
    [
        (Veld.TITEL, "", "Titel: Vul een titel in."),
        (Veld.TITEL, "Twee\nregels", "Titel: Een titel is één regel."),
        (Veld.TITEL, "x" * 121, "Titel: De titel heeft 121 tekens. Het maximum is 120."),
        (
            Veld.TITEL,
            "Een **vet** paspoort",
            "Titel: Hier kan geen opmaak, link of HTML: “**vet** paspoort”.",
        ),
        (Veld.SAMENVATTING, " ", "Samenvatting: Vul een samenvatting in."),
        (
            Veld.SAMENVATTING,
            "x" * 290 + ".",
            "Samenvatting: De samenvatting heeft 291 tekens. Het maximum is 290.",
        ),
        (
            Veld.SAMENVATTING,
            "Zonder punt",
            "Samenvatting: De samenvatting bestaat uit hele zinnen: "
            "eindig met een punt, vraagteken of uitroepteken.",
        ),
        (
            Veld.SAMENVATTING,
            "Zie [hier](https://a.example).",
            "Samenvatting: Hier kan geen opmaak, link of HTML: “](https://a.example).”.",
        ),
        (
            Veld.SPREEKANTWOORD,
            "woord " * 41,
            "Zeg dit: Het spreekantwoord heeft 41 woorden. Het maximum is 40.",
        ),
        (
            Veld.KOSTEN,
            "Zie <b>dit</b>.",
            "Kosten: HTML kan hier niet: “<b>”. Gebruik de knoppen voor de opmaak.",
        ),
        (
            Veld.KOSTEN,
            "Kost {tarief:weg}.",
            "Kosten: {tarief:weg} bestaat niet. Kies een tarief uit de lijst.",
        ),
        (
            Veld.KOSTEN,
            "{tarieven:pas}",
            "Kosten: {tarieven:pas} bestaat niet. Kies een groep tarieven uit de lijst.",
        ),
        (
            Veld.CONTACT,
            "Bel {gegeven:nummer}.",
            "Contact: {gegeven:nummer} is intern. Het kan alleen in een veld staan dat niemand voorleest of mailt.",
        ),
        (
            Veld.CONTACT,
            "Ga [hierheen]({gegeven:adres}).",
            "Contact: {gegeven:adres} kan geen link zijn: het is geen internetadres.",
        ),
        (
            Veld.KOSTEN,
            "Kost {tarief:pas",
            "Kosten: “{tarief:pas” is geen goed token. Er mist een accolade } aan het eind.",
        ),
    ],
)
def test_een_fout_noemt_het_veld_en_de_plek(veld, tekst, melding):
    assert melding in meldingen({veld: tekst})


@pytest.mark.parametrize("veld", list(Veld))
def test_een_intern_gegeven_mag_waar_niemand_het_voorleest_of_mailt(veld):
    assert (keur_veld(veld, "Bel {gegeven:nummer}.", BEKEND) == []) == (not veld.mededeelbaar)


@pytest.mark.parametrize("aanval", AANVALLEN, ids=range(len(AANVALLEN)))
def test_geen_aanval_komt_door_de_keuring(aanval):
    assert meldingen({Veld.KOSTEN: aanval})


@pytest.mark.parametrize("lengte", [(120, 290)])
def test_precies_het_maximum_mag(lengte):
    titel, samenvatting = lengte
    teksten = {Veld.TITEL: "x" * titel, Veld.SAMENVATTING: "x" * (samenvatting - 1) + "."}
    assert meldingen(teksten | {Veld.SPREEKANTWOORD: "woord " * 39 + "– klaar."}) == []


def kanaal(adres, wijze=KanaalWijze.FORMULIER, **overig):
    return KanaalBron(Actie.AANVRAGEN, wijze, adres, overig.pop("label", "Begin"), **overig)


@pytest.mark.parametrize(
    "goed",
    [
        kanaal("https://a.example/x"),
        kanaal("{gegeven:afspraak}"),
        kanaal("{gegeven:afspraak}?a=1"),
        kanaal("{gemeente.website}/x"),
        kanaal("https://a.example/{gegeven:adres}"),
        kanaal("tel:14078", KanaalWijze.TELEFOON),
        kanaal("14 078", KanaalWijze.TELEFOON),
        kanaal("{gemeente.telefoon}", KanaalWijze.TELEFOON),
        kanaal("mailto:a@b.example", KanaalWijze.E_MAIL),
        kanaal("a@b.example", KanaalWijze.E_MAIL),
        kanaal("{gegeven:mail}", KanaalWijze.E_MAIL),
        kanaal("mailto:{gegeven:mail}", KanaalWijze.E_MAIL),
        kanaal("", KanaalWijze.BALIE),
        kanaal("", vervalt=True),
        kanaal("https://a.example", label="In {gemeente.naam}"),
    ],
)
def test_een_kanaal_met_een_goed_adres(goed):
    assert meldingen(kanalen=[goed]) == []


@pytest.mark.parametrize(
    "fout",
    [
        kanaal(""),
        kanaal("http://a.example"),
        kanaal("javascript:alert(1)"),
        kanaal("/pad"),
        kanaal("//a.example"),
        kanaal("a.example"),
        kanaal("{gegeven:weg}"),
        kanaal("{gegeven:adres}"),
        kanaal("{gegeven:nummer}"),
        kanaal("{tarief:pas}"),
        kanaal("{gemeente.naam}"),
        kanaal("{gegeven:afspraak"),
        kanaal("https://a.example", label="Bel {gegeven:mail}"),
    ],
)
def test_een_kanaal_met_een_fout_adres(fout):
    gevonden = meldingen(kanalen=[fout])
    assert gevonden
    assert all(melding.startswith("Kanaal “Aanvragen, formulier”: ") for melding in gevonden)


VERVANGEN, ERVOOR, ERNA, VERBERGEN = (
    AfwijkingWijze.VERVANGEN,
    AfwijkingWijze.ERVOOR,
    AfwijkingWijze.ERNA,
    AfwijkingWijze.VERBERGEN,
)


def test_een_goede_lokale_versie_heeft_geen_fouten():
    lokaal = laag(
        afwijking(Veld.TITEL, VERVANGEN, "Eigen titel"),
        afwijking(Veld.KOSTEN, ERVOOR, "Vooraf."),
        afwijking(Veld.KOSTEN, ERNA, "Erna."),
        afwijking(Veld.KOSTEN, VERVANGEN, "Midden."),
        afwijking(Veld.BEZWAAR, VERBERGEN),
        aangeboden=Aangeboden.NEE,
        toelichting="Ga naar {gemeente.website}.",
        kanalen=(kanaal("", vervalt=True),),
    )
    assert keur_laag(lokaal, BEKEND) == []


@pytest.mark.parametrize(
    ("lid", "melding"),
    [
        (
            afwijking(Veld.KOSTEN, VERVANGEN, " "),
            "Vul een tekst in. Wilt u dat het veld wegvalt? Kies dan verbergen.",
        ),
        (afwijking(Veld.KOSTEN, ERNA, ""), "Vul een tekst in."),
        (afwijking(Veld.KOSTEN, VERBERGEN, "toch"), "Een verborgen veld heeft geen tekst."),
        (afwijking(Veld.TITEL, ERNA, "Meer"), "Een titel kunt u alleen vervangen."),
        (afwijking(Veld.TITEL, VERBERGEN), "Een titel kunt u alleen vervangen."),
        (afwijking(Veld.SAMENVATTING, VERBERGEN), "Een samenvatting kunt u niet verbergen."),
        (afwijking(Veld.KOSTEN, ERNA, "Tekst.", reden=" "), "Schrijf op waarom uw gemeente hier afwijkt."),
        (afwijking(Veld.KOSTEN, ERNA, "# Kop"), "Een kop begint met drie hekjes (###): “# Kop”."),
        (
            afwijking(Veld.BEZWAAR, ERNA, "Tekst."),
            "De regio heeft dit veld vastgezet. Een eigen tekst kan hier niet.",
        ),
    ],
)
def test_een_fout_in_een_afwijking(lid, melding):
    fouten = keur_laag(laag(lid), BEKEND, vaste_velden=frozenset({Veld.BEZWAAR}))
    assert [(fout.veld, fout.melding) for fout in fouten] == [(lid.veld, melding)]


@pytest.mark.parametrize(
    ("een", "ander", "fout"),
    [
        (VERVANGEN, VERVANGEN, True),
        (VERVANGEN, VERBERGEN, True),
        (ERVOOR, ERVOOR, True),
        (ERVOOR, ERNA, False),
        (ERVOOR, VERBERGEN, False),
    ],
)
def test_op_een_moment_geldt_van_elke_plaats_een_afwijking(een, ander, fout):
    def lid(wijze, **overig):
        return afwijking(Veld.KOSTEN, wijze, "" if wijze is VERBERGEN else "Tekst.", **overig)

    assert bool(keur_laag(laag(lid(een), lid(ander)), BEKEND)) == fout
    na_elkaar = laag(lid(een, periode=Periode(None, GISTEREN)), lid(ander, periode=Periode(VANDAAG, None)))
    assert keur_laag(na_elkaar, BEKEND) == []


def test_niet_aangeboden_heeft_uitleg_en_valt_onder_een_product():
    assert keur_laag(laag(aangeboden=Aangeboden.NEE), BEKEND)
    assert len(keur_laag(laag(aangeboden=Aangeboden.VALT_ONDER), BEKEND)) == 2
    goed = laag(aangeboden=Aangeboden.VALT_ONDER, valt_onder="ander", toelichting="Zie ander.")
    assert keur_laag(goed, BEKEND) == []
    assert keur_laag(replace(goed, toelichting="Bel {gegeven:nummer}."), BEKEND)


def test_een_samengestelde_tekst_wordt_nog_een_keer_op_opmaak_gekeurd():
    assert keur_samengesteld(samen(product({Veld.KOSTEN: "{tarief:weg}"}), laag())) == []
    kapot = samen(product({Veld.KOSTEN: "<script>"}), laag(afwijking(Veld.TITEL, VERVANGEN, "a\nb")))
    assert {fout.veld for fout in keur_samengesteld(kapot)} == {Veld.TITEL, Veld.KOSTEN}
    assert {fout.veld for fout in keur_samengesteld(samen(product(tekstversies=()), laag()))} == {
        Veld.TITEL,
        Veld.SAMENVATTING,
    }


def test_een_sleutel_is_linkbaar_als_elke_waarde_dat_is():
    rijen = [gegeven("x", "https://a", GegevenSoort.URL), gegeven("x", "tekst", gemeente="dordrecht")]
    assert BekendeFeiten.uit(rijen, []).linkbaar == frozenset()
    assert BekendeFeiten.uit(rijen[:1], []).linkbaar == frozenset({"x"})
