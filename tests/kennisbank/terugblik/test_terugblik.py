"""Looking back: what stood in a municipality then, who made it so, and which target had it."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kennisbank.terugblik.bewaren import controleer
from redactie.keuzes import Rol
from sync.models import Inhoud, Publicatie
from tests.factories import GebruikerFactory, ProductFactory
from tests.kennisbank.terugblik.conftest import plan_alles
from tests.redactie.cms.hulp import als

pytestmark = pytest.mark.django_db
LIJST = "/redactie/terugblik/"
BEGIN, ANDERS, WEG = "2026-11-03T12.00", "2026-11-11T12.00", "2026-11-21T12.00"
INTERN = "Geef nooit door of een paspoort"


def blad(client: Any, moment: str, **vraag: str) -> str:
    antwoord = client.get(f"{LIJST}sliedrecht/{moment}/", {"product": "paspoort", **vraag})
    assert antwoord.status_code == 200
    return gelezen(antwoord)


def gelezen(antwoord: Any) -> str:
    return " ".join(html.unescape(antwoord.content.decode()).replace("\N{NO-BREAK SPACE}", " ").split())


@pytest.mark.parametrize(
    ("moment", "wel", "niet"),
    [
        (BEGIN, "U betaalt als u het paspoort aanvraagt.", "alleen met pin"),
        (ANDERS, "Bij ons alleen met pin.", "U betaalt als u het paspoort aanvraagt."),
        (WEG, "Sliedrecht doet dit niet meer.", "Bij ons alleen met pin."),
    ],
)
def test_een_blad_toont_de_tekst_van_dat_moment(verhaal: Any, moment: str, wel: str, niet: str) -> None:
    tekst = blad(als(Rol.REDACTEUR, verhaal.sliedrecht), moment)
    assert wel in tekst
    assert niet not in tekst


def test_het_blad_zegt_dat_de_opmaak_van_nu_is(verhaal: Any) -> None:
    tekst = blad(als(Rol.CENTRAAL), BEGIN)
    assert "De inhoud is die van toen; de opmaak is die van 23 november 2026." in tekst


def test_mededelingen_en_openingstijden_zijn_die_van_toen(verhaal: Any) -> None:
    client = als(Rol.REDACTEUR, verhaal.sliedrecht)
    toen, later = (gelezen(client.get(f"{LIJST}sliedrecht/{moment}/")) for moment in (BEGIN, ANDERS))
    assert "Maandag is er geen loket." in toen
    assert "Maandag is er geen loket." not in later
    assert "Raadhuis" in toen
    assert "9.00 – 12.30 uur" in toen


def test_wie_het_veranderde_en_waarom_staat_erbij_en_niet_wat_later_kwam(verhaal: Any) -> None:
    client = als(Rol.REDACTEUR, verhaal.sliedrecht)
    assert "Rachida de Vries" not in blad(client, BEGIN)
    later = blad(client, ANDERS)
    assert "eigen tekst: revisie" in later.lower()
    assert "door Rachida de Vries" in later
    assert "Anders dan de regio, omdat: Onze balie neemt geen contant geld aan." in later


def test_welk_doel_deze_tekst_had_bevestigd(verhaal: Any) -> None:
    client = als(Rol.REDACTEUR, verhaal.sliedrecht)
    rij = re.compile(r"<td>een doel</td><td>\d+</td><td>2 november 2026, 10.00 uur</td><td>(.*?)</td>")
    assert rij.findall(blad(client, BEGIN)) == ["ja"]
    assert rij.findall(blad(client, ANDERS)) == ["nee, een oudere"]


def test_een_ingetrokken_tekst_staat_er_als_ingetrokken(verhaal: Any) -> None:
    product = ProductFactory(sleutel="visvergunning", titel="Visvergunning", gepubliceerd=True)
    plan_alles()
    product.unpublish(user=None)
    plan_alles()
    lijst = als(Rol.CENTRAAL).get(LIJST, {"gemeente": "sliedrecht", "datum": "2026-11-23", "tijd": "10:00"})
    assert re.search(r"Visvergunning</th> <td>Ingetrokken</td>", gelezen(lijst))


def test_de_lijst_noemt_de_stand_van_elke_tekst(verhaal: Any) -> None:
    client = als(Rol.REDACTEUR, verhaal.sliedrecht)
    vraag = {"gemeente": "sliedrecht", "tijd": "12:00"}
    toen = gelezen(client.get(LIJST, {**vraag, "datum": "2026-11-11"}))
    later = gelezen(client.get(LIJST, {**vraag, "datum": "2026-11-21"}))
    eerder = gelezen(client.get(LIJST, {**vraag, "datum": "2026-10-01"}))
    assert "Aangeboden" in toen
    assert "Niet aangeboden" in later
    assert "Toen was hier nog niets gepubliceerd." in eerder


@pytest.mark.parametrize(
    ("vraag", "melding"),
    [
        ({"datum": "gisteren", "tijd": "12:00"}, "Dit is geen datum."),
        ({"datum": "2026-11-11", "tijd": "25:00"}, "Dit is geen tijd."),
        ({"datum": "2027-01-01", "tijd": "12:00"}, "Dit moment moet nog komen."),
    ],
)
def test_een_moment_dat_niet_kan_wordt_gezegd_en_blijft_staan(
    verhaal: Any, vraag: dict[str, str], melding: str
) -> None:
    tekst = gelezen(als(Rol.CENTRAAL).get(LIJST, {"gemeente": "sliedrecht", **vraag}))
    assert melding in tekst
    assert f'value="{vraag["datum"]}"' in tekst


def test_een_lokale_redacteur_ziet_alleen_de_eigen_gemeente(verhaal: Any) -> None:
    client = als(Rol.REDACTEUR, verhaal.dordrecht)
    for rest in ("", "bewaren/"):
        assert client.get(f"{LIJST}sliedrecht/{ANDERS}/{rest}").status_code == 404
        assert client.get(f"{LIJST}dordrecht/{ANDERS}/{rest}").status_code == 200
    assert "Sliedrecht" not in gelezen(client.get(LIJST)).replace("sliedrecht", "")


@pytest.mark.parametrize("rest", ["", "bewaren/"])
def test_interne_tekst_alleen_op_verzoek_en_alleen_voor_wie_dat_mag(verhaal: Any, rest: str) -> None:
    adres = f"{LIJST}sliedrecht/{BEGIN}/{rest}"
    eigen, beheer = als(Rol.REDACTEUR, verhaal.sliedrecht), als(Rol.BEHEERDER)
    assert INTERN not in gelezen(eigen.get(adres))
    assert INTERN in gelezen(eigen.get(adres, {"intern": "ja"}))
    assert INTERN not in gelezen(beheer.get(adres, {"intern": "ja"}))


def test_wie_niets_beheert_komt_er_niet_in(verhaal: Any) -> None:
    for rol in (Rol.KCC, Rol.LEZER):
        assert als(rol, verhaal.sliedrecht).get(LIJST).status_code != 200
    client = als(Rol.CENTRAAL)
    client.force_login(GebruikerFactory())
    assert client.get(LIJST).status_code != 200


@pytest.mark.parametrize("moment", ["onzin", "2026-13-01T10.00", "2027-01-01T10.00"])
def test_een_adres_zonder_geldig_moment_is_er_niet(verhaal: Any, moment: str) -> None:
    assert als(Rol.CENTRAAL).get(f"{LIJST}sliedrecht/{moment}/").status_code == 404


def test_het_bewaarde_bestand_staat_op_zichzelf_en_klopt_met_zijn_digests(verhaal: Any) -> None:
    antwoord = als(Rol.REDACTEUR, verhaal.sliedrecht).get(
        f"{LIJST}sliedrecht/{ANDERS}/bewaren/", {"intern": "ja"}
    )
    assert antwoord.headers["Content-Disposition"] == (
        'attachment; filename="antwoord-sliedrecht-2026-11-11T12.00-intern.html"'
    )
    bestand = antwoord.content.decode()
    assert not re.search(r'(src|href)="(?!https?://www|mailto|tel)', bestand.split("<article>")[0])
    oordeel = controleer(bestand)
    assert (oordeel.klopt, oordeel.aantal) == (True, 4)
    assert Inhoud.objects.filter(pk__in=oordeel.hashes).count() == 4


def test_een_veranderde_letter_in_het_bestand_wordt_gevonden(verhaal: Any) -> None:
    bestand = als(Rol.CENTRAAL).get(f"{LIJST}sliedrecht/{ANDERS}/bewaren/").content.decode()
    voor, achter = bestand.split('<pre class="inhoud"', 1)
    oordeel = controleer(voor + '<pre class="inhoud"' + achter.replace("alleen met pin", "alleen contant"))
    assert oordeel.gebroken == ("product/paspoort · website",)
    weg = re.sub(r'<pre class="inhoud" data-naam="product/paspoort.*?</pre>', "", bestand, flags=re.DOTALL)
    assert not controleer(weg).samen_klopt


def test_het_aantal_vragen_hangt_niet_af_van_het_aantal_producten(verhaal: Any) -> None:
    client = als(Rol.CENTRAAL)
    adres = f"{LIJST}sliedrecht/2026-11-23T10.00/"
    client.get(adres)
    with CaptureQueriesContext(connection) as een:
        client.get(adres)
    for nummer in range(5):
        ProductFactory(sleutel=f"extra-{nummer}", gepubliceerd=True)
    plan_alles()
    assert Publicatie.objects.filter(bereik="sliedrecht").count() == 7
    with CaptureQueriesContext(connection) as meer:
        client.get(adres)
    assert len(meer) == len(een)
