"""The whole check: a fault stops everything, and one fault is not reported as many."""

import zipfile
from pathlib import Path

import pytest
from django.utils import timezone

from redactie.invoer.fouten import InvoerFout
from redactie.invoer.importeren import bereid_voor
from redactie.models import Gegeven, Gemeente, LokaleVersie, Product, Tekstversie, Thema, Wijziging
from tests.redactie.invoer.hulp import KAART, PASPOORT, Regiomap

pytestmark = pytest.mark.django_db


def test_de_proefregio_heeft_geen_fouten(regio: Regiomap) -> None:
    assert regio.fouten() == []


def test_met_een_fout_wordt_er_niets_geschreven(regio: Regiomap) -> None:
    regio.vervang(PASPOORT, "eigenaar: burgerzaken", "eigenaar: niemand")
    assert regio.fouten() != []
    for model in (Gemeente, Thema, Gegeven, Product, LokaleVersie, Tekstversie, Wijziging):
        assert model.objects.count() == 0


def test_van_een_vijandige_zip_komt_niets_in_het_cms(regio: Regiomap, tmp_path: Path) -> None:
    bron = tmp_path / "regio.zip"
    with zipfile.ZipFile(bron, "w") as archief:
        for bestand in sorted(regio.map.rglob("*.*")):
            archief.write(bestand, bestand.relative_to(regio.map))
        archief.writestr("../../gemeenten.csv", "slug,naam,code\n")
    with pytest.raises(InvoerFout, match="wijst buiten het zipbestand"):
        bereid_voor(bron, nu=timezone.now())
    assert not Gemeente.objects.exists()


def test_een_onleesbaar_bestand_geeft_geen_stroom_van_vervolgfouten(regio: Regiomap) -> None:
    regio.schrijf("themas.csv", "sleutel,name\na,A\n")
    regio.schrijf(KAART, "geen voorblad")
    fouten = regio.fouten()
    assert {fout.split(":")[0] for fout in fouten} == {"themas.csv", KAART}
