"""An import as drafts: no reader sees it, and what is live stays as it was."""

import pytest

from redactie.invoer.documenten import Soort
from redactie.models import Gemeente, LokaleVersie, Product, Tekstversie, Wijziging
from redactie.tweede_paar import schrijvers
from tests.redactie.invoer.databaserijen import aantallen, rijen
from tests.redactie.invoer.hulp import AFWIJKING, PASPOORT, Regiomap, dordts_paspoort, paspoort

pytestmark = pytest.mark.django_db


def test_concepten_ziet_geen_lezer(regio: Regiomap) -> None:
    regio.importeer(concept=True)
    assert not Product.objects.filter(live=True).exists()
    assert not LokaleVersie.objects.filter(live=True).exists()
    assert not Wijziging.objects.filter(soort="product").exists()
    product = paspoort()
    assert product.latest_revision is not None
    assert product.termijn == "Uw paspoort ligt na {gegeven:termijn-paspoort} klaar."
    assert dordts_paspoort().afwijkingen.count() == 5


def test_een_tweede_keer_als_concept_verandert_niets(regio: Regiomap) -> None:
    regio.importeer(concept=True)
    voor = rijen()
    regio.importeer(concept=True)
    assert rijen() == voor


def test_een_concept_naast_wat_er_staat(ingelezen: Regiomap) -> None:
    ingelezen.vervang(PASPOORT, "klaar.", "voor u klaar.")
    ingelezen.vervang(PASPOORT, "U krijgt een bericht", "U krijgt een sms")
    ingelezen.vervang(AFWIJKING, "Wij bezorgen uw", "Wij brengen uw")
    voor = aantallen()
    waarschuwingen = [melding.tekst for melding in ingelezen.bereid_voor(concept=True).waarschuwingen]
    assert "Geplande teksten kunnen niet als concept worden ingelezen." in waarschuwingen
    ingelezen.importeer(concept=True)
    na = aantallen()
    assert {naam: na[naam] - aantal for naam, aantal in voor.items() if na[naam] != aantal} == {"Revision": 2}
    product = paspoort()
    assert product.has_unpublished_changes
    assert product.termijn == "Uw paspoort ligt na {gegeven:termijn-paspoort} klaar."
    assert product.latest_revision.as_object().termijn.endswith("voor u klaar.")
    assert not Tekstversie.objects.filter(tekst__contains="sms").exists()
    versie = dordts_paspoort()
    assert versie.afwijkingen.get(veld="termijn").tekst.startswith("Wij bezorgen uw")
    ingelezen.importeer(concept=True)
    assert aantallen() == na


def test_na_een_concept_publiceert_de_gewone_invoer(regio: Regiomap) -> None:
    regio.importeer(concept=True)
    assert regio.importeer()[Soort.PRODUCT] == (5, 0, 0, 0)
    assert Product.objects.filter(live=True).count() == 5
    assert dordts_paspoort().afwijkingen.count() == 5


def test_een_concept_van_een_redacteur_wordt_genoemd(ingelezen: Regiomap) -> None:
    concept = paspoort()
    concept.inleiding = "Nog niet af."
    concept.save_revision()
    assert not ingelezen.bereid_voor().plan[Soort.PRODUCT].gewijzigd
    ingelezen.vervang(PASPOORT, "klaar.", "voor u klaar.")
    waarschuwingen = [str(melding) for melding in ingelezen.bereid_voor().waarschuwingen]
    assert any(f"{PASPOORT}:1: Er is een concept" in melding for melding in waarschuwingen), waarschuwingen


def test_waar_twee_paar_ogen_nodig_zijn_publiceert_de_invoer_niets(ingelezen: Regiomap) -> None:
    dordrecht = Gemeente.objects.get(slug="dordrecht")
    dordrecht.twee_paar_ogen = True
    dordrecht.save()
    ingelezen.vervang(PASPOORT, "klaar.", "voor u klaar.")
    ingelezen.vervang(AFWIJKING, "Wij bezorgen uw", "Wij brengen uw")
    waarschuwingen = [melding.tekst for melding in ingelezen.bereid_voor().waarschuwingen]
    assert len([tekst for tekst in waarschuwingen if "een collega kijkt hier elke tekst na" in tekst]) == 1
    ingelezen.importeer()
    assert paspoort().termijn.endswith("voor u klaar.")
    versie = dordts_paspoort()
    assert versie.afwijkingen.get(veld="termijn").tekst.startswith("Wij bezorgen uw")
    concept = versie.get_latest_revision_as_object()
    assert concept.afwijkingen.get(veld="termijn").tekst.startswith("Wij brengen uw")
    assert not schrijvers(versie)
