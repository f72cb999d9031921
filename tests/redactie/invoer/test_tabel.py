"""The form of a table, whatever it holds: encoding, columns, lines, keys that come twice."""

import pytest

from redactie.invoer.documenten import Soort
from tests.redactie.invoer.ontleden import lees


def test_een_bom_en_windows_regels_mogen() -> None:
    bundel, fouten = lees(themas_csv=b"\xef\xbb\xbfsleutel,naam\r\npaspoort,Paspoort\r\n")
    assert fouten == []
    assert bundel.haal(Soort.THEMA, "paspoort") is not None


def test_een_verkeerde_codering_noemt_de_regel() -> None:
    _, fouten = lees(themas_csv="sleutel,naam\na,A\nb,Één\n".encode("latin-1"))
    assert fouten == ["themas.csv:3: Dit bestand is niet in UTF-8 opgeslagen."]


@pytest.mark.parametrize("teken", ["\x00", "\x1b", "\u202e", "\x85"])
def test_een_stuurteken_noemt_de_regel(teken: str) -> None:
    _, fouten = lees(themas_csv=f"sleutel,naam\na,A\nb,B{teken}\n")
    assert fouten == [f"themas.csv:3: Hier staat een verboden stuurteken (U+{ord(teken):04X})."]


def test_een_onbekende_en_een_ontbrekende_kolom_zijn_fouten() -> None:
    _, fouten = lees(themas_csv="sleutel,nam\na,A\n")
    assert fouten[0] == "themas.csv:1: De kolom “naam” ontbreekt."
    assert fouten[1].startswith(
        "themas.csv:1: De kolom “nam” bestaat niet. Dit zijn de kolommen: sleutel, naam,"
    )


def test_een_dubbele_kolom_is_een_fout() -> None:
    assert lees(themas_csv="sleutel,naam,naam\na,A,A\n")[1] == [
        "themas.csv:1: De kolom “naam” staat er twee keer."
    ]


def test_een_rij_met_een_cel_te_veel_noemt_de_regel() -> None:
    _, fouten = lees(themas_csv="sleutel,naam\na,A\nb,B,C\n")
    assert fouten == ["themas.csv:3: Deze rij heeft 3 cellen; de kopregel heeft er 2."]


def test_regels_tellen_door_na_een_cel_over_meer_regels() -> None:
    _, fouten = lees(themas_csv='sleutel,naam,inleiding\na,A,"een\ntwee"\n\nb,,\n')
    assert fouten == ["themas.csv:5: “naam” ontbreekt of is leeg."]


def test_een_open_aanhalingsteken_is_een_fout() -> None:
    _, fouten = lees(themas_csv='sleutel,naam\na,A\nb,"B\n')
    assert len(fouten) == 1
    assert fouten[0].startswith("themas.csv:3: Deze rij is geen geldige CSV")


def test_een_lege_tabel_is_een_fout() -> None:
    assert "themas.csv:1: De kolom “sleutel” ontbreekt." in lees(themas_csv="")[1]


def test_een_dubbele_sleutel_noemt_beide_regels() -> None:
    _, fouten = lees(themas_csv="sleutel,naam\na,A\nb,B\na,C\n")
    assert fouten == ["themas.csv:4: Dit staat er twee keer; de eerste keer op regel 2."]


def test_dezelfde_sleutel_mag_in_twee_gemeenten() -> None:
    tekst = "gemeente,sleutel,waarde\n,adres,A\nsliedrecht,adres,B\n"
    assert lees(gegevens_csv=tekst)[1] == []
