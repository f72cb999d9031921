"""Facts, contact, notices and words: saved at once, for one's own municipality only."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from redactie import models
from redactie.cms.feiten import bedrag
from redactie.keuzes import Rol, TariefSoort
from tests import factories as f
from tests.redactie.cms.hulp import adres, als, formulier, fouten

pytestmark = pytest.mark.django_db


@pytest.fixture
def redacteur(sliedrecht):
    return als(Rol.REDACTEUR, sliedrecht)


def test_een_redacteur_zet_een_eigen_tarief_en_het_staat_er_meteen(redacteur, sliedrecht) -> None:
    pad = adres(models.Tarief, "add")
    veld = formulier(redacteur, pad)
    veld |= {"sleutel": "grofvuil", "omschrijving": "Grofvuil", "bedrag": "12.50", "status": "vastgesteld"}
    assert redacteur.post(pad, veld).status_code == 302
    tarief = models.Tarief.objects.get()
    assert (tarief.gemeente, tarief.bedrag) == (sliedrecht, Decimal("12.50"))
    assert models.Wijziging.objects.filter(soort="feit", sleutel="tarief:grofvuil").exists()
    assert models.LogRegel.objects.get(action="wagtail.create").gemeenten == "|sliedrecht|"


def test_niemand_maakt_een_feit_voor_een_ander_of_voor_de_regio(redacteur, dordrecht) -> None:
    pad = adres(models.Gegeven, "add")
    veld = formulier(redacteur, pad) | {"sleutel": "x", "waarde": "y", "soort": "tekst"}
    for gemeente in ("", str(dordrecht.pk)):
        assert "gemeente" in fouten(redacteur.post(pad, veld | {"gemeente": gemeente}))
    assert not models.Gegeven.objects.exists()


def test_centraal_maakt_een_feit_van_de_regio_en_niet_van_een_gemeente(sliedrecht) -> None:
    centraal, pad = als(Rol.CENTRAAL), adres(models.Gegeven, "add")
    veld = formulier(centraal, pad) | {"sleutel": "x", "waarde": "y", "soort": "tekst"}
    antwoord = centraal.post(pad, veld | {"gemeente": str(sliedrecht.pk)})
    assert "gemeente" in fouten(antwoord)
    assert centraal.post(pad, veld).status_code == 302
    assert models.Gegeven.objects.get().gemeente is None


def test_overlappende_perioden_krijgen_een_melding(redacteur, sliedrecht) -> None:
    f.TariefFactory(sleutel="grofvuil", gemeente=sliedrecht, geldig_van=date(2026, 1, 1))
    pad = adres(models.Tarief, "add")
    veld = formulier(redacteur, pad) | {"sleutel": "grofvuil", "omschrijving": "x", "bedrag": "1"}
    assert "geldig_van" in fouten(redacteur.post(pad, veld | {"geldig_van": "2027-01-01"}))


def test_de_gemeente_van_een_feit_verandert_niet(redacteur, sliedrecht, dordrecht) -> None:
    gegeven = f.GegevenFactory(gemeente=sliedrecht)
    redacteur.post(adres(gegeven), formulier(redacteur, adres(gegeven)) | {"gemeente": str(dordrecht.pk)})
    gegeven.refresh_from_db()
    assert gegeven.gemeente == sliedrecht


def test_een_lokale_mededeling_is_voor_de_eigen_gemeente(redacteur, sliedrecht, dordrecht) -> None:
    pad = adres(models.Mededeling, "add")
    veld = formulier(redacteur, pad)
    assert veld["gemeenten"] == [str(sliedrecht.pk)]
    veld |= {"sleutel": "dicht", "tekst": "Wij zijn dicht.", "van": "2026-12-05 08:00", "betreft": "alles"}
    for gemeenten in ([], [str(dordrecht.pk)], [str(sliedrecht.pk), str(dordrecht.pk)]):
        assert "gemeenten" in fouten(redacteur.post(pad, veld | {"gemeenten": gemeenten}))
    assert redacteur.post(pad, veld).status_code == 302
    assert list(models.Mededeling.objects.get().gemeenten.all()) == [sliedrecht]


def test_een_mededeling_voor_meer_gemeenten_verandert_een_lokale_redacteur_niet(
    redacteur, sliedrecht, dordrecht
) -> None:
    gedeeld = f.MededelingFactory(gemeenten=[sliedrecht, dordrecht])
    assert redacteur.get(adres(gedeeld)).status_code == 404
    assert str(gedeeld) in redacteur.get(adres(models.Mededeling, "list")).content.decode()


def test_de_kcc_redacteur_schrijft_een_mededeling_voor_iedereen() -> None:
    kcc, pad = als(Rol.KCC_REDACTEUR), adres(models.Mededeling, "add")
    veld = formulier(kcc, pad) | {
        "sleutel": "digid",
        "tekst": "DigiD doet het niet.",
        "betreft": "inlogmiddel:digid",
    }
    assert kcc.post(pad, veld | {"van": "2026-12-05 08:00"}).status_code == 302
    assert not models.Mededeling.objects.get().gemeenten.exists()


def test_een_mededeling_krijgt_haar_sleutel_van_de_tekst() -> None:
    kcc, pad = als(Rol.KCC_REDACTEUR), adres(models.Mededeling, "add")
    veld = formulier(kcc, pad) | {"tekst": "DigiD doet het vandaag niet.", "van": "2026-12-05 08:00"}
    for _ in range(2):
        assert kcc.post(pad, veld).status_code == 302
    sleutels = {mededeling.sleutel for mededeling in models.Mededeling.objects.all()}
    assert sleutels == {"digid-doet-het-vandaag-niet", "digid-doet-het-vandaag-niet-2"}


def test_openingstijden_op_een_eigen_locatie(redacteur, sliedrecht) -> None:
    locatie = f.LocatieFactory(gemeente=sliedrecht)
    veld = formulier(redacteur, adres(locatie)) | {"openingstijden-TOTAL_FORMS": "1"}
    tijd = {"id": "", "dag": "ma", "van": "09:00", "tot": "08:00", "wijze": "inloop"}
    veld |= {f"openingstijden-0-{naam}": waarde for naam, waarde in tijd.items()}
    assert "openingstijden-0-tot" in fouten(redacteur.post(adres(locatie), veld))
    assert redacteur.post(adres(locatie), veld | {"openingstijden-0-tot": "12:00"}).status_code == 302
    assert locatie.openingstijden.count() == 1


def test_de_nationale_lijst_is_alleen_om_te_lezen() -> None:
    centraal, naam = als(Rol.CENTRAAL), f.UplNaamFactory()
    assert centraal.get(adres(naam, "inspect")).status_code == 200
    for wat in ("edit", "delete"):
        assert centraal.get(adres(naam, wat)).status_code == 404
    assert centraal.get(adres(models.UplNaam, "add")).status_code == 404


@pytest.mark.parametrize(
    ("tarief", "tekst"),
    [
        ({"bedrag": Decimal("1234.50")}, "€ 1.234,50"),
        ({"bedrag": Decimal(10), "soort": TariefSoort.VANAF}, "vanaf € 10,00"),
        ({"bedrag": None, "soort": TariefSoort.GRATIS}, "gratis"),
    ],
)
def test_een_bedrag_leest_als_een_bedrag(tarief, tekst) -> None:
    assert bedrag(f.TariefFactory(**tarief)) == tekst
