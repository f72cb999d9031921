"""Pausing, and withdrawing everywhere: only an administrator does so, and reads first what it does."""

from __future__ import annotations

import pytest
from django.urls import reverse

from redactie.keuzes import Rol
from redactie.models import Product
from sync.models import Intrekking, Pauze
from tests.redactie.cms.hulp import als, lees

pytestmark = pytest.mark.django_db


def test_pauzeren_en_hervatten_op_het_scherm(website):
    beheer = als(Rol.BEHEERDER)
    leeg = beheer.post(reverse("antwoord_pauzes"), {"bereik": "dordrecht", "reden": ""})
    assert "Zeg waarom" in leeg.content.decode()
    pagina = beheer.post(
        reverse("antwoord_pauzes"), {"bereik": "dordrecht", "reden": "Verhuizing"}, follow=True
    ).content.decode()
    assert "Dordrecht is gepauzeerd. Daar gaat niets nieuws meer live. Intrekken kan wel." in pagina
    dubbel = beheer.post(reverse("antwoord_pauzes"), {"bereik": "dordrecht", "reden": "Nog eens"})
    assert "Dit staat al op pauze." in dubbel.content.decode()
    assert "Nog eens" in dubbel.content.decode()
    assert "Verhuizing" in lees(beheer, "antwoord_publicatie")
    beheer.post(reverse("antwoord_pauzes"), {"bereik": "alles", "reden": "Storing"})
    assert "De publicatie is gepauzeerd sinds" in lees(beheer, "antwoord_publicatie")
    hervat = [
        beheer.post(reverse("antwoord_pauze_hervat", args=[pauze.pk]), follow=True).content.decode()
        for pauze in Pauze.objects.order_by("-bereik")
    ]
    assert "Alles staat nog op pauze" in hervat[0]
    assert 'aria-label="Hervat alles"' in hervat[0]
    assert "Hervat. Wat intussen veranderde, gaat nu live." in hervat[1]
    assert not Pauze.objects.exists()


def test_overal_intrekken_zegt_eerst_wat_er_gebeurt_en_geeft_een_bewijs(website):
    beheer = als(Rol.BEHEERDER)
    pagina = lees(beheer, "antwoord_intrekken", "paspoort")
    assert "verdwijnt meteen bij 2 gemeenten en de regio" in pagina
    assert "Website Sliedrecht (leverancier)" in pagina
    anders = beheer.post(
        reverse("antwoord_intrekken", args=["paspoort"]), {"reden": "Fout bedrag", "gezien": "1"}
    )
    assert "Bekijk de lijst opnieuw" in anders.content.decode()
    assert "Fout bedrag" in anders.content.decode()
    bewijs = beheer.post(
        reverse("antwoord_intrekken", args=["paspoort"]), {"reden": "Fout bedrag", "gezien": "3"}, follow=True
    ).content.decode()
    assert "Bewijs van intrekking" in bewijs
    assert "Fout bedrag" in bewijs
    assert not Product.objects.get().live
    assert "Paspoort aanvragen" in lees(beheer, "antwoord_intrekkingen")
    # Who clicks twice, or a colleague who was later, comes to the same receipt.
    nog_eens = beheer.post(
        reverse("antwoord_intrekken", args=["paspoort"]), {"reden": "Fout bedrag", "gezien": "3"}, follow=True
    ).content.decode()
    assert "Deze tekst is al ingetrokken." in nog_eens
    assert "Bewijs van intrekking" in nog_eens
    assert Intrekking.objects.count() == 1
    assert beheer.get(reverse("antwoord_intrekken", args=["nergens"])).status_code == 404


def test_meer_intrekkingen_dan_op_een_blad_staan_op_het_volgende(website):
    for nummer in range(51):
        Intrekking.objects.create(sleutel="x", titel=f"Tekst {nummer}.", reden="x", door="An")
    beheer = als(Rol.BEHEERDER)
    assert "Tekst 0." not in lees(beheer, "antwoord_intrekkingen")
    tweede = lees(beheer, "antwoord_intrekkingen", vraag="?p=2")
    assert "Tekst 0." in tweede
    assert "Bladzijde 2 van 2" in tweede
