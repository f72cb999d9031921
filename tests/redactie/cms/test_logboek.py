"""The log: readable, filtered, to take along; and nobody reads what is another municipality's."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.log_actions import log

from redactie.feitencheck.vastleggen import vraag_feitencheck
from redactie.keuzes import Klasse, Rol
from redactie.models import LogRegel
from redactie.teksten import Wijzigingsnota, corrigeer_live_tekst
from redactie.veld import Veld
from tests import factories as f
from tests.redactie.cms.hulp import adres, als
from tests.redactie.cms.slachtoffers import GEHEIM, slachtoffers

pytestmark = pytest.mark.django_db
PAD = "/redactie/logboek/"


def rijen(client: Client, **vraag: Any) -> list[dict[str, str]]:
    """What the log exports to this person."""
    antwoord = client.get(PAD, {**vraag, "export": "csv"})
    assert antwoord.status_code == 200
    tekst = b"".join(antwoord.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(tekst)))


def waarover(client: Client, **vraag: Any) -> set[str]:
    return {rij["Waarover"] for rij in rijen(client, **vraag)}


@pytest.fixture
def centraal() -> Client:
    return als(Rol.CENTRAAL)


def test_wie_wat_waarover_en_waarom(centraal) -> None:
    product = f.ProductFactory(gepubliceerd=True)
    nota = Wijzigingsnota(klasse=Klasse.INHOUDELIJK, toelichting="De rijksleges zijn lager.")
    corrigeer_live_tekst(
        product=product, veld=Veld.KOSTEN, tekst="U betaalt minder.", nota=nota, door=centraal.gebruiker
    )
    rij = next(rij for rij in rijen(centraal) if rij["Wat"] == "Live tekst gecorrigeerd")
    assert rij["Wie"] == centraal.gebruiker.get_full_name()
    assert (rij["Soort"], rij["Waarover"], rij["Van"]) == ("product", "Paspoort aanvragen", "regio")
    assert rij["Waarom"].startswith("Kosten. Vanaf ")
    html = centraal.get(PAD).content.decode()
    assert "Live tekst gecorrigeerd" in html
    assert "Paspoort aanvragen (product)" in html
    assert "U betaalt minder." not in html


def test_bij_een_publicatie_staat_de_toelichting_en_later_niet_meer() -> None:
    product = f.ProductFactory()
    product.toelichting, product.klasse = "Nieuwe wet.", Klasse.INHOUDELIJK
    f.publiceer(product)
    assert LogRegel.objects.get(action="wagtail.publish").waarom == "Nieuwe wet."
    log(instance=product, action="wagtail.lock")
    assert LogRegel.objects.get(action="wagtail.lock").waarom == ""


def test_alles_over_een_product_ook_uit_de_gemeenten(centraal, sliedrecht) -> None:
    product, ander = (
        f.ProductFactory(gepubliceerd=True),
        f.ProductFactory(gepubliceerd=True, titel="Iets anders"),
    )
    f.LokaleVersieFactory(product=product, gemeente=sliedrecht, gepubliceerd=True)
    vraag_feitencheck(aan="GGD", producten=[product], dagen=7, door=centraal.gebruiker)
    assert waarover(centraal, over=product.sleutel) == {
        "Paspoort aanvragen",
        "Paspoort aanvragen · Sliedrecht",
        "Feitencheck Paspoort aanvragen",
    }
    assert waarover(centraal, over="anders") == {"Iets anders"}
    assert ander.sleutel not in str(rijen(centraal, over=product.sleutel))


def test_filteren_op_gemeente_handeling_en_mens(centraal, sliedrecht, dordrecht) -> None:
    for gemeente in (sliedrecht, dordrecht):
        wie = f.GebruikerFactory(rol=Rol.REDACTEUR, gemeente=gemeente, last_name=f"Bakker {gemeente.naam}")
        log(
            instance=f.GegevenFactory(gemeente=gemeente, sleutel=f"plek-{gemeente.slug}"),
            action="wagtail.edit",
            user=wie,
        )
    log(instance=f.GegevenFactory(sleutel="plek-regio"), action="wagtail.create")
    van = {slug: {rij["Van"] for rij in rijen(centraal, gemeente=slug)} for slug in ("sliedrecht", "regio")}
    assert van == {"sliedrecht": {"Sliedrecht"}, "regio": {"regio"}}
    assert {rij["Van"] for rij in rijen(centraal, wie="bakker dordr")} == {"Dordrecht"}
    gemaakt = {
        rij["Van"] for rij in rijen(centraal, wat=str(LogRegel.objects.get(action="wagtail.create").wat))
    }
    assert gemaakt == {"regio"}


def test_een_lokale_redacteur_leest_de_regio_en_de_eigen_gemeente(sliedrecht, dordrecht) -> None:
    f.ProductFactory(gepubliceerd=True, titel="Van de regio")
    for gemeente in (sliedrecht, dordrecht):
        f.LokaleVersieFactory(gemeente=gemeente, gepubliceerd=True)
    redacteur = als(Rol.REDACTEUR, sliedrecht)
    assert {rij["Van"] for rij in rijen(redacteur)} == {"regio", "Sliedrecht"}
    keuzes = redacteur.get(PAD).content.decode()
    assert 'value="sliedrecht"' in keuzes
    assert 'value="dordrecht"' not in keuzes


@pytest.mark.parametrize("rol", [Rol.REDACTEUR, Rol.PUBLICIST, Rol.KCC_REDACTEUR])
def test_niets_van_een_andere_gemeente_ook_niet_in_een_bestand(rol, sliedrecht, dordrecht) -> None:
    for ding in slachtoffers(sliedrecht).values():
        if ding._meta.app_label == "redactie":
            log(instance=ding, action="wagtail.edit", data={"reden": f"{GEHEIM} reden"})
    vreemd, eigen = als(rol, dordrecht), als(Rol.PUBLICIST, sliedrecht)
    assert GEHEIM in str(rijen(eigen))
    assert GEHEIM not in str(rijen(vreemd))
    for vraag in ({}, {"over": GEHEIM[:8]}, {"gemeente": "sliedrecht"}):
        assert GEHEIM not in vreemd.get(PAD, vraag).content.decode()
    assert vreemd.post(PAD).status_code == 405


def test_wie_niet_in_het_cms_mag_leest_niets() -> None:
    for client in (Client(), als(Rol.KCC), als(Rol.LEZER)):
        assert client.get(PAD).status_code == 302
        assert client.get(reverse("antwoord_logboek_resultaten")).status_code == 302


def test_een_bestand_voor_een_rekenblad_rekent_niet(centraal) -> None:
    product = f.ProductFactory(gepubliceerd=True, titel="=HYPERLINK(1)")
    log(instance=product, action="wagtail.edit", data={"reden": "+31 is het landnummer"})
    rij = next(rij for rij in rijen(centraal) if rij["Waarom"])
    assert (rij["Waarover"], rij["Waarom"]) == ("'=HYPERLINK(1)", "'+31 is het landnummer.")
    antwoord = centraal.get(PAD, {"export": "xlsx"})
    assert antwoord["Content-Type"].startswith("application/vnd.openxmlformats")


def test_een_vast_aantal_vragen(centraal, django_assert_max_num_queries) -> None:
    for nummer in range(30):
        wie = f.GebruikerFactory(rol=Rol.CENTRAAL)
        log(instance=f.GegevenFactory(sleutel=f"gegeven-{nummer}"), action="wagtail.create", user=wie)
    centraal.get(PAD)
    with django_assert_max_num_queries(12):
        html = centraal.get(PAD).content.decode()
    assert html.count("gegeven-") >= 30
    with django_assert_max_num_queries(12):
        assert len(rijen(centraal)) == 30


def test_het_staat_in_het_menu_van_iedereen_in_het_cms(sliedrecht) -> None:
    for client in (als(Rol.REDACTEUR, sliedrecht), als(Rol.KCC_REDACTEUR), als(Rol.BEHEERDER)):
        assert PAD in client.get("/redactie/").content.decode()


def test_over_accounts_leest_alleen_de_beheerder(centraal) -> None:
    log(instance=f.GebruikerFactory(username="nieuw-account"), action="wagtail.create")
    assert "nieuw-account" in waarover(als(Rol.BEHEERDER))
    assert "nieuw-account" not in waarover(centraal)


def test_vanaf_een_product_is_het_een_klik(centraal, sliedrecht) -> None:
    product = f.ProductFactory(gepubliceerd=True)
    naar = f"{PAD}?over={product.sleutel}"
    assert naar in centraal.get(adres(product)).content.decode()
    assert naar in als(Rol.REDACTEUR, sliedrecht).get(adres(product, "inspect")).content.decode()
