"""The restore drill: a back-up is put back in a copy, converges there, and the real database is only read."""

from __future__ import annotations

import io
from typing import Any

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from redactie.models import Product
from sync.models import Doel, DoelSoort, DoelToestand, Publicatie, Syncstand
from sync.oefening import Oefening, verschillen
from tests.factories import ProductFactory, publiceer
from tests.sync.conftest import plan_alles

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.traag]


@pytest.fixture
def paspoort(regio: Any) -> None:
    """Published, with a supplier's website that nobody may hear of in a drill."""
    ProductFactory(sleutel="paspoort", gepubliceerd=True)
    Doel.objects.create(
        naam="site",
        soort=DoelSoort.HTTP,
        toestand=DoelToestand.ACTIEF,
        bereik="dordrecht",
        adres="https://site.example/",
    )
    plan_alles()


def over() -> list[str]:
    """Databases of a drill that are still there."""
    if connection.vendor == "sqlite":
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE 'antwoord_oefening%%'")
        return [rij[0] for rij in cursor.fetchall()]


def test_een_goede_back_up_komt_er_hetzelfde_uit_en_hier_verandert_niets(paspoort: None) -> None:
    voor = list(Publicatie.objects.order_by("pk").values_list("pk", "versie", "hash"))
    uit = io.StringIO()
    call_command("oefen_terugzetten", stdout=uit)
    assert f"De back-up is bruikbaar: {len(voor)} publicaties, met dezelfde inhoud." in uit.getvalue()
    assert list(Publicatie.objects.order_by("pk").values_list("pk", "versie", "hash")) == voor
    assert Syncstand.haal().epoch == 1
    assert over() == []


def test_een_stap_die_mislukt_wordt_genoemd_en_laat_niets_achter(
    paspoort: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    echt = Oefening.voer_uit

    def stuk(zelf: Oefening, *opdracht: str) -> None:
        echt(zelf, *("zet_epoch", "--naar", "1") if opdracht[0] == "zet_epoch" else opdracht)

    monkeypatch.setattr(Oefening, "voer_uit", stuk)
    with pytest.raises(CommandError, match=r"zet_epoch eindigde met code 1: .*Kies een hoger getal"):
        call_command("oefen_terugzetten", stdout=io.StringIO())
    assert over() == []


@pytest.mark.postgres
def test_zonder_pg_dump_staat_er_wat_ontbreekt(paspoort: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(CommandError, match="pg_dump is er niet"):
        call_command("oefen_terugzetten", stdout=io.StringIO())


def test_een_verschil_wordt_genoemd() -> None:
    a = {("dordrecht", "product", "paspoort"): ("live", "x", "y")}
    assert verschillen(a, a) == []
    assert verschillen(a, {}) == ["dordrecht/product/paspoort kwam er anders uit."]
    veel = {("dordrecht", "product", f"p{nummer:02}"): ("live", "x", "y") for nummer in range(25)}
    assert verschillen(veel, {})[-1] == "En nog 5 andere."


@pytest.mark.postgres
def test_kwijt_teruggezet_en_weer_gelijk_met_een_echte_dump(paspoort: None) -> None:
    """Dump, lose what came after, restore, bump, converge: the drill's own steps, around a loss."""
    with Oefening(300) as proef:
        proef.maak_backup()
        paspoort_nu = Product.objects.get(sleutel="paspoort")
        voor = {rij.pk: rij.hash for rij in Publicatie.objects.all()}
        paspoort_nu.kosten = "Na de back-up, en dus kwijt."
        publiceer(paspoort_nu)
        plan_alles()
        hoogste = max(Publicatie.objects.values_list("versie", flat=True))
        assert {rij.pk: rij.hash for rij in Publicatie.objects.all()} != voor
        proef.zet_terug()
        proef.pauzeer_doelen()
        proef.voer_uit("zet_epoch")
        proef.voer_uit("sync", "--eenmalig", "--geduld", "120")
        with psycopg.connect(proef._adres()) as kopie:
            rijen = kopie.execute("SELECT id, hash, versie FROM sync_publicatie WHERE versie > 0").fetchall()
            wacht = kopie.execute(
                "SELECT count(*) FROM sync_levering l JOIN sync_doel d ON d.id = l.doel_id "
                "WHERE l.toestand = 'wacht' AND d.soort = 'index'"
            ).fetchone()
    assert {pk: hash_ for pk, hash_, _ in rijen} == {pk: hash_ for pk, hash_ in voor.items() if hash_}
    assert min(versie for *_, versie in rijen) > hoogste
    assert wacht == (0,)
    assert over() == []
