"""What changes at midnight by itself, seen in a browser: amounts that end, amounts that follow, a planned text.

A whole installation whose clock runs ahead: every story lets one midnight pass, and nobody does anything at it. The
last second before and other kinds of boundaries are in `test_grenzen.py`, where the clock stands still.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse

from redactie.demo import WACHTWOORD
from redactie.periode import AMSTERDAM, begin_van
from tests.keten.cms import (
    open_lokale_versie,
    open_product,
    plan_tekst,
    publiceer,
    schrijf,
    voeg_tarief_toe,
    vraagt_om_herzien,
)
from tests.keten.installatie import Installatie, vrije_poort, wacht_tot
from tests.keten.klok import Klok
from tests.keten.proefproduct import VIER_WIJZEN, breng_in
from tests.regio import kopieer_installatie

pytestmark = pytest.mark.browser

GEDULD = 180.0
"""On the first of January the amounts of the whole region change, and all of that is published in one go."""
AVOND = timedelta(hours=1)
NET_VOOR = timedelta(seconds=2)
VASTE_ZIN = "Dit bedrag is nog niet bekend."


@pytest.fixture(scope="module")
def klok(tmp_path_factory: pytest.TempPathFactory) -> Klok:
    """It begins at noon on the last day of a year that has not ended yet."""
    klok = Klok(tmp_path_factory.mktemp("klok") / "verzet")
    oudjaar = datetime(klok.nu().year, 12, 31, 12, tzinfo=AMSTERDAM)
    klok.zet(oudjaar if oudjaar > klok.nu() else oudjaar.replace(year=oudjaar.year + 1))
    return klok


@pytest.fixture(scope="module")
def installatie(klok: Klok, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installatie]:
    """The region as the other stories have it, in an installation of its own where time runs ahead."""
    data = tmp_path_factory.mktemp("middernacht") / "data"
    kopieer_installatie(data)
    later = Installatie(data, vrije_poort(), klok.omgeving)
    try:
        later.start()
        yield later
    finally:
        later.stop()


@pytest.fixture
def bezoek(pagina: Any, installatie: Installatie) -> Callable[[str, str], str]:
    """`bezoek("dordrecht", sleutel)`: the words of that page, as a visitor reads them."""

    def lees(gemeente: str, sleutel: str) -> str:
        pagina.goto(installatie.adres(f"/product/{sleutel}/", gemeente=gemeente))
        return _woorden(pagina, "main")

    return lees


@pytest.fixture
def balie(als: Callable[[str], Any], installatie: Installatie) -> Callable[[str, str], str]:
    """`balie("dordrecht", sleutel)`: the words of the agent's answer card."""
    agent = als("")
    agent.goto(installatie.adres("/balie/dordrecht/"))
    agent.fill("input[name=username]", "kcc")
    agent.fill("input[name=password]", WACHTWOORD)
    agent.click("button[type=submit]")
    agent.wait_for_url("**/balie/dordrecht/")

    def lees(gemeente: str, sleutel: str) -> str:
        agent.goto(installatie.adres(f"/balie/{gemeente}/{sleutel}/"))
        return _woorden(agent, "article.kaart")

    return lees


@pytest.fixture
def alarmen(installatie: Installatie) -> Callable[[Any, str], list[str]]:
    """`alarmen(pagina, titel)`: the lines of the status board about a product."""

    def lees(pagina: Any, titel: str) -> list[str]:
        pagina.goto(installatie.adres(reverse("antwoord_publicatie")))
        return [regel.replace("\t", " ") for regel in pagina.locator("tr", has_text=titel).all_inner_texts()]

    return lees


def _woorden(pagina: Any, plek: str) -> str:
    return " ".join(pagina.inner_text(plek).replace("\xa0", " ").split())


def _met_bedrag(centraal: Any, installatie: Installatie, sleutel: str, bedrag: str, tot: Any) -> None:
    """An editor makes an amount until that day, and names it in the text."""
    voeg_tarief_toe(centraal, installatie, sleutel, bedrag, tot=tot)
    open_product(centraal, installatie, sleutel)
    schrijf(centraal, "kosten", f"U betaalt {{tarief:{sleutel}}}.\n\nU kunt pinnen.")
    publiceer(centraal)


def test_zonder_nieuw_bedrag_komt_de_vaste_zin_en_een_alarm_tot_iemand_het_invult(
    installatie, klok, als, bezoek, balie, alarmen, tmp_path
):
    sleutel, titel = "keten-bedrag-eindigt", "Keten bedrag eindigt"
    breng_in(installatie, tmp_path, sleutel)
    morgen = klok.morgen()
    centraal = als("centraal")
    _met_bedrag(centraal, installatie, sleutel, "83.87", morgen - timedelta(days=1))
    klok.tot_vlak_voor(morgen, AVOND)
    wacht_tot(lambda: "83,87" in bezoek("dordrecht", sleutel), GEDULD, "het bedrag staat er niet")
    assert "83,87" in balie("dordrecht", sleutel)
    assert alarmen(centraal, titel) == []

    klok.tot_vlak_voor(morgen, NET_VOOR)
    wacht_tot(lambda: "83,87" not in bezoek("dordrecht", sleutel), GEDULD, "het oude bedrag blijft staan")
    assert klok.nu() >= begin_van(morgen)
    assert VASTE_ZIN in bezoek("dordrecht", sleutel)
    assert "U kunt pinnen." in bezoek("dordrecht", sleutel)
    kaart = balie("dordrecht", sleutel)
    assert "83,87" not in kaart
    assert VASTE_ZIN in kaart
    regels = alarmen(centraal, titel)
    assert [regel for regel in regels if "Dordrecht" in regel and f"{{tarief:{sleutel}}}" in regel], regels

    voeg_tarief_toe(centraal, installatie, sleutel, "86.10", van=morgen)
    wacht_tot(lambda: "86,10" in bezoek("dordrecht", sleutel), GEDULD, "het nieuwe bedrag komt niet")
    assert VASTE_ZIN not in bezoek("dordrecht", sleutel)
    wacht_tot(lambda: alarmen(centraal, titel) == [], GEDULD, "het alarm blijft staan")


def test_een_nieuw_bedrag_neemt_het_op_de_dag_zelf_over(
    installatie, klok, als, bezoek, balie, alarmen, tmp_path
):
    sleutel, titel = "keten-bedrag-volgt", "Keten bedrag volgt"
    breng_in(installatie, tmp_path, sleutel)
    morgen = klok.morgen()
    centraal = als("centraal")
    _met_bedrag(centraal, installatie, sleutel, "41.25", morgen - timedelta(days=1))
    voeg_tarief_toe(centraal, installatie, sleutel, "42.50", van=morgen)
    klok.tot_vlak_voor(morgen, AVOND)
    wacht_tot(lambda: "41,25" in bezoek("sliedrecht", sleutel), GEDULD, "het bedrag staat er niet")
    assert "42,50" not in bezoek("sliedrecht", sleutel) + balie("sliedrecht", sleutel)

    klok.tot_vlak_voor(morgen, NET_VOOR)
    wacht_tot(lambda: "42,50" in bezoek("sliedrecht", sleutel), GEDULD, "het nieuwe bedrag komt niet")
    assert klok.nu() >= begin_van(morgen)
    assert "41,25" not in bezoek("sliedrecht", sleutel)
    kaart = balie("sliedrecht", sleutel)
    assert "42,50" in kaart
    assert "41,25" not in kaart
    assert alarmen(centraal, titel) == []


def test_een_geplande_tekst_staat_er_op_de_dag_zelf_en_wie_afwijkt_kijkt_haar_dan_na(
    installatie, klok, als, bezoek, balie, tmp_path
):
    sleutel, straks = "keten-gepland", "In de regio duurt dit straks een dag."
    breng_in(installatie, tmp_path, sleutel, {"sliedrecht": VIER_WIJZEN["sliedrecht"]})
    morgen = klok.morgen()
    centraal, lokaal = als("centraal"), als("sliedrecht")
    plan_tekst(centraal, installatie, sleutel, "termijn", straks, vanaf=morgen)
    klok.tot_vlak_voor(morgen, AVOND)
    installatie.manage("sync", "--eenmalig", "--geduld", "120")
    assert "vijf weken" in bezoek("dordrecht", sleutel)
    assert straks not in bezoek("dordrecht", sleutel) + balie("dordrecht", sleutel)
    open_lokale_versie(lokaal, installatie, sleutel, "sliedrecht")
    assert not vraagt_om_herzien(lokaal)

    klok.tot_vlak_voor(morgen, NET_VOOR)
    wacht_tot(lambda: straks in bezoek("dordrecht", sleutel), GEDULD, "de geplande tekst komt niet")
    assert klok.nu() >= begin_van(morgen)
    assert "vijf weken" not in bezoek("dordrecht", sleutel)
    assert straks in balie("dordrecht", sleutel)
    assert "In Sliedrecht duurt dit een dag." in bezoek("sliedrecht", sleutel)
    assert straks not in bezoek("sliedrecht", sleutel)
    open_lokale_versie(lokaal, installatie, sleutel, "sliedrecht")
    assert vraagt_om_herzien(lokaal)
    open_product(centraal, installatie, sleutel)
    assert centraal.input_value("#id_termijn") == straks
