"""Delivery: what a target does decides what becomes of a delivery, and of nothing else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from sync.classificatie import Doelantwoord
from sync.leveren import lever_blok
from sync.models import Doel, DoelSoort, DoelToestand, Levering, LeveringToestand, Ontvangst
from sync.verwerken import LANGSTE_ALLEEN, LANGSTE_WACHT, wachttijd
from tests.factories import ProductFactory, publiceer
from tests.sync.conftest import ADEM, plan_alles, publicatie

pytestmark = pytest.mark.django_db


class Ontvanger:
    """A target that keeps the newest version of each document, and does as it is told besides."""

    grootste_blok = 100
    buitenshuis = False

    def __init__(self, antwoord=None, tijdens=None):
        self.antwoord = antwoord or (lambda bericht: Doelantwoord(200))
        self.tijdens = tijdens
        self.heeft = {}
        self.volgorde = []

    def lever(self, berichten):
        if self.tijdens:
            self.tijdens()
        antwoorden = []
        for bericht in berichten:
            antwoord = self.antwoord(bericht)
            if antwoord.code < 300:
                self.heeft[bericht.bereik, bericht.sleutel] = bericht
                self.volgorde.append(bericht)
            antwoorden.append(antwoord)
        return antwoorden


@pytest.fixture
def doel(regio):
    return Doel.objects.create(naam="proefdoel", soort=DoelSoort.INDEX, toestand=DoelToestand.ACTIEF)


@pytest.fixture
def paspoort(doel):
    product = ProductFactory(sleutel="paspoort", gepubliceerd=True)
    plan_alles()
    return product


def _levering(doel, bereik="dordrecht", sleutel="paspoort"):
    return Levering.objects.get(doel=doel, publicatie__bereik=bereik, publicatie__sleutel=sleutel)


def test_een_bevestigde_levering_heeft_een_ontvangst_met_versie_en_hash(doel, paspoort):
    ontvanger = Ontvanger()
    assert lever_blok(doel, ontvanger, ADEM) == 3
    rij = publicatie("dordrecht", "paspoort")
    levering = _levering(doel)
    assert (levering.toestand, levering.bevestigd, levering.bevestigde_hash) == (
        LeveringToestand.BEVESTIGD,
        rij.versie,
        rij.hash,
    )
    assert Ontvangst.objects.filter(publicatie=rij, versie=rij.versie, hash=rij.hash).count() == 1


def test_tweemaal_leveren_doet_de_tweede_keer_niets(doel, paspoort):
    ontvanger = Ontvanger()
    lever_blok(doel, ontvanger, ADEM)
    assert lever_blok(doel, ontvanger, ADEM) == 0
    assert len(ontvanger.volgorde) == 3


def test_veel_wijzigingen_terwijl_het_doel_weg_is_zijn_een_levering(doel, paspoort):
    for nummer in range(10):
        paspoort.termijn = f"Na {nummer} dagen."
        publiceer(paspoort)
        plan_alles()
    assert Levering.objects.filter(doel=doel, publicatie__bereik="dordrecht").count() == 1
    ontvanger = Ontvanger()
    lever_blok(doel, ontvanger, ADEM)
    assert ontvanger.heeft["dordrecht", "paspoort"].versie == publicatie("dordrecht", "paspoort").versie


def test_een_nieuwere_versie_onderweg_blijft_in_de_wachtrij(doel, paspoort):
    def wijzig():
        paspoort.termijn = "Intussen anders."
        publiceer(paspoort)
        plan_alles()

    lever_blok(doel, Ontvanger(tijdens=wijzig), ADEM)
    levering = _levering(doel)
    assert levering.toestand == LeveringToestand.WACHT
    assert levering.bevestigd < levering.gewenst
    ontvanger = Ontvanger()
    lever_blok(doel, ontvanger, ADEM)
    assert _levering(doel).toestand == LeveringToestand.BEVESTIGD


def test_een_intrekking_gaat_voor(doel, paspoort):
    tweede = ProductFactory(sleutel="weg", gepubliceerd=True)
    plan_alles()
    lever_blok(doel, Ontvanger(), ADEM)
    paspoort.termijn = "Anders."
    publiceer(paspoort)
    plan_alles()
    tweede.refresh_from_db()
    tweede.unpublish()
    plan_alles()
    ontvanger = Ontvanger()
    ontvanger.grootste_blok = 3
    lever_blok(doel, ontvanger, ADEM)
    assert {(bericht.sleutel, bericht.publiek) for bericht in ontvanger.volgorde} == {("weg", None)}


def test_een_document_dat_geweigerd_wordt_staat_alleen_zichzelf_in_de_weg(doel, paspoort):
    ProductFactory(sleutel="goed", gepubliceerd=True)
    plan_alles()
    ontvanger = Ontvanger(lambda bericht: Doelantwoord(422 if bericht.sleutel == "paspoort" else 200))
    lever_blok(doel, ontvanger, ADEM)
    assert _levering(doel).toestand == LeveringToestand.GEPARKEERD
    assert _levering(doel, sleutel="goed").toestand == LeveringToestand.BEVESTIGD
    doel.refresh_from_db()
    assert doel.toestand == DoelToestand.ACTIEF


def test_een_geparkeerd_document_gaat_weer_mee_bij_zijn_volgende_versie(doel, paspoort):
    lever_blok(doel, Ontvanger(lambda bericht: Doelantwoord(422)), ADEM)
    paspoort.termijn = "Hersteld."
    publiceer(paspoort)
    plan_alles()
    lever_blok(doel, Ontvanger(), ADEM)
    assert _levering(doel).toestand == LeveringToestand.BEVESTIGD


def test_een_doel_dat_niet_antwoordt_wordt_later_opnieuw_geprobeerd(doel, paspoort):
    lever_blok(doel, Ontvanger(lambda bericht: Doelantwoord(0, melding="time-out")), ADEM)
    doel.refresh_from_db()
    levering = _levering(doel)
    assert levering.toestand == LeveringToestand.WACHT
    # The target rests, not the document: when it is well again, everything goes at once.
    assert levering.volgende_op is None
    assert doel.weer_op > timezone.now() - timedelta(seconds=1)
    assert (doel.fouten_op_rij, doel.laatste_fout, doel.toestand) == (1, "time-out", DoelToestand.ACTIEF)


def test_een_document_waarover_een_doel_valt_houdt_de_andere_niet_op(doel, paspoort):
    """It takes the whole batch with it: in ever smaller batches it ends up alone."""
    for nummer in range(5):
        ProductFactory(sleutel=f"goed-{nummer}", gepubliceerd=True)
    plan_alles()

    class Valt(Ontvanger):
        def lever(self, berichten):
            if any(bericht.sleutel == "paspoort" for bericht in berichten):
                return [Doelantwoord(500)] * len(berichten)
            return super().lever(berichten)

    ontvanger = Valt()
    for _ in range(30):
        doel.refresh_from_db()
        lever_blok(doel, ontvanger, ADEM)
    assert len(ontvanger.heeft) == 15
    wacht = Levering.objects.filter(doel=doel, toestand=LeveringToestand.WACHT)
    assert {levering.publicatie.sleutel for levering in wacht} == {"paspoort"}
    grens = timezone.now() + timedelta(seconds=LANGSTE_ALLEEN)
    assert all(levering.volgende_op is None or levering.volgende_op <= grens for levering in wacht)


def test_een_omleiding_laat_het_doel_rusten(doel, paspoort):
    lever_blok(doel, Ontvanger(lambda bericht: Doelantwoord(302, melding="verhuisd")), ADEM)
    doel.refresh_from_db()
    assert (doel.fouten_op_rij, doel.laatste_fout) == (1, "verhuisd")
    assert _levering(doel).toestand == LeveringToestand.WACHT


def test_een_doel_dat_om_rust_vraagt_krijgt_die(doel, paspoort):
    lever_blok(doel, Ontvanger(lambda bericht: Doelantwoord(503, wacht_seconden=120.0)), ADEM)
    doel.refresh_from_db()
    assert doel.weer_op > timezone.now() + timedelta(seconds=100)


def test_een_proces_met_een_verkeerde_klok_laat_een_doel_niet_langer_rusten(doel, paspoort, monkeypatch):
    """The moments before which nothing is tried are read by other processes, with another clock."""
    nu = timezone.now()
    monkeypatch.setattr("sync.verwerken.nu_van_de_database", lambda: nu + timedelta(days=1))
    antwoorden = iter([Doelantwoord(200), Doelantwoord(503), Doelantwoord(503)])
    lever_blok(doel, Ontvanger(lambda bericht: next(antwoorden)), ADEM)
    lever_blok(doel, Ontvanger(lambda bericht: Doelantwoord(503)), ADEM)
    doel.refresh_from_db()
    monkeypatch.undo()
    momenten = [*Levering.objects.values_list("volgende_op", flat=True), doel.weer_op]
    assert all(moment is None or moment < timezone.now() + timedelta(minutes=5) for moment in momenten)
    assert any(momenten)


def test_een_fout_in_de_adapter_houdt_de_leveringen_in_de_wachtrij(doel, paspoort):
    def stuk():
        raise RuntimeError("kapot")

    lever_blok(doel, Ontvanger(tijdens=stuk), ADEM)
    assert _levering(doel).toestand == LeveringToestand.WACHT


def test_een_doel_met_een_versie_die_wij_nooit_gaven_wordt_gestopt(doel, paspoort):
    lever_blok(doel, Ontvanger(lambda bericht: Doelantwoord(409, versie=bericht.versie + 10)), ADEM)
    doel.refresh_from_db()
    assert doel.toestand == DoelToestand.GESTOPT
    assert "doel_loopt_voor" in doel.laatste_fout


def test_wie_zijn_lease_kwijt_is_bevestigt_niets(doel, paspoort):
    def neem_over():
        Levering.objects.filter(doel=doel).update(lease_token="van-een-ander")

    lever_blok(doel, Ontvanger(tijdens=neem_over), ADEM)
    assert _levering(doel).bevestigd == 0


def test_een_verlopen_lease_wordt_opnieuw_genomen(doel, paspoort):
    Levering.objects.filter(doel=doel).update(
        lease_tot=timezone.now() - timedelta(seconds=5), lease_token="van-een-dode"
    )
    assert lever_blok(doel, Ontvanger(), ADEM) == 3


def test_een_lopende_lease_blijft_van_wie_hem_heeft(doel, paspoort):
    Levering.objects.filter(doel=doel).update(
        lease_tot=timezone.now() + timedelta(seconds=50), lease_token="van-een-ander"
    )
    assert lever_blok(doel, Ontvanger(), ADEM) == 0


@pytest.mark.parametrize("poging", [1, 2, 5, 12, 60, 1000])
def test_de_wachttijd_groeit_en_blijft_begrensd(poging):
    assert 0 < wachttijd(poging) <= LANGSTE_WACHT


def test_een_doel_mag_zelf_zeggen_hoe_lang_wij_wachten():
    assert wachttijd(1, 42.0) == 42.0
    assert wachttijd(1, 10**9) == LANGSTE_WACHT


def test_van_een_fout_van_ons_staat_er_alleen_de_soort(doel, paspoort):
    """What it says may hold what somebody wrote, and every municipality that waits for the index reads it."""

    def stuk(_: object) -> None:
        raise KeyError("Jan de Vries")

    lever_blok(doel, Ontvanger(stuk), ADEM)
    fouten = {
        Doel.objects.get(pk=doel.pk).laatste_fout,
        *Levering.objects.values_list("laatste_fout", flat=True),
    }
    assert fouten == {"onverwachte fout: KeyError", "geen antwoord: onverwachte fout: KeyError"}
