"""Amounts out to a spreadsheet and in again: only a plan, and every fault by line."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from redactie.invoer.fouten import InvoerFout
from redactie.models import Gemeente, Tarief
from redactie.tariefbestand import Plan, als_csv, lees, veilig
from tests import factories as f

pytestmark = pytest.mark.django_db
KOP = "sleutel;van;geldig_van;bedrag\n"


@pytest.fixture
def rijen(sliedrecht: Gemeente) -> list[Tarief]:
    jaar = {"geldig_van": date(2026, 1, 1), "geldig_tot": date(2026, 12, 31)}
    f.TariefFactory(sleutel="pas", bedrag="80.00", omschrijving="=Paspoort", **jaar)
    f.TariefFactory(sleutel="pas", bedrag="1234.50", gemeente=sliedrecht, **jaar)
    f.TariefFactory(sleutel="kaart", soort="gratis", bedrag=None, **jaar)
    return list(Tarief.objects.select_related("gemeente").order_by("pk"))


def plan(tekst: str, rijen: list[Tarief], mag: Any = lambda actie, rij: True) -> Plan:
    return lees(tekst.encode(), rijen, mag=mag)


def fouten(tekst: str, rijen: list[Tarief], mag: Any = lambda actie, rij: True) -> list[tuple[int, str]]:
    with pytest.raises(InvoerFout) as fout:
        plan(tekst, rijen, mag)
    return [(lid.regel, lid.tekst) for lid in fout.value.meldingen]


def test_eruit_en_ongewijzigd_weer_erin_verandert_niets(rijen: list[Tarief]) -> None:
    tekst = als_csv(rijen)
    assert tekst.splitlines()[:3] == [
        "sleutel;van;omschrijving;geldig_van;geldig_tot;bedrag;status",
        "pas;regio;'=Paspoort;2026-01-01;2026-12-31;80,00;vastgesteld",
        "pas;sliedrecht;Paspoort, 18 jaar of ouder;2026-01-01;2026-12-31;1234,50;vastgesteld",
    ]
    heen_en_weer = plan(tekst, rijen)
    assert (heen_en_weer.veranderingen, heen_en_weer.ongewijzigd) == ([], 3)


@pytest.mark.parametrize("cel", ["=1+1", "+31", "-5", "@x", "\tx"])
def test_wat_een_formule_zou_worden_gaat_met_een_apostrof(cel: str) -> None:
    assert veilig(cel) == f"'{cel}"


@pytest.mark.parametrize(
    ("getypt", "bedrag"),
    [
        ("81,5", "81.50"),
        ("€ 1.234,56", "1234.56"),
        ('"1,234.56"', "1234.56"),
        ("81.50", "81.50"),
        ("81", "81"),
    ],
)
@pytest.mark.parametrize("scheiding", [";", "\t"])
def test_nederlandse_en_engelse_bedragen(
    rijen: list[Tarief], getypt: str, bedrag: str, scheiding: str
) -> None:
    (lid,) = plan(f"{KOP}pas;regio;1-1-2026;{getypt}\n".replace(";", scheiding), rijen).veranderingen
    assert (lid.was, lid.rij.bedrag, lid.regel) == (Decimal("80.00"), Decimal(bedrag), 2)
    assert Tarief.objects.get(pk=rijen[0].pk).bedrag == Decimal("80.00")


def test_een_nieuwe_periode_wordt_een_concept(rijen: list[Tarief]) -> None:
    (lid,) = plan(f"{KOP}pas;Sliedrecht;2027-01-01;85\n", rijen).veranderingen
    assert (lid.was, lid.rij.pk, lid.rij.status) == (None, None, "concept")
    assert (lid.rij.geldig_van, lid.rij.geldig_tot) == (date(2027, 1, 1), date(2027, 12, 31))
    assert lid.rij.gemeente == rijen[1].gemeente


def test_alle_fouten_in_een_keer_met_hun_regel(rijen: list[Tarief]) -> None:
    tekst = (
        KOP
        + "pas;regio;2026-01-01;veel\n"
        + "pas;regio;2026-01-01;81\n"
        + "niets;regio;2026-01-01;81\n"
        + "pas;dordrecht;2026-01-01;81\n"
        + "pas;sliedrecht;31-31-2026;81\n"
        + "pas;sliedrecht;2026-06-01;81\n"
        + "kaart;regio;2026-01-01;5\n"
        + "pas;regio;;81\n"
        + "pas;sliedrecht;2026-01-01;1,234\n"
    )
    assert fouten(tekst, rijen) == [
        (2, "Typ een bedrag zoals 83,87."),
        (3, "Dit tarief staat er twee keer in, ook op regel 2."),
        (4, "Het tarief “niets” van de regio bestaat niet. Maak het eerst bij Tarieven."),
        (5, "Het tarief “pas” van dordrecht bestaat niet. Maak het eerst bij Tarieven."),
        (6, "“31-31-2026” is geen datum. Schrijf 2027-01-01 of 1-1-2027."),
        (7, "Deze periode overlapt met een andere waarde van “pas” (2026-01-01 tot en met 2026-12-31)."),
        (8, "Dit tarief is gratis. Verander dat bij het tarief zelf."),
        (9, "Vul bij een nieuw bedrag in vanaf welke dag het geldt (geldig_van)."),
        (10, "Dit bedrag kan twee dingen zijn. Typ 1234,00."),
    ]


@pytest.mark.parametrize(
    ("regel", "melding"),
    [
        ("pas;regio;Anders;2026-01-01;2026-12-31;80;", "Een bestand verandert alleen bedragen."),
        ("pas;regio;;2026-01-01;2026-06-30;80;", "Een bestand verandert alleen bedragen."),
        ("pas;regio;;2026-01-01;;80;concept", "Een bestand verandert alleen bedragen."),
        ("pas;regio;;2027-01-01;;80;vastgesteld", "Een nieuw bedrag begint als concept."),
    ],
)
def test_meer_dan_bedragen_verandert_een_bestand_niet(rijen: list[Tarief], regel: str, melding: str) -> None:
    kop = "sleutel;van;omschrijving;geldig_van;geldig_tot;bedrag;status\n"
    ((_, tekst),) = fouten(kop + regel, rijen)
    assert tekst.startswith(melding)


def test_wat_niet_mag_wordt_geweigerd_en_wat_zo_blijft_niet(rijen: list[Tarief]) -> None:
    def niet_de_regio(actie: str, rij: Tarief) -> bool:
        return rij.gemeente is not None

    assert plan(f"{KOP}pas;regio;2026-01-01;80\n", rijen, niet_de_regio).ongewijzigd == 1
    assert fouten(f"{KOP}pas;regio;2026-01-01;81\n", rijen, niet_de_regio) == [
        (2, "Dit tarief mag u niet veranderen.")
    ]


def test_twee_nieuwe_perioden_die_overlappen(rijen: list[Tarief]) -> None:
    tekst = f"{KOP}pas;regio;2027-01-01;81\npas;regio;2027-06-01;82\n"
    assert fouten(tekst, rijen) == [(3, "Deze periode overlapt met die op regel 2.")]


def test_geen_csv_verkeerde_kolommen_of_te_groot(rijen: list[Tarief]) -> None:
    assert (1, "De kolom “bedrag” ontbreekt.") in fouten("sleutel;van;geldig_van\na;b;c\n", rijen)
    assert "UTF-8" in fouten_van(b"sleutel;van\n\xff", rijen)
    assert "te groot" in fouten_van(b"x" * 1_000_001, rijen)


def fouten_van(inhoud: bytes, rijen: list[Tarief]) -> str:
    with pytest.raises(InvoerFout) as fout:
        lees(inhoud, rijen, mag=lambda actie, rij: True)
    return str(fout.value)
