"""What people and other processes do with a target while it is being compared."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from sync.afspraak.manifest import emmer_van
from sync.classificatie import Doelantwoord
from sync.doelbeheer import keur_wezen_goed, pauzeer, vergelijk_nu
from sync.doelen import Aanwezig, StandFout
from sync.leveren import laad, los
from sync.models import Doel, DoelToestand, Levering, LeveringToestand
from sync.nazien_buiten import LANG_GENOEG, MEESTE_HERSTEL, Vergelijking, klacht, te_vergelijken
from tests.factories import ProductFactory
from tests.sync.conftest import ADEM, plan_alles
from tests.sync.doelproef import doel_voor
from tests.sync.nazien_buiten.conftest import GEHEIM

pytestmark = pytest.mark.django_db
WEZEN = [[f"sliedrecht/product/wees-{nummer:02}", 7] for nummer in range(30)]


@pytest.fixture
def doel(regio):
    """Has acknowledged three texts."""
    for nummer in range(3):
        ProductFactory(sleutel=f"product-{nummer}", gepubliceerd=True)
    plan_alles()
    gemaakt = doel_voor("sliedrecht", "https://website.example/a", GEHEIM)
    _bezorg(gemaakt)
    Doel.objects.filter(pk=gemaakt.pk).update(nazien_op=timezone.now())
    return Doel.objects.get(pk=gemaakt.pk)


def _bezorg(doel: Doel, *, weigert: int = 0, code: int = 422) -> None:
    """The target takes everything but the first so many."""
    vracht = laad(doel, 50, ADEM)
    antwoorden = [Doelantwoord(200, lid.versie, lid.hash) for lid in vracht.berichten]
    antwoorden[:weigert] = [Doelantwoord(code, melding="nee")] * weigert
    los(vracht, antwoorden, ADEM)


def _heeft(*extra: list) -> tuple[frozenset[str], dict[str, Aanwezig]]:
    """Says that it has exactly what it acknowledged, and these."""
    namen = {
        f"{rij.publicatie.bereik}/{rij.publicatie.documentsoort}/{rij.publicatie.sleutel}": rij
        for rij in Levering.objects.select_related("publicatie")
    }
    aanwezig = {naam: Aanwezig(rij.bevestigd, False, rij.bevestigde_hash) for naam, rij in namen.items()}
    aanwezig |= {naam: Aanwezig(versie, False, "a" * 64) for naam, versie in extra}
    return frozenset(map(emmer_van, aanwezig)), aanwezig


def test_wie_de_lijst_goedkeurt_terwijl_er_vergeleken_wordt_raakt_dat_niet_kwijt(doel):
    Doel.objects.filter(pk=doel.pk).update(wezen={"lijst": WEZEN, "akkoord": False})
    vergelijking = Vergelijking(Doel.objects.get(pk=doel.pk), timezone.now())
    keur_wezen_goed(doel=doel, aantal=30)
    nieuw = ["sliedrecht/product/niet-gezien", 7]
    vergelijking.verwerk(_heeft(*WEZEN[:29], nieuw))
    rij = Doel.objects.get(pk=doel.pk)
    # What nobody has seen, and what has gone by itself, is not on it.
    assert rij.wezen == {"lijst": WEZEN[:29], "akkoord": True}
    assert list(te_vergelijken(timezone.now())) == [rij]


def test_vergelijk_nu_terwijl_er_vergeleken_wordt_doet_het_nog_eens(doel):
    Doel.objects.filter(pk=doel.pk).update(herstelpogingen=MEESTE_HERSTEL + 1)
    vergelijking = Vergelijking(Doel.objects.get(pk=doel.pk), timezone.now())
    vergelijk_nu(doel=doel)
    vergelijking.verwerk(_heeft())
    assert list(te_vergelijken(timezone.now())) == [doel]


@pytest.mark.parametrize("uitkomst", [StandFout("het antwoord kwam niet op tijd"), "gelijk"])
def test_waarom_een_doel_intussen_gestopt_is_blijft_staan(doel, uitkomst):
    vergelijking = Vergelijking(doel, timezone.now())
    reden = "doel_loopt_voor: 1 document heeft daar een versie die hier nooit is uitgegeven."
    Doel.objects.filter(pk=doel.pk).update(toestand=DoelToestand.GESTOPT, laatste_fout=reden)
    vergelijking.verwerk(_heeft() if uitkomst == "gelijk" else uitkomst)
    rij = Doel.objects.get(pk=doel.pk)
    assert (rij.toestand, rij.laatste_fout) == (DoelToestand.GESTOPT, reden)


def test_wie_intussen_pauzeert_blijft_gepauzeerd(doel):
    vergelijking = Vergelijking(doel, timezone.now())
    pauzeer(doel=doel)
    emmers, aanwezig = _heeft()
    naam = "sliedrecht/product/product-1"
    aanwezig[naam] = Aanwezig(aanwezig[naam].versie + 9, False, "b" * 64)
    vergelijking.verwerk((emmers, aanwezig))
    assert Doel.objects.get(pk=doel.pk).toestand == DoelToestand.GEPAUZEERD


def test_een_tekst_die_telkens_mislukt_houdt_het_vergelijken_niet_eeuwig_tegen(doel):
    Doel.objects.filter(pk=doel.pk).update(nazien_op=None)
    Levering.objects.filter(publicatie__sleutel="product-0").update(toestand=LeveringToestand.WACHT)
    nu = timezone.now()
    assert not te_vergelijken(nu).exists()
    assert te_vergelijken(nu + LANG_GENOEG + timedelta(minutes=1)).exists()
    Doel.objects.filter(pk=doel.pk).update(nagezien_op=nu)
    assert not te_vergelijken(nu + timedelta(minutes=1)).exists()
    assert te_vergelijken(nu + LANG_GENOEG).exists()


def test_een_geweigerde_tekst_die_daar_weg_is_wordt_weer_aangeboden_en_is_geen_klacht(doel):
    """Somebody threw away the page that he had edited, and that we were not to overwrite."""
    Levering.objects.filter(publicatie__sleutel="product-0").update(
        toestand=LeveringToestand.GEPARKEERD, wacht_sinds=timezone.now()
    )
    emmers, aanwezig = _heeft()
    weg = aanwezig.pop("sliedrecht/product/product-0")
    for _ in range(MEESTE_HERSTEL + 2):
        rij = Doel.objects.get(pk=doel.pk)
        Vergelijking(rij, timezone.now()).verwerk((emmers, aanwezig))
        assert Levering.objects.get(publicatie__sleutel="product-0").toestand == LeveringToestand.WACHT
        _bezorg(rij, weigert=1)
    assert klacht(Doel.objects.get(pk=doel.pk)) == ""
    Vergelijking(Doel.objects.get(pk=doel.pk), timezone.now()).verwerk((emmers, aanwezig))
    _bezorg(Doel.objects.get(pk=doel.pk))
    assert Levering.objects.get(publicatie__sleutel="product-0").bevestigd == weg.versie
