"""What a file says wrong about another file or the CMS: with the line, and nothing is written."""

import zipfile
from pathlib import Path

import pytest
from django.utils import timezone

from redactie.invoer.controle.kringen import kringen
from redactie.invoer.controle.teksten import regel_van
from redactie.invoer.fouten import InvoerFout
from redactie.invoer.importeren import bereid_voor
from redactie.models import (
    Gegeven,
    Gemeente,
    LokaleVersie,
    Product,
    Tekstversie,
    Thema,
    VerbruikteSleutel,
    Wijziging,
)
from tests.factories import (
    ContactpuntFactory,
    GebruikerFactory,
    GemeenteFactory,
    ProductFactory,
)
from tests.redactie.invoer.hulp import Regiomap

pytestmark = pytest.mark.django_db

PASPOORT = "producten/paspoort-aanvragen.md"
KAART = "producten/identiteitskaart-aanvragen.md"
AFWIJKING = "lokaal/dordrecht/paspoort-aanvragen.md"
VALT_ONDER = "lokaal/sliedrecht/identiteitskaart-aanvragen.md"


def lokaal_bestand(*regels: str) -> str:
    return "\n".join(["---", *regels, "---", ""])


def test_de_proefregio_heeft_geen_fouten(regio: Regiomap) -> None:
    assert regio.fouten() == []


def test_met_een_fout_wordt_er_niets_geschreven(regio: Regiomap) -> None:
    regio.vervang(PASPOORT, "eigenaar: burgerzaken", "eigenaar: niemand")
    assert regio.fouten() != []
    for model in (Gemeente, Thema, Gegeven, Product, LokaleVersie, Tekstversie, Wijziging):
        assert model.objects.count() == 0


def test_van_een_vijandige_zip_komt_niets_in_het_cms(regio: Regiomap, tmp_path: Path) -> None:
    bron = tmp_path / "regio.zip"
    with zipfile.ZipFile(bron, "w") as archief:
        for bestand in sorted(regio.map.rglob("*.*")):
            archief.write(bestand, bestand.relative_to(regio.map))
        archief.writestr("../../gemeenten.csv", "slug,naam,code\n")
    with pytest.raises(InvoerFout, match="wijst buiten het zipbestand"):
        bereid_voor(bron, nu=timezone.now())
    assert not Gemeente.objects.exists()


@pytest.mark.parametrize(
    ("pad", "oud", "nieuw", "melding"),
    [
        (
            PASPOORT,
            "eigenaar: burgerzaken",
            "eigenaar: niemand",
            "eigenaar: het contactpunt “niemand” bestaat niet.",
        ),
        (
            PASPOORT,
            "behandelaar: burgerzaken",
            "behandelaar: spoedloket",
            "behandelaar: het contactpunt “spoedloket”",
        ),
        (PASPOORT, "themas: [paspoort,", "themas: [pas,", "themas: het thema “pas” bestaat niet."),
        (
            PASPOORT,
            "verwant: [identiteitskaart-",
            "verwant: [kaart-",
            "verwant: het product “kaart-aanvragen” bestaat niet.",
        ),
        (
            "producten/reisdocument.md",
            "opvolger: pas",
            "opvolger: rei",
            "opvolger: het product “reipoort-aanvragen” bestaat",
        ),
        (
            "producten/sliedrecht-baggerfestival.md",
            "gemeente: s",
            "gemeente: b",
            "gemeente: de gemeente “bliedrecht” bestaat",
        ),
        (
            AFWIJKING,
            "behandelaar: spoed",
            "behandelaar: traag",
            "behandelaar: het contactpunt “traagloket” bestaat niet.",
        ),
        (
            VALT_ONDER,
            "valt_onder: pas",
            "valt_onder: rei",
            "valt_onder: het product “reipoort-aanvragen” bestaat niet.",
        ),
        ("themas.csv", ",,reisdocumenten,", ",,reizen,", "ouder: het thema “reizen” bestaat niet."),
        (
            "contactpunten.csv",
            "spoedloket,dordrecht",
            "spoedloket,breda",
            "gemeente: de gemeente “breda” bestaat niet.",
        ),
        (
            "openingstijden.csv",
            "locatie:gemeentehuis,sliedrecht",
            "locatie:stadhuis,sliedrecht",
            "van_wat: de locatie “stadhuis”",
        ),
        (
            "mededelingen.csv",
            "sliedrecht;dordrecht",
            "sliedrecht;breda",
            "gemeenten: de gemeente “breda” bestaat niet.",
        ),
        (
            "mededelingen.csv",
            "product:paspoort-aanvragen",
            "product:pas",
            "betreft: het product “pas” bestaat niet.",
        ),
        (
            "mededelingen.csv",
            "inlogmiddel:digid",
            "inlogmiddel:pin",
            "betreft: “inlogmiddel:pin” is geen alles, thema:…,",
        ),
        ("synoniemen.csv", "sliedrecht,ID", "breda,ID", "gemeente: de gemeente “breda” bestaat niet."),
    ],
)
def test_een_verwijzing_naar_niets_noemt_de_regel(
    regio: Regiomap, pad: str, oud: str, nieuw: str, melding: str
) -> None:
    regio.vervang(pad, oud, nieuw)
    begin = f"{pad}:{regio.regel_van(pad, nieuw)}: {melding}"
    assert any(fout.startswith(begin) for fout in regio.fouten())


def test_een_lokale_versie_van_niets_noemt_het_bestand(regio: Regiomap) -> None:
    regio.schrijf("lokaal/sliedrecht/rijbewijs.md", lokaal_bestand("aangeboden: ja"))
    assert regio.fouten() == [
        "lokaal/sliedrecht/rijbewijs.md:1: product: het product “rijbewijs” bestaat niet."
    ]


def test_een_map_van_een_onbekende_gemeente_noemt_het_bestand(regio: Regiomap) -> None:
    regio.schrijf("lokaal/breda/reisdocument.md", lokaal_bestand("aangeboden: ja"))
    assert regio.fouten() == ["lokaal/breda/reisdocument.md:1: gemeente: de gemeente “breda” bestaat niet."]


def test_een_onleesbaar_bestand_geeft_geen_stroom_van_vervolgfouten(regio: Regiomap) -> None:
    regio.schrijf("themas.csv", "sleutel,name\na,A\n")
    regio.schrijf(KAART, "geen voorblad")
    fouten = regio.fouten()
    assert {fout.split(":")[0] for fout in fouten} == {"themas.csv", KAART}


def test_verwant_met_een_concept_is_een_fout(regio: Regiomap) -> None:
    ProductFactory(sleutel="rijbewijs")
    regio.vervang(KAART, "verwant: [", "verwant: [rijbewijs, ")
    assert regio.fouten() == [f"{KAART}:5: verwant: het product “rijbewijs” bestaat niet."]


@pytest.mark.parametrize(
    ("pad", "oud", "nieuw", "melding"),
    [
        ("gemeenten.csv", "gm0505", "gm505", "code: Een gemeentecode is gm met vier cijfers, zoals gm0505."),
        ("gemeenten.csv", "gm0610", "gm0505", "De code “gm0505” is van twee gemeenten."),
        (
            "gemeenten.csv",
            "sliedrecht.localhost",
            "dordt.localhost",
            "De hostnaam “dordt.localhost” is van twee gemeenten.",
        ),
        (
            "gemeenten.csv",
            "sliedrecht.localhost",
            "https://x.nl",
            "hostnamen: Een hostnaam heeft alleen kleine letters",
        ),
        (
            "contactpunten.csv",
            "burgerzaken@drechtsteden.example",
            "burgerzaken",
            "e_mail: Voer een geldig e-mailadres in.",
        ),
        ("contactpunten.csv", "Burgerzaken Sliedrecht", "B" * 161, "naam: "),
        (
            "gegevens.csv",
            "5 werkdagen",
            "vijf dagen",
            "waarde: Geef een termijn als getal en eenheid, zoals 5 werkdagen.",
        ),
        (
            "gegevens.csv",
            "https://afspraak.dordrecht",
            "http://afspraak.dordrecht",
            "waarde: Geef een internetadres dat met https://",
        ),
        ("tarieven.csv", "Toeslag voor spoed", "T" * 201, "omschrijving: "),
    ],
)
def test_een_waarde_die_niet_past_noemt_de_regel(
    regio: Regiomap, pad: str, oud: str, nieuw: str, melding: str
) -> None:
    regio.vervang(pad, oud, nieuw)
    (fout,) = regio.fouten()
    regel = regio.regel_van(pad, nieuw) if "twee" not in melding else 4
    assert fout.startswith(f"{pad}:{regel}: {melding}")


@pytest.mark.parametrize(
    ("pad", "oud", "nieuw", "plek", "melding"),
    [
        (PASPOORT, "Een kind heeft", "Een <b>kind</b> heeft", "Een <b>kind", "inleiding: "),
        (PASPOORT, "Een kind heeft", "[Klik](javascript:alert) heeft", "[Klik]", "inleiding: "),
        (PASPOORT, "### Kinderen", "## Kinderen", "## Kinderen", "inleiding: "),
        (
            PASPOORT,
            "{tarieven:paspoort}",
            "{tarieven:pas}",
            "{tarieven:pas}",
            "kosten: {tarieven:pas} bestaat niet.",
        ),
        (
            PASPOORT,
            "{tarieven:paspoort}",
            "Bel {gegeven:balie-intern}.",
            "Bel {gegeven:b",
            "kosten: {gegeven:balie-intern} is intern.",
        ),
        (
            PASPOORT,
            "Uw paspoort ligt na {gegeven:termijn-paspoort}",
            "Na {gegeven termijn}",
            "Na {g",
            "termijn: ",
        ),
        (PASPOORT, "titel: Paspoort aanvragen", "titel:", "titel:", "titel: Vul een titel in."),
        (
            PASPOORT,
            "waar u staat ingeschreven.",
            "x" * 290 + ".",
            "x" * 290,
            "samenvatting: De samenvatting heeft",
        ),
        (PASPOORT, '"{gegeven:afspraak-adres}"', '"http://x.example"', "http://x.example", "Kanaal “"),
        (PASPOORT, "U krijgt een bericht", "<script>U krijgt", "<script>", "daarna: "),
        (
            "producten/reisdocument.md",
            "Dit heet nu",
            "<i>Dit</i> heet nu",
            "vervallen_toelichting",
            "bijzonderheden: ",
        ),
        (AFWIJKING, "Heeft u haast?", "Heeft u <b>haast</b>?", "<b>haast", "kosten: "),
        (
            AFWIJKING,
            ", reden: Zo heet het hier",
            "",
            "titel: {",
            "titel: Schrijf op waarom uw gemeente hier afwijkt.",
        ),
        (
            AFWIJKING,
            "daarna: {wijze: v",
            "bezwaar: {wijze: v",
            "bezwaar: {",
            "bezwaar: De regio heeft dit veld vastgezet.",
        ),
        (
            AFWIJKING,
            "titel: {wijze: vervangen",
            "titel: {wijze: erna",
            "titel: {wijze",
            "titel: Een titel kunt u alleen vervangen.",
        ),
        (
            AFWIJKING,
            "daarna: {wijze: v",
            "samenvatting: {wijze: v",
            "samenvatting: {",
            "samenvatting: Een samenvatting kunt u niet verbergen.",
        ),
        (
            "lokaal/sliedrecht/reisdocument.md",
            "toelichting: Dit kan alleen in Dordrecht.",
            "",
            "---",
            "Leg uit waarom",
        ),
        ("mededelingen.csv", "Bied een afspraak aan.", "Bied <b>een</b> afspraak aan.", "Bied <b>", ""),
    ],
)
def test_een_tekst_die_het_cms_weigert_noemt_de_regel(
    regio: Regiomap, pad: str, oud: str, nieuw: str, plek: str, melding: str
) -> None:
    regio.vervang(pad, oud, nieuw)
    fouten = regio.fouten()
    assert any(fout.startswith(f"{pad}:{regio.regel_van(pad, plek)}: {melding}") for fout in fouten), fouten


def test_een_feit_van_een_andere_gemeente_telt_niet_in_een_lokale_tekst(regio: Regiomap) -> None:
    regio.vervang("gegevens.csv", ",balie-intern", "sliedrecht,wachttijd,,tekst,kort,,,\n,balie-intern")
    regio.vervang(AFWIJKING, "Heeft u haast?", "De wachttijd is {gegeven:wachttijd}.")
    (fout,) = regio.fouten()
    assert fout.startswith(
        f"{AFWIJKING}:{regio.regel_van(AFWIJKING, 'De wachttijd')}: kosten: {{gegeven:wachttijd}} bestaat"
    )


def test_een_feit_van_een_gemeente_mag_in_een_regionale_tekst(regio: Regiomap) -> None:
    regio.vervang("gegevens.csv", ",balie-intern", "sliedrecht,wachttijd,,tekst,kort,,,\n,balie-intern")
    regio.vervang(PASPOORT, "Met een paspoort", "De wachttijd is {gegeven:wachttijd}. Met een paspoort")
    assert regio.fouten() == []


def test_perioden_van_een_feit_overlappen_niet(regio: Regiomap) -> None:
    regio.vervang("gegevens.csv", "2026-01-01,2026-12-31", "2026-01-01,2027-01-01")
    assert regio.fouten() == ["gegevens.csv:4: Deze periode van “termijn-paspoort” overlapt met regel 3."]


def test_een_periode_overlapt_niet_met_wat_in_het_cms_blijft(ingelezen: Regiomap) -> None:
    ingelezen.vervang("gegevens.csv", "sliedrecht,termijn-paspoort,,termijn,7 werkdagen,,2027-01-01,\n", "")
    ingelezen.vervang("gegevens.csv", "2026-01-01,2026-12-31", "2026-01-01,2027-06-30")
    assert ingelezen.fouten() == [
        "gegevens.csv:3: Deze periode van “termijn-paspoort” overlapt met een periode in het CMS."
    ]
    assert ingelezen.fouten(verwijder=True) == []


def test_een_periode_eindigt_niet_voor_zij_begint(regio: Regiomap) -> None:
    regio.vervang("gegevens.csv", "2026-01-01,2026-12-31", "2026-12-31,2026-01-01")
    assert regio.fouten() == ["gegevens.csv:3: De laatste dag ligt vóór de eerste."]


def test_twee_afwijkingen_gelden_niet_op_dezelfde_dag(regio: Regiomap) -> None:
    regio.vervang(AFWIJKING, "wijze: verbergen, reden", "wijze: verbergen, vanaf: 2026-06-01, reden")
    regio.vervang(AFWIJKING, "daarna: {w", "termijn2: {w")
    regio.vervang(
        AFWIJKING,
        "termijn: {wijze: vervangen, soort: uitvoerder, reden: Bezorging aan huis}",
        "termijn:\n    - {wijze: vervangen, reden: A}\n    - {wijze: verbergen, vanaf: 2026-06-01, reden: B}",
    )
    regio.vervang(AFWIJKING, "  termijn2: {wijze: verbergen, vanaf: 2026-06-01, reden: Wij bezorgen}\n", "")
    regio.vervang(AFWIJKING, "# termijn\n", "# termijn (vervangen)\n")
    regel = regio.regel_van(AFWIJKING, "reden: B}")
    assert regio.fouten() == [
        f"{AFWIJKING}:{regel}: Twee afwijkingen van “termijn” gelden op dezelfde dag: vervangen en verbergen."
    ]


def test_een_mededeling_eindigt_niet_voor_zij_begint(regio: Regiomap) -> None:
    regio.vervang("mededelingen.csv", "2026-12-14,2026-12-25", "2026-12-14,2026-12-13")
    assert regio.fouten() == ["mededelingen.csv:2: Het einde ligt vóór het begin."]


def test_na_het_einde_van_een_product_gaat_geen_tekst_in(regio: Regiomap) -> None:
    regio.vervang(PASPOORT, "vaste_velden: [bezwaar]", "vaste_velden: [bezwaar]\nvervalt_op: 2027-01-01")
    assert regio.fouten() == [
        f"{PASPOORT}:{regio.regel_van(PASPOORT, 'veld: daarna')}: Dit product is dan al vervallen."
    ]


# -- circles


def test_valt_onder_gaat_niet_in_een_kring(regio: Regiomap) -> None:
    regio.schrijf(
        "lokaal/sliedrecht/paspoort-aanvragen.md",
        lokaal_bestand(
            "aangeboden: valt_onder", "valt_onder: identiteitskaart-aanvragen", "toelichting: Samen."
        ),
    )
    kring = "identiteitskaart-aanvragen → paspoort-aanvragen → identiteitskaart-aanvragen"
    assert regio.fouten() == [
        f"{VALT_ONDER}:3: valt_onder: dit gaat in een kring ({kring}).",
        f"lokaal/sliedrecht/paspoort-aanvragen.md:3: valt_onder: dit gaat in een kring ({kring}).",
    ]


def test_valt_onder_in_twee_gemeenten_is_geen_kring(regio: Regiomap) -> None:
    regio.schrijf(
        "lokaal/dordrecht/identiteitskaart-aanvragen.md",
        lokaal_bestand("aangeboden: valt_onder", "valt_onder: paspoort-aanvragen", "toelichting: Samen."),
    )
    regio.vervang(VALT_ONDER, "valt_onder: paspoort-aanvragen", "valt_onder: reisdocument")
    regio.verwijder("lokaal/sliedrecht/reisdocument.md")
    assert regio.fouten() == []


def test_een_kring_met_wat_al_in_het_cms_staat_is_een_fout(ingelezen: Regiomap) -> None:
    ingelezen.verwijder(VALT_ONDER)
    ingelezen.schrijf(
        "lokaal/sliedrecht/paspoort-aanvragen.md",
        lokaal_bestand(
            "aangeboden: valt_onder", "valt_onder: identiteitskaart-aanvragen", "toelichting: Samen."
        ),
    )
    (fout,) = ingelezen.fouten()
    assert fout.startswith("lokaal/sliedrecht/paspoort-aanvragen.md:3: valt_onder: dit gaat in een kring")


def test_opvolgers_gaan_niet_in_een_kring(regio: Regiomap) -> None:
    regio.vervang(PASPOORT, "vaste_velden", "opvolger: reisdocument\nvaste_velden")
    assert [fout.split("(")[0] for fout in regio.fouten()] == [
        f"{PASPOORT}:{regio.regel_van(PASPOORT, 'opvolger')}: opvolger: dit gaat in een kring ",
        "producten/reisdocument.md:4: opvolger: dit gaat in een kring ",
    ]


def test_een_product_volgt_zichzelf_niet_op(regio: Regiomap) -> None:
    regio.vervang("producten/reisdocument.md", "opvolger: paspoort-aanvragen", "opvolger: reisdocument")
    assert regio.fouten() == [
        "producten/reisdocument.md:4: opvolger: dit gaat in een kring (reisdocument → reisdocument)."
    ]


def test_themas_gaan_niet_in_een_kring(regio: Regiomap) -> None:
    regio.schrijf(
        "themas.csv",
        "sleutel,naam,ouder\npaspoort,P,reisdocumenten\nreisdocumenten,R,paspoort\nverhuizen,V,\n",
    )
    assert [fout.split(" (")[0] for fout in regio.fouten()] == [
        "themas.csv:2: ouder: dit gaat in een kring",
        "themas.csv:3: ouder: dit gaat in een kring",
    ]


def test_elke_kring_wordt_een_keer_gevonden() -> None:
    assert kringen({"a": "b", "b": "c", "c": "b", "d": "a", "e": "e", "f": "g"}) == [["b", "c"], ["e"]]


# -- keys


def test_een_verbruikte_sleutel_wordt_geweigerd(ingelezen: Regiomap) -> None:
    LokaleVersie.objects.filter(product__sleutel="reisdocument").delete()
    Product.objects.get(sleutel="reisdocument").delete()
    assert VerbruikteSleutel.objects.filter(sleutel="reisdocument").exists()
    (fout,) = ingelezen.fouten()
    assert fout == (
        "producten/reisdocument.md:1: De sleutel “reisdocument” was van een verwijderd product en kan niet opnieuw "
        "worden gebruikt."
    )


def test_een_product_verhuist_niet_naar_een_andere_gemeente(ingelezen: Regiomap) -> None:
    ingelezen.vervang("producten/sliedrecht-baggerfestival.md", "gemeente: sliedrecht\n", "")
    assert ingelezen.fouten() == [
        "producten/sliedrecht-baggerfestival.md:1: Dit product is van sliedrecht en kan niet verhuizen."
    ]


def test_een_eigen_product_begint_met_de_naam_van_de_gemeente(regio: Regiomap) -> None:
    regio.vervang(KAART, "verwant", "gemeente: dordrecht\nverwant")
    fouten = regio.fouten()
    assert f"{KAART}:5: De sleutel van een eigen product begint met “dordrecht-”." in fouten
    assert f"{VALT_ONDER}:1: Dit is een eigen product van dordrecht." in fouten


# -- deleting


def test_verwijderen_laat_staan_wat_een_concept_nodig_heeft(ingelezen: Regiomap) -> None:
    loket = ContactpuntFactory(sleutel="loket")
    ProductFactory(sleutel="concept", eigenaar=loket, opvolger=Product.objects.get(sleutel="reisdocument"))
    ingelezen.verwijder("producten/reisdocument.md")
    ingelezen.verwijder("lokaal/sliedrecht/reisdocument.md")
    assert ingelezen.fouten(verwijder=True) == [
        "CMS: Het concept “concept” gebruikt contactpunt loket, dat verwijderd zou worden.",
        "CMS: Het concept “concept” gebruikt product reisdocument, dat verwijderd zou worden.",
    ]


def test_een_gemeente_met_gebruikers_wordt_niet_verwijderd(ingelezen: Regiomap) -> None:
    breda = GemeenteFactory(slug="breda")
    GebruikerFactory(rol="redacteur", gemeente=breda)
    assert ingelezen.fouten(verwijder=True) == [
        "CMS: De gemeente “breda” heeft nog gebruikers; verwijder die eerst."
    ]


# -- warnings


def test_een_afwijking_van_een_veld_dat_vast_wordt_is_een_waarschuwing(ingelezen: Regiomap) -> None:
    ingelezen.verwijder(AFWIJKING)
    ingelezen.vervang(PASPOORT, "vaste_velden: [bezwaar]", "vaste_velden: [bezwaar, termijn]")
    waarschuwingen = [str(melding) for melding in ingelezen.bereid_voor().waarschuwingen]
    regel = ingelezen.regel_van(PASPOORT, "vaste_velden")
    assert (
        f"{PASPOORT}:{regel}: De afwijking van “termijn” in dordrecht geldt hierna niet meer."
        in waarschuwingen
    )


def test_de_plaats_van_een_fragment_wordt_gevonden() -> None:
    assert regel_van("twee  drie", "een\n\ntwee drie vier\n") == 2
    assert regel_van("", "een") == 0
    assert regel_van("nergens", "een") == 0


def test_datums_buiten_de_kalender_zijn_fouten(regio: Regiomap) -> None:
    regio.vervang("gegevens.csv", "2027-01-01,", "0001-01-01,9999-12-31")
    assert [fout for fout in regio.fouten() if "datum" in fout] == [
        "gegevens.csv:4: “0001-01-01” is geen datum (JJJJ-MM-DD).",
        "gegevens.csv:4: “9999-12-31” is geen datum (JJJJ-MM-DD).",
    ]
