"""A central editor fixes a field in which municipalities have a text of their own: no text goes unread."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from redactie.herzien import te_herzien
from redactie.keuzes import Rol
from redactie.models import Afwijking, Gemeente, LogRegel, LokaleVersie, Product
from redactie.vastzetten import VASTGEZET, eindigend
from redactie.veld import Veld
from tests import factories as f
from tests.redactie.cms.hulp import adres, als, formulier, fouten

pytestmark = pytest.mark.django_db


@pytest.fixture
def centraal() -> Client:
    return als(Rol.CENTRAAL)


@pytest.fixture
def eigen(afgeweken: Product) -> Afwijking:
    return Afwijking.objects.get(versie__product=afgeweken)


def zet_vast(client: Client, product: Product, **rest: Any) -> Any:
    veld = formulier(client, adres(product)) | {"vaste_velden": ["kosten"], "action-publish": "1", **rest}
    return client.post(adres(product), veld)


def is_vast(product: Product) -> bool:
    return "kosten" in Product.objects.get(pk=product.pk).vaste_velden


def test_zonder_vinkje_gaat_geen_eigen_tekst_weg(centraal: Client, afgeweken: Product) -> None:
    antwoord = zet_vast(centraal, afgeweken, toelichting="De raad besloot samen.")
    assert list(fouten(antwoord)) == ["vaste_velden"]
    html = antwoord.content.decode()
    assert "“Kosten” wordt vast: deze eigen tekst telt dan niet meer" in html
    assert "De eigen tekst van Sliedrecht eindigt" in html
    assert "Bij ons is het gratis." in html
    assert "De raad besloot samen." in html
    assert not is_vast(afgeweken)


def test_met_een_vinkje_per_tekst_en_een_reden_wel(
    centraal: Client, afgeweken: Product, eigen: Afwijking
) -> None:
    assert list(fouten(zet_vast(centraal, afgeweken, eindigt=[str(eigen.pk)]))) == ["toelichting"]
    antwoord = zet_vast(centraal, afgeweken, eindigt=[str(eigen.pk)], toelichting="De raad besloot samen.")
    assert antwoord.status_code == 302
    assert is_vast(afgeweken)
    assert Afwijking.objects.filter(pk=eigen.pk).exists()


def test_elke_tekst_vraagt_haar_eigen_vinkje(centraal: Client, afgeweken: Product, eigen: Afwijking) -> None:
    f.LokaleVersieFactory(
        product=afgeweken,
        gemeente=Gemeente.objects.get(slug="dordrecht"),
        gepubliceerd=True,
        wijkt_af={"kosten": "Hier 12 euro."},
    )
    html = zet_vast(centraal, afgeweken, eindigt=[str(eigen.pk)], toelichting="x").content.decode()
    assert "deze 2 eigen teksten tellen dan niet meer" in html
    assert f'value="{eigen.pk}" checked' in html
    assert html.count(" checked> De eigen tekst van") == 1


def test_een_concept_mag_het_veld_al_vastzetten(centraal: Client, afgeweken: Product) -> None:
    veld = formulier(centraal, adres(afgeweken)) | {"vaste_velden": ["kosten"]}
    assert centraal.post(adres(afgeweken), veld).status_code == 302
    assert not is_vast(afgeweken)
    assert "De eigen tekst van Sliedrecht eindigt" in centraal.get(adres(afgeweken)).content.decode()


def test_wie_goedkeurt_uit_een_lijst_wordt_naar_het_product_gestuurd(
    centraal: Client, afgeweken: Product
) -> None:
    veld = formulier(centraal, adres(afgeweken)) | {"vaste_velden": ["kosten"], "action-submit": "1"}
    centraal.post(adres(afgeweken), veld)
    taak = Product.objects.get(pk=afgeweken.pk).current_workflow_task_state
    assert taak is not None
    pad = adres(afgeweken, "workflow_action", "approve", taak.pk)
    antwoord = centraal.post(pad, {"next": "/redactie/"}, follow=True)
    assert "Open het product en publiceer het daar" in antwoord.content.decode()
    assert not is_vast(afgeweken)


def test_wat_voorbij_is_eindigt_niet_meer(afgeweken: Product, eigen: Afwijking) -> None:
    afgeweken.vaste_velden = ["termijn"]
    assert eindigend(afgeweken) == []
    afgeweken.vaste_velden = ["kosten"]
    assert eindigend(afgeweken) == [eigen]
    eigen.tot = timezone.localdate()
    eigen.save()
    assert eindigend(afgeweken) == [eigen]
    eigen.tot = timezone.localdate() - timedelta(days=1)
    eigen.save()
    assert eindigend(afgeweken) == []


def test_de_gemeente_leest_het_op_haar_start_in_haar_log_en_bij_haar_tekst(
    centraal: Client, afgeweken: Product, eigen: Afwijking
) -> None:
    zet_vast(centraal, afgeweken, eindigt=[str(eigen.pk)], toelichting="De raad besloot samen.")
    versie = LokaleVersie.objects.get(product=afgeweken)
    (regel,) = LogRegel.objects.for_instance(versie).filter(action=VASTGEZET)
    assert regel.data["velden"] == ["Kosten"]
    assert regel.data["reden"] == "De raad besloot samen."
    assert regel.user == centraal.gebruiker
    lokaal = als(Rol.REDACTEUR, versie.gemeente)
    assert "1 eigen tekst telt niet mee, want de regio zette het veld vast." in start(lokaal)
    assert "De regio heeft dit veld vastgezet." in lokaal.get(adres(versie)).content.decode()
    ander = als(Rol.REDACTEUR, Gemeente.objects.get(slug="dordrecht"))
    assert "telt niet mee" not in start(ander)


def start(client: Client) -> str:
    return client.get("/redactie/").content.decode()


def test_over_een_tekst_die_niet_telt_wordt_niets_gevraagd(afgeweken: Product) -> None:
    versie = LokaleVersie.objects.get(product=afgeweken)
    afgeweken.kosten = "U betaalt 11 euro."
    afgeweken.save()
    assert list(te_herzien([versie])[versie.pk]) == [Veld.KOSTEN]
    afgeweken.vaste_velden = ["kosten"]
    afgeweken.save()
    assert te_herzien([versie]) == {versie.pk: {}}


def test_een_veld_dat_al_vast_was_vraagt_niet_opnieuw(centraal: Client, afgeweken: Product) -> None:
    afgeweken.vaste_velden = ["kosten"]
    afgeweken.save()
    antwoord = zet_vast(centraal, afgeweken, klasse="cosmetisch", termijn="Meteen klaar.")
    assert antwoord.status_code == 302
