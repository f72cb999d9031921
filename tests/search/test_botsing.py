"""Warnings about a new synonym: what it would get in the way of."""

from __future__ import annotations

import pytest

from search.botsing import HOOGSTENS, Productnaam, botsingen
from search.synoniemen import Synoniem

PRODUCTEN = [
    Productnaam("paspoort-aanvragen", "Paspoort aanvragen"),
    Productnaam("identiteitskaart-aanvragen", "Identiteitskaart aanvragen"),
    Productnaam("rijbewijs-verlengen", "Rijbewijs verlengen"),
    Productnaam("rijbewijs-kwijt", "Rijbewijs kwijt"),
    Productnaam("hondenbelasting", "Hondenbelasting"),
    Productnaam("grofvuil", "Grofvuil laten ophalen"),
]


def zinnen(*woorden: str, richting: str = "beide", andere: tuple[Synoniem, ...] = ()) -> str:
    return " | ".join(botsingen(Synoniem(woorden, richting), PRODUCTEN, andere))


def test_een_gewoon_synoniem_zit_niets_in_de_weg() -> None:
    assert zinnen("reisdocument", "paspoort") == ""
    assert zinnen("huurdersbelasting hond", "hondenbelasting") == ""


def test_een_stopwoord_werkt_niet() -> None:
    assert "“de” staat in bijna elke vraag" in zinnen("de", "paspoort")
    assert "“hoe kan ik” staat in bijna elke vraag" in zinnen("hoe kan ik", "paspoort")


def test_twee_vormen_van_een_woord_vinden_elkaar_al() -> None:
    assert (
        zinnen("rijbewijs", "rijbewijzen") == "“rijbewijs” en “rijbewijzen” vinden elkaar al zonder synoniem."
    )


def test_twee_producten_die_alleen_in_dit_woord_verschillen() -> None:
    assert zinnen("paspoort", "identiteitskaart") == (
        "“Paspoort aanvragen” en “Identiteitskaart aanvragen” zijn dan bij het zoeken "
        "bijna niet meer te onderscheiden."
    )
    assert "“Rijbewijs verlengen” en “Rijbewijs kwijt”" in zinnen("verlengen", "kwijt")


@pytest.mark.parametrize("richting", ["beide", "heen"])
def test_de_hele_naam_van_een_ander_product(richting: str) -> None:
    assert zinnen("hondenbelasting", "grofvuil", richting=richting) == (
        "“Hondenbelasting” is de hele naam van een product. Wie daarop zoekt, vindt dan ook “Grofvuil laten ophalen”."
    )


def test_naar_de_naam_van_een_product_toe_mag_een_kant_op_altijd() -> None:
    assert zinnen("grofvuil", "hondenbelasting", richting="heen") == ""


def test_veel_andere_producten_worden_geteld() -> None:
    veel = [
        Productnaam(f"pas-{nummer}", f"Pas {naam}")
        for nummer, naam in enumerate(("rood", "geel", "blauw", "groen"))
    ]
    (zin,) = botsingen(Synoniem(("hondenbelasting", "pas"), "heen"), [*PRODUCTEN, *veel])
    assert zin.endswith("vindt dan ook “Pas rood” en “Pas geel”, en nog 2 producten.")


def test_een_synoniem_dat_er_al_is() -> None:
    bestaand = Synoniem(("pas", "paspoort", "reisdocument"))
    assert "door een ander synoniem: “pas, paspoort, reisdocument”" in zinnen(
        "reisdocumenten", "paspoort", andere=(bestaand,)
    )
    assert (
        zinnen("reisdocument", "paspoort", andere=(Synoniem(("pas", "reisdocument", "paspoort"), "heen"),))
        == ""
    )


def test_het_blijft_bij_een_paar_zinnen() -> None:
    assert len(botsingen(Synoniem(("de", "het", "een", "van", "voor", "met")), PRODUCTEN)) == HOOGSTENS
