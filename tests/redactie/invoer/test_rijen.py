"""What a cell of each table may hold, and what a row becomes."""

from datetime import datetime
from decimal import Decimal

import pytest

from redactie.invoer.documenten import MededelingRij, OpeningstijdenGroep, Soort, TariefRij
from redactie.keuzes import TariefSoort
from redactie.periode import AMSTERDAM
from tests.redactie.invoer.ontleden import enige, lees


@pytest.mark.parametrize(
    ("pad", "kop", "rij", "melding"),
    [
        ("themas", "sleutel,naam,volgorde", "a,A,-1", "“-1” is geen heel getal."),
        (
            "themas",
            "sleutel,naam,soort",
            "a,A,onderwerp",
            "“onderwerp” kan niet bij soort. Kies uit: thema, levensgebeurtenis.",
        ),
        (
            "themas",
            "sleutel,naam",
            "Á,A",
            "“Á” is geen sleutel: gebruik alleen kleine letters, cijfers en streepjes.",
        ),
        ("gegevens", "sleutel,waarde,intern", "a,A,yes", "“yes” is geen ja of nee."),
        (
            "gegevens",
            "sleutel,waarde,geldig_van",
            "a,A,01-02-2026",
            "“01-02-2026” is geen datum (JJJJ-MM-DD).",
        ),
        (
            "gegevens",
            "sleutel,waarde,geldig_van",
            "a,A,2026-02-30",
            "“2026-02-30” is geen datum (JJJJ-MM-DD).",
        ),
        ("gegevens", "sleutel,waarde", "a,", "“waarde” ontbreekt of is leeg."),
        (
            "tarieven",
            "sleutel,omschrijving,bedrag",
            'a,A,"8,50"',
            "“8,50” is geen bedrag met een punt, zoals 83.87.",
        ),
        (
            "tarieven",
            "sleutel,omschrijving,bedrag",
            "a,A,1e5",
            "“1e5” is geen bedrag met een punt, zoals 83.87.",
        ),
        ("tarieven", "sleutel,omschrijving,bedrag", "a,A,", "Vul een bedrag in, of kies gratis."),
        ("tarieven", "sleutel,omschrijving,soort,bedrag", "a,A,gratis,1.00", "Bij gratis hoort geen bedrag."),
        ("synoniemen", "woorden", "een", "Geef twee of meer woorden, met een puntkomma ertussen."),
        ("synoniemen", "woorden", "een;een; ", "Geef twee of meer woorden, met een puntkomma ertussen."),
        ("mededelingen", "sleutel,tekst,van", "a,A,", "“van” ontbreekt of is leeg."),
        (
            "mededelingen",
            "sleutel,tekst,van,zichtbaar",
            "a,A,2026-01-01,krant",
            "“krant” kan niet bij zichtbaar. Kies uit: website, balie.",
        ),
        (
            "openingstijden",
            "van_wat,dag",
            "gemeentehuis,ma",
            "Geef “contactpunt:<sleutel>” of “locatie:<sleutel>”.",
        ),
        (
            "openingstijden",
            "van_wat,dag",
            "locatie:a,maandag",
            "“maandag” is geen dag (ma, di, wo, do, vr, za, zo) en geen datum (JJJJ-MM-DD).",
        ),
        (
            "openingstijden",
            "van_wat,dag,van,tot",
            "locatie:a,ma,09:00,",
            "Vul beide tijden in, of laat beide leeg bij gesloten.",
        ),
        (
            "openingstijden",
            "van_wat,dag,van,tot",
            "locatie:a,ma,12:00,09:00",
            "De sluitingstijd ligt na de openingstijd.",
        ),
        (
            "openingstijden",
            "van_wat,dag,van,tot",
            "locatie:a,ma,25:00,26:00",
            "“25:00” is geen tijd (UU:MM).",
        ),
        ("gemeenten", "slug,naam,code", "regio,Regio,gm0001", "De rij “regio” heeft geen code."),
    ],
)
def test_een_verkeerde_cel_noemt_regel_en_raad(pad: str, kop: str, rij: str, melding: str) -> None:
    _, fouten = lees(**{f"{pad}_csv": f"{kop}\n{rij}\n"})
    assert f"{pad}.csv:2: {melding}" in fouten


def test_een_dag_kan_niet_open_en_gesloten_zijn() -> None:
    tekst = "van_wat,dag,van,tot\nlocatie:a,ma,09:00,12:00\nlocatie:a,ma,,\n"
    assert lees(openingstijden_csv=tekst)[1] == [
        "openingstijden.csv:3: Deze dag is gesloten en open tegelijk."
    ]


def test_lege_cellen_zijn_de_standaardwaarde() -> None:
    bundel, fouten = lees(tarieven_csv="sleutel,omschrijving,soort,bedrag,status\na,A,,8.5,\n")
    assert fouten == []
    tarief = enige(bundel, Soort.TARIEF)
    assert isinstance(tarief, TariefRij)
    assert (tarief.soort, tarief.bedrag, tarief.status) == (TariefSoort.VAST, Decimal("8.50"), "vastgesteld")


def test_een_datum_bij_een_mededeling_is_de_hele_dag() -> None:
    bundel, _ = lees(mededelingen_csv="sleutel,tekst,van,tot\na,A.,2026-12-14,2026-12-25\n")
    mededeling = enige(bundel, Soort.MEDEDELING)
    assert isinstance(mededeling, MededelingRij)
    assert mededeling.van == datetime(2026, 12, 14, tzinfo=AMSTERDAM)
    assert mededeling.tot == datetime(2026, 12, 26, tzinfo=AMSTERDAM)


def test_een_moment_bij_een_mededeling_is_dat_moment() -> None:
    bundel, _ = lees(mededelingen_csv="sleutel,tekst,van,tot\na,A.,2026-06-14T08:00,2026-06-25T06:30\n")
    mededeling = enige(bundel, Soort.MEDEDELING)
    assert isinstance(mededeling, MededelingRij)
    assert mededeling.van.isoformat() == "2026-06-14T08:00:00+02:00"
    assert mededeling.tot == datetime(2026, 6, 25, 6, 30, tzinfo=AMSTERDAM)


def test_openingstijden_zijn_een_groep_per_ding() -> None:
    tekst = (
        "van_wat,gemeente,dag,van,tot\nlocatie:a,sliedrecht,di,09:00,12:00\nlocatie:a,sliedrecht,ma,09:00,12:00\n"
        "locatie:a,dordrecht,2026-12-25,,\n"
    )
    bundel, fouten = lees(openingstijden_csv=tekst)
    assert fouten == []
    groep = bundel.haal(Soort.OPENINGSTIJDEN, "sliedrecht", Soort.LOCATIE, "a")
    assert isinstance(groep, OpeningstijdenGroep)
    assert [tijd.dag for tijd in groep.tijden] == [0, 1]
    assert len(bundel.van(Soort.OPENINGSTIJDEN)) == 2
