"""What refers to the next of its kind never comes back to itself."""

import pytest

from redactie.invoer.controle.kringen import kringen
from tests.redactie.invoer.hulp import PASPOORT, VALT_ONDER, Regiomap, lokaal_bestand

pytestmark = pytest.mark.django_db


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
