"""One text is taken away everywhere at once, and a receipt says who confirmed that when; also years later."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from redactie.keuzes import Rol
from redactie.models import Product, Wijziging
from sync.intrekbewijs import OPNIEUW, STAAT_STIL, VERDWENEN, WACHT, WEIGERT, bewijs, leg_bewijzen_vast
from sync.intrekken import IntrekFout, raakt, trek_overal_in
from sync.models import (
    Doel,
    DoelSoort,
    DoelToestand,
    Intrekking,
    Levering,
    LeveringToestand,
    Ontvangst,
    Publicatie,
    Toestand,
)
from sync.pauzeren import ALLES, pauzeer
from sync.plannen import plan_volgende
from tests.factories import GebruikerFactory, LokaleVersieFactory, ProductFactory, publiceer
from tests.sync.conftest import ADEM, bevestig, plan_alles, publicatie

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
    assert plan_volgende(ADEM)
    assert set(Wijziging.objects.values_list("sleutel", flat=True)) == {f"ander-{lid}" for lid in range(5)}
    plan_alles()
    assert not Publicatie.objects.filter(sleutel__startswith="ander", toestand=Toestand.LIVE).exists()
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


def test_terug_voor_de_sync_het_zag_sluit_het_bewijs_en_zegt_het(website, beheerder):
    intrekking = trek_in(beheerder)
    publiceer(Product.objects.get(sleutel="paspoort"))
    plan_alles()
    bevestig()
    assert [(regel.weg, regel.reden) for regel in bewijs(intrekking)] == [(0, OPNIEUW)] * 3
    assert leg_bewijzen_vast() == 1


def test_een_doel_dat_bevestigde_en_daarna_verwijderd_werd_staat_er_als_bevestigd(website, beheerder):
    intrekking = trek_in(beheerder)
    plan_alles()
    bevestig()
    website.delete()
    laatste = bewijs(intrekking)[-1]
    assert (laatste.plek, laatste.weg, laatste.reden) == ("Website Sliedrecht", 1, "")
    assert laatste.laatst is not None


def publiceer_alleen_in(gemeente) -> Product:
    product = Product.objects.get(sleutel="paspoort")
    LokaleVersieFactory(product=product, gemeente=gemeente, gepubliceerd=True)
    product.aanbod = "na_keuze"
    publiceer(product)
    plan_alles()
    return product


@pytest.mark.parametrize("daarna_weg", [False, True])
def test_een_doel_dat_een_eerdere_intrekking_nog_niet_heeft_staat_op_het_bewijs(
    website, beheerder, dordrecht, daarna_weg
):
    """It still shows the text, of a municipality where we have it no more."""
    product = publiceer_alleen_in(dordrecht)
    assert raakt("paspoort") == (["dordrecht"], ["Website Sliedrecht"])
    intrekking = trek_overal_in(product=product, reden="Weg.", door=beheerder, gezien=1)
    plan_alles()
    bevestig(doel__soort=DoelSoort.INDEX)
    assert [(regel.weg, regel.van) for regel in bewijs(intrekking)] == [(1, 1), (1, 1), (0, 1)]
    assert leg_bewijzen_vast() == 0
    bevestig()
    if daarna_weg:
        website.delete()
    assert [(regel.weg, regel.van) for regel in bewijs(intrekking)] == [(1, 1), (1, 1), (1, 1)]
    assert leg_bewijzen_vast() == 1


def test_wat_in_een_gemeente_terugkwam_sluit_de_regel_van_een_andere_niet(website, beheerder, dordrecht):
    intrekking = trek_in(beheerder)
    plan_alles()
    bevestig(doel__soort=DoelSoort.INDEX)
    Doel.objects.filter(pk=website.pk).update(toestand=DoelToestand.GESTOPT)
    publiceer_alleen_in(dordrecht)
    assert publicatie("dordrecht", "paspoort").toestand == Toestand.LIVE
    assert publicatie("sliedrecht", "paspoort").toestand == Toestand.INGETROKKEN
    laatste = bewijs(intrekking)[-1]
    assert (laatste.weg, laatste.reden) == (0, STAAT_STIL[DoelToestand.GESTOPT])
    assert leg_bewijzen_vast() == 0


def test_een_doel_dat_de_intrekking_weigert_wacht_nergens_op(website, beheerder):
    intrekking = trek_in(beheerder)
    plan_alles()
    assert bewijs(intrekking)[-1].reden == WACHT
    Levering.objects.filter(doel=website, intrekking=True).update(toestand=LeveringToestand.GEPARKEERD)
    assert bewijs(intrekking)[-1].reden == WEIGERT


def test_het_bewijs_kost_evenveel_vragen_hoe_vaak_er_ook_geleverd_is(
    website, beheerder, django_assert_max_num_queries
):
    intrekking = trek_in(beheerder)
    plan_alles()
    with django_assert_max_num_queries(7) as vragen:
        bewijs(intrekking)
    # What was acknowledged before the withdrawal is not read.
    assert any('"sync_ontvangst"."op" >=' in vraag["sql"] for vraag in vragen.captured_queries)


@pytest.mark.postgres
@pytest.mark.parametrize("afwijking", [timedelta(days=1), -timedelta(days=1)])
def test_ook_als_de_klok_van_de_webserver_anders_loopt_gaat_het_bewijs_dicht(website, beheerder, afwijking):
    with time_machine.travel(datetime.now(UTC) + afwijking, tick=True):
        intrekking = trek_in(beheerder)
    plan_alles()
    # As `verwerken.py` does: by the clock of the database, which is that of this machine.
    bevestig()
    assert [(regel.weg, regel.van) for regel in bewijs(intrekking)] == [(3, 3), (3, 3), (1, 1)]
    assert leg_bewijzen_vast() == 1
