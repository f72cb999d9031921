"""`verzoen`: says at each place what differs and of which kind; after repair a second look finds nothing."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from redactie.models import Product, Wijziging, WijzigingSoort
from sync.models import (
    Doel,
    DoelToestand,
    Inhoud,
    Levering,
    LeveringToestand,
    Publicatie,
    Syncstand,
    Toestand,
)
from sync.nazien_eigen import documenten, verschillen_van
from sync.pauzeren import ALLES, pauzeer
from sync.wisselen import wissel_index
from tests import ontvangers as o
from tests.factories import ProductFactory, publiceer
from tests.search.hulp import document
from tests.sync.conftest import actief, plan_alles, ronde
from tests.sync.doelproef import doel_voor
from tests.sync.nazien_buiten.conftest import sql, wees

pytestmark = pytest.mark.django_db
GEHEIM = o.nieuw_geheim()
AANTAL = 4


@pytest.fixture
def ontvanger(tmp_path: Any) -> o.Telt:
    return o.Telt(o.opslag_in(tmp_path), [GEHEIM])


@pytest.fixture
def alles(regio: Any, machine: Any, ontvanger: o.Telt, settings: Any) -> Any:
    """Four products live in two municipalities and the region, in the index, and at the website of one of them."""
    settings.ANTWOORD_PRIVE_DOELEN = True
    for nummer in range(AANTAL):
        ProductFactory(sleutel=f"product-{nummer}", gepubliceerd=True)
    with o.draai(ontvanger) as adres:
        doel_voor("sliedrecht", adres, GEHEIM)
        ronde()
        wissel_index()
        Syncstand.klop(op=timezone.now())
        yield machine


def verzoen(monkeypatch: pytest.MonkeyPatch | None = None, *woorden: str) -> tuple[str, int]:
    """What it says, and its code. The loop goes on each time that the command looks how far it is."""
    if monkeypatch is not None:
        from sync.management.commands import verzoen as module

        echt = module.wachtend

        def met_de_lus() -> int:
            Doel.objects.update(weer_op=None)
            Levering.objects.filter(toestand=LeveringToestand.WACHT).update(volgende_op=None)
            ronde()
            wissel_index(op=timezone.now() + timedelta(minutes=1))
            return echt()

        monkeypatch.setattr(module, "wachtend", met_de_lus)
    uit = io.StringIO()
    try:
        call_command("verzoen", *woorden, stdout=uit, stderr=uit)
    except SystemExit as klaar:
        return uit.getvalue(), int(str(klaar.code))
    return uit.getvalue(), 0


def test_wat_gelijk_is_heet_gelijk_en_er_verandert_niets(alles: Any, ontvanger: o.Telt) -> None:
    voor = ontvanger.leveringen, Wijziging.objects.count(), actief().nagezien_op
    tekst, code = verzoen()
    assert code == 0
    assert tekst.rstrip().endswith("Alles is gelijk.")
    # In three bereiken, with the document of each; the index holds no documents of municipalities.
    assert f"Onze publicaties: {3 * (AANTAL + 1)} vergeleken, gelijk" in tekst
    assert f"{actief().naam}: {3 * AANTAL} vergeleken, gelijk" in tekst
    assert f"website sliedrecht: {AANTAL + 1} vergeleken, gelijk" in tekst
    assert (ontvanger.leveringen, Wijziging.objects.count(), actief().nagezien_op) == voor


@pytest.mark.parametrize("bereik", [ALLES, "dordrecht"])
def test_wat_op_een_pauze_wacht_is_geen_verschil_en_wat_weg_moet_wel(alles: Any, bereik: str) -> None:
    pauzeer(bereik=bereik, reden="Verhuizing", door="An")
    product = Product.objects.get(sleutel="product-0")
    product.termijn = "Anders."
    publiceer(product)
    ronde()
    tekst, code = verzoen()
    assert code == 0
    assert f"Op pauze: {bereik or 'alles'} (Verhuizing)." in tekst
    # As if the withdrawal of this one was lost: the pause does not hold it.
    Product._base_manager.filter(sleutel="product-1").update(live=False)
    tekst, code = verzoen()
    assert code == 1
    assert "wees: 3, dordrecht/product/product-1" in tekst


def maak_stuk(machine: Any, ontvanger: o.Telt) -> None:
    """At each place one of each kind that can be there."""
    eigen = Publicatie.objects.filter(bereik="dordrecht")
    eigen.filter(sleutel="product-0").update(hash="0" * 64)
    eigen.filter(sleutel="product-1").update(titel="Van een ander")
    eigen.filter(sleutel="product-2").update(toestand=Toestand.INGETROKKEN)
    eigen.filter(sleutel="product-3").update(opnieuw_op=timezone.now() + timedelta(days=3))
    Inhoud.objects.filter(pk=Publicatie.objects.get(bereik="regio", sleutel="product-0").hash).update(
        json="{}"
    )
    Publicatie.objects.create(
        bereik="sliedrecht",
        documentsoort="product",
        sleutel="vreemd",
        toestand=Toestand.LIVE,
        versie=2**32 + 1,
        publieke_versie=2**32 + 1,
        hash="1" * 64,
        inhoud=Inhoud.objects.first(),
        publieke_inhoud=Inhoud.objects.first(),
    )
    machine.write(actief().generatie, [document("dordrecht", "wees", "Wees")])
    sql(ontvanger, "DELETE FROM document WHERE sleutel = 'product-0'")
    sql(ontvanger, "UPDATE document SET hash = ? WHERE sleutel = 'product-1'", "0" * 64)
    sql(ontvanger, "UPDATE document SET versie = 7 WHERE sleutel = 'product-2'")
    wees(ontvanger, "wees")


def test_elk_verschil_wordt_genoemd_en_na_herstel_is_er_niets_meer(
    alles: Any, ontvanger: o.Telt, monkeypatch: pytest.MonkeyPatch
) -> None:
    maak_stuk(alles, ontvanger)
    tekst, code = verzoen()
    assert code == 1
    hier, index, buiten = _delen(tekst)
    assert hier == {
        "anders": "1, dordrecht/product/product-0",
        "beschadigd": "2, dordrecht/product/product-1, regio/product/product-0",
        "ontbreekt": "1, dordrecht/product/product-2",
        "verandert op een andere dag": "1, dordrecht/product/product-3",
        "wees": "1, sliedrecht/product/vreemd",
    }
    # What our own row says wrongly was also never delivered in that way.
    assert index == {"wees": "1, dordrecht/wees", "ontbreekt": "1, sliedrecht/vreemd"}
    assert buiten == {
        "anders": "1, sliedrecht/product/product-1",
        "ontbreekt": "2, sliedrecht/product/product-0, sliedrecht/product/vreemd",
        "ouder": "1, sliedrecht/product/product-2",
        "wees": "1, sliedrecht/product/wees",
    }
    tekst, code = verzoen(monkeypatch, "--herstel", "--geduld", "20")
    assert code == 0, tekst
    assert "Na het herstel:" in tekst
    assert verzoen()[1] == 0


def _delen(tekst: str) -> list[dict[str, str]]:
    """Per place what it says of each kind."""
    delen: list[dict[str, str]] = []
    for regel in tekst.splitlines():
        soort, _, rest = regel.strip().partition(": ")
        if " vergeleken, " in rest:
            delen.append({})
        elif delen and rest[:1].isdigit():
            delen[-1][soort] = rest
    return delen


def test_een_doel_dat_niet_antwoordt_is_niet_leeg(alles: Any, ontvanger: o.Telt) -> None:
    ontvanger.geheimen = (o.nieuw_geheim(),)
    tekst, code = verzoen()
    assert code == 2
    assert "website sliedrecht: kon niet gevraagd worden: /manifest geeft 401" in tekst
    assert "Alles is gelijk" not in tekst
    assert not Levering.objects.exclude(toestand=LeveringToestand.BEVESTIGD).exists()


def test_zonder_zoekindex_is_daar_niets_van_bekend(regio: Any, machine: Any) -> None:
    tekst, code = verzoen()
    assert code == 2
    assert "Zoekindex: kon niet gevraagd worden: er is geen zoekindex die dient" in tekst


def test_meer_dan_de_grens_gaat_niet_weg_zonder_het_aantal(
    alles: Any, ontvanger: o.Telt, monkeypatch: pytest.MonkeyPatch
) -> None:
    for nummer in range(25):
        wees(ontvanger, f"vreemd-{nummer}")
    sql(ontvanger, "DELETE FROM document WHERE sleutel = 'product-0'")
    tekst, code = verzoen(monkeypatch, "--herstel", "--geduld", "20")
    assert code == 1
    assert "geef --akkoord 25 mee" in tekst
    _, _, na = _delen(tekst.partition("Na het herstel:")[2])
    assert set(na) == {"wees"}
    _, code = verzoen(monkeypatch, "--herstel", "--akkoord", "24", "--geduld", "20")
    assert code == 1
    _, code = verzoen(monkeypatch, "--herstel", "--akkoord", "25", "--geduld", "20")
    assert code == 0


def test_een_doel_dat_stilstaat_wordt_wel_bekeken_en_niet_hersteld(
    alles: Any, ontvanger: o.Telt, monkeypatch: pytest.MonkeyPatch
) -> None:
    Doel.objects.exclude(soort="index").update(toestand=DoelToestand.GEPAUZEERD)
    sql(ontvanger, "DELETE FROM document WHERE sleutel = 'product-0'")
    voor = ontvanger.leveringen
    tekst, code = verzoen(monkeypatch, "--herstel", "--doel", "website sliedrecht", "--geduld", "20")
    assert code == 1
    assert "website sliedrecht is gepauzeerd door een beheerder. Hervat het doel eerst." in tekst
    assert ontvanger.leveringen == voor


def test_een_gemeente_of_een_doel_alleen(alles: Any, ontvanger: o.Telt) -> None:
    maak_stuk(alles, ontvanger)
    tekst, _ = verzoen(None, "--gemeente", "dordrecht")
    hier, index = _delen(tekst)
    assert set(hier) == {"anders", "beschadigd", "ontbreekt", "verandert op een andere dag"}
    assert index == {"wees": "1, dordrecht/wees"}
    assert "sliedrecht" not in tekst
    tekst, _ = verzoen(None, "--doel", "website sliedrecht")
    assert tekst.count(" vergeleken, ") == 1


@pytest.mark.parametrize(
    ("keuze", "melding"),
    [
        (("--gemeente", "nergens"), "Er is geen gemeente met de sleutel “nergens”."),
        (("--doel", "niemand"), "Er is geen doel met de naam “niemand”."),
    ],
)
def test_een_naam_die_er_niet_is_wordt_gezegd(regio: Any, keuze: tuple[str, str], melding: str) -> None:
    with pytest.raises(CommandError, match=melding):
        verzoen(None, *keuze)


def test_wat_nog_te_verwerken_is_is_geen_verschil(alles: Any) -> None:
    Publicatie.objects.filter(sleutel="product-0").update(hash="0" * 64)
    assert len(verschillen_van(("product", "product-0"))[1]) == 3
    Wijziging.objects.create(soort=WijzigingSoort.PRODUCT, sleutel="product-0")
    assert verschillen_van(("product", "product-0")) == (0, [])
    plan_alles()
    assert verschillen_van(("product", "product-0")) == (3, [])


def test_wat_intussen_verandert_wordt_opnieuw_bekeken(alles: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """An edit is published and planned between the reading of the row and of its sources."""
    from sync import nazien_eigen

    echt, keren = nazien_eigen._gewenst, []

    def met_een_wijziging(*args: Any) -> Any:
        if not keren:
            keren.append(1)
            product = Product.objects.get(sleutel="product-1")
            product.termijn = "Na twee dagen."
            product.save_revision().publish()
            plan_alles()
        return echt(*args)

    monkeypatch.setattr(nazien_eigen, "_gewenst", met_een_wijziging)
    assert verschillen_van(("product", "product-1")) == (3, [])


def test_een_tekst_die_niet_te_maken_is_is_geen_verschil(alles: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from sync import gewenst
    from sync.maken import Gewenst

    monkeypatch.setattr(gewenst, "maak_product", lambda *_: Gewenst(fouten=("kapot",)))
    assert verschillen_van(("product", "product-1")) == (3, [])


def test_alles_wat_er_is_wordt_bekeken(alles: Any) -> None:
    Product.objects.get(sleutel="product-0").unpublish()
    plan_alles()
    ProductFactory(sleutel="nieuw", gepubliceerd=True)
    ProductFactory(sleutel="concept")
    sleutels = [sleutel for _, sleutel in documenten()]
    assert sleutels == ["gemeente", "nieuw", *(f"product-{nummer}" for nummer in range(AANTAL))]
