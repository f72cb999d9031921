"""One text is taken away everywhere at once, and a receipt says who confirmed that when; also years later."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from redactie.keuzes import Rol
from redactie.models import Product, Wijziging
from sync.intrekbewijs import OPNIEUW, VERDWENEN, bewijs, leg_bewijzen_vast
from sync.intrekken import IntrekFout, trek_overal_in
from sync.models import Doel, DoelSoort, Intrekking, Levering, Ontvangst, Publicatie, Toestand
from sync.pauzeren import ALLES, pauzeer
from tests.factories import GebruikerFactory, ProductFactory, publiceer
from tests.sync.conftest import bevestig, plan_alles

pytestmark = pytest.mark.django_db


@pytest.fixture
def beheerder(db):
    return GebruikerFactory(rol=Rol.BEHEERDER, first_name="An", last_name="Beheer")


def trek_in(beheerder) -> Intrekking:
    # Sliedrecht, Dordrecht and the region.
    return trek_overal_in(
        product=Product.objects.get(sleutel="paspoort"), reden="Klopt niet.", door=beheerder, gezien=3
    )


def regels(intrekking: Intrekking) -> list[tuple[str, int, int]]:
    intrekking.refresh_from_db()
    return [(regel.plek, regel.weg, regel.van) for regel in bewijs(intrekking)]


def test_het_bewijs_groeit_tot_elke_plek_het_bevestigde(website, beheerder):
    intrekking = trek_in(beheerder)
    hier = "Website en balie van Antwoord"
    assert regels(intrekking) == [(hier, 0, 3), ("Zoekindex", 0, 3), ("Website Sliedrecht", 0, 1)]
    plan_alles()
    assert set(Publicatie.objects.filter(sleutel="paspoort").values_list("toestand", flat=True)) == {
        Toestand.INGETROKKEN
    }
    bevestig(doel__soort=DoelSoort.INDEX)
    assert regels(intrekking) == [(hier, 3, 3), ("Zoekindex", 3, 3), ("Website Sliedrecht", 0, 1)]
    assert leg_bewijzen_vast() == 0
    bevestig()
    assert leg_bewijzen_vast() == 1
    intrekking.refresh_from_db()
    assert intrekking.klaar_op is not None
    assert (intrekking.door, intrekking.reden) == ("An Beheer", "Klopt niet.")


def test_het_bewijs_blijft_te_lezen_als_de_ontvangsten_zijn_opgeruimd(website, beheerder):
    intrekking = trek_in(beheerder)
    plan_alles()
    bevestig()
    leg_bewijzen_vast()
    voor = regels(intrekking)
    Ontvangst.objects.all().delete()
    Levering.objects.all().delete()
    Doel.objects.all().delete()
    assert regels(intrekking) == voor
    assert all(regel.klaar and regel.laatst is not None for regel in bewijs(intrekking))


def test_het_gaat_voor_op_alles_wat_wacht_en_ook_tijdens_een_pauze(website, beheerder):
    pauzeer(bereik=ALLES, reden="Storing", door="An")
    for nummer in range(5):
        ProductFactory(sleutel=f"ander-{nummer}", gepubliceerd=True)
    trek_in(beheerder)
    plan_alles()
    assert Wijziging.objects.exclude(sleutel="paspoort").exists()
    assert not Wijziging.objects.filter(sleutel="paspoort").exists()
    assert Levering.objects.filter(publicatie__sleutel="paspoort", intrekking=True).count() == 4


def test_een_doel_dat_er_niet_meer_is_staat_er_als_niet_bevestigd(website, beheerder):
    intrekking = trek_in(beheerder)
    plan_alles()
    bevestig(doel__soort=DoelSoort.INDEX)
    website.delete()
    assert leg_bewijzen_vast() == 1
    intrekking.refresh_from_db()
    laatste = bewijs(intrekking)[-1]
    assert (laatste.plek, laatste.weg, laatste.laatst, laatste.reden) == (
        "Website Sliedrecht",
        0,
        None,
        VERDWENEN,
    )


def test_wat_terugkwam_voor_het_bevestigd_was_telt_niet_als_weg(website, beheerder):
    intrekking = trek_in(beheerder)
    plan_alles()
    publiceer(Product.objects.get(sleutel="paspoort"))
    plan_alles()
    bevestig()
    laatste = bewijs(intrekking)[-1]
    assert (laatste.weg, laatste.reden) == (0, OPNIEUW)


def test_niet_op_een_lijst_die_intussen_anders_is_en_niet_twee_keer(website, beheerder):
    product = Product.objects.get(sleutel="paspoort")
    with pytest.raises(IntrekFout, match="intussen op andere plekken"):
        trek_overal_in(product=product, reden="Weg.", door=beheerder, gezien=2)
    assert Product.objects.get(sleutel="paspoort").live
    trek_in(beheerder)
    with pytest.raises(IntrekFout, match="al ingetrokken"):
        trek_overal_in(product=product, reden="Weg.", door=beheerder, gezien=3)
    assert Intrekking.objects.count() == 1


def test_een_eerdere_intrekking_leest_niet_wat_later_gebeurde(website, beheerder):
    eerste = trek_in(beheerder)
    plan_alles()
    bevestig()
    leg_bewijzen_vast(timezone.now() - timedelta(days=1))
    publiceer(Product.objects.get(sleutel="paspoort"))
    plan_alles()
    bevestig()
    tweede = trek_in(beheerder)
    assert [weg for _, weg, _ in regels(eerste)] == [3, 3, 1]
    assert [weg for _, weg, _ in regels(tweede)] == [0, 0, 0]
