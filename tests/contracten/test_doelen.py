"""What every kind of target must do, in one test for all of them: adding a kind is a module, and a maker here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from deploy.ontvanger.ontvanger import Ontvanger, hash_van
from search.tantivy_motor import TantivyMotor
from sync.afspraak.bericht import Bericht
from sync.afspraak.openapi import PRODUCT
from sync.classificatie import Oordeel, beoordeel
from sync.doelbeheer import maak_doel
from sync.doelen import ADAPTERS, Adapter, adapter_van, index
from sync.models import Doel, DoelSoort
from sync.wordpress.pagina import Pagina
from tests import ontvangers as o
from tests import wordpressproef

pytestmark = pytest.mark.django_db


@dataclass
class Proefdoel:
    """`heeft`: key → version, of what is not withdrawn; `zet_uit` makes it unreachable."""

    adapter: Adapter
    heeft: Callable[[], dict[str, int]]
    zet_uit: Callable[[], object]


@contextmanager
def een_index(map_: Path, monkeypatch: Any, settings: Any) -> Iterator[Proefdoel]:
    motor = TantivyMotor(map_ / "index")
    motor.begin_generation("g1")
    monkeypatch.setattr(index, "motor", lambda: motor)
    doel = Doel.objects.create(naam="index g1", soort=DoelSoort.INDEX, generatie="g1")

    def heeft() -> dict[str, int]:
        return {stand.id.split("/")[1]: stand.versie for stand in motor.audit("g1") if not stand.weg}

    def zet_uit() -> None:
        def weg() -> TantivyMotor:
            raise index.MotorFout("weg")

        monkeypatch.setattr(index, "motor", weg)

    yield Proefdoel(adapter_van(doel), heeft, zet_uit)
    motor.close()


@contextmanager
def een_website(map_: Path, monkeypatch: Any, settings: Any) -> Iterator[Proefdoel]:
    settings.ANTWOORD_PRIVE_DOELEN = True
    geheim = o.nieuw_geheim()
    opslag = o.opslag_in(map_)
    with ExitStack() as stapel:
        adres = stapel.enter_context(o.draai(Ontvanger(opslag, [geheim])))
        doel = maak_doel(naam="website", bereik="sliedrecht", adres=adres, geheim=geheim)

        def heeft() -> dict[str, int]:
            return {regel[2]: regel[3] for regel in opslag.regels() if regel[4]}

        uit = stapel.pop_all()
        yield Proefdoel(adapter_van(doel), heeft, uit.close)
        uit.close()


@contextmanager
def een_wordpress(map_: Path, monkeypatch: Any, settings: Any, soort: str = "nep") -> Iterator[Proefdoel]:
    settings.ANTWOORD_PRIVE_DOELEN = True
    with wordpressproef.een_wordpress(soort) as wordpress:
        doel = wordpress.doel()

        def heeft() -> dict[str, int]:
            openbaar = [Pagina.uit_json(lid) for lid in wordpress.paginas() if lid["status"] == "publish"]
            return {lid.merk.naam.split("/")[2]: lid.merk.versie for lid in openbaar if lid.merk is not None}

        def zet_uit() -> None:
            Doel.objects.filter(pk=doel.pk).update(adres="http://127.0.0.1:1")
            doel.refresh_from_db()
            proefdoel.adapter = adapter_van(doel)

        proefdoel = Proefdoel(adapter_van(doel), heeft, zet_uit)
        yield proefdoel


MAKERS = {DoelSoort.INDEX: een_index, DoelSoort.HTTP: een_website, DoelSoort.WORDPRESS: een_wordpress}
HET_ECHTE = pytest.param(
    partial(een_wordpress, soort="echt"), id="wordpress-echt", marks=pytest.mark.wordpress
)


@pytest.fixture(params=[*(pytest.param(maker, id=soort.value) for soort, maker in MAKERS.items()), HET_ECHTE])
def proefdoel(request: Any, tmp_path: Path, monkeypatch: Any, settings: Any) -> Iterator[Proefdoel]:
    with request.param(tmp_path, monkeypatch, settings) as gemaakt:
        yield gemaakt


def bericht(sleutel: str, versie: int, titel: str | None) -> Bericht:
    """`titel` None: a withdrawal."""
    if titel is None:
        return Bericht("sliedrecht", "product", sleutel, versie, "", None, None)
    tekst = PRODUCT["talen"]["nl"] | {"titel": titel}
    inhoud = PRODUCT | {"sleutel": sleutel, "talen": {"nl": tekst}}
    return Bericht("sliedrecht", "product", sleutel, versie, hash_van(inhoud), inhoud, None)


def oordelen(doel: Proefdoel, *berichten: Bericht, hoogste: int = 9) -> list[Oordeel]:
    antwoorden = doel.adapter.lever(berichten)
    assert len(antwoorden) == len(berichten)
    return [
        beoordeel(antwoord, versie=lid.versie, hash_=lid.hash, hoogste=hoogste)
        for lid, antwoord in zip(berichten, antwoorden, strict=True)
    ]


def test_elke_soort_doel_heeft_een_adapter_en_loopt_mee_in_deze_toets() -> None:
    assert set(ADAPTERS) == set(MAKERS) == set(DoelSoort)


def test_wat_gebracht_is_staat_er_en_is_bevestigd(proefdoel) -> None:
    assert (
        oordelen(proefdoel, bericht("een", 1, "Een"), bericht("twee", 2, "Twee")) == [Oordeel.BEVESTIGD] * 2
    )
    assert proefdoel.heeft() == {"een": 1, "twee": 2}


def test_nog_eens_hetzelfde_is_weer_goed(proefdoel) -> None:
    oordelen(proefdoel, bericht("een", 1, "Een"))
    assert oordelen(proefdoel, bericht("een", 1, "Een")) == [Oordeel.BEVESTIGD]


def test_wat_ouder_is_verandert_niets_en_hoeft_niet_nog_eens(proefdoel) -> None:
    oordelen(proefdoel, bericht("een", 3, "Nieuw"))
    assert oordelen(proefdoel, bericht("een", 2, "Oud")) == [Oordeel.BEVESTIGD]
    assert proefdoel.heeft() == {"een": 3}


def test_een_versie_die_nooit_is_uitgegeven_valt_op(proefdoel) -> None:
    oordelen(proefdoel, bericht("een", 8, "Van na de back-up"))
    assert oordelen(proefdoel, bericht("een", 2, "Nu"), hoogste=2) == [Oordeel.DOEL_LOOPT_VOOR]


def test_wat_ingetrokken_is_komt_met_een_oudere_versie_niet_terug(proefdoel) -> None:
    oordelen(proefdoel, bericht("een", 1, "Een"))
    assert oordelen(proefdoel, bericht("een", 2, None)) == [Oordeel.BEVESTIGD]
    oordelen(proefdoel, bericht("een", 1, "Een"))
    assert proefdoel.heeft() == {}
    oordelen(proefdoel, bericht("een", 3, "Weer"))
    assert proefdoel.heeft() == {"een": 3}


def test_ook_wat_er_nooit_was_kan_ingetrokken_worden(proefdoel) -> None:
    assert oordelen(proefdoel, bericht("nooit", 4, None)) == [Oordeel.BEVESTIGD]
    assert proefdoel.heeft() == {}


def test_een_blok_zo_groot_als_de_adapter_wil_past(proefdoel) -> None:
    blok = [bericht(f"lid-{nummer}", 1, f"Lid {nummer}") for nummer in range(proefdoel.adapter.grootste_blok)]
    assert set(oordelen(proefdoel, *blok)) == {Oordeel.BEVESTIGD}
    assert len(proefdoel.heeft()) == len(blok)


def test_een_doel_dat_er_niet_is_geeft_voor_elk_bericht_een_antwoord(proefdoel) -> None:
    proefdoel.zet_uit()
    assert oordelen(proefdoel, bericht("een", 1, "Een"), bericht("weg", 1, None)) == [Oordeel.OPNIEUW] * 2
