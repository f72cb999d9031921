"""robots.txt as RFC 9309 has it: the longest rule wins, wildcards, a group of one's own."""

from __future__ import annotations

import pytest

from sync.links.robots import lees_robots

TEKST = """
# regels
User-agent: *
Disallow: /geheim/
Allow: /geheim/open$
Disallow: /*.pdf$
Disallow: /zoek*q=
Crawl-delay: 5

User-agent: Ander
User-agent: antwoord-linkcontrole/1.0
Disallow: /alleen-voor-ons
"""


@pytest.mark.parametrize(
    ("pad", "mag"),
    [
        ("/", True),
        ("/geheim/iets", False),
        ("/geheim/open", True),
        ("/geheim/openbaar", False),
        ("/map/blad.pdf", False),
        ("/map/blad.pdf?x", True),
        ("/zoek?a=1&q=pas", False),
        ("/zoek", True),
        ("/alleen-voor-ons", True),
    ],
)
def test_de_langste_regel_wint(pad: str, mag: bool) -> None:
    assert lees_robots(TEKST, "iemand").mag(pad) is mag


def test_een_eigen_groep_gaat_voor_en_is_dan_alles() -> None:
    eigen = lees_robots(TEKST, "antwoord-linkcontrole")
    assert not eigen.mag("/alleen-voor-ons")
    assert eigen.mag("/geheim/iets")


def test_de_gevraagde_pauze_met_een_grens() -> None:
    assert lees_robots(TEKST, "iemand").vertraging == 5
    assert lees_robots("User-agent: *\nCrawl-delay: 999999", "x").vertraging == 3600
    assert lees_robots("User-agent: *\nCrawl-delay: morgen", "x").vertraging is None


def test_bij_gelijke_lengte_wint_wat_mag() -> None:
    assert lees_robots("User-agent: *\nDisallow: /a\nAllow: /a", "x").mag("/a")


@pytest.mark.parametrize(
    "tekst", ["", "onzin", "Disallow: /", "User-agent: *\nDisallow:", "<html>geen</html>"]
)
def test_zonder_regels_mag_alles(tekst: str) -> None:
    assert lees_robots(tekst, "x").mag("/iets")


def test_een_kwaad_patroon_houdt_niets_op() -> None:
    """As a regular expression this would not end."""
    robots = lees_robots("User-agent: *\nDisallow: /" + "*a" * 2000 + "b$", "x")
    assert robots.mag("/" + "a" * 2000)
