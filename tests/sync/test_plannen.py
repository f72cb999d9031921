"""The planner: what an edit makes of the wanted state, in every bereik it concerns and in no other."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from redactie.bronnen import REGIO
from redactie.keuzes import Aanbod, Aangeboden
from redactie.nakijken import kijk_na
from redactie.periode import AMSTERDAM
from sync.models import Publicatie, Toestand, Uitgave
from tests.factories import (
    LokaleVersieFactory,
    ProductFactory,
    TariefFactory,
    TekstversieFactory,
    publiceer,
)
from tests.sync.conftest import open_wijzigingen, plan_alles, publicatie, veld_tekst

pytestmark = pytest.mark.django_db


@pytest.fixture
def paspoort(regio):
    product = ProductFactory(sleutel="paspoort", gepubliceerd=True)
    plan_alles()
    return product


def test_een_gepubliceerd_product_is_er_voor_elke_gemeente_en_de_regio(paspoort):
    assert {rij.bereik for rij in Publicatie.objects.filter(sleutel="paspoort", toestand=Toestand.LIVE)} == {
        "sliedrecht",
        "dordrecht",
        REGIO,
    }


def test_een_concept_is_nergens(regio):
    ProductFactory(sleutel="geheim")
    plan_alles()
    assert not Publicatie.objects.filter(sleutel="geheim").exists()


def test_een_wijziging_van_een_zin_komt_bij_wie_volgt_en_niet_bij_wie_afwijkt(paspoort, sliedrecht):
    LokaleVersieFactory(
        product=paspoort,
        gemeente=sliedrecht,
        wijkt_af={"termijn": "Bij ons duurt het een week."},
        gepubliceerd=True,
    )
    plan_alles()
    paspoort.refresh_from_db()
    paspoort.termijn = "Uw paspoort ligt na 3 werkdagen klaar."
    publiceer(paspoort)
    plan_alles()
    assert veld_tekst("dordrecht", "paspoort", "termijn") == "Uw paspoort ligt na 3 werkdagen klaar."
    assert veld_tekst("sliedrecht", "paspoort", "termijn") == "Bij ons duurt het een week."
    herkomst = publicatie("sliedrecht", "paspoort").inhoud.als_dict()["herkomst"]
    assert [lid["te_herzien"] is not None for lid in herkomst if lid["veld"] == "termijn"] == [True]


def test_tweemaal_plannen_schrijft_niets(paspoort, django_assert_num_queries):
    voor = list(Publicatie.objects.order_by("pk").values())
    paspoort.leg_vast()
    plan_alles()
    assert list(Publicatie.objects.order_by("pk").values()) == voor
    assert not open_wijzigingen()


def test_een_lokale_wijziging_raakt_alleen_die_gemeente(paspoort, sliedrecht):
    voor = publicatie("dordrecht", "paspoort").versie
    LokaleVersieFactory(
        product=paspoort, gemeente=sliedrecht, wijkt_af={"kosten": "Gratis bij ons."}, gepubliceerd=True
    )
    plan_alles()
    assert publicatie("dordrecht", "paspoort").versie == voor
    assert veld_tekst("sliedrecht", "paspoort", "kosten") == "Gratis bij ons."


def test_een_interne_wijziging_verhoogt_de_publieke_versie_niet(paspoort):
    voor = publicatie("dordrecht", "paspoort")
    paspoort.interne_toelichting = "Bel eerst de achterwacht."
    publiceer(paspoort)
    plan_alles()
    na = publicatie("dordrecht", "paspoort")
    assert (na.versie > voor.versie, na.publieke_versie, na.inhoud_gewijzigd_op) == (
        True,
        voor.publieke_versie,
        voor.inhoud_gewijzigd_op,
    )


def test_nakijken_zegt_de_balie_wanneer_en_verandert_voor_het_publiek_niets(paspoort):
    voor = publicatie("dordrecht", "paspoort")
    kijk_na(ding=paspoort)
    plan_alles()
    na = publicatie("dordrecht", "paspoort")
    vandaag = timezone.localdate().isoformat()
    assert json.loads(na.inhoud.json)["nagekeken"] == {"centraal": vandaag, "lokaal": None}
    assert (na.versie > voor.versie, na.publieke_versie, na.inhoud_gewijzigd_op) == (
        True,
        voor.publieke_versie,
        voor.inhoud_gewijzigd_op,
    )


def test_intrekken_geeft_een_versie_zonder_inhoud(paspoort):
    voor = publicatie("dordrecht", "paspoort")
    paspoort.unpublish()
    plan_alles()
    na = publicatie("dordrecht", "paspoort")
    assert (na.toestand, na.inhoud, na.versie > voor.versie) == (Toestand.INGETROKKEN, None, True)


def test_wat_live_was_blijft_bewaard_nadat_het_product_is_verwijderd(paspoort):
    inhoud = publicatie("dordrecht", "paspoort").publieke_inhoud
    paspoort.delete()
    plan_alles()
    uitgaven = Uitgave.objects.filter(publicatie__bereik="dordrecht", publicatie__sleutel="paspoort")
    assert [uitgave.publieke_inhoud for uitgave in uitgaven] == [None, inhoud]


def test_een_product_na_keuze_is_er_alleen_waar_ja_gezegd_is(regio, sliedrecht):
    product = ProductFactory(sleutel="hondenbelasting", aanbod=Aanbod.NA_KEUZE, gepubliceerd=True)
    plan_alles()
    assert not Publicatie.objects.filter(sleutel="hondenbelasting", toestand=Toestand.LIVE).exists()
    LokaleVersieFactory(product=product, gemeente=sliedrecht, aangeboden=Aangeboden.JA, gepubliceerd=True)
    plan_alles()
    live = Publicatie.objects.filter(sleutel="hondenbelasting", toestand=Toestand.LIVE)
    assert [rij.bereik for rij in live] == ["sliedrecht"]


def test_een_eigen_product_van_een_gemeente_is_nergens_anders(regio, sliedrecht):
    product = ProductFactory(sleutel="sliedrecht-feest", gemeente=sliedrecht, gepubliceerd=True)
    plan_alles()
    assert [rij.bereik for rij in Publicatie.objects.filter(sleutel=product.sleutel)] == ["sliedrecht"]


def test_niet_aangeboden_wordt_gepubliceerd_met_uitleg(paspoort, sliedrecht):
    LokaleVersieFactory(
        product=paspoort,
        gemeente=sliedrecht,
        aangeboden=Aangeboden.NEE,
        toelichting="Ga naar Dordrecht.",
        gepubliceerd=True,
    )
    plan_alles()
    publiek = publicatie("sliedrecht", "paspoort").publieke_inhoud.als_dict()
    assert (publiek["status"], publiek["status_toelichting"]) == ("niet_aangeboden", "Ga naar Dordrecht.")


def test_een_geplande_tekst_gaat_vanzelf_in_op_zijn_moment(paspoort):
    morgen = timezone.now() + timedelta(days=1)
    TekstversieFactory(product=paspoort, vanaf=morgen, verwerkt=False, tekst="Vanaf morgen 3 dagen.")
    plan_alles()
    assert veld_tekst("dordrecht", "paspoort", "termijn") == "Uw paspoort ligt na 5 werkdagen klaar."
    assert publicatie("dordrecht", "paspoort").opnieuw_op == morgen
    plan_alles(op=morgen)
    assert veld_tekst("dordrecht", "paspoort", "termijn") == "Vanaf morgen 3 dagen."


def test_een_verlopen_tarief_blijft_niet_staan_en_geeft_een_alarm(regio):
    TariefFactory(
        sleutel="pas",
        bedrag=Decimal("83.87"),
        geldig_van=date(2026, 1, 1),
        geldig_tot=date(2026, 12, 31),
        groep="",
    )
    ProductFactory(sleutel="met-tarief", kosten="U betaalt {tarief:pas}.\n\nU pint.", gepubliceerd=True)
    plan_alles(op=datetime(2026, 12, 31, 23, 59, tzinfo=AMSTERDAM))
    assert "83,87" in veld_tekst("dordrecht", "met-tarief", "kosten")
    plan_alles(op=datetime(2027, 1, 1, tzinfo=AMSTERDAM))
    kosten = veld_tekst("dordrecht", "met-tarief", "kosten")
    assert "83,87" not in kosten
    assert "Dit bedrag is nog niet bekend." in kosten
    assert "U pint." in kosten
    assert [alarm["token"] for alarm in publicatie("dordrecht", "met-tarief").alarmen] == ["tarief:pas"]


def test_een_nieuw_bedrag_raakt_alleen_producten_die_het_gebruiken(paspoort, sliedrecht):
    TariefFactory(sleutel="pas", bedrag=Decimal("10.00"), groep="")
    ProductFactory(sleutel="met-tarief", kosten="U betaalt {tarief:pas}.", gepubliceerd=True)
    plan_alles()
    voor = publicatie("sliedrecht", "paspoort").versie
    TariefFactory(sleutel="pas", bedrag=Decimal("12.50"), gemeente=sliedrecht, groep="")
    plan_alles()
    assert "12,50" in veld_tekst("sliedrecht", "met-tarief", "kosten")
    assert "10,00" in veld_tekst("dordrecht", "met-tarief", "kosten")
    assert publicatie("sliedrecht", "paspoort").versie == voor


def test_een_eigen_bedrag_zonder_groep_komt_in_de_groep_van_zijn_sleutel(regio, sliedrecht):
    TariefFactory(sleutel="pas", bedrag=Decimal("10.00"), groep="passen")
    ProductFactory(sleutel="met-groep", kosten="{tarieven:passen}", gepubliceerd=True)
    plan_alles()
    TariefFactory(sleutel="pas", bedrag=Decimal("12.50"), gemeente=sliedrecht, groep="")
    plan_alles()
    assert "12,50" in veld_tekst("sliedrecht", "met-groep", "kosten")
    assert "10,00" in veld_tekst("dordrecht", "met-groep", "kosten")


def test_een_gemeente_die_stopt_wordt_in_haar_geheel_ingetrokken(paspoort, sliedrecht):
    sliedrecht.deelname_tot = date(2026, 1, 1)
    sliedrecht.save()
    plan_alles()
    assert set(Publicatie.objects.filter(bereik="sliedrecht").values_list("toestand", flat=True)) == {
        Toestand.INGETROKKEN
    }
    assert publicatie("dordrecht", "paspoort").toestand == Toestand.LIVE


def test_duizend_wijzigingen_van_een_product_zijn_een_keer_werk(paspoort):
    for _ in range(20):
        paspoort.leg_vast()
    assert plan_alles() == 1


def test_het_aantal_queries_hangt_niet_af_van_het_aantal_gemeenten(paspoort, django_assert_max_num_queries):
    from tests.factories import GemeenteFactory

    for nummer in range(20):
        GemeenteFactory(slug=f"extra-{nummer}", hostnamen=[])
    plan_alles()
    paspoort.termijn = "Uw paspoort ligt na 2 werkdagen klaar."
    publiceer(paspoort)
    from sync.adem import Adem
    from sync.plannen import plan_volgende

    with django_assert_max_num_queries(45):
        plan_volgende(Adem(rust=False, blok=64))
    assert veld_tekst("extra-19", "paspoort", "termijn") == "Uw paspoort ligt na 2 werkdagen klaar."
