"""What came of an answer: counted once per answer that was shown, without people, and forgotten in time."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client

from kennisbank.models import Uitkomst, Uitkomstbon, Uitkomsttelling
from kennisbank.uitkomst.bon import Bon, lees, schrijf
from kennisbank.uitkomst.noteren import BEWAAR_BON, BEWAAR_TELLING, noteer, vergeet_uitkomsten

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("balie")]
KAART = "/balie/sliedrecht/rijbewijs-kwijt/"
PAD = "/balie/sliedrecht/_uitkomst/"
SCRIPT = {"X-Balie-Deel": "uitkomst"}
NU = datetime(2026, 11, 23, 9, 40, tzinfo=UTC)


def bon(client: Client, adres: str = KAART) -> str:
    gevonden = re.search(r'name="bon" value="([^"]+)"', client.get(adres).content.decode())
    assert gevonden is not None
    return gevonden[1]


def geteld() -> list[tuple[str, str, str, int]]:
    rijen = Uitkomsttelling.objects.filter(aantal__gt=0).order_by("bereik", "sleutel", "uitkomst")
    return list(rijen.values_list("bereik", "sleutel", "uitkomst", "aantal"))


def test_een_toets_telt_per_product_gemeente_en_uur(kcc: Client) -> None:
    with time_machine.travel(NU, tick=False):
        for _ in range(2):
            gegevens = {"bon": bon(kcc), "uitkomst": "beantwoord"}
            assert kcc.post(PAD, gegevens, headers=SCRIPT).status_code == 204
    assert geteld() == [("sliedrecht", "rijbewijs-kwijt", "beantwoord", 2)]
    assert Uitkomsttelling.objects.get().uur == datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def test_hetzelfde_antwoord_telt_een_keer_en_laat_zich_verbeteren(kcc: Client) -> None:
    deze = bon(kcc)
    for gekozen in ("beantwoord", "beantwoord", "doorverbonden"):
        kcc.post(PAD, {"bon": deze, "uitkomst": gekozen}, headers=SCRIPT)
    assert geteld() == [("sliedrecht", "rijbewijs-kwijt", "doorverbonden", 1)]


def test_zonder_antwoord_telt_het_zonder_onderwerp(kcc: Client) -> None:
    begin = kcc.get("/balie/sliedrecht/").content.decode()
    assert 'value="beantwoord"' not in begin
    kcc.post(PAD, {"bon": bon(kcc, "/balie/sliedrecht/"), "uitkomst": "niet_gevonden"})
    assert geteld() == [("sliedrecht", "", "niet_gevonden", 1)]


@pytest.mark.parametrize(
    "gegevens", [{}, {"bon": "x:y:z", "uitkomst": "beantwoord"}, {"uitkomst": "beantwoord"}]
)
def test_wat_niet_van_ons_is_telt_niet(kcc: Client, gegevens: dict[str, str]) -> None:
    assert kcc.post(PAD, gegevens, headers=SCRIPT).status_code == 400
    assert "Dit is niet geteld" in kcc.post(PAD, gegevens).content.decode()
    assert kcc.post(PAD, {"bon": bon(kcc), "uitkomst": "verzonnen"}, headers=SCRIPT).status_code == 400
    assert geteld() == []


def test_een_bon_van_een_andere_balie_telt_hier_niet(kcc: Client) -> None:
    elders = bon(kcc, "/balie/dordrecht/rijbewijs-kwijt/")
    assert kcc.post(PAD, {"bon": elders, "uitkomst": "beantwoord"}, headers=SCRIPT).status_code == 400


def test_een_bon_van_gisteren_geldt_niet_meer() -> None:
    with time_machine.travel(NU, tick=False) as klok:
        tekst = schrijf("sliedrecht", "rijbewijs-kwijt")
        assert lees(tekst) is not None
        klok.shift(timedelta(hours=24, seconds=1))
        assert lees(tekst) is None


def test_wie_alleen_leest_telt_niets(lokaal: Client) -> None:
    assert 'name="bon"' not in lokaal.get(KAART).content.decode()
    assert lokaal.post(PAD, {"bon": schrijf("sliedrecht", ""), "uitkomst": "beantwoord"}).status_code == 403
    assert geteld() == []


def test_zonder_script_zegt_een_bladzijde_wat_er_geteld_is(kcc: Client) -> None:
    html = kcc.post(PAD, {"bon": bon(kcc), "uitkomst": "terugbelverzoek"}).content.decode()
    assert "Geteld: terugbelverzoek" in html
    assert KAART in html


def test_er_wordt_niets_van_mensen_bewaard() -> None:
    mensen = {"melder", "user", "gebruiker", "sessie", "agent", "session"}
    for model in (Uitkomsttelling, Uitkomstbon):
        assert not mensen & {veld.name for veld in model._meta.get_fields()}
        assert not any(veld.is_relation for veld in model._meta.get_fields())


def test_bonnen_en_tellingen_gaan_op_tijd_weg(kcc: Client) -> None:
    noteer(Bon("a" * 32, "sliedrecht", ""), Uitkomst.BEANTWOORD, NU)
    uur = Uitkomsttelling.objects.get().uur
    vergeet_uitkomsten(uur + BEWAAR_BON)
    assert Uitkomstbon.objects.count() == 1
    vergeet_uitkomsten(uur + BEWAAR_BON + timedelta(seconds=1))
    assert Uitkomstbon.objects.count() == 0
    vergeet_uitkomsten(uur + BEWAAR_TELLING)
    assert Uitkomsttelling.objects.count() == 1
    vergeet_uitkomsten(uur + BEWAAR_TELLING + timedelta(seconds=1))
    assert Uitkomsttelling.objects.count() == 0


def test_een_weggelegde_bon_kan_niet_nog_eens_tellen() -> None:
    """A slip is refused before its row goes: shown at the very beginning of the hour in which it was counted."""
    begin = NU.replace(minute=0)
    with time_machine.travel(begin, tick=False) as klok:
        tekst = schrijf("sliedrecht", "")
        klok.move_to(begin + BEWAAR_BON)
        assert lees(tekst) is None
