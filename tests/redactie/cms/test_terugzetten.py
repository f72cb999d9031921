"""Undoing the last publication: what stood before it is live again, nothing else goes along and nothing is lost."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from redactie.keuzes import Rol
from redactie.models import LogRegel, LokaleVersie, Product, Tekstversie
from redactie.teksten import Wijzigingsnota, corrigeer_live_tekst, plan_tekst
from redactie.terugzetten import TERUGGEZET, terugweg
from redactie.veld import Veld
from tests import factories as f
from tests.redactie.cms.hulp import adres, als, formulier, fouten

pytestmark = pytest.mark.django_db

NOTA = Wijzigingsnota(toelichting="Anders.")


@pytest.fixture
def centraal() -> Client:
    return als(Rol.CENTRAAL)


@pytest.fixture
def product() -> Product:
    return f.ProductFactory(gepubliceerd=True, kosten="U betaalt 10 euro.", termijn="Na 5 dagen.")


def vers(ding: Any) -> Any:
    return type(ding).objects.get(pk=ding.pk)


def publiceer(client: Client, ding: Any, **velden: Any) -> None:
    gegevens = formulier(client, adres(ding)) | {"toelichting": "Nieuw besluit.", **velden}
    antwoord = client.post(adres(ding), gegevens | {"action-publish": "1"})
    assert antwoord.status_code == 302, fouten(antwoord)


def bewaar(client: Client, ding: Any, **velden: Any) -> None:
    assert client.post(adres(ding), formulier(client, adres(ding)) | velden).status_code == 302


def draai_terug(client: Client, ding: Any, reden: str = "Het bedrag klopte niet.") -> Any:
    return client.post(adres(ding, "terugzetten"), {"regel": gezien(client, ding), "reden": reden})


def gezien(client: Client, ding: Any) -> str:
    return client.get(adres(ding, "terugzetten")).context["weg"].regel


def geldt(product: Product, veld: str) -> str:
    nu = timezone.now()
    return product.tekstversies.filter(veld=veld, vanaf__lte=nu).order_by("vanaf", "pk").last().tekst


def test_wat_ervoor_stond_staat_er_weer(centraal: Client, product: Product) -> None:
    publiceer(centraal, product, kosten="U betaalt 100 euro.", trefwoorden="duur")
    html = centraal.get(adres(product, "terugzetten")).content.decode()
    assert '<span class="deletion">100 euro.</span>' in html
    assert '<span class="deletion">duur</span>' in html
    assert "Nieuw besluit." not in html
    assert "Draai de laatste publicatie terug" in html
    assert draai_terug(centraal, product).status_code == 302
    assert geldt(product, "kosten") == vers(product).kosten == "U betaalt 10 euro."
    assert vers(product).trefwoorden == product.trefwoorden
    assert not vers(product).has_unpublished_changes
    nieuwste = Tekstversie.objects.filter(product=product).latest("vanaf")
    assert (nieuwste.veld, nieuwste.toelichting) == ("kosten", "Het bedrag klopte niet.")
    (regel,) = LogRegel.objects.for_instance(product).filter(action=TERUGGEZET)
    assert (regel.user, regel.data["reden"]) == (centraal.gebruiker, "Het bedrag klopte niet.")


def test_nog_eens_zet_de_teruggedraaide_tekst_weer_neer(centraal: Client, product: Product) -> None:
    publiceer(centraal, product, kosten="U betaalt 100 euro.")
    draai_terug(centraal, product)
    draai_terug(centraal, product, "Toch wel.")
    assert geldt(product, "kosten") == "U betaalt 100 euro."


def test_zonder_reden_gebeurt_er_niets_en_blijft_het_scherm(centraal: Client, product: Product) -> None:
    publiceer(centraal, product, kosten="U betaalt 100 euro.")
    antwoord = draai_terug(centraal, product, " ")
    assert "Schrijf op waarom u de publicatie terugdraait." in antwoord.content.decode()
    assert vers(product).kosten == "U betaalt 100 euro."


@pytest.mark.usefixtures("klok_reist_mee")
def test_een_geplande_en_een_gecorrigeerde_tekst_blijven(centraal: Client) -> None:
    with time_machine.travel(timezone.now() - timedelta(days=3)):
        product = f.ProductFactory(gepubliceerd=True, kosten="U betaalt 10 euro.", termijn="Na 5 dagen.")
        morgen = timezone.now() + timedelta(days=1)
        plan_tekst(product=product, veld=Veld.TERMIJN, tekst="Na 2 dagen.", vanaf=morgen, nota=NOTA)
    publiceer(centraal, product, kosten="U betaalt 100 euro.")
    corrigeer_live_tekst(product=vers(product), veld=Veld.DAARNA, tekst="U krijgt bericht.", nota=NOTA)
    draai_terug(centraal, product)
    stand = {veld: geldt(product, veld) for veld in ("kosten", "termijn", "daarna")}
    assert stand == {
        "kosten": "U betaalt 10 euro.",
        "termijn": "Na 2 dagen.",
        "daarna": "U krijgt bericht.",
    }


def test_een_concept_blijft_met_zijn_eigen_werk_en_zonder_de_teruggedraaide_tekst(
    centraal: Client, product: Product
) -> None:
    publiceer(centraal, product, kosten="U betaalt 100 euro.")
    bewaar(centraal, product, termijn="Meteen.")
    assert "Het concept blijft bestaan." in centraal.get(adres(product, "terugzetten")).content.decode()
    draai_terug(centraal, product)
    concept = vers(product).get_latest_revision_as_object()
    assert (concept.kosten, concept.termijn) == ("U betaalt 10 euro.", "Meteen.")
    assert vers(product).termijn == "Na 5 dagen."
    assert vers(product).has_unpublished_changes


def test_wat_intussen_opnieuw_gepubliceerd_is_draait_niemand_ongezien_terug(
    centraal: Client, product: Product
) -> None:
    publiceer(centraal, product, kosten="U betaalt 100 euro.")
    pad = adres(product, "terugzetten")
    eerder = {"regel": gezien(centraal, product), "reden": "Fout."}
    publiceer(centraal, product, kosten="U betaalt 12 euro.")
    html = centraal.post(pad, eerder).content.decode()
    assert "Intussen is er opnieuw gepubliceerd." in html
    assert ">Fout.</textarea>" in html.replace("\n", "")
    assert vers(product).kosten == "U betaalt 12 euro."
    assert f'name="regel" value="{gezien(centraal, product)}"' in html
    assert draai_terug(centraal, product).status_code == 302
    assert vers(product).kosten == "U betaalt 100 euro."


def test_wat_maar_een_keer_gepubliceerd_is_heeft_geen_vorige(centraal: Client) -> None:
    eerste = f.ProductFactory(gepubliceerd=True)
    assert terugweg(eerste) is None
    assert centraal.get(adres(eerste, "terugzetten")).status_code == 404
    bewaar(centraal, eerste, termijn="Meteen.")
    assert "Draai de laatste publicatie terug" not in centraal.get(adres(eerste)).content.decode()


def test_een_lokale_versie_gaat_in_haar_geheel_terug(afgeweken: Product) -> None:
    versie = LokaleVersie.objects.get(product=afgeweken)
    publicist = als(Rol.PUBLICIST, versie.gemeente)
    for tekst in ("Bij ons 5 euro.", "Bij ons 500 euro."):
        publiceer(publicist, versie, **{"afwijkingen-0-tekst": tekst})
    assert "Draai de laatste publicatie terug" in publicist.get(adres(versie)).content.decode()
    draai_terug(publicist, versie)
    assert [rij.tekst for rij in vers(versie).afwijkingen.all()] == ["Bij ons 5 euro."]


def test_alleen_wie_mag_publiceren(afgeweken: Product) -> None:
    versie = LokaleVersie.objects.get(product=afgeweken)
    publiceer(als(Rol.PUBLICIST, versie.gemeente), versie, **{"afwijkingen-0-tekst": "Bij ons 5 euro."})
    redacteur = als(Rol.REDACTEUR, versie.gemeente)
    assert redacteur.get(adres(versie, "terugzetten")).status_code == 404
    assert "Draai de laatste publicatie terug" not in redacteur.get(adres(versie)).content.decode()
