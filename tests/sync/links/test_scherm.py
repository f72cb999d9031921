"""The list: a local editor sees the own municipality's links and the region's; and what there is to do first."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from redactie.keuzes import Rol
from redactie.models import Gemeente
from sync.links.inventaris import werk_bij
from sync.links.oordeel import Linkstand
from sync.links.scherm import LIJST, OPNIEUW, wachtzinnen
from sync.models import Webadres
from tests import factories as f
from tests.redactie.cms.hulp import als
from tests.redactie.cms.test_lijsten import BUDGET, vragen

pytestmark = pytest.mark.django_db


@pytest.fixture
def dordrecht() -> Gemeente:
    return f.GemeenteFactory(slug="dordrecht", naam="Dordrecht")


@pytest.fixture
def links(sliedrecht: Gemeente, dordrecht: Gemeente) -> None:
    """One broken link of the region, one of each municipality; one that works."""
    product = f.ProductFactory(gepubliceerd=True, titel="Paspoort", kosten="[a](https://regio.example/)")
    for gemeente in (sliedrecht, dordrecht):
        tekst = f"[a](https://{gemeente.slug}.example/)"
        f.LokaleVersieFactory(
            product=product, gemeente=gemeente, gepubliceerd=True, wijkt_af={"termijn": tekst}
        )
    f.ProductFactory(gepubliceerd=True, titel="Hond", kosten="[a](https://goed.example/)")
    werk_bij()
    sinds = timezone.now() - timedelta(days=3)
    Webadres.objects.exclude(adres__contains="goed").update(
        stand=Linkstand.STUK, fout_sinds=sinds, melding="De pagina bestaat niet meer (antwoord 404)."
    )
    Webadres.objects.filter(adres__contains="goed").update(stand=Linkstand.GOED)


def scherm(client: Any, **zoek: str) -> str:
    antwoord = client.get(reverse(LIJST), zoek)
    assert antwoord.status_code == 200
    return antwoord.content.decode()


@pytest.mark.usefixtures("links")
def test_een_lokale_redacteur_ziet_het_eigene_en_dat_van_de_regio(sliedrecht: Gemeente) -> None:
    lokaal = scherm(als(Rol.REDACTEUR, sliedrecht))
    assert "https://regio.example/" in lokaal
    assert "https://sliedrecht.example/" in lokaal
    assert "dordrecht.example" not in lokaal
    assert "goed.example" not in lokaal
    assert "De pagina bestaat niet meer (antwoord 404)." in lokaal


@pytest.mark.usefixtures("links")
def test_de_regio_ziet_alles_en_kan_zoeken(sliedrecht: Gemeente) -> None:
    centraal = als(Rol.CENTRAAL)
    assert "dordrecht.example" in scherm(centraal)
    assert "goed.example" in scherm(centraal, wat="alles")
    assert "regio.example" not in scherm(centraal, van="sliedrecht")
    assert "sliedrecht.example" in scherm(centraal, van="sliedrecht")
    assert "Niets gevonden" in scherm(centraal, q="bestaat-niet")
    assert "goed.example" in scherm(centraal, q="hond", wat="goed")


@pytest.mark.usefixtures("links")
def test_de_startpagina_telt_wat_u_zelf_kunt_verbeteren(sliedrecht: Gemeente) -> None:
    wie = als(Rol.REDACTEUR, sliedrecht).gebruiker
    assert [zin["tekst"] for zin in wachtzinnen(wie)] == [
        "1 link naar een andere site werkt niet meer of is verhuisd."
    ]
    Webadres.objects.update(stand=Linkstand.HAPERT)
    assert wachtzinnen(wie) == []


@pytest.mark.usefixtures("links")
def test_opnieuw_kijken_mag_wie_de_tekst_mag_verbeteren(sliedrecht: Gemeente) -> None:
    Webadres.objects.update(volgende_op=timezone.now() + timedelta(days=1))
    lokaal = als(Rol.REDACTEUR, sliedrecht)
    for naam, code in (("sliedrecht", 302), ("regio", 404), ("dordrecht", 404)):
        rij = Webadres.objects.get(adres__contains=naam)
        assert lokaal.post(reverse(OPNIEUW, args=[rij.pk])).status_code == code
        rij.refresh_from_db()
        assert (rij.volgende_op < timezone.now()) is (code == 302)
    assert lokaal.get(reverse(OPNIEUW, args=[rij.pk])).status_code == 405


@pytest.mark.usefixtures("links")
def test_de_lijst_blijft_binnen_het_aantal_vragen(sliedrecht: Gemeente) -> None:
    for nummer in range(30):
        f.ProductFactory(gepubliceerd=True, kosten=f"[a](https://site{nummer}.example/)")
    werk_bij()
    gesteld = vragen(als(Rol.CENTRAAL), f"{reverse(LIJST)}?wat=alles")
    assert len(gesteld) <= BUDGET, "\n".join(gesteld)


def test_zonder_links_staat_er_wat_er_zou_staan(sliedrecht: Gemeente) -> None:
    assert "Er is niets te doen" in scherm(als(Rol.REDACTEUR, sliedrecht))
