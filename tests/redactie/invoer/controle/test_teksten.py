"""Texts that the CMS would refuse, and the line of the file that they stand on."""

import pytest

from redactie.invoer.controle.teksten import regel_van
from tests.redactie.invoer.hulp import AFWIJKING, PASPOORT, Regiomap

pytestmark = pytest.mark.django_db


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


def test_de_plaats_van_een_fragment_wordt_gevonden() -> None:
    assert regel_van("twee  drie", "een\n\ntwee drie vier\n") == 2
    assert regel_van("", "een") == 0
    assert regel_van("nergens", "een") == 0
