"""What a file names must exist, in the files or in the CMS."""

import pytest

from tests.factories import ProductFactory
from tests.redactie.invoer.hulp import AFWIJKING, KAART, PASPOORT, VALT_ONDER, Regiomap, lokaal_bestand

pytestmark = pytest.mark.django_db


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


def test_verwant_met_een_concept_is_een_fout(regio: Regiomap) -> None:
    ProductFactory(sleutel="rijbewijs")
    regio.vervang(KAART, "verwant: [", "verwant: [rijbewijs, ")
    assert regio.fouten() == [f"{KAART}:5: verwant: het product “rijbewijs” bestaat niet."]
