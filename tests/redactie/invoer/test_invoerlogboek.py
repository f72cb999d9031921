"""What an import leaves in the log, and behind a text, about where a change came from."""

import pytest

from redactie.models import LogRegel, Tekstversie
from tests.redactie.invoer.hulp import PASPOORT, Regiomap, paspoort

pytestmark = pytest.mark.django_db


def test_een_eerste_invoer_schrijft_geen_regel_per_rij(ingelezen: Regiomap) -> None:
    assert set(LogRegel.objects.values_list("action", flat=True)) == {"wagtail.publish"}


def test_een_wijziging_in_een_tabel_staat_in_het_logboek(ingelezen: Regiomap) -> None:
    LogRegel.objects.all().delete()
    ingelezen.vervang("gegevens.csv", "6 werkdagen", "8 werkdagen")
    ingelezen.vervang("gegevens.csv", ",balie-intern", "dordrecht,wachttijd,,tekst,kort,,,\n,balie-intern")
    ingelezen.vervang("openingstijden.csv", "di,08:30", "wo,08:30")
    ingelezen.vervang("tarieven.csv", ",pasfoto,,,Pasfoto,gratis,,,,,,\n", "")
    ingelezen.importeer(verwijder=True)
    assert set(LogRegel.objects.values_list("action", "label", "gemeenten")) == {
        ("wagtail.edit", "termijn-paspoort (Sliedrecht)", "|sliedrecht|"),
        ("wagtail.create", "wachttijd (Dordrecht)", "|dordrecht|"),
        ("wagtail.edit", "Gemeentehuis Sliedrecht (Sliedrecht)", "|sliedrecht|"),
        ("wagtail.delete", "pasfoto (regio)", ""),
    }


def test_een_wijziging_van_een_gepubliceerde_tekst_zegt_waar_zij_vandaan_komt(ingelezen: Regiomap) -> None:
    ingelezen.vervang(PASPOORT, "klaar.", "voor u klaar.")
    ingelezen.importeer()
    versies = Tekstversie.objects.filter(product=paspoort(), veld="termijn").order_by("vanaf")
    assert [versie.toelichting for versie in versies] == ["", "Ingelezen uit een bestand."]
