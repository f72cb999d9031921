"""Rounds: a few addresses that are due, one question per site at a time, by the rules of that site; nothing twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from sync.links import controleren
from sync.links.controleren import controleer
from sync.links.oordeel import Linkstand
from sync.links.vragen import Vrager, site_van
from sync.models import Buitensite, Webadres
from sync.models.weblink import kenmerk_van
from tests.sync.nepserver import Gedrag, Nepserver

pytestmark = pytest.mark.django_db
Url = Callable[..., str]
NU = timezone.now()
HALF_MINUUT = timedelta(seconds=30)


@pytest.fixture(autouse=True)
def aan(settings: Any) -> None:
    settings.ANTWOORD_LINKCONTROLE = True


def zet(adres: str, **velden: Any) -> Webadres:
    return Webadres.objects.create(kenmerk=kenmerk_van(adres), adres=adres, site=site_van(adres), **velden)


def stand(rij: Webadres) -> str:
    rij.refresh_from_db()
    return rij.stand


def test_wat_aan_de_beurt_is_wordt_gevraagd_en_onthouden(server: Nepserver, url: Url, vrager: Vrager) -> None:
    server.gedrag["/weg"] = Gedrag(404)
    goed, weg = zet(url("/pas", "een.nl")), zet(url("/weg", "twee.nl"))
    later = zet(url("/later", "drie.nl"), volgende_op=NU + timedelta(hours=1))
    assert controleer(vrager, nu=NU) == 2
    assert (stand(goed), stand(weg), stand(later)) == ("goed", "hapert", "nieuw")
    assert weg.melding == "De pagina bestaat niet meer (antwoord 404)."
    assert (weg.fout_sinds, goed.goed_op, goed.gevraagd_op) == (NU, NU, NU)
    assert controleer(vrager, nu=NU + HALF_MINUUT) == 0


def test_kapot_heet_iets_pas_na_dagen(server: Nepserver, url: Url, vrager: Vrager) -> None:
    server.gedrag["/weg"] = Gedrag(404)
    rij, standen, nu = zet(url("/weg")), [], NU
    for _ in range(4):
        controleer(vrager, nu=nu)
        standen.append((stand(rij), round((nu - NU) / timedelta(hours=1))))
        assert rij.volgende_op is not None
        nu = rij.volgende_op
    assert standen == [("hapert", 0), ("hapert", 6), ("hapert", 24), ("stuk", 48)]


def test_een_site_krijgt_een_vraag_per_keer_en_dan_rust(server: Nepserver, url: Url, vrager: Vrager) -> None:
    een, twee = zet(url("/een")), zet(url("/twee"))
    ander = zet(url("/ander", "ander.nl"))
    assert controleer(vrager, nu=NU) == 2
    assert (stand(een), stand(twee), stand(ander)) == ("goed", "nieuw", "goed")
    assert controleer(vrager, nu=NU + timedelta(seconds=9)) == 0
    assert controleer(vrager, nu=NU + timedelta(seconds=11)) == 1
    assert stand(twee) == "goed"


def test_wie_langzamer_wil_wordt_langzamer_gevraagd(server: Nepserver, url: Url, vrager: Vrager) -> None:
    server.gedrag["/robots.txt"] = Gedrag(tekst=b"User-agent: *\nCrawl-delay: 60")
    for naam in ("een", "twee", "drie"):
        zet(url(f"/{naam}"))
    for seconden in (0, 11, 30, 72, 100):
        controleer(vrager, nu=NU + timedelta(seconds=seconden))
    # The first question brought the rules along; the second, after ten seconds, left by them.
    assert server.paden("HEAD") == ["/een", "/twee", "/drie"]


def test_robots_geldt_en_wordt_eens_per_dag_gehaald(server: Nepserver, url: Url, vrager: Vrager) -> None:
    server.gedrag["/robots.txt"] = Gedrag(tekst=b"User-agent: antwoord-linkcontrole\nDisallow: /niet")
    niet, wel = zet(url("/niet/dit")), zet(url("/wel"))
    for seconden in (0, 11):
        controleer(vrager, nu=NU + timedelta(seconds=seconden))
    assert (stand(niet), stand(wel)) == ("gesloten", "goed")
    assert "robots.txt" in niet.melding
    assert server.paden() == ["/robots.txt", "/wel"]
    Webadres.objects.update(volgende_op=None)
    controleer(vrager, nu=NU + timedelta(days=2))
    assert server.paden().count("/robots.txt") == 2


@pytest.mark.parametrize(("code", "verwacht"), [(404, "goed"), (403, "goed"), (500, "nieuw"), (429, "nieuw")])
def test_zonder_regels_mag_alles_en_bij_storing_niets(
    server: Nepserver, url: Url, vrager: Vrager, code: int, verwacht: str
) -> None:
    server.gedrag["/robots.txt"] = Gedrag(code)
    rij = zet(url("/pas"))
    controleer(vrager, nu=NU)
    assert stand(rij) == verwacht


def test_wie_om_rust_vraagt_wordt_als_site_met_rust_gelaten(
    server: Nepserver, url: Url, vrager: Vrager
) -> None:
    server.gedrag["/druk"] = Gedrag(429, (("Retry-After", "3600"),))
    druk, ander = zet(url("/druk")), zet(url("/ander"))
    controleer(vrager, nu=NU)
    assert controleer(vrager, nu=NU + timedelta(minutes=50)) == 0
    assert (stand(druk), stand(ander)) == ("nieuw", "nieuw")
    assert druk.gevraagd_op is None
    assert controleer(vrager, nu=NU + timedelta(minutes=61)) == 1


def test_een_verwijzing_naar_een_andere_site_houdt_ook_daar_rekening_mee(
    server: Nepserver, url: Url, vrager: Vrager
) -> None:
    server.gedrag["/oud"] = Gedrag(301, (("Location", url("/nieuw", "nieuw.nl")),))
    Buitensite.objects.create(naam=site_van(url("/", "nieuw.nl")), niet_voor=NU + timedelta(minutes=5))
    rij = zet(url("/oud"))
    controleer(vrager, nu=NU)
    assert stand(rij) == "nieuw"
    assert ("HEAD", site_van(url("/", "nieuw.nl")), "/nieuw") not in server.gevraagd
    controleer(vrager, nu=NU + timedelta(minutes=11))
    assert (stand(rij), rij.naar) == ("verhuisd", url("/nieuw", "nieuw.nl"))


def test_een_adres_naar_binnen_wordt_nooit_gevraagd(server: Nepserver, url: Url, vrager: Vrager) -> None:
    rij = zet(url("/", "binnen.nl"))
    controleer(vrager, nu=NU)
    assert stand(rij) == "gesloten"
    assert server.gevraagd == []


def test_een_trage_site_houdt_de_ronde_niet_lang_op(
    server: Nepserver, url: Url, vrager: Vrager, monkeypatch: Any
) -> None:
    monkeypatch.setattr(controleren, "RONDE", 0.0)
    zet(url("/een", "een.nl"))
    zet(url("/twee", "twee.nl"))
    server.gedrag["/robots.txt"] = Gedrag(druppel=0.3)
    assert controleer(vrager, nu=NU) <= 1


def test_twee_processen_vragen_niets_dubbel(
    server: Nepserver, url: Url, vrager: Vrager, monkeypatch: Any
) -> None:
    """The other one takes the address between our look and our question."""
    rij = zet(url("/pas"))
    echt = controleren._controleer_een

    def ander_is_eerst(hier: Webadres, wie: Vrager, nu: datetime) -> None:
        Webadres.objects.filter(pk=rij.pk).update(volgende_op=nu + timedelta(hours=1))
        echt(hier, wie, nu)

    monkeypatch.setattr(controleren, "_controleer_een", ander_is_eerst)
    controleer(vrager, nu=NU)
    assert server.gevraagd == []


def test_uitgezet_vraagt_niets(server: Nepserver, url: Url, vrager: Vrager, settings: Any) -> None:
    settings.ANTWOORD_LINKCONTROLE = False
    zet(url("/pas"))
    assert controleer(vrager, nu=NU) == 0
    assert server.gevraagd == []


def test_de_naam_zegt_wie_er_vraagt(settings: Any) -> None:
    settings.WAGTAILADMIN_BASE_URL = "https://antwoord.voorbeeld.nl"
    assert controleren.vrager().naam.startswith("antwoord-linkcontrole/1.0 (+https://antwoord.voorbeeld.nl;")


def test_een_link_die_weer_werkt_is_niet_meer_kapot(server: Nepserver, url: Url, vrager: Vrager) -> None:
    rij = zet(url("/pas"), stand=Linkstand.STUK, mislukt=4, fout_sinds=NU - timedelta(days=5))
    controleer(vrager, nu=NU)
    assert (stand(rij), rij.mislukt, rij.fout_sinds) == ("goed", 0, None)
