"""Looking back in a browser: choose a moment, read what stood then, keep it, and check what was kept. By keyboard."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from datetime import time, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import expect

from kennisbank.terugblik.bewaren import controleer
from redactie.keuzes import Rol
from sync.models import Uitgave
from tests import factories as f
from tests.kennisbank.terugblik.conftest import plan_alles

pytestmark = [
    pytest.mark.browser,
    pytest.mark.traag,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


@pytest.fixture
def gepubliceerd(regio: Any, sliedrecht: Any) -> None:
    """A text with own costs, a notice and hours, an hour old: everything that a sheet shows."""
    product = f.ProductFactory(sleutel="paspoort", titel="Paspoort aanvragen", gepubliceerd=True)
    eigen = {"kosten": "Bij ons alleen met pin."}
    f.LokaleVersieFactory(product=product, gemeente=sliedrecht, gepubliceerd=True, wijkt_af=eigen)
    een_uur_geleden = timezone.now() - timedelta(hours=1)
    f.MededelingFactory(gemeenten=[sliedrecht], tekst="Maandag is er geen loket.", van=een_uur_geleden)
    f.OpeningstijdFactory(locatie=f.LocatieFactory(gemeente=sliedrecht), van=time(9), tot=time(12, 30))
    plan_alles()
    Uitgave.objects.update(op=een_uur_geleden)


def test_van_de_vraag_tot_een_bewaard_bestand_dat_klopt(
    gepubliceerd: None,
    sliedrecht: Any,
    pagina: Any,
    open_als: Callable[..., Callable[[str], Any]],
    axe: Callable[[Any], list[str]],
    tmp_path: Path,
) -> None:
    naar = open_als(Rol.REDACTEUR, sliedrecht)
    pagina.set_viewport_size({"width": 1366, "height": 768})
    naar("/redactie/terugblik/")
    pagina.get_by_label("Datum").fill("2026-01-01")
    pagina.get_by_role("button", name="Toon", exact=True).press("Enter")
    expect(pagina.get_by_text("Toen was hier nog niets gepubliceerd.")).to_be_visible()
    naar("/redactie/terugblik/")
    pagina.get_by_role("button", name="Toon", exact=True).press("Enter")
    expect(pagina.get_by_role("row", name="Paspoort aanvragen")).to_contain_text("Aangeboden")
    assert axe(pagina) == []
    pagina.get_by_role("link", name="Lees of druk alles af").press("Enter")
    for tekst in ("Bij ons alleen met pin.", "Maandag is er geen loket.", "9.00 – 12.30 uur"):
        expect(pagina.get_by_text(tekst)).to_be_visible()
    assert axe(pagina) == []
    pagina.set_viewport_size({"width": 390, "height": 844})
    assert pagina.evaluate("document.documentElement.scrollWidth") <= 390
    with pagina.expect_download() as download:
        pagina.get_by_role("link", name="Bewaar als bestand voor het archief").press("Enter")
    bestand = tmp_path / download.value.suggested_filename
    download.value.save_as(bestand)
    assert controleer(bestand.read_text("utf-8")).klopt
    uit = io.StringIO()
    call_command("controleer_terugblik", str(bestand), stdout=uit)
    assert "2 van 2 bewaart dit systeem zelf ook zo." in uit.getvalue()
    # On its own, as an archivist opens it years later.
    pagina.goto(bestand.as_uri())
    expect(pagina.get_by_text("Bij ons alleen met pin.").first).to_be_visible()
    assert axe(pagina) == []
    programma = pagina.locator("pre.programma").inner_text()
    gedraaid = subprocess.run(
        [sys.executable, "-c", programma, str(bestand)], capture_output=True, text=True, check=True
    )
    assert f"samen: {controleer(bestand.read_text('utf-8')).samen}" in gedraaid.stdout
    assert "KLOPT NIET" not in gedraaid.stdout
