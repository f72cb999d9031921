"""Nothing of another municipality and nothing internal, over every product, field and municipality of the region."""

from __future__ import annotations

import html
import json
import re
from collections import defaultdict

import httpx
import pytest

from tests.keten.installatie import wacht_tot

KETENPROEF_SECONDEN = 120.0
"""At the most; a quiet machine takes some seconds."""
LANG_GENOEG = 35
"""Shorter fragments may be said by two municipalities by chance."""


def _zinnen(tekst: str) -> set[str]:
    """The longer sentences of a Markdown text as they read on a page; without those that hold a token."""
    tekst = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", tekst)
    kaal = re.sub(r"[*_#>]|^\s*(?:[-+]|\d+\.)\s+", " ", tekst, flags=re.MULTILINE)
    zinnen = re.split(r"(?<=[.!?])\s+|\n\s*\n|\n\s*", kaal)
    return {
        schoon
        for zin in zinnen
        if not re.search(r"[\[\]{}|]", zin) and len(schoon := " ".join(zin.split())) >= LANG_GENOEG
    }


def _plat(pagina: str) -> str:
    """The words of a page. White space within the mark-up of a sentence is one space."""
    zonder = re.sub(r"<(script|style)\b.*?</\1>", " ", pagina, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", zonder)).replace("\xa0", " ").split())


@pytest.fixture(scope="module")
def gemeenten(installatie):
    return [slug for (slug,) in installatie.rijen("SELECT slug FROM redactie_gemeente ORDER BY slug")]


@pytest.fixture(scope="module")
def paginas(installatie, gemeenten, site):
    """(gemeente, sleutel) → the words of that page, for every live publication."""
    rijen = installatie.rijen(
        "SELECT bereik, sleutel FROM sync_publicatie "
        "WHERE documentsoort = 'product' AND toestand = 'live' AND bereik <> 'regio'"
    )
    return {(bereik, sleutel): _plat(site(bereik, sleutel)) for bereik, sleutel in rijen}


@pytest.fixture(scope="module")
def eigen_zinnen(installatie):
    """gemeente → sentences that only this municipality says (its public deviations and own products)."""
    per_gemeente: dict[str, set[str]] = defaultdict(set)
    rijen = installatie.rijen(
        "SELECT g.slug, a.tekst FROM redactie_afwijking a JOIN redactie_lokaleversie l ON l.id = a.versie_id "
        "JOIN redactie_gemeente g ON g.id = l.gemeente_id WHERE l.live"
    )
    for gemeente, tekst in rijen:
        per_gemeente[gemeente] |= _zinnen(tekst)
    centraal = {
        zin
        for (tekst,) in installatie.rijen("SELECT tekst FROM redactie_tekstversie")
        for zin in _zinnen(tekst)
    }
    aantal: dict[str, int] = defaultdict(int)
    for zinnen in per_gemeente.values():
        for zin in zinnen:
            aantal[zin] += 1
    return {
        gemeente: {zin for zin in zinnen if aantal[zin] == 1 and zin not in centraal}
        for gemeente, zinnen in per_gemeente.items()
    }


@pytest.fixture(scope="module")
def interne_zinnen(installatie):
    """Sentences of internal fields, central and local, and internal facts; that no public field says as well."""
    intern, publiek = set(), set()
    velden = {"spreekantwoord", "uitvragen", "doorverbinden", "interne_toelichting"}
    for tabel in ("redactie_tekstversie", "redactie_afwijking"):
        for veld, tekst in installatie.rijen(f"SELECT veld, tekst FROM {tabel}"):  # noqa: S608  names of our own
            (intern if veld in velden else publiek).update(_zinnen(tekst))
    for (tekst,) in installatie.rijen(
        "SELECT vervallen_toelichting FROM redactie_product UNION SELECT toelichting FROM redactie_lokaleversie "
        "UNION SELECT tekst FROM redactie_mededeling"
    ):
        publiek |= _zinnen(tekst)
    nummers = installatie.rijen("SELECT waarde FROM redactie_gegeven WHERE intern")
    nummers += installatie.rijen(
        "SELECT telefoon_intern FROM redactie_contactpunt WHERE telefoon_intern <> ''"
    )
    openbaar = {
        waarde
        for (waarde,) in installatie.rijen(
            "SELECT waarde FROM redactie_gegeven WHERE NOT intern UNION SELECT telefoon FROM redactie_contactpunt "
            "UNION SELECT telefoon_buitenland FROM redactie_gemeente"
        )
    }
    return (intern - publiek) | {nummer for (nummer,) in nummers if nummer not in openbaar}


def test_de_proef_heeft_iets_om_naar_te_zoeken(paginas, eigen_zinnen, interne_zinnen, gemeenten):
    assert len(paginas) > 60 * len(gemeenten)
    assert all(len(eigen_zinnen[gemeente]) >= 15 for gemeente in gemeenten)
    assert len(interne_zinnen) > 200


def test_elke_gemeente_zegt_haar_eigen_zinnen_ook_echt(paginas, eigen_zinnen):
    """The counter-proof: a leak test whose fragments stand nowhere proves nothing."""
    for gemeente, zinnen in eigen_zinnen.items():
        alles = "\n".join(tekst for (bereik, _), tekst in paginas.items() if bereik == gemeente)
        assert sum(zin in alles for zin in zinnen) > len(zinnen) / 3, gemeente


def test_geen_zin_van_een_andere_gemeente_op_een_website(paginas, eigen_zinnen):
    lekken = [
        (bereik, sleutel, ander, zin)
        for (bereik, sleutel), tekst in paginas.items()
        for ander, zinnen in eigen_zinnen.items()
        if ander != bereik
        for zin in zinnen
        if zin in tekst
    ]
    assert not lekken


def test_niets_interns_op_een_website(paginas, interne_zinnen):
    lekken = [(plek, zin) for plek, tekst in paginas.items() for zin in interne_zinnen if zin in tekst]
    assert not lekken


def test_niets_interns_en_niets_van_een_ander_in_wat_openbaar_is_vastgelegd(
    installatie, eigen_zinnen, interne_zinnen
):
    """The kept public contents: what the API and every later target get."""
    rijen = installatie.rijen(
        "SELECT p.bereik, p.sleutel, i.json FROM sync_publicatie p JOIN sync_inhoud i "
        "ON i.hash = p.publieke_inhoud_id WHERE p.documentsoort = 'product'"
    )
    lekken = []
    for bereik, sleutel, inhoud in rijen:
        tekst = " ".join(lid["tekst"] for lid in json.loads(inhoud)["talen"]["nl"]["velden"])
        lekken += [(bereik, sleutel, zin) for zin in interne_zinnen if zin in tekst]
        lekken += [
            (bereik, sleutel, ander)
            for ander, zinnen in eigen_zinnen.items()
            if ander != bereik and any(zin in tekst for zin in zinnen)
        ]
    assert not lekken


def test_de_balie_van_een_gemeente_bevat_niets_van_een_andere(installatie, eigen_zinnen):
    rijen = installatie.rijen(
        "SELECT p.bereik, p.sleutel, i.json FROM sync_publicatie p JOIN sync_inhoud i ON i.hash = p.inhoud_id "
        "WHERE p.documentsoort = 'product'"
    )
    lekken = [
        (bereik, sleutel, ander, zin)
        for bereik, sleutel, inhoud in rijen
        for ander, zinnen in eigen_zinnen.items()
        if ander != bereik
        for zin in zinnen
        if zin in inhoud
    ]
    assert not lekken


def test_elk_product_staat_hoogstens_een_keer_in_elk_bereik_en_de_index_kent_geen_ander(installatie):
    live = dict(
        installatie.rijen(
            "SELECT bereik, count(*) FROM sync_publicatie "
            "WHERE documentsoort = 'product' AND toestand = 'live' GROUP BY bereik"
        )
    )
    opdracht = "from search.keuze import motor; import json; print(json.dumps(motor().counts()))"
    index = json.loads(installatie.manage("shell", "-v", "0", "-c", opdracht).splitlines()[-1])
    # What measures publishing: of a bereik that nobody can ask about.
    index.pop("ketenproef", None)
    assert index == live


def test_de_ketenproef_komt_aan_en_geen_lezer_ziet_haar(installatie, paginas, gemeenten):
    def lees(pad: str, host: str) -> str:
        poort = installatie.poort
        kop = {"Host": f"{host}:{poort}"}
        return httpx.get(f"http://127.0.0.1:{poort}{pad}", headers=kop, timeout=20).text.lower()

    wacht_tot(
        lambda: installatie.rijen("SELECT 1 FROM sync_ketenproef WHERE geslaagd_op IS NOT NULL"),
        KETENPROEF_SECONDEN,
        "de ketenproef kwam niet aan",
        installatie.log_einde,
    )
    ((titel,),) = installatie.rijen("SELECT titel FROM sync_publicatie WHERE documentsoort = 'ketenproef'")
    assert titel.startswith("Ketenproef ")
    assert not [plek for plek, tekst in paginas.items() if "ketenproef" in tekst.lower()]
    assert "ketenproef" not in installatie.zoek(gemeenten[0], titel)
    for gemeente in gemeenten:
        for pad in ("/", "/a-z/", f"/zoeken/?q={titel.split()[1]}"):
            assert "hiermee meet" not in lees(pad, f"{gemeente}.localhost"), (gemeente, pad)
    assert "ketenproef" not in lees("/api/v1/publicaties/", "localhost")
