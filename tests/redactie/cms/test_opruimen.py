"""Own texts that could go: found by what stands out, ended in one step with what readers get instead."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from redactie.beeindigen import beeindig
from redactie.herzien import beslis
from redactie.keuzes import Besluit, Klasse, Rol
from redactie.models import Afwijking, LogRegel, LokaleVersie
from redactie.opruimen import Opruimreden, eigen_teksten
from redactie.veld import Veld
from tests import factories as f
from tests.redactie.cms.hulp import adres, als
from tests.redactie.cms.test_lijsten import BUDGET, vragen

pytestmark = pytest.mark.django_db
VANDAAG = timezone.localdate


def eigen(gemeente: Any, titel: str, tekst: str = "Bij ons is het gratis.", **rij: Any) -> Afwijking:
    product = f.ProductFactory(gepubliceerd=True, titel=titel, kosten="U betaalt met pin of contant.")
    versie = f.LokaleVersieFactory(product=product, gemeente=gemeente)
    versie.afwijkingen.add(Afwijking(veld="kosten", tekst=tekst, reden="Beleid", **rij))
    f.publiceer(versie)
    return Afwijking.objects.get(versie=versie)


def redenen(gemeente: Any) -> dict[str, list[Opruimreden]]:
    teksten = eigen_teksten(LokaleVersie.objects.filter(gemeente=gemeente))
    return {str(lid.afwijking.versie.product): list(lid.redenen) for lid in teksten}


def test_gelijk_voorbij_en_nooit_herzien(sliedrecht, time_machine) -> None:
    lang = {"sinds": VANDAAG() - timedelta(days=184)}
    eigen(sliedrecht, "Gewoon")
    eigen(sliedrecht, "Gelijk", "U betaalt met pin  of contant.")
    eigen(sliedrecht, "Erna gelijk", "U betaalt met pin of contant.", wijze="erna")
    eigen(sliedrecht, "Voorbij", tot=VANDAAG() - timedelta(days=1), **lang)
    eigen(sliedrecht, "Laatste dag", tot=VANDAAG())
    eigen(sliedrecht, "Lang", **lang)
    nagekeken = eigen(sliedrecht, "Lang en nagekeken", **lang).versie
    LokaleVersie.objects.get(pk=nagekeken.pk)
    nagekeken.nagekeken_op = VANDAAG()
    nagekeken.save()
    assert redenen(sliedrecht) == {
        "Gewoon": [],
        "Gelijk": [Opruimreden.GELIJK],
        "Erna gelijk": [],
        "Voorbij": [Opruimreden.VOORBIJ],
        "Laatste dag": [],
        "Lang": [Opruimreden.NOOIT_HERZIEN],
        "Lang en nagekeken": [],
    }


def test_een_oordeel_telt_als_herzien_en_uitstel_niet(sliedrecht) -> None:
    for titel, besluit in (("Gehouden", Besluit.HOUDEN), ("Later", Besluit.LATER)):
        rij = eigen(sliedrecht, titel, sinds=VANDAAG() - timedelta(days=400))
        product = rij.versie.product
        product.kosten, product.klasse, product.toelichting = (
            "U betaalt vooraf.",
            Klasse.INHOUDELIJK,
            "Anders.",
        )
        f.publiceer(product)
        later = VANDAAG() + timedelta(days=3)
        beslis(versie=rij.versie, veld=Veld.KOSTEN, besluit=besluit, reden="x", later_op=later)
    assert redenen(sliedrecht) == {"Gehouden": [], "Later": [Opruimreden.NOOIT_HERZIEN]}


def test_een_concept_is_geen_eigen_tekst_op_de_site(sliedrecht) -> None:
    f.LokaleVersieFactory(gemeente=sliedrecht, wijkt_af={"kosten": "x"})
    assert redenen(sliedrecht) == {}


class TestSinds:
    """Since when it is there, through drafts of before that was kept."""

    def test_een_nieuwe_is_van_vandaag_en_blijft_dat(self, sliedrecht, time_machine) -> None:
        rij = eigen(sliedrecht, "Hond")
        begin = VANDAAG()
        assert rij.sinds == begin
        time_machine.move_to(timezone.now() + timedelta(days=30))
        versie = LokaleVersie.objects.get(pk=rij.versie_id)
        versie.save_revision().publish(skip_permission_checks=True)
        assert Afwijking.objects.get().sinds == begin

    def test_een_concept_dat_het_niet_zegt_maakt_hem_niet_jonger(self, sliedrecht) -> None:
        rij = eigen(sliedrecht, "Hond", sinds=date(2020, 5, 1))
        revisie = LokaleVersie.objects.get(pk=rij.versie_id).save_revision()
        for lid in revisie.content["afwijkingen"]:
            del lid["sinds"]
        revisie.save()
        revisie.publish(skip_permission_checks=True)
        assert Afwijking.objects.get().sinds == date(2020, 5, 1)


@pytest.fixture
def publicist(sliedrecht: Any) -> Any:
    f.RegioFactory()
    return als(Rol.PUBLICIST, sliedrecht)


def namen(client: Any, **zoek: str) -> list[str]:
    antwoord = client.get(adres(LokaleVersie, "opruimen"), zoek)
    assert antwoord.status_code == 200
    return [str(lid.afwijking.versie.product) for lid in antwoord.context["blad"]]


def test_de_lijst_toont_wat_opvalt_en_alles_de_langst_staande_eerst(publicist, sliedrecht, dordrecht) -> None:
    eigen(sliedrecht, "Gewoon")
    eigen(sliedrecht, "Gelijk", "U betaalt met pin of contant.", sinds=date(2026, 1, 1))
    eigen(sliedrecht, "Voorbij", tot=VANDAAG() - timedelta(days=1), sinds=date(2019, 1, 1))
    eigen(dordrecht, "Van een ander", tot=VANDAAG() - timedelta(days=1))
    assert namen(publicist) == ["Voorbij", "Gelijk"]
    assert namen(publicist, wat="alles") == ["Voorbij", "Gelijk", "Gewoon"]
    assert namen(publicist, wat="voorbij") == ["Voorbij"]
    assert namen(publicist, wat="onzin") == ["Voorbij", "Gelijk"]
    assert namen(publicist, wat="alles", q="gewoon") == ["Gewoon"]
    assert "Er valt niets op." not in publicist.get(adres(LokaleVersie, "opruimen")).content.decode()


def test_een_lege_lijst_zegt_wat_er_zou_staan(publicist, sliedrecht) -> None:
    pad = adres(LokaleVersie, "opruimen")
    assert "U hebt geen eigen teksten." in publicist.get(pad).content.decode()
    eigen(sliedrecht, "Gewoon")
    assert "Er valt niets op." in publicist.get(pad).content.decode()


def test_beeindigen_toont_eerst_wat_er_komt_te_staan(publicist, sliedrecht) -> None:
    rij = eigen(sliedrecht, "Hond", "Bij ons {tarief:hond}.", wijze="vervangen")
    f.TariefFactory(sleutel="hond", bedrag="12.50", gemeente=sliedrecht)
    pad = f"{adres(rij.versie, 'beeindigen', rij.pk)}?wat=alles"
    scherm = publicist.get(pad).content.decode()
    nu, straks = scherm.split("Als u deze tekst beëindigt", 1)
    assert "12,50" in nu
    assert "12,50" not in straks
    assert "U betaalt met pin of contant." in straks
    assert Afwijking.objects.exists()
    antwoord = publicist.post(pad)
    assert antwoord.url == f"{adres(LokaleVersie, 'opruimen')}?wat=alles"
    assert not Afwijking.objects.exists()
    assert publicist.get(pad).status_code == 404


def test_een_voorbije_of_gelijke_tekst_verandert_niets_voor_de_lezer(publicist, sliedrecht) -> None:
    for rij, zelfde in (
        (eigen(sliedrecht, "Voorbij", tot=VANDAAG() - timedelta(days=1)), True),
        (eigen(sliedrecht, "Gelijk", "U betaalt met pin of contant."), True),
        (eigen(sliedrecht, "Gewoon"), False),
    ):
        scherm = publicist.get(adres(rij.versie, "beeindigen", rij.pk)).content.decode()
        assert ("lezen inwoners hetzelfde als nu" in scherm) is zelfde, str(rij.versie.product)


def test_alleen_die_eigen_tekst_gaat_en_men_kan_hem_terugnemen(publicist, sliedrecht) -> None:
    rij = eigen(sliedrecht, "Hond", sinds=date(2020, 5, 1))
    versie = LokaleVersie.objects.get(pk=rij.versie_id)
    versie.afwijkingen.add(Afwijking(veld="kosten", wijze="erna", tekst="Bel ons.", reden="x"))
    f.publiceer(versie)
    was = sorted(Afwijking.objects.values_list("pk", "wijze", "tekst", "sinds"))
    publicist.post(adres(versie, "beeindigen", rij.pk))
    assert [lid.wijze for lid in Afwijking.objects.all()] == ["erna"]
    publicist.post(adres(versie, "terugnemen", "kosten"))
    assert sorted(Afwijking.objects.values_list("pk", "wijze", "tekst", "sinds")) == was


def test_een_redacteur_beeindigt_in_het_concept(sliedrecht) -> None:
    rij = eigen(sliedrecht, "Hond")
    redacteur = als(Rol.REDACTEUR, sliedrecht)
    antwoord = redacteur.post(adres(rij.versie, "beeindigen", rij.pk), follow=True)
    assert "staat in uw concept" in antwoord.content.decode()
    assert Afwijking.objects.exists()
    concept = LokaleVersie.objects.get(pk=rij.versie_id).get_latest_revision_as_object()
    assert not concept.afwijkingen.all()


def test_het_staat_in_het_logboek_met_wat_eraan_opviel(publicist, sliedrecht) -> None:
    rij = eigen(sliedrecht, "Hond", tot=VANDAAG() - timedelta(days=1))
    publicist.post(adres(rij.versie, "beeindigen", rij.pk))
    regel = LogRegel.objects.get(action="antwoord.afwijking.beeindigd")
    assert (regel.user, regel.data["veld"], regel.data["reden"]) == (publicist.gebruiker, "Kosten", "voorbij")


def test_een_ander_beeindigt_onze_tekst_niet(sliedrecht, dordrecht) -> None:
    rij = eigen(sliedrecht, "Hond")
    buiten = als(Rol.PUBLICIST, dordrecht)
    eigen_versie = eigen(dordrecht, "Kat").versie
    assert buiten.post(adres(rij.versie, "beeindigen", rij.pk)).status_code == 404
    # Not through an own local version either.
    assert buiten.post(adres(eigen_versie, "beeindigen", rij.pk)).status_code == 404
    with pytest.raises(Exception, match="niet over beslissen"):
        beeindig(afwijking=rij, door=buiten.gebruiker)
    assert Afwijking.objects.count() == 2


def test_een_vast_aantal_vragen_aan_de_database(publicist, sliedrecht) -> None:
    pad = adres(LokaleVersie, "opruimen")
    for nummer in range(2):
        eigen(sliedrecht, f"Product {nummer}", "U betaalt met pin of contant.")
    een = len(vragen(publicist, pad))
    for nummer in range(2, 6):
        eigen(sliedrecht, f"Product {nummer}", "U betaalt met pin of contant.")
    zes = vragen(publicist, pad)
    assert len(zes) <= een, "\n".join(zes)
    assert len(zes) <= BUDGET, "\n".join(zes)


def test_bladeren_houdt_de_keuze_vast(publicist, sliedrecht, monkeypatch) -> None:
    monkeypatch.setattr("redactie.cms.opruimen.PER_PAGINA", 1)
    eigen(sliedrecht, "Een")
    eigen(sliedrecht, "Twee")
    scherm = publicist.get(adres(LokaleVersie, "opruimen"), {"wat": "alles"}).content.decode()
    assert '<a href="?wat=alles&amp;p=2">Volgende</a>' in scherm
    assert "Bladzijde 1 van 2" in scherm
