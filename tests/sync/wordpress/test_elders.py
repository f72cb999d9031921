"""The real WordPress as it may be met elsewhere: other addresses, fewer rights, something in front of it, out of order.

What it answers there is in `deploy/testwordpress/router.php` and in WordPress itself; `test_antwoord.py` holds the same
answers for where there is none.
"""

from __future__ import annotations

import pytest

from sync.afspraak.bericht import Bericht, StandFout
from sync.afspraak.openapi import LIVE, PRODUCT
from sync.canoniek import canoniek, hash_van
from sync.classificatie import Oordeel, beoordeel
from sync.doelen import Adapter, adapter_van
from sync.wordpress.pagina import Pagina, Tekst
from tests import wordpressproef as w

pytestmark = [pytest.mark.django_db, pytest.mark.wordpress]


ALLE_OPMAAK = (
    "<p>Tekst met <strong>vet</strong>, <em>schuin</em>, <code>code</code> en "
    '<a href="mailto:a@b.nl">mail</a>.<br>Verder.</p>'
    "<h3>Kop</h3><ul><li>een</li></ul><ol><li>twee</li></ol><blockquote><p>Citaat</p></blockquote>"
    '<table><thead><tr><th scope="col">A</th></tr></thead><tbody><tr><td>€ 1,50&nbsp;p.p.</td></tr></tbody></table>'
)
KANAAL = {
    "actie": "aanvragen",
    "wijze": "formulier",
    "label": "Vraag aan",
    "adres": "https://voorbeeld.nl/?a=1&b=2",
    "inlogmiddel": "digid",
    "niveau": None,
    "aangewezen": True,
}


@pytest.fixture
def wordpress():
    with w.een_wordpress("echt") as gemaakt:
        yield gemaakt


def lever(adapter: Adapter, bericht: Bericht = LIVE) -> tuple[Oordeel, str]:
    (antwoord,) = adapter.lever([bericht])
    oordeel = beoordeel(antwoord, versie=bericht.versie, hash_=bericht.hash, hoogste=bericht.versie)
    return oordeel, antwoord.melding


@pytest.mark.parametrize("voor", ["/plat", "/streng", "/praatgraag"])
def test_zonder_leesbare_adressen_met_minder_html_of_met_meldingen_van_php_werkt_alles(wordpress, voor):
    """Every tag that a text can have passes where only known HTML may."""
    doel = wordpress.doel(voor=voor)
    tekst = PRODUCT["talen"]["nl"] | {"titel": "Kosten & <baten>"}
    velden = [dict(tekst["velden"][0], html=ALLE_OPMAAK)]
    inhoud = PRODUCT | {"talen": {"nl": tekst | {"velden": velden * 4}}, "kanalen": [KANAAL]}
    bericht = Bericht("sliedrecht", "product", "leges", 5, hash_van(canoniek(inhoud)), inhoud, None)
    assert lever(adapter_van(doel), bericht) == (Oordeel.BEVESTIGD, "")
    (pagina,) = (Pagina.uit_json(lid) for lid in wordpress.paginas())
    assert pagina.slug == "leges"
    assert not pagina.gewijzigd
    _, aanwezig = adapter_van(doel).stand({})
    assert aanwezig["sliedrecht/product/leges"].hash == bericht.hash


@pytest.mark.parametrize(
    ("voor", "oordeel", "melding"),
    [
        ("/geen-database", Oordeel.OPNIEUW, "database connection"),
        ("/zonder-kop", Oordeel.QUARANTAINE, "Authorization"),
        ("/rest-uit", Oordeel.QUARANTAINE, "has been disabled"),
        ("/omleiding", Oordeel.FOUT, "https://www.website.example"),
        ("/poort-dicht", Oordeel.PARKEREN, "beveiliging"),
    ],
)
def test_wat_ervoor_staat_of_stuk_is_krijgt_het_goede_oordeel(wordpress, voor, oordeel, melding):
    gekregen, gezegd = lever(adapter_van(wordpress.doel(voor=voor)))
    assert gekregen is oordeel
    assert melding in gezegd
    assert wordpress.paginas() == []


def test_tijdens_onderhoud_wordt_er_gewacht_en_niets_leeg_genoemd(wordpress):
    doel = wordpress.doel()
    onderhoud = wordpress.site / ".maintenance"
    onderhoud.write_text("<?php $upgrading = time();")
    try:
        (antwoord,) = adapter_van(doel).lever([LIVE])
        with pytest.raises(StandFout, match="onderhoud"):
            adapter_van(doel).stand({})
    finally:
        onderhoud.unlink()
    assert (antwoord.code, antwoord.wacht_seconden) == (503, 600)
    assert lever(adapter_van(doel))[0] is Oordeel.BEVESTIGD


def test_wat_een_rol_niet_mag_bewaren_wordt_niet_bevestigd(wordpress, monkeypatch):
    """Where WordPress takes tags out, what stands there is not what was sent."""
    monkeypatch.setattr(
        "sync.doelen.wordpress.tekst_van",
        lambda publiek: Tekst("Titel", '<p>x</p><video src="/x"></video><form>y</form>'),
    )
    oordeel, melding = lever(adapter_van(wordpress.doel(voor="/streng")))
    assert oordeel is Oordeel.PARKEREN
    assert "anders dan verstuurd" in melding


def test_een_lijst_van_precies_volle_bladen_wordt_helemaal_gelezen(wordpress, monkeypatch):
    monkeypatch.setattr("sync.wordpress.site.PER_KEER", 2)
    adapter = adapter_van(wordpress.doel())
    berichten = [Bericht("sliedrecht", "product", f"lid-{n}", 1, LIVE.hash, PRODUCT, None) for n in range(4)]
    adapter.lever(berichten)
    _, aanwezig = adapter.stand({})
    assert len(aanwezig) == 4


def test_wat_iemand_in_het_scherm_van_wordpress_bewaart_zonder_te_wijzigen_blijft_van_ons(wordpress):
    """Its editor sends back what it read; the block of HTML and the mark in it come through."""
    doel = wordpress.doel()
    lever(adapter_van(doel))
    (pagina,) = wordpress.paginas()
    wordpress.wijzig(pagina["id"], content=pagina["content"]["raw"], title=pagina["title"]["raw"])
    _, aanwezig = adapter_van(doel).stand({})
    assert aanwezig["sliedrecht/product/paspoort-aanvragen"].hash == LIVE.hash
