"""The screens around a file of amounts: shown before it is done, nothing when a line is wrong, only one's own."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from redactie.keuzes import Rol
from redactie.models import Gemeente, LogRegel, Tarief
from tests import factories as f
from tests.redactie.cms.hulp import adres, als
from tests.redactie.cms.test_lijsten import BUDGET, vragen

pytestmark = pytest.mark.django_db
KOP = "sleutel;van;geldig_van;bedrag\n"


@pytest.fixture
def tarief(sliedrecht: Gemeente) -> Tarief:
    jaar = {"geldig_van": date(2026, 1, 1), "geldig_tot": date(2026, 12, 31)}
    f.TariefFactory(sleutel="pas", bedrag="80.00", **jaar)
    return f.TariefFactory(sleutel="pas", bedrag="70.00", gemeente=sliedrecht, **jaar)


def stuur(client: Any, tekst: str) -> Any:
    bestand = SimpleUploadedFile("tarieven.csv", tekst.encode())
    return client.post(adres(Tarief, "inlezen"), {"bestand": bestand})


def vooruit(scherm: Any) -> dict[str, str]:
    """What the button under the list of changes posts, as a browser sends lines."""
    html = scherm.content.decode()
    assert 'type="hidden" name="tekst"' in html
    assert 'type="hidden" name="stempel"' in html
    tekst = scherm.context["form"].initial["tekst"].replace("\n", "\r\n")
    return {"tekst": tekst, "stempel": scherm.context["plan"].stempel}


def test_eerst_zien_dan_bewaren(tarief: Tarief, sliedrecht: Gemeente) -> None:
    lokaal = als(Rol.REDACTEUR, sliedrecht)
    scherm = stuur(lokaal, f"{KOP}pas;sliedrecht;2026-01-01;71,50\npas;sliedrecht;2027-01-01;75\n")
    html = scherm.content.decode()
    assert "verandert 2 bedragen" in html
    assert "€ 70,00" in html
    assert "€ 71,50" in html
    assert Tarief.objects.filter(gemeente=sliedrecht).count() == 1
    klaar = lokaal.post(adres(Tarief, "inlezen"), vooruit(scherm))
    assert klaar.status_code == 302
    assert list(Tarief.objects.filter(gemeente=sliedrecht).values_list("bedrag", "status")) == [
        (Decimal("71.50"), "vastgesteld"),
        (Decimal("75.00"), "concept"),
    ]
    assert LogRegel.objects.filter(user=lokaal.gebruiker).count() == 2


def test_een_foute_regel_houdt_alles_tegen(tarief: Tarief, sliedrecht: Gemeente) -> None:
    scherm = stuur(
        als(Rol.REDACTEUR, sliedrecht), f"{KOP}pas;sliedrecht;2026-01-01;71\npas;regio;2026-01-01;81\n"
    )
    assert scherm.status_code == 422
    assert "<strong>Regel 3:</strong> Dit tarief mag u niet veranderen." in scherm.content.decode()
    tarief.refresh_from_db()
    assert tarief.bedrag == Decimal("70.00")


def test_wat_intussen_veranderde_wordt_opnieuw_getoond(tarief: Tarief, sliedrecht: Gemeente) -> None:
    lokaal = als(Rol.REDACTEUR, sliedrecht)
    velden = vooruit(stuur(lokaal, f"{KOP}pas;sliedrecht;2026-01-01;71\n"))
    tarief.bedrag = Decimal("69.00")
    tarief.save()
    scherm = lokaal.post(adres(Tarief, "inlezen"), velden)
    assert "Intussen veranderde er iets" in scherm.content.decode()
    assert "€ 69,00" in scherm.content.decode()
    tarief.refresh_from_db()
    assert tarief.bedrag == Decimal("69.00")


def test_downloaden_geeft_wat_u_mag_zien(tarief: Tarief) -> None:
    ander = als(Rol.REDACTEUR, f.GemeenteFactory(slug="dordrecht"))
    csv = ander.get(f"{adres(Tarief, 'csv')}?groep=paspoort")
    assert csv["Content-Disposition"] == 'attachment; filename="tarieven.csv"'
    assert csv.content.startswith(b"\xef\xbb\xbfsleutel;van;")
    assert b"pas;regio;" in csv.content
    assert b"sliedrecht" not in csv.content
    assert len(vragen(ander, adres(Tarief, "csv"))) <= BUDGET


def test_zonder_bestand_staat_er_wat_te_doen_is(sliedrecht: Gemeente) -> None:
    scherm = als(Rol.REDACTEUR, sliedrecht).post(adres(Tarief, "inlezen"), {})
    assert "Kies een bestand." in scherm.content.decode()
