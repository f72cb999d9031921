"""From the button in the CMS to the card of the agent: when this text was checked, and by whom."""

from __future__ import annotations

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from tests.keten.cms import open_lokale_versie, open_product
from tests.keten.installatie import wacht_tot
from tests.keten.proefproduct import VIER_WIJZEN, breng_in

pytestmark = pytest.mark.browser

SLEUTEL = "keten-nagekeken"


def kijk_na(pagina) -> None:
    pagina.get_by_role("button", name="Acties").first.click()
    pagina.get_by_role("link", name="Nagekeken, nog juist").click()
    pagina.get_by_role("button", name="Nagekeken, nog juist").click()
    pagina.get_by_text("Zo staat het nu aan de balie.").wait_for()


def test_de_balie_zegt_wanneer_en_door_wie_de_tekst_van_deze_gemeente_is_nagekeken(
    installatie, als, site, tmp_path
):
    breng_in(installatie, tmp_path, SLEUTEL, {"sliedrecht": VIER_WIJZEN["sliedrecht"]})
    balie = als("kcc")

    def regel(bereik: str) -> str:
        balie.goto(installatie.adres(f"/balie/{bereik}/{SLEUTEL}/"))
        return " ".join(balie.inner_text(".eersteblik .meting").split())

    assert "agekeken" not in regel("sliedrecht"), "an import checks nothing"
    openbaar = site("sliedrecht", SLEUTEL)

    centraal = als("centraal")
    open_product(centraal, installatie, SLEUTEL)
    kijk_na(centraal)
    lokaal = als("sliedrecht-publicist")
    open_lokale_versie(lokaal, installatie, SLEUTEL, "sliedrecht")
    kijk_na(lokaal)

    dag = date_format(timezone.localdate(), "j F Y")
    beide = f"Nagekeken op {dag} door het centrum en op {dag} door gemeente Sliedrecht ·"
    wacht_tot(lambda: regel("sliedrecht").startswith(beide), 30, "niet aan de balie van Sliedrecht")
    assert regel("dordrecht").startswith(f"Nagekeken op {dag} door het centrum · gewijzigd op")
    assert "Sliedrecht" not in regel("dordrecht")
    for naam in ("Carla", "Petra"):
        assert naam not in balie.content(), "an organisation, never a person"
    assert site("sliedrecht", SLEUTEL) == openbaar, "the website says nothing of it, and did not change"
