"""The two projections: what everybody may read, and what only the desk reads."""

import dataclasses
import json
from datetime import timedelta

import pytest
from hypothesis import given, settings

from redactie.bronnen import KanaalBron, UpnBron
from redactie.keuzes import (
    Aangeboden,
    Actie,
    AfwijkingWijze,
    GegevenSoort,
    Herkomst,
    KanaalWijze,
    Klasse,
)
from redactie.oplossen import oplossen
from redactie.samenvoegen import samenvoegen
from redactie.schemas import BESTANDEN, schema, schemafouten
from redactie.veld import FEITELIJKE_VELDEN, INTERNE_VELDEN, PUBLIEKE_VELDEN, Veld
from redactie.weergave import BalieWeergave, PubliekeWeergave, balie_weergave, publieke_weergave
from tests.redactie.bouw import (
    MET_TOKENS,
    NU,
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
    versie,
)

ALLE_VELDEN = {veld: f"Tekst van {veld.value}." for veld in Veld}


def weergave(centraal, lokaal=None, *rijen) -> BalieWeergave:
    return balie_weergave(oplossen(samen(centraal, lokaal or laag()), feiten(*rijen), NU))


def test_de_openbare_weergave_heeft_precies_de_openbare_velden_op_volgorde():
    publiek = weergave(product(ALLE_VELDEN)).publiek
    assert publiek.titel == "Tekst van titel."
    assert publiek.samenvatting == "Tekst van samenvatting."
    assert [veld.veld for veld in publiek.velden] == [
        veld for veld in PUBLIEKE_VELDEN if not veld.platte_tekst
    ]


def test_alleen_de_balie_heeft_de_interne_velden():
    balie = weergave(product(ALLE_VELDEN))
    assert [veld.veld for veld in balie.velden] == list(INTERNE_VELDEN)
    for veld in INTERNE_VELDEN:
        assert ALLE_VELDEN[veld] not in json.dumps(balie.publiek.als_json())
        assert ALLE_VELDEN[veld] not in repr(balie.publiek)


def test_de_openbare_weergave_heeft_geen_plek_voor_herkomst_feiten_of_het_geheel():
    namen = {veld.name for veld in dataclasses.fields(PubliekeWeergave)}
    assert namen.isdisjoint(
        {"herkomst", "feiten", "eigenaar", "publiek", "product", "samengesteld", "intern"}
    )


def test_titel_en_samenvatting_zijn_nooit_markdown():
    titel = "*Sterren* & <haken>"
    eigen = afwijking(Veld.TITEL, AfwijkingWijze.VERVANGEN, "_Eigen_")
    balie = weergave(product({Veld.TITEL: titel}), laag(eigen))
    assert balie.publiek.titel == "_Eigen_"
    (herkomst,) = balie.herkomst
    assert (herkomst.regio_tekst, herkomst.regio_html) == (titel, "*Sterren* &amp; &lt;haken&gt;")


def test_een_veld_met_alleen_wit_is_er_niet():
    assert weergave(product({Veld.KOSTEN: " \n "})).publiek.velden == ()


def test_de_balie_ziet_herkomst_reden_en_regiotekst_van_elk_veld_dat_anders_is():
    lokaal = laag(
        afwijking(Veld.KOSTEN, AfwijkingWijze.VERVANGEN, "Lokaal **duur**.", reden="Eigen leges"),
        afwijking(Veld.TERMIJN, AfwijkingWijze.VERBERGEN, reden="Niet van toepassing"),
        afwijking(Veld.AANPAK, AfwijkingWijze.ERVOOR, "Bel eerst.", reden="Drukte"),
        afwijking(Veld.AANPAK, AfwijkingWijze.ERNA, "Kom daarna.", reden="Loket"),
    )
    per_veld = {lid.veld: lid for lid in weergave(product(ALLE_VELDEN), lokaal).herkomst}
    assert set(per_veld) == {Veld.KOSTEN, Veld.TERMIJN, Veld.AANPAK}
    assert per_veld[Veld.KOSTEN].herkomst is Herkomst.LOKAAL
    assert per_veld[Veld.KOSTEN].reden == "Eigen leges"
    assert per_veld[Veld.KOSTEN].regio_html == "<p>Tekst van kosten.</p>"
    assert per_veld[Veld.TERMIJN].herkomst is Herkomst.VERBORGEN
    assert per_veld[Veld.AANPAK].herkomst is Herkomst.GEMENGD
    assert set(per_veld[Veld.AANPAK].reden.split("; ")) == {"Drukte", "Loket"}


def test_te_herzien_staat_met_sinds_wanneer_en_waarom_in_het_baliedocument():
    gisteren = NU - timedelta(days=1)
    centraal = product(
        tekstversies=(
            *product().tekstversies,
            versie(Veld.KOSTEN, "Oud.", id=8),
            dataclasses.replace(
                versie(Veld.KOSTEN, "Nieuw.", id=9, vanaf=gisteren, klasse=Klasse.SPOED), toelichting="Wet"
            ),
        )
    )
    lokaal = laag(afwijking(Veld.KOSTEN, AfwijkingWijze.VERVANGEN, "Lokaal.", basis=8))
    (lid,) = weergave(centraal, lokaal).als_json()["herkomst"]
    assert lid["te_herzien"] == {"sinds": gisteren.isoformat(), "klasse": "spoed", "toelichting": "Wet"}


@pytest.mark.parametrize("veld", [veld for veld in Veld if veld is not Veld.SPREEKANTWOORD])
def test_een_lokaal_feit_vraagt_om_het_spreekantwoord_na_te_kijken(veld):
    eigen = afwijking(veld, AfwijkingWijze.VERVANGEN, "Lokaal.")
    assert weergave(product(ALLE_VELDEN), laag(eigen)).spreekantwoord_nakijken == (veld in FEITELIJKE_VELDEN)


def test_een_eigen_of_ontbrekend_spreekantwoord_hoeft_niet_nagekeken():
    kosten = afwijking(Veld.KOSTEN, AfwijkingWijze.VERVANGEN, "Lokaal.")
    spreek = afwijking(Veld.SPREEKANTWOORD, AfwijkingWijze.VERVANGEN, "Hier anders.")
    assert not weergave(product(ALLE_VELDEN), laag(kosten, spreek)).spreekantwoord_nakijken
    assert not weergave(product({Veld.KOSTEN: "x"}), laag(kosten)).spreekantwoord_nakijken


def test_een_status_draagt_zijn_uitleg_en_waar_iemand_dan_terechtkan():
    lokaal = laag(
        aangeboden=Aangeboden.VALT_ONDER, valt_onder="ander", toelichting="Zie *ander* in {gemeente.naam}."
    )
    publiek = weergave(product(), lokaal).publiek
    assert (publiek.status, publiek.verwijst_naar) == ("valt_onder", "ander")
    assert publiek.status_toelichting == "Zie ander in Dordrecht."
    assert publiek.status_html == "<p>Zie <em>ander</em> in Dordrecht.</p>"


def test_een_kanaal_zonder_eigen_label_heet_naar_zijn_actie():
    kanaal = KanaalBron(Actie.AFSPRAAK, KanaalWijze.BALIE, "https://a.example")
    (lid,) = weergave(product(kanalen=(kanaal,))).publiek.als_json()["kanalen"]
    assert (lid["label"], lid["adres"]) == ("Afspraak maken", "https://a.example")


def test_rechtsgronden_komen_van_de_upn_zonder_dubbele():
    upn = (UpnBron("u:1", "een", ("Wet A", "Wet B")), UpnBron("u:2", "twee", ("Wet B", "Wet C")))
    publiek = weergave(product(upn=upn)).publiek
    assert publiek.rechtsgronden == ("Wet A", "Wet B", "Wet C")
    assert publiek.upn == (("u:1", "een"), ("u:2", "twee"))


def test_de_balie_ziet_elk_gebruikt_feit_met_zijn_herkomst():
    centraal = product({Veld.KOSTEN: "{tarief:x} bij {gemeente.naam}, {gegeven:weg}"})
    balie = weergave(centraal, None, tarief("x", "10"), gegeven("los", "ongebruikt"))
    assert balie.als_json()["feiten"] == [
        {"token": "tarief:x", "waarde": "€ 10,00", "herkomst": "centraal", "velden": ["kosten"]},
        {"token": "gemeente.naam", "waarde": "Dordrecht", "herkomst": "lokaal", "velden": ["kosten"]},
        {"token": "gegeven:weg", "waarde": "", "herkomst": None, "velden": []},
    ]


def test_een_feit_noemt_elk_veld_waarin_het_te_lezen_is():
    afspraak = KanaalBron(Actie.AFSPRAAK, KanaalWijze.BALIE, "https://a.example", "Kost {tarief:x}")
    centraal = product(
        {Veld.KOSTEN: "{tarief:x}", Veld.SPREEKANTWOORD: "Dat kost {tarief:x}.", Veld.TERMIJN: "Lang."},
        kanalen=(afspraak,),
    )
    (feit,) = weergave(centraal, None, tarief("x", "10")).als_json()["feiten"]
    assert feit["velden"] == ["spreekantwoord", "kosten"]


def test_waar_een_intern_feit_niet_mag_staan_telt_dat_veld_niet():
    centraal = product({Veld.DOORVERBINDEN: "Bel {gegeven:nummer}.", Veld.CONTACT: "Bel {gegeven:nummer}."})
    nummer = gegeven("nummer", "078 770 11 11", GegevenSoort.TELEFOON, intern=True)
    (feit,) = weergave(centraal, None, nummer).als_json()["feiten"]
    assert feit["velden"] == ["doorverbinden"]


def test_wat_alleen_in_de_tekst_van_de_regio_staat_is_geen_feit_van_het_veld():
    eigen = afwijking(Veld.KOSTEN, AfwijkingWijze.VERVANGEN, "Gratis.")
    balie = weergave(product({Veld.KOSTEN: "{tarief:x}"}), laag(eigen), tarief("x", "10"))
    assert balie.als_json()["feiten"] == []


def test_een_intern_feit_staat_alleen_bij_de_balie():
    centraal = product({Veld.DOORVERBINDEN: "Bel {gegeven:nummer}.", Veld.CONTACT: "Bel {gegeven:nummer}."})
    nummer = gegeven("nummer", "078 770 11 11", GegevenSoort.TELEFOON, intern=True)
    balie = weergave(centraal, None, nummer)
    assert "770 11 11" not in json.dumps(balie.publiek.als_json())
    assert "770 11 11" in json.dumps(balie.als_json())


# Schemas


@settings(max_examples=150)
@given(producten(MET_TOKENS), lagen(teksten=MET_TOKENS), feiten_van())
def test_elk_document_voldoet_aan_zijn_schema_en_lekt_niets(centraal, lokaal, bekend):
    samengesteld = samenvoegen(centraal, lokaal, NU)
    if samengesteld is None:
        return
    balie = balie_weergave(oplossen(samengesteld, bekend, NU))
    openbaar, intern = balie.publiek.als_json(), balie.als_json()
    assert schemafouten(openbaar) == []
    assert schemafouten(intern) == []
    assert json.loads(json.dumps([openbaar, intern])) == [openbaar, intern]
    assert "770 11 11" not in json.dumps(openbaar)
    assert publieke_weergave(oplossen(samengesteld, bekend, NU)) == balie.publiek


def _objecten(deel):
    if isinstance(deel, dict):
        if "properties" in deel:
            yield deel
        for onder in deel.values():
            yield from _objecten(onder)
    elif isinstance(deel, list):
        for onder in deel:
            yield from _objecten(onder)


@pytest.mark.parametrize("naam", BESTANDEN)
def test_geen_schema_laat_iets_onbekends_toe(naam):
    objecten = list(_objecten(schema(naam)))
    assert objecten
    for lid in objecten:
        assert lid["additionalProperties"] is False
        assert set(lid["required"]) == set(lid["properties"])


def _keuzelijsten(deel, sleutel):
    for lid in _objecten(deel):
        if sleutel in lid["properties"] and "enum" in lid["properties"][sleutel]:
            yield {waarde for waarde in lid["properties"][sleutel]["enum"] if waarde is not None}


def test_de_keuzelijsten_van_de_schemas_zijn_die_van_het_domein():
    openbaar = schema("antwoord/product/1")
    assert list(_keuzelijsten(openbaar, "actie")) == [{actie.value for actie in Actie}]
    assert list(_keuzelijsten(openbaar, "wijze")) == [{wijze.value for wijze in KanaalWijze}]
    velden = {veld.value for veld in PUBLIEKE_VELDEN if not veld.platte_tekst}
    assert list(_keuzelijsten(openbaar, "veld")) == [velden]
    balie = schema("antwoord/product-balie/3")
    assert sorted(map(sorted, _keuzelijsten(balie, "veld"))) == sorted(
        map(sorted, [{veld.value for veld in INTERNE_VELDEN}, {veld.value for veld in Veld}])
    )


def test_een_schemafout_noemt_de_plek():
    document = weergave(product()).publiek.als_json()
    document["talen"]["nl"]["titel"] = ""
    document["geheim"] = 1
    fouten = schemafouten(document)
    assert any(fout.startswith("$.talen.nl.titel:") for fout in fouten)
    assert any("geheim" in fout for fout in fouten)


def test_een_document_zonder_bekend_schema_is_fout():
    assert schemafouten({"schema": "iets/1"}) == ["onbekend schema: 'iets/1'"]
    assert schemafouten({}) == ["onbekend schema: None"]
