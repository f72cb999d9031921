"""The product page: order, channels, what concerns it, what is beside it, and what is never on it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine

from kennisbank.website import productbron
from redactie.bronnen import KanaalBron, UpnBron
from redactie.keuzes import Aangeboden, Actie, Inlogmiddel, KanaalWijze, Niveau, Productsoort
from redactie.veld import INTERNE_VELDEN, PUBLIEKE_VELDEN
from tests.kennisbank.uitgave import geef_uit, trek_in
from tests.kennisbank.website.gemeentedocument import gemeente_live, mededeling

pytestmark = pytest.mark.django_db

PASPOORT = "/product/paspoort-aanvragen/"
AFSPRAAK = KanaalBron(
    Actie.AFSPRAAK, KanaalWijze.BALIE, "https://afspraken.example/sliedrecht", "Maak een afspraak"
)
ONLINE = KanaalBron(
    Actie.AANVRAGEN,
    KanaalWijze.FORMULIER,
    "https://formulieren.example/paspoort",
    "Vraag het online aan",
    Inlogmiddel.DIGID,
    Niveau.MIDDEN,
    aangewezen=True,
)


def paspoort(bereik: str = "sliedrecht", product: dict[str, Any] | None = None, **rest: Any) -> Any:
    eigen = {"behandelaar": "burgerzaken", "themas": ("reisdocumenten",), **(product or {})}
    return geef_uit(
        bereik, "paspoort-aanvragen", rest.pop("titel", "Paspoort aanvragen"), product=eigen, **rest
    )


def op_volgorde(html: str, *stukken: str) -> bool:
    plekken = [html.find(stuk) for stuk in stukken]
    return -1 not in plekken and plekken == sorted(plekken)


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


# What is not simply offered


def test_niet_aangeboden_is_een_antwoord(sliedrecht: Any, lees: Any) -> None:
    paspoort(
        aanpak="Kom naar de balie.",
        product={"kanalen": (ONLINE,)},
        laag={"aangeboden": Aangeboden.NEE, "toelichting": "Ga naar [Dordrecht](https://dordrecht.example)."},
    )
    html = lees(PASPOORT)
    assert op_volgorde(html, "<h1", "Niet aangeboden", "Ga naar")
    assert 'href="https://dordrecht.example"' in html
    assert "Kom naar de balie" not in html
    assert "Vraag het online aan" not in html


def test_valt_onder_wijst_naar_het_andere_product(sliedrecht: Any, lees: Any) -> None:
    geef_uit("sliedrecht", "milieustraat", "Afval brengen")
    paspoort(
        laag={
            "aangeboden": Aangeboden.VALT_ONDER,
            "valt_onder": "milieustraat",
            "toelichting": "Dat doet u daar.",
        }
    )
    html = lees(PASPOORT)
    assert op_volgorde(html, "Staat ergens anders", "Dat doet u daar.", 'href="/product/milieustraat/"')
    assert "Ga naar: Afval brengen" in html


def test_vervallen_wijst_naar_de_opvolger(sliedrecht: Any, lees: Any) -> None:
    geef_uit("sliedrecht", "nieuw", "De nieuwe regeling")
    paspoort(
        product={
            "vervalt_op": datetime(2026, 1, 2).date(),  # noqa: DTZ001  a plain day
            "opvolger": "nieuw",
            "vervallen_toelichting": "De regeling is gestopt.",
        }
    )
    html = lees(PASPOORT)
    assert op_volgorde(html, "Bestaat niet meer", "De regeling is gestopt.", "Ga naar: De nieuwe regeling")


def test_zonder_uitleg_staat_er_toch_een_zin(sliedrecht: Any, lees: Any) -> None:
    paspoort(laag={"aangeboden": Aangeboden.NEE})
    assert "Dit kunt u niet bij uw gemeente regelen." in lees(PASPOORT)


def test_een_verwijzing_naar_wat_hier_niet_bestaat_geeft_geen_dode_link(sliedrecht: Any, lees: Any) -> None:
    paspoort(
        laag={"aangeboden": Aangeboden.VALT_ONDER, "valt_onder": "weg", "toelichting": "Dat staat elders."}
    )
    html = lees(PASPOORT)
    assert "Dat staat elders." in html
    assert "/product/weg/" not in html


@pytest.mark.parametrize(
    ("soort", "kop"),
    [
        (Productsoort.VRAAG, "Vraag en antwoord"),
        (Productsoort.VERWIJZING, "Dit regelt u bij een andere organisatie"),
    ],
)
def test_vraag_en_verwijzing_zeggen_wat_zij_zijn(
    sliedrecht: Any, lees: Any, soort: Productsoort, kop: str
) -> None:
    geef_uit("sliedrecht", "hoe-dan", "Hoe dan?", productsoort=soort)
    html = lees("/product/hoe-dan/")
    assert op_volgorde(html, kop, "<h1")
    assert f"antw-product--{soort}" in html


# Notices


@pytest.mark.parametrize(
    ("betreft", "getoond"),
    [
        ("alles", True),
        ("thema:reisdocumenten", True),
        ("product:paspoort-aanvragen", True),
        ("inlogmiddel:digid", True),
        ("thema:afval", False),
        ("product:rijbewijs", False),
        ("inlogmiddel:eherkenning", False),
    ],
)
def test_een_mededeling_staat_alleen_waar_zij_over_gaat(
    db: None, lees: Any, betreft: str, getoond: bool
) -> None:
    gemeente_live("sliedrecht", mededelingen=[mededeling("storing", "Er is een storing.", betreft)])
    paspoort(product={"kanalen": (ONLINE,)})
    assert ("Er is een storing." in lees(PASPOORT)) is getoond


def test_een_mededeling_over_inloggen_staat_niet_bij_wat_hier_niet_kan(db: None, lees: Any) -> None:
    gemeente_live("sliedrecht", mededelingen=[mededeling("x", "DigiD doet het niet.", "inlogmiddel:digid")])
    paspoort(product={"kanalen": (ONLINE,)}, laag={"aangeboden": Aangeboden.NEE})
    assert "DigiD doet het niet." not in lees(PASPOORT)


def test_een_mededeling_verschijnt_en_verdwijnt_op_tijd(db: None, lees: Any) -> None:
    melding = mededeling(
        "dicht", "Wij zijn dicht.", van="2026-12-05T08:00:00+01:00", tot="2026-12-05T17:00:00+01:00"
    )
    gemeente_live("sliedrecht", mededelingen=[melding])
    paspoort()
    getoond = {}
    for uur in ("06:59", "07:00", "15:59", "16:00"):
        with time_machine.travel(datetime.fromisoformat(f"2026-12-05T{uur}:00+00:00"), tick=False):
            getoond[uur] = "Wij zijn dicht." in lees(PASPOORT)
    assert getoond == {"06:59": False, "07:00": True, "15:59": True, "16:00": False}


# Caching


def test_een_ongewijzigde_pagina_is_304(sliedrecht: Any, haal: Any) -> None:
    paspoort()
    eerst = haal(PASPOORT)
    assert eerst.headers["Cache-Control"] == "no-cache"
    nog_eens = haal(PASPOORT, headers={"If-None-Match": eerst.headers["ETag"]})
    assert nog_eens.status_code == 304
    assert nog_eens.content == b""
    assert nog_eens.headers["ETag"] == eerst.headers["ETag"]


def test_een_zwak_merk_van_een_proxy_telt_ook(sliedrecht: Any, haal: Any) -> None:
    paspoort()
    etag = haal(PASPOORT).headers["ETag"]
    assert haal(PASPOORT, headers={"If-None-Match": f"W/{etag}"}).status_code == 304


def _verander_tekst() -> None:
    paspoort(kosten="Dit kost 12 euro.")


def _verander_gemeente() -> None:
    gemeente_live("sliedrecht", telefoon="14 079")


def _verander_mededeling() -> None:
    gemeente_live("sliedrecht", mededelingen=[mededeling("nieuw", "Nieuws.")])


def _verander_verwant() -> None:
    geef_uit("sliedrecht", "rijbewijs", "Rijbewijs (nieuw)")


def _trek_verwant_in() -> None:
    trek_in("sliedrecht", "rijbewijs")


@pytest.mark.parametrize(
    "verander",
    [_verander_tekst, _verander_gemeente, _verander_mededeling, _verander_verwant, _trek_verwant_in],
)
def test_elke_verandering_die_een_lezer_ziet_geeft_een_ander_merk(
    sliedrecht: Any, haal: Any, verander: Any
) -> None:
    geef_uit("sliedrecht", "rijbewijs", "Rijbewijs")
    paspoort(product={"verwant": ("rijbewijs",)})
    eerst = haal(PASPOORT)
    verander()
    nu = haal(PASPOORT, headers={"If-None-Match": eerst.headers["ETag"]})
    assert nu.status_code == 200
    assert nu.content != eerst.content


def test_teruggedraaide_tekst_krijgt_de_nieuwe_datum(sliedrecht: Any, lees: Any) -> None:
    with time_machine.travel(datetime(2026, 11, 1, 12, tzinfo=UTC)):
        paspoort(kosten="Tien euro.")
        lees(PASPOORT)
        paspoort(kosten="Elf euro.")
    with time_machine.travel(datetime(2026, 11, 9, 12, tzinfo=UTC)):
        paspoort(kosten="Tien euro.")
        assert "Bijgewerkt op 9 november 2026" in lees(PASPOORT)


def test_ingetrokken_is_meteen_weg(sliedrecht: Any, haal: Any) -> None:
    paspoort()
    assert haal(PASPOORT).status_code == 200
    trek_in("sliedrecht", "paspoort-aanvragen")
    assert haal(PASPOORT).status_code == 404


def test_open_of_dicht_hoort_bij_het_merk(sliedrecht: Any, haal: Any) -> None:
    paspoort()
    merken = set()
    for uur in ("15:59", "16:00"):
        with time_machine.travel(datetime.fromisoformat(f"2026-11-23T{uur}:00+00:00"), tick=False):
            merken.add(haal(PASPOORT).headers["ETag"])
    assert len(merken) == 2


# Queries


def test_een_productpagina_kost_hooguit_vier_queries(
    sliedrecht: Any, haal: Any, django_assert_max_num_queries: Any
) -> None:
    geef_uit("sliedrecht", "rijbewijs", "Rijbewijs")
    paspoort(product={"verwant": ("rijbewijs",)})
    haal("/a-z/")
    productbron._geheugen.per_product.clear()
    with django_assert_max_num_queries(4):
        assert haal(PASPOORT).status_code == 200


def test_een_ongewijzigde_productpagina_kost_een_query_hoeveel_producten_er_ook_zijn(
    sliedrecht: Any, haal: Any, django_assert_num_queries: Any
) -> None:
    for nummer in range(30):
        geef_uit("sliedrecht", f"product-{nummer}", f"Product {nummer}")
    paspoort(product={"verwant": tuple(f"product-{nummer}" for nummer in range(10))})
    etag = haal(PASPOORT).headers["ETag"]
    with django_assert_num_queries(1):
        assert haal(PASPOORT).status_code == 200
    with django_assert_num_queries(1):
        assert haal(PASPOORT, headers={"If-None-Match": etag}).status_code == 304


# Leaks


def test_interne_woorden_staan_nooit_op_een_pagina(sliedrecht: Any, haal: Any) -> None:
    intern = {veld.value: f"kanarie{veld.value} alleen voor de balie" for veld in INTERNE_VELDEN}
    paspoort(**intern)
    for pad in ("/", PASPOORT, "/a-z/", "/onderwerp/reisdocumenten/", "/contact/", "/product/weg/"):
        html = haal(pad).content.decode()
        assert "kanarie" not in html, pad
        assert "078 770 20 21" not in html.replace("\N{NO-BREAK SPACE}", " "), pad


def test_niets_van_een_andere_gemeente(sliedrecht: Any, dordrecht: Any, haal: Any, lees: Any) -> None:
    paspoort("sliedrecht", kosten="In Sliedrecht tien euro.")
    paspoort("dordrecht", kosten="In Dordrecht twaalf euro.")
    geef_uit("dordrecht", "alleen-daar", "Alleen daar")
    assert "twaalf euro" not in lees(PASPOORT)
    assert "tien euro" not in lees(PASPOORT, host="dordrecht.localhost")
    assert haal("/product/alleen-daar/").status_code == 404


def test_tekens_uit_een_titel_blijven_tekst(sliedrecht: Any, lees: Any) -> None:
    paspoort(titel="Pas <script>alert(1)</script> & meer")
    html = lees(PASPOORT)
    assert "<script" not in html
    assert "&lt;script&gt;" in html
