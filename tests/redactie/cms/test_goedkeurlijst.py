"""Handing in, asking a colleague, sending back, standing in; urgent texts that are checked afterwards."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.utils import timezone

from redactie.cms.goedkeurlijst import wachtzinnen
from redactie.indienen import collegas, wijs_toe
from redactie.keuzes import Klasse, Rol
from redactie.models import Gemeente, LogRegel, Product, Spoedpublicatie, Vervanging
from redactie.spoedpublicatie import GECONTROLEERD, MET_SPOED, controleer
from tests import factories as f
from tests.redactie.cms.hulp import adres, als, formulier
from tests.redactie.cms.test_lijsten import vragen
from tests.redactie.cms.test_twee_paar_ogen import (
    DIEN_IN,
    PUBLICEER,
    ander,
    eigen,
    goedkeuring,
    schrijf,
    schrijver,
    sliedrecht,
    vers,
)

__all__ = ["ander", "eigen", "schrijver", "sliedrecht"]
pytestmark = pytest.mark.django_db
LIJST = "/redactie/ter-goedkeuring/"


def zinnen(client: Client) -> list[str]:
    client.gebruiker.refresh_from_db()
    return [zin["tekst"] for zin in wachtzinnen(client.gebruiker)]


def beslis(client: Client, product: Product, actie: str, **meer: str) -> Any:
    taak = vers(product).current_workflow_task_state.pk
    return client.post(adres(product, "workflow_action", actie, taak), meer)


@pytest.fixture
def redacteur(sliedrecht: Gemeente) -> Client:
    return als(Rol.REDACTEUR, sliedrecht)


class TestLijst:
    def test_wie_goedkeurt_en_wie_wacht_zien_het_op_start_en_in_de_lijsten(
        self, redacteur: Client, ander: Client, eigen: Product
    ) -> None:
        schrijf(redacteur, eigen, DIEN_IN)
        assert zinnen(ander) == ["“Paspoort aanvragen” wacht op uw goedkeuring."]
        assert zinnen(redacteur) == ["“Paspoort aanvragen” van u wacht op een collega."]
        for client in (ander, redacteur):
            assert str(eigen) in client.get(LIJST).content.decode()
            assert "ter goedkeuring" in client.get(adres(Product, "list")).content.decode()
        assert "“Paspoort aanvragen” wacht op uw goedkeuring." in ander.get("/redactie/").content.decode()

    def test_een_andere_gemeente_ziet_er_niets_van(self, redacteur: Client, eigen: Product) -> None:
        schrijf(redacteur, eigen, DIEN_IN)
        buur = als(Rol.PUBLICIST, f.GemeenteFactory(slug="dordrecht"))
        assert zinnen(buur) == []
        assert str(eigen) not in buur.get(LIJST).content.decode()

    def test_wie_meeschreef_krijgt_het_niet_ter_goedkeuring(self, schrijver, eigen) -> None:
        schrijf(schrijver, eigen, DIEN_IN)
        assert zinnen(schrijver) == ["“Paspoort aanvragen” van u wacht op een collega."]

    def test_binnen_het_aantal_vragen_voor_hoeveel_teksten_ook(self, redacteur, ander, sliedrecht) -> None:
        def dien_in(nummer: int) -> None:
            tekst = f.ProductFactory(gemeente=sliedrecht, gepubliceerd=True, titel=f"Tekst {nummer}")
            schrijf(redacteur, tekst, DIEN_IN)

        paden = {"/redactie/": 25, LIJST: 12, adres(Product, "list"): 12}
        dien_in(1)
        een = {pad: vragen(ander, pad) for pad in paden}
        for nummer in (2, 3, 4):
            dien_in(nummer)
        for pad, budget in paden.items():
            meer = vragen(ander, pad)
            assert len(meer) <= len(een[pad]) <= budget, "\n".join(meer)
        assert "4 teksten wachten op uw goedkeuring." in ander.get("/redactie/").content.decode()


class TestTerugEnIntrekken:
    def test_terug_met_een_opmerking_die_de_schrijver_leest(self, redacteur, ander, eigen) -> None:
        schrijf(redacteur, eigen, DIEN_IN)
        beslis(ander, eigen, "reject", comment="Noem ook het pinnen.")
        assert zinnen(redacteur) == ["“Paspoort aanvragen” kwam bij u terug met een opmerking."]
        assert "Noem ook het pinnen." in redacteur.get(LIJST).content.decode()
        redacteur.post(adres(eigen), formulier(redacteur, adres(eigen)) | DIEN_IN)
        assert zinnen(ander) == ["“Paspoort aanvragen” wacht op uw goedkeuring."]

    def test_terugsturen_zonder_opmerking_gaat_niet(self, redacteur, ander, eigen) -> None:
        schrijf(redacteur, eigen, DIEN_IN)
        beslis(ander, eigen, "reject", comment=" ")
        assert vers(eigen).workflow_in_progress
        los = {"action-workflow-action": "true", "workflow-action-name": "reject"}
        ander.post(adres(eigen), formulier(ander, adres(eigen)) | los)
        assert vers(eigen).workflow_in_progress

    def test_de_indiener_trekt_het_zelf_in(self, redacteur, ander, eigen) -> None:
        schrijf(redacteur, eigen, DIEN_IN)
        assert "Trek in" in redacteur.get(adres(eigen)).content.decode()
        redacteur.post(adres(eigen), {"action-cancel-workflow": "1"})
        assert vers(eigen).current_workflow_state is None
        assert vers(eigen).get_latest_revision_as_object().kosten == "Gratis."
        assert zinnen(ander) == []


class TestToewijzen:
    def test_een_collega_vragen(self, redacteur, schrijver, ander, eigen) -> None:
        schrijf(redacteur, eigen, DIEN_IN)
        scherm = redacteur.get(adres(eigen, "toewijzen")).content.decode()
        assert ander.gebruiker.get_full_name() in scherm
        redacteur.post(adres(eigen, "toewijzen"), {"aan": ander.gebruiker.pk})
        assert zinnen(ander) == ["U bent gevraagd om “Paspoort aanvragen” goed te keuren."]
        assert zinnen(schrijver) == ["“Paspoort aanvragen” wacht op uw goedkeuring."]
        assert LogRegel.objects.filter(action="antwoord.taak.toegewezen").get().user == redacteur.gebruiker
        schrijver.post(goedkeuring(eigen))
        assert vers(eigen).live

    def test_alleen_wie_het_mag_nakijken_en_er_niet_aan_schreef(self, schrijver, ander, eigen) -> None:
        schrijf(schrijver, eigen, DIEN_IN)
        assert collegas(vers(eigen)) == [ander.gebruiker]
        with pytest.raises(ValidationError, match="Kies een ander"):
            wijs_toe(ding=vers(eigen), aan=schrijver.gebruiker, door=schrijver.gebruiker)
        antwoord = schrijver.post(adres(eigen, "toewijzen"), {"aan": schrijver.gebruiker.pk})
        assert antwoord.status_code == 200

    def test_wat_niet_is_ingediend_kan_niemand_nakijken(self, schrijver, ander, eigen) -> None:
        assert schrijver.get(adres(eigen, "toewijzen")).status_code == 302
        with pytest.raises(ValidationError, match="niet ingediend"):
            wijs_toe(ding=vers(eigen), aan=ander.gebruiker, door=schrijver.gebruiker)


class TestVervanging:
    @pytest.fixture
    def vervanging(self, schrijver: Client, redacteur: Client) -> Vervanging:
        vandaag = timezone.localdate()
        return Vervanging.objects.create(
            afwezig=schrijver.gebruiker, vervanger=redacteur.gebruiker, van=vandaag, tot=vandaag
        )

    def test_wie_vervangt_keurt_goed_wat_een_ander_schreef(
        self, sliedrecht, schrijver, redacteur, vervanging, eigen
    ) -> None:
        schrijf(schrijver, eigen, DIEN_IN)
        assert zinnen(redacteur) == ["“Paspoort aanvragen” wacht op uw goedkeuring."]
        assert redacteur.gebruiker in collegas(vers(eigen))
        redacteur.post(goedkeuring(eigen))
        assert vers(eigen).kosten == "Gratis."

    def test_ook_de_vervanger_publiceert_zijn_eigen_tekst_niet(self, redacteur, vervanging, eigen) -> None:
        schrijf(redacteur, eigen, PUBLICEER)
        schrijf(redacteur, eigen, DIEN_IN)
        redacteur.post(goedkeuring(eigen))
        assert vers(eigen).kosten == "Met pin."

    def test_wat_aan_de_afwezige_gevraagd_is_is_aan_de_vervanger_gevraagd(
        self, ander, schrijver, redacteur, vervanging, eigen
    ) -> None:
        schrijf(ander, eigen, DIEN_IN)
        wijs_toe(ding=vers(eigen), aan=schrijver.gebruiker, door=ander.gebruiker)
        assert zinnen(redacteur) == ["U bent gevraagd om “Paspoort aanvragen” goed te keuren."]

    @pytest.mark.parametrize("wat", ["nog niet", "voorbij", "account dicht"])
    def test_buiten_de_dagen_of_met_een_gesloten_account_geldt_zij_niet(
        self, wat, schrijver, redacteur, vervanging, eigen
    ) -> None:
        morgen = timezone.localdate() + timedelta(days=1)
        if wat == "nog niet":
            Vervanging.objects.update(van=morgen, tot=morgen)
        elif wat == "voorbij":
            gisteren = timezone.localdate() - timedelta(days=1)
            Vervanging.objects.update(van=gisteren, tot=gisteren)
        schrijf(schrijver, eigen, DIEN_IN)
        if wat == "account dicht":
            schrijver.gebruiker.is_active = False
            schrijver.gebruiker.save()
        assert zinnen(redacteur) == []
        redacteur.post(goedkeuring(eigen))
        assert vers(eigen).kosten == "Met pin."

    def test_beheer_gaat_niet_mee(self, redacteur) -> None:
        beheerder, vandaag = als(Rol.BEHEERDER), timezone.localdate()
        Vervanging.objects.create(
            afwezig=beheerder.gebruiker, vervanger=redacteur.gebruiker, van=vandaag, tot=vandaag
        )
        assert redacteur.get(adres(Vervanging, "list")).status_code in (302, 404)
        assert beheerder.get(adres(Vervanging, "list")).status_code == 200


class TestSpoed:
    VELDEN = {
        "klasse": Klasse.SPOED.value,
        "nakijken_voor": "2099-01-01",
        "toelichting": "De balie is dicht.",
    }

    @pytest.fixture
    def spoed(self, schrijver: Client, eigen: Product) -> Product:
        schrijf(schrijver, eigen, **self.VELDEN)
        return vers(eigen)

    def publiceer(self, client: Client, product: Product, reden: str = "De balie is nu al dicht.") -> Any:
        gegevens = {"revisie": vers(product).latest_revision_id, "reden": reden}
        return client.post(adres(product, "spoed"), gegevens)

    def test_een_spoedtekst_gaat_meteen_live_en_een_ander_controleert_hem(
        self, schrijver, ander, spoed
    ) -> None:
        assert adres(spoed, "spoed") in schrijver.get(adres(spoed)).content.decode()
        assert "Gratis." in schrijver.get(adres(spoed, "spoed")).content.decode()
        assert self.publiceer(schrijver, spoed).status_code == 302
        assert vers(spoed).kosten == "Gratis."
        assert zinnen(ander) == ["“Paspoort aanvragen” ging met spoed live en wacht op controle."]
        assert zinnen(schrijver) == []
        rij = Spoedpublicatie.objects.get()
        assert "De balie is nu al dicht." in ander.get(LIJST).content.decode()
        pad = adres(spoed, "spoedcontrole", rij.pk)
        assert "Gratis." in ander.get(pad).content.decode()
        assert ander.post(pad, {"opmerking": "Klopt."}).status_code == 302
        assert zinnen(ander) == []
        acties = LogRegel.objects.filter(action__in=(MET_SPOED, GECONTROLEERD)).order_by("timestamp")
        assert [(regel.user, regel.waarom) for regel in acties] == [
            (schrijver.gebruiker, "De balie is nu al dicht."),
            (ander.gebruiker, "Klopt."),
        ]

    def test_een_reden_is_nodig_en_niets_getypts_gaat_verloren(self, schrijver, spoed) -> None:
        antwoord = self.publiceer(schrijver, spoed, reden=" ")
        assert "Schrijf op waarom dit niet kan wachten" in antwoord.content.decode()
        assert vers(spoed).kosten == "Met pin."

    def test_alleen_wat_spoed_is_gaat_erlangs(self, schrijver, eigen) -> None:
        schrijf(schrijver, eigen)
        assert schrijver.get(adres(eigen, "spoed")).status_code == 302
        assert "Dit concept is geen spoed" in self.publiceer(schrijver, eigen).content.decode()
        assert vers(eigen).kosten == "Met pin."

    def test_wie_niet_mag_publiceren_mag_ook_dit_niet(self, redacteur, spoed) -> None:
        assert self.publiceer(redacteur, spoed).status_code == 404
        assert vers(spoed).kosten == "Met pin."

    def test_wie_schreef_of_publiceerde_controleert_niet(self, schrijver, ander, spoed) -> None:
        self.publiceer(ander, spoed)
        rij = Spoedpublicatie.objects.get()
        for client in (schrijver, ander):
            with pytest.raises(PermissionDenied):
                controleer(spoed=rij, door=client.gebruiker)
            client.post(adres(spoed, "spoedcontrole", rij.pk))
        assert Spoedpublicatie.objects.get().gecontroleerd_op is None

    def test_een_concept_dat_intussen_veranderde_gaat_niet_ongezien_uit(
        self, schrijver, ander, spoed
    ) -> None:
        gezien = spoed.latest_revision_id
        schrijf(ander, spoed, kosten="Toch 5 euro.", **self.VELDEN)
        antwoord = schrijver.post(adres(spoed, "spoed"), {"revisie": gezien, "reden": "Nu."})
        assert "intussen veranderd" in antwoord.content.decode()
        assert vers(spoed).kosten == "Met pin."

    def test_de_volgende_eigen_publicatie_wacht_weer_op_een_ander(self, schrijver, spoed) -> None:
        self.publiceer(schrijver, spoed)
        assert schrijf(schrijver, spoed, PUBLICEER, kosten="Nog iets.").status_code == 200
        assert vers(spoed).kosten == "Gratis."

    def test_zonder_tweede_paar_ogen_is_het_niet_nodig(self, schrijver, sliedrecht, spoed) -> None:
        sliedrecht.twee_paar_ogen = False
        sliedrecht.save()
        assert schrijver.get(adres(spoed, "spoed")).status_code == 302
        assert "geen tweede paar ogen nodig" in self.publiceer(schrijver, spoed).content.decode()
