"""The product page: the order of it, the channels, and what is beside it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine

from redactie.bronnen import KanaalBron, UpnBron
from redactie.keuzes import Actie, KanaalWijze
from redactie.veld import PUBLIEKE_VELDEN
from tests.kennisbank.uitgave import geef_uit
from tests.kennisbank.website.gemeentedocument import gemeente_live
from tests.kennisbank.website.paspoort import AFSPRAAK, ONLINE, PASPOORT, op_volgorde, paspoort

pytestmark = pytest.mark.django_db


def test_de_velden_staan_in_de_volgorde_van_een_website(sliedrecht: Any, lees: Any) -> None:
    teksten = {veld.value: f"Over {veld.value}." for veld in PUBLIEKE_VELDEN if not veld.platte_tekst}
    paspoort(**teksten)
    koppen = [f'id="{veld}">{veld.kop}</h2>' for veld in PUBLIEKE_VELDEN if not veld.platte_tekst]
    assert op_volgorde(lees(PASPOORT), *koppen)


def test_kanalen_staan_direct_na_de_samenvatting(sliedrecht: Any, lees: Any) -> None:
    paspoort(
        samenvatting="U vraagt het zelf aan.", inleiding="Een paspoort.", product={"kanalen": (AFSPRAAK,)}
    )
    assert op_volgorde(lees(PASPOORT), "U vraagt het zelf aan.", "Maak een afspraak", "Een paspoort.")


def test_een_knop_zegt_vooraf_hoe_u_inlogt(sliedrecht: Any, lees: Any) -> None:
    paspoort(product={"kanalen": (ONLINE, AFSPRAAK)})
    html = lees(PASPOORT)
    assert op_volgorde(
        html, "Vraag het online aan", "Inloggen met DigiD, niveau Midden", "Digitaal kan het alleen"
    )
    assert op_volgorde(html, "Maak een afspraak", "Inloggen is niet nodig")
    for nummer in (1, 2):
        assert f'aria-describedby="kanaal-{nummer}"' in html
        assert f'id="kanaal-{nummer}"' in html


def test_een_kanaal_zonder_adres_is_geen_link(sliedrecht: Any, lees: Any) -> None:
    paspoort(product={"kanalen": (KanaalBron(Actie.AANVRAGEN, KanaalWijze.BALIE, "", "Kom langs"),)})
    html = lees(PASPOORT)
    assert '<span class="antw-kanaal__naam">Kom langs</span>' in html
    assert "Aan de balie" in html


def test_tarieven_zijn_een_tabel_met_bedragen_rechts(sliedrecht: Any, lees: Any) -> None:
    paspoort(kosten="| Omschrijving | Bedrag |\n| --- | --- |\n| Vanaf 18 jaar | € 83,87 |")
    html = lees(PASPOORT)
    assert re.search(r'<table class="[^"]*antw-bedragen', html)
    assert "€\N{NO-BREAK SPACE}83,87" in html


def test_het_telefoonnummer_is_te_bellen_en_breekt_niet_af(sliedrecht: Any, lees: Any) -> None:
    paspoort()
    html = lees(PASPOORT)
    assert 'href="tel:14078">14\N{NO-BREAK SPACE}078</a>' in html
    assert 'href="tel:+31787702000">+31\N{NO-BREAK SPACE}78' in html
    assert "14 078" not in html


def test_het_contactpunt_staat_ernaast_met_zijn_tijden(sliedrecht: Any, lees: Any) -> None:
    paspoort()
    with time_machine.travel(datetime(2026, 11, 23, 13, 0, tzinfo=UTC), tick=False):
        html = lees(PASPOORT)
    assert op_volgorde(html, "Burgerzaken", "Bereikbaar tot 17.00 uur", "Alle tijden", "maandag", "zondag")
    assert "mailto:burgerzaken@drechtsteden.example" in html


def test_een_onbekend_contactpunt_is_geen_fout(sliedrecht: Any, lees: Any) -> None:
    paspoort(product={"behandelaar": "bestaat-niet"})
    assert "Contact</h2>" not in lees(PASPOORT)


def test_verwante_producten_die_hier_bestaan_in_de_volgorde_van_de_redactie(
    sliedrecht: Any, lees: Any
) -> None:
    geef_uit("sliedrecht", "rijbewijs", "Rijbewijs")
    geef_uit("sliedrecht", "identiteitskaart", "Identiteitskaart")
    geef_uit("dordrecht", "alleen-daar", "Alleen in Dordrecht")
    paspoort(product={"verwant": ("rijbewijs", "alleen-daar", "identiteitskaart")})
    html = lees(PASPOORT)
    assert op_volgorde(html, "Zie ook", '"/product/rijbewijs/"', '"/product/identiteitskaart/"')
    assert "alleen-daar" not in html
    assert "Alleen in Dordrecht" not in html


def test_de_wettelijke_grond_staat_onderaan(sliedrecht: Any, lees: Any) -> None:
    upn = UpnBron("http://standaarden.overheid.nl/owms/terms/paspoort", "paspoort", ("Paspoortwet",))
    paspoort(contact="Kom langs.", product={"upn": (upn,)})
    assert op_volgorde(lees(PASPOORT), "Kom langs.", "Welke wet geldt?", "Paspoortwet")


def test_de_pagina_zegt_wanneer_zij_is_bijgewerkt_en_waar_u_een_fout_meldt(
    sliedrecht: Any, lees: Any
) -> None:
    with time_machine.travel(datetime(2026, 11, 22, 23, 30, tzinfo=UTC)):
        paspoort()
    html = lees(PASPOORT)
    assert "Bijgewerkt op 23 november 2026" in html
    assert op_volgorde(html, "Klopt er iets niet?", "subject=Klopt%20niet", "Paspoort%20aanvragen")


def test_de_pagina_is_gemerkt_als_voorbeeld(sliedrecht: Any, lees: Any) -> None:
    paspoort()
    html = lees(PASPOORT)
    assert "dit is geen website van de gemeente Sliedrecht" in html
    assert '<meta name="robots" content="noindex">' in html


def test_een_echte_gemeente_heeft_dat_merk_niet(db: None, lees: Any, settings: Any) -> None:
    settings.ANTWOORD_DEMO_TOEGESTAAN = False
    gemeente_live("sliedrecht", website="https://www.sliedrecht.nl")
    paspoort()
    html = lees(PASPOORT)
    assert "oorbeeld" not in html
    assert "noindex" not in html


def test_op_een_proefinstallatie_is_ook_een_nieuwe_gemeente_voorbeeld(db: None, lees: Any) -> None:
    gemeente_live("sliedrecht", website="https://www.sliedrecht.nl")
    assert "dit is geen website van de gemeente Sliedrecht" in lees("/")
