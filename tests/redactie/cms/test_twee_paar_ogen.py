"""Two pairs of eyes: along every road somebody else publishes what one wrote; not asked for, nothing changes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from redactie.bedenktijd import neem_terug, terug_te_nemen
from redactie.beeindigen import beeindig
from redactie.herzien import beslis
from redactie.keuzes import Besluit, Klasse, Rol
from redactie.models import Afwijking, Gemeente, LokaleVersie, Product
from redactie.teksten import Wijzigingsnota, corrigeer_live_tekst, plan_tekst
from redactie.tweede_paar import EIGEN_WERK, EigenWerk, schrijvers
from redactie.veld import Veld
from tests import factories as f
from tests.redactie.cms.hulp import adres, als, formulier, fouten

pytestmark = pytest.mark.django_db
PUBLICEER = {"action-publish": "1"}
DIEN_IN = {"action-submit": "1"}
NOTA = Wijzigingsnota(toelichting="Nieuw besluit.")


@pytest.fixture
def sliedrecht() -> Gemeente:
    return f.GemeenteFactory(slug="sliedrecht", twee_paar_ogen=True)


@pytest.fixture
def schrijver(sliedrecht: Gemeente) -> Client:
    """A publicist: may publish, but not what he wrote himself."""
    return als(Rol.PUBLICIST, sliedrecht)


@pytest.fixture
def ander(sliedrecht: Gemeente) -> Client:
    return als(Rol.PUBLICIST, sliedrecht)


@pytest.fixture
def eigen(sliedrecht: Gemeente) -> Product:
    return f.ProductFactory(gemeente=sliedrecht, gepubliceerd=True, kosten="Met pin.")


@pytest.fixture
def versie(sliedrecht: Gemeente) -> LokaleVersie:
    return f.LokaleVersieFactory(
        gemeente=sliedrecht, gepubliceerd=True, wijkt_af={"kosten": "Contant.\n\nMet pin."}
    )


def vers(ding: Any) -> Any:
    return type(ding).objects.get(pk=ding.pk)


def schrijf(client: Client, ding: Any, actie: dict[str, str] | None = None, **velden: str) -> Any:
    velden = {"kosten": "Gratis.", "toelichting": "Besluit van de raad."} | velden
    return client.post(adres(ding), formulier(client, adres(ding)) | velden | (actie or {}))


def goedkeuring(ding: Any) -> str:
    return adres(ding, "workflow_action", "approve", vers(ding).current_workflow_task_state.pk)


def eigen_tekst(versie: LokaleVersie) -> str:
    rij = Afwijking.objects.filter(versie=versie, veld="kosten").first()
    return rij.tekst if rij is not None else ""


def verander_regio(versie: LokaleVersie) -> None:
    product = versie.product
    product.kosten, product.toelichting = "U betaalt vooraf.", "De balie is kassaloos."
    f.publiceer(product)


class TestWegen:
    """Each road along which something goes live."""

    def test_publiceren_op_het_bewerkscherm(self, schrijver: Client, eigen: Product) -> None:
        antwoord = schrijf(schrijver, eigen, PUBLICEER)
        assert fouten(antwoord)["__all__"] == [EIGEN_WERK]
        assert "Gratis." in antwoord.content.decode()
        assert vers(eigen).kosten == "Met pin."

    def test_publiceren_van_een_concept_dat_men_eerder_zelf_bewaarde(self, schrijver, eigen) -> None:
        schrijf(schrijver, eigen)
        antwoord = schrijver.post(adres(eigen), formulier(schrijver, adres(eigen)) | PUBLICEER)
        assert fouten(antwoord)["__all__"] == [EIGEN_WERK]
        assert "action-publish" not in schrijver.get(adres(eigen)).content.decode()

    def test_iets_nieuws_maken_en_meteen_publiceren(self, schrijver: Client) -> None:
        nieuw = adres(Product, "add")
        veld = formulier(schrijver, nieuw) | {"titel": "Baggerfestival", "samenvatting": "Op 1 mei."}
        assert EIGEN_WERK in fouten(schrijver.post(nieuw, veld | PUBLICEER))["__all__"]
        assert not Product.objects.filter(live=True).exists()

    def test_een_oudere_revisie_terugzetten_en_publiceren(self, schrijver: Client, eigen: Product) -> None:
        oud = vers(eigen).latest_revision_id
        schrijf(schrijver, eigen)
        pad = adres(eigen, "revisions_revert", oud)
        veld = formulier(schrijver, pad) | {"toelichting": "Terug."}
        assert EIGEN_WERK in fouten(schrijver.post(pad, veld | PUBLICEER))["__all__"]

    def test_goedkeuren_uit_de_lijst(self, schrijver: Client, ander: Client, eigen: Product) -> None:
        schrijf(schrijver, eigen, DIEN_IN)
        schrijver.post(goedkeuring(eigen))
        assert vers(eigen).kosten == "Met pin."
        ander.post(goedkeuring(eigen))
        assert vers(eigen).kosten == "Gratis."

    def test_goedkeuren_op_het_bewerkscherm(self, schrijver: Client, ander: Client, eigen: Product) -> None:
        schrijf(schrijver, eigen, DIEN_IN, kosten="Gratis.\r\n\r\nOok op zaterdag.")
        keur = {"action-workflow-action": "true", "workflow-action-name": "approve"}
        schrijver.post(adres(eigen), formulier(schrijver, adres(eigen)) | keur)
        assert vers(eigen).kosten == "Met pin."
        antwoord = ander.post(adres(eigen), formulier(ander, adres(eigen)) | keur)
        assert antwoord.status_code == 302, fouten(antwoord)
        assert vers(eigen).kosten == "Gratis.\n\nOok op zaterdag."

    def test_wie_bij_het_goedkeuren_zelf_iets_verandert_keurt_het_niet_goed(
        self, schrijver: Client, ander: Client, eigen: Product
    ) -> None:
        schrijf(schrijver, eigen, DIEN_IN)
        keur = {"action-workflow-action": "true", "workflow-action-name": "approve"}
        veld = formulier(ander, adres(eigen)) | {"kosten": "Toch 5 euro."}
        assert fouten(ander.post(adres(eigen), veld | keur))["__all__"] == [EIGEN_WERK]
        assert vers(eigen).kosten == "Met pin."

    def test_een_bulkactie_is_er_niet(self, schrijver: Client, eigen: Product) -> None:
        assert schrijver.post(f"/redactie/bulk/redactie/product/publish/?id={eigen.pk}").status_code == 404

    def test_de_laatste_publicatie_terugdraaien_wordt_een_ingediend_concept(
        self, schrijver: Client, ander: Client, eigen: Product
    ) -> None:
        schrijf(ander, eigen, DIEN_IN)
        schrijver.post(goedkeuring(eigen))
        pad = adres(eigen, "terugzetten")
        regel = schrijver.get(pad).context["weg"].regel
        antwoord = schrijver.post(pad, {"regel": regel, "reden": "Te vroeg."}, follow=True)
        assert "Een collega kijkt hem na" in antwoord.content.decode()
        assert (vers(eigen).kosten, vers(eigen).workflow_in_progress) == ("Gratis.", True)
        schrijver.post(goedkeuring(eigen))
        assert vers(eigen).kosten == "Gratis."
        ander.post(goedkeuring(eigen))
        assert vers(eigen).kosten == "Met pin."

    def test_terugdraaien_laat_een_concept_van_een_ander_heel(self, schrijver, ander, eigen) -> None:
        schrijf(ander, eigen, DIEN_IN)
        schrijver.post(goedkeuring(eigen))
        schrijf(ander, eigen, kosten="Nog niet af.")
        pad = adres(eigen, "terugzetten")
        regel = schrijver.get(pad).context["weg"].regel
        assert "al een concept klaar" in schrijver.post(pad, {"regel": regel, "reden": "x"}).content.decode()
        assert vers(eigen).get_latest_revision_as_object().kosten == "Nog niet af."

    @pytest.mark.parametrize("besluit", [Besluit.VOLGEN, Besluit.COMBINEREN])
    def test_een_besluit_bij_het_herzien_komt_in_het_concept(self, schrijver, ander, versie, besluit) -> None:
        verander_regio(versie)
        vastgelegd = beslis(
            versie=versie,
            veld=Veld.KOSTEN,
            besluit=besluit,
            afwijking=versie.afwijkingen.get(),
            tekst="Vooraf.",
            door=schrijver.gebruiker,
        )
        assert (vastgelegd, eigen_tekst(versie)) == (None, "Contant.\n\nMet pin.")
        schrijver.post(adres(versie), formulier(schrijver, adres(versie)) | DIEN_IN)
        ander.post(goedkeuring(versie))
        assert eigen_tekst(versie) == ("Vooraf." if besluit is Besluit.COMBINEREN else "")

    def test_een_eigen_tekst_beeindigen_en_dat_terugnemen_komt_in_het_concept(
        self, schrijver, versie
    ) -> None:
        assert not beeindig(afwijking=versie.afwijkingen.get(), door=schrijver.gebruiker)
        assert eigen_tekst(versie) == "Contant.\n\nMet pin."
        besluit = terug_te_nemen(versie, Veld.KOSTEN)
        assert not neem_terug(bedenktijd=besluit, door=schrijver.gebruiker)
        assert eigen_tekst(versie) == "Contant.\n\nMet pin."

    def test_een_besluit_van_voor_de_keuze_terugnemen_komt_ook_in_het_concept(
        self, schrijver, sliedrecht, versie
    ) -> None:
        sliedrecht.twee_paar_ogen = False
        sliedrecht.save()
        assert beeindig(afwijking=vers(versie).afwijkingen.get(), door=schrijver.gebruiker)
        sliedrecht.twee_paar_ogen = True
        sliedrecht.save()
        assert not neem_terug(bedenktijd=terug_te_nemen(vers(versie), Veld.KOSTEN), door=schrijver.gebruiker)
        assert eigen_tekst(versie) == ""

    def test_een_correctie_naast_het_concept_gaat_niet(self, schrijver: Client, eigen: Product) -> None:
        with pytest.raises(ValidationError, match="Hier kijkt een collega elke tekst na"):
            corrigeer_live_tekst(
                product=eigen, veld=Veld.KOSTEN, tekst="Gratis.", nota=NOTA, door=schrijver.gebruiker
            )

    @pytest.mark.parametrize("wat", ["plannen", "corrigeren"])
    def test_plannen_en_corrigeren_zegt_het_voordat_iemand_typt(self, schrijver, eigen, wat) -> None:
        antwoord = schrijver.get(adres(eigen, wat), follow=True)
        assert antwoord.redirect_chain
        assert "Hier kijkt een collega elke tekst na" in antwoord.content.decode()
        assert adres(eigen, wat) not in antwoord.content.decode()
        veld = {"tekst": "Gratis.", "vanaf": "2099-01-01", "klasse": "cosmetisch"}
        schrijver.post(f"{adres(eigen, wat)}?veld=kosten", veld)
        assert eigen.tekstversies.filter(tekst="Gratis.").count() == 0

    def test_een_code_die_een_eigen_revisie_publiceert_wordt_geweigerd(self, schrijver, eigen) -> None:
        eigen.kosten = "Gratis."
        revisie = eigen.save_revision(user=schrijver.gebruiker)
        with pytest.raises(EigenWerk):
            revisie.publish(user=schrijver.gebruiker, skip_permission_checks=True)

    def test_van_de_site_halen_mag_wie_mag_publiceren_meteen(self, schrijver: Client, eigen: Product) -> None:
        schrijver.post(adres(eigen, "unpublish"))
        assert not vers(eigen).live


class TestWieSchreef:
    def test_bewaren_zonder_iets_te_veranderen_is_geen_schrijven(self, schrijver, ander, eigen) -> None:
        schrijf(schrijver, eigen, kosten="Gratis.\r\n\r\nOok op zaterdag.")
        ander.post(adres(eigen), formulier(ander, adres(eigen)))
        assert schrijvers(vers(eigen)) == {schrijver.gebruiker.pk}

    def test_wie_eerder_in_dit_concept_schreef_blijft_schrijver(self, schrijver, ander, eigen) -> None:
        schrijf(schrijver, eigen)
        schrijf(ander, eigen, kosten="Toch 5 euro.")
        assert schrijvers(vers(eigen)) == {schrijver.gebruiker.pk, ander.gebruiker.pk}

    def test_na_een_publicatie_begint_het_opnieuw(self, schrijver, ander, eigen) -> None:
        schrijf(schrijver, eigen, DIEN_IN)
        ander.post(goedkeuring(eigen))
        schrijf(ander, eigen, DIEN_IN, kosten="Toch 5 euro.")
        assert schrijvers(vers(eigen)) == {ander.gebruiker.pk}
        schrijver.post(goedkeuring(eigen))
        assert vers(eigen).kosten == "Toch 5 euro."

    def test_een_kind_van_een_lokale_versie_telt_mee(self, schrijver, ander, versie) -> None:
        veld = formulier(schrijver, adres(versie)) | {"afwijkingen-0-tekst": "Alleen met pin."}
        schrijver.post(adres(versie), veld)
        ander.post(adres(versie), formulier(ander, adres(versie)))
        assert schrijvers(vers(versie)) == {schrijver.gebruiker.pk}

    def test_wat_niemand_schreef_mag_een_publiceren(self, schrijver: Client, eigen: Product) -> None:
        eigen.kosten = "Uit een bestand."
        eigen.save_revision()
        antwoord = schrijver.post(adres(eigen), formulier(schrijver, adres(eigen)) | PUBLICEER)
        assert "toelichting" in fouten(antwoord)
        eigen.toelichting = "Ingelezen."
        eigen.save_revision()
        assert "action-publish" in schrijver.get(adres(eigen)).content.decode()
        antwoord = schrijver.post(adres(eigen), formulier(schrijver, adres(eigen)) | PUBLICEER)
        assert vers(eigen).kosten == "Uit een bestand."


class TestZonder:
    """Where it is not asked for, one person does it all."""

    def test_een_gemeente_die_het_niet_vraagt(self) -> None:
        dordrecht = f.GemeenteFactory(slug="dordrecht")
        publicist = als(Rol.PUBLICIST, dordrecht)
        eigen = f.ProductFactory(gemeente=dordrecht, gepubliceerd=True, kosten="Met pin.")
        assert schrijf(publicist, eigen, PUBLICEER).status_code == 302
        assert vers(eigen).kosten == "Gratis."
        pad = adres(eigen, "terugzetten")
        assert "action-publish" in publicist.get(adres(eigen)).content.decode()
        assert publicist.get(pad).status_code in (200, 302)

    def test_de_regio_kiest_zelf_los_van_de_gemeenten(self, sliedrecht: Gemeente) -> None:
        centraal, product = als(Rol.CENTRAAL), f.ProductFactory(gepubliceerd=True, kosten="Met pin.")
        assert schrijf(centraal, product, PUBLICEER).status_code == 302
        f.RegioFactory(twee_paar_ogen=True)
        assert schrijf(centraal, product, PUBLICEER, kosten="Nu anders.").status_code == 200
        assert vers(product).kosten == "Gratis."
        with pytest.raises(ValidationError, match="Hier kijkt een collega elke tekst na"):
            plan_tekst(
                product=product,
                veld=Veld.KOSTEN,
                tekst="Straks.",
                vanaf=timezone.now() + timedelta(days=3),
                nota=Wijzigingsnota(klasse=Klasse.COSMETISCH),
                door=centraal.gebruiker,
            )
