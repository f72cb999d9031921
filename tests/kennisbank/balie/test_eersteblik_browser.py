"""What a caller asks first stands on one screen of 1366 × 768, for answers as editors write them: the sample region."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.kennisbank.balie.aan_de_balie import BREED, meld_aan
from tests.regio import publiceer_regio

pytestmark = [
    pytest.mark.browser,
    pytest.mark.traag,
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]
PRODUCTEN = (
    "paspoort-aanvragen",
    "identiteitskaart-aanvragen",
    "rijbewijs-kwijt",
    "parkeervergunning-bewoners",
    "uittreksel-brp",
    "verhuizing-doorgeven",
    "geboorte-aangeven",
    "woz-bezwaar",
    "bijstandsuitkering",
    "kapvergunning",
    "evenementenvergunning",
    "grofvuil-laten-ophalen",
    "jeugdhulp",
    "klacht-over-gemeente",
    "melding-openbare-ruimte",
)
BLOKKEN = (
    ".kaart-kop",
    ".mededelingen",
    ".zeg-dit",
    ".feit",
    ".intern-kort",
    ".eersteblik .meting",
    ".plaats",
    ".contact",
    ".vraag-eerst",
    ".niet-opgelost",
    ".handelingen",
    ".verwant",
    "#vraag",
)
BUITEN_BEELD = """blokken => blokken.flatMap(blok => [...document.querySelectorAll(blok)]
    .filter(lid => { const vlak = lid.getBoundingClientRect();
                     return vlak.width && (vlak.top < 0 || vlak.bottom > innerHeight || vlak.right > innerWidth); })
    .map(lid => `${blok} ${lid.dataset.veld ?? ""} tot ${Math.round(lid.getBoundingClientRect().bottom)}`))"""


def test_alles_wat_een_beller_eerst_vraagt_staat_op_het_eerste_scherm(pagina: Any, live_server: Any) -> None:
    publiceer_regio()
    meld_aan(pagina, live_server.url, "/balie/sliedrecht/")
    buiten: dict[str, list[str]] = {}
    for bereik in ("sliedrecht", "regio"):
        for sleutel in PRODUCTEN:
            pagina.goto(f"{live_server.url}/balie/{bereik}/{sleutel}/")
            expect(pagina.locator(".zeg-dit")).to_be_visible()
            assert pagina.locator(".feit").count() >= 2, sleutel
            assert pagina.evaluate("() => document.documentElement.scrollHeight") <= BREED["height"]
            if te_laag := pagina.evaluate(BUITEN_BEELD, list(BLOKKEN)):
                buiten[f"{bereik} {sleutel}"] = te_laag
    assert buiten == {}

    # The measurement sees a block that does not fit.
    pagina.evaluate("() => { document.querySelector('.zeg-dit').style.paddingBottom = '300px'; }")
    assert any(lid.startswith(".intern-kort") for lid in pagina.evaluate(BUITEN_BEELD, list(BLOKKEN)))
