"""Where the REST API of a WordPress is may change while the sync process runs: what does not answer is looked for."""

from __future__ import annotations

import pytest

from sync.afspraak.lijn import Antwoord
from sync.models import LeveringToestand
from sync.wordpress.aanmelding import Aanmelding
from sync.wordpress.antwoord import Geweigerd
from sync.wordpress.site import Site
from tests import wordpressproef as w
from tests.sync.doelproef import bezorg_alles, levering, wijzig

GEEN_PAGINA = Antwoord(404, {"content-type": "text/html"}, b"<html><h1>Not Found</h1></html>")
LEGE_LIJST = Antwoord(200, {"content-type": "application/json"}, b"[]")


class Lijnproef:
    """Answers at the ways in `open`; `gevraagd` holds the ways that were tried."""

    def __init__(self, *open_: str) -> None:
        self.open = set(open_)
        self.gevraagd: list[str] = []

    def begin(self, seconden: float) -> None: ...

    def vraag(self, methode: str, adres: str, koppen: object, lichaam: bytes, meest: int) -> Antwoord:
        weg = "wp-json" if "/wp-json/" in adres else "index.php"
        self.gevraagd.append(weg)
        return LEGE_LIJST if weg in self.open else GEEN_PAGINA


def vraag(site: Site, lijn: Lijnproef) -> list[str]:
    """The ways that one question tries."""
    site.begin(1, [Aanmelding("antwoord", "x" * 24)])
    lijn.gevraagd.clear()
    assert site.onder(1) == []
    return list(lijn.gevraagd)


@pytest.mark.django_db
def test_wie_zijn_leesbare_adressen_verliest_krijgt_zijn_paginas_zonder_herstart(paspoort):
    """Permalinks set to plain, or an .htaccess that is gone."""
    with w.een_wordpress("nep") as wordpress:
        wordpress.doel()
        bezorg_alles()
        wordpress.nep.leesbare_adressen = False
        wijzig(paspoort, "Zeven weken.")
        bezorg_alles()
        assert levering().toestand == LeveringToestand.BEVESTIGD
        wordpress.nep.leesbare_adressen = True
        assert "Zeven weken." in wordpress.pagina("paspoort")["content"]["raw"]


def test_wat_het_laatst_werkte_wordt_onthouden_in_beide_richtingen():
    lijn = Lijnproef("wp-json", "index.php")
    site = Site("https://wp.example", lijn)
    assert vraag(site, lijn) == ["wp-json"]
    lijn.open = {"index.php"}
    assert vraag(site, lijn) == ["wp-json", "index.php"]
    assert vraag(site, lijn) == ["index.php"]
    lijn.open = {"wp-json"}
    assert vraag(site, lijn) == ["index.php", "wp-json"]
    assert vraag(site, lijn) == ["wp-json"]


def test_een_site_die_nergens_antwoordt_wordt_elke_keer_op_beide_plekken_gezocht():
    lijn = Lijnproef("wp-json")
    site = Site("https://wp.example", lijn)
    vraag(site, lijn)
    lijn.open = set()
    for _ in range(2):
        site.begin(1, [Aanmelding("antwoord", "x" * 24)])
        lijn.gevraagd.clear()
        with pytest.raises(Geweigerd, match="antwoordt geen WordPress"):
            site.onder(1)
        assert lijn.gevraagd == ["wp-json", "index.php"]
    lijn.open = {"wp-json"}
    assert vraag(site, lijn) == ["wp-json"]
