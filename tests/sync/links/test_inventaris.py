"""Where links stand, kept equal to the texts; and whose they are."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from redactie.buitenlinks import buitenlinks
from redactie.models import Gemeente
from sync.links.inventaris import werk_bij
from sync.links.oordeel import Linkstand
from sync.models import Vindplaats, Webadres
from tests import factories as f

pytestmark = pytest.mark.django_db


def gevonden() -> set[tuple[str, str, str, str | None]]:
    slugs = dict(Gemeente.objects.values_list("pk", "slug"))
    return {
        (lid.adres, lid.model, lid.waar, slugs[lid.gemeente] if lid.gemeente is not None else None)
        for lid in buitenlinks()
    }


def link(naam: str) -> str:
    return f"Zie [de site](https://{naam}.example/pas)."


def test_elke_plek_waar_een_link_kan_staan(sliedrecht: Gemeente) -> None:
    product = f.ProductFactory(gepubliceerd=True, kosten=link("kosten"))
    f.KanaalFactory(product=product, adres="https://kanaal.example/pas")
    f.TekstversieFactory(product=product, gepland=True, tekst=link("straks"))
    versie = f.LokaleVersieFactory(
        product=product,
        gemeente=sliedrecht,
        gepubliceerd=True,
        toelichting=link("toelichting"),
        wijkt_af={"termijn": link("eigen")},
    )
    f.LokaalKanaalFactory(versie=versie, adres="https://lokaal.example/pas")
    f.GegevenFactory(soort="url", waarde="https://gegeven.example/pas", gemeente=sliedrecht)
    f.ContactpuntFactory(website="https://contact.example/pas")
    f.MededelingFactory(tekst=link("bericht"), gemeenten=[sliedrecht])
    assert gevonden() == {
        ("https://kosten.example/pas", "product", "Kosten", None),
        ("https://kanaal.example/pas", "product", "Kanalen", None),
        ("https://straks.example/pas", "product", "Hoe lang duurt het?, gepland", None),
        ("https://toelichting.example/pas", "lokaleversie", "Toelichting", "sliedrecht"),
        ("https://eigen.example/pas", "lokaleversie", "Hoe lang duurt het?", "sliedrecht"),
        ("https://lokaal.example/pas", "lokaleversie", "Kanalen", "sliedrecht"),
        ("https://gegeven.example/pas", "gegeven", "Waarde", "sliedrecht"),
        ("https://contact.example/pas", "contactpunt", "Website", None),
        ("https://bericht.example/pas", "mededeling", "Tekst", "sliedrecht"),
    }


def test_wat_niemand_leest_telt_niet(sliedrecht: Gemeente) -> None:
    gisteren = timezone.localdate() - timedelta(days=1)
    f.ProductFactory(kosten=link("concept"))
    f.LokaleVersieFactory(gemeente=sliedrecht, wijkt_af={"kosten": link("lokaal-concept")})
    f.GegevenFactory(soort="url", waarde="https://oud.example/", geldig_tot=gisteren)
    f.MededelingFactory(tekst=link("voorbij"), tot=timezone.now() - timedelta(hours=1))
    assert gevonden() == set()


def test_de_lijst_volgt_de_teksten_en_vergeet_wat_weg_is() -> None:
    eerste = f.ProductFactory(gepubliceerd=True, kosten=link("a") + link("b"))
    tweede = f.ProductFactory(gepubliceerd=True, kosten=link("a"))
    werk_bij()
    assert Webadres.objects.count() == 2
    assert Vindplaats.objects.count() == 3
    Webadres.objects.filter(adres="https://a.example/pas").update(stand=Linkstand.STUK)
    eerste.kosten = "Gratis."
    f.publiceer(eerste)
    werk_bij()
    assert [(lid.adres, lid.stand) for lid in Webadres.objects.all()] == [
        ("https://a.example/pas", Linkstand.STUK)
    ]
    assert [lid.ding for lid in Vindplaats.objects.all()] == [tweede.pk]


def test_een_tweede_keer_schrijft_niets() -> None:
    for letter in "abc":
        f.ProductFactory(gepubliceerd=True, kosten=link(letter))
    werk_bij()
    with CaptureQueriesContext(connection) as vragen:
        werk_bij()
    assert [vraag["sql"][:6] for vraag in vragen] == ["SELECT"] * len(vragen)
    assert len(vragen) <= 12


def test_een_lange_titel_en_een_lang_adres_passen() -> None:
    lang = "https://a.example/" + "x" * 1900
    f.ContactpuntFactory(website="https://b.example/", naam="n" * 160)
    f.GegevenFactory(soort="url", waarde=f"https://a.example/{'x' * 400}")
    f.ProductFactory(gepubliceerd=True, kosten=f"[a]({lang})")
    werk_bij()
    werk_bij()
    assert Webadres.objects.count() == 3
