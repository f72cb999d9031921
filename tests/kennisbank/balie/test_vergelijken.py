"""Comparing municipalities: what is alike is named, what differs is written out."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from kennisbank.balie.vergelijken import vergelijk
from redactie.baliekaart import Baliekaart, baliekaart
from redactie.keuzes import Aangeboden, Rol
from redactie.veld import Veld
from sync.models import Publicatie
from tests.factories import GebruikerFactory, GemeenteFactory, LidmaatschapFactory
from tests.kennisbank.balie.zoals_gelezen import tekst
from tests.kennisbank.uitgave import afwijking, geef_uit, trek_in

pytestmark = pytest.mark.django_db


def kaart(bereik: str, *, intern: bool = True, kosten: str = "€ 10", **rest: Any) -> Baliekaart:
    geef_uit(bereik, "kopie", "Kopie", kosten=kosten, interne_toelichting="Geheim.", **rest)
    rij = Publicatie.objects.get(bereik=bereik, sleutel="kopie")
    return baliekaart(rij.publieke_inhoud.als_dict(), rij.inhoud.als_dict(), intern=intern)


def test_alleen_wat_verschilt_wordt_een_rij() -> None:
    kaarten = {"A": kaart("a", termijn="Een dag."), "B": kaart("b", kosten="€ 12", termijn="Een dag.")}
    assert [rij.kop for rij in vergelijk(kaarten, eerst="A").rijen] == ["Kosten"]
    alles = vergelijk(kaarten, eerst="A", alles=True)
    assert [rij.kop for rij in alles.rijen] == [
        "Status",
        "Titel",
        "Kosten",
        "Termijn",
        "Intern, niet voorlezen",
    ]


def test_de_gemeente_van_de_beller_staat_vooraan() -> None:
    kaarten = {naam: kaart(naam.lower(), kosten=f"€ {nummer}") for nummer, naam in enumerate("ABC")}
    assert vergelijk(kaarten, eerst="B").kolommen == ("B", "A", "C")
    assert vergelijk(kaarten, eerst="Hele regio").kolommen == ("A", "B", "C")


def test_wie_op_alle_punten_gelijk_is_krijgt_geen_kolom() -> None:
    kaarten = {"A": kaart("a"), "B": kaart("b", kosten="€ 12"), "C": kaart("c")}
    vergelijking = vergelijk(kaarten, eerst="A")
    assert vergelijking.kolommen == ("A", "B")
    assert vergelijking.gelijk == ("C",)


def test_een_tekst_die_een_gemeente_eerder_ook_heeft_wordt_alleen_genoemd() -> None:
    kaarten = {
        "A": kaart("a", termijn="Een dag."),
        "B": kaart("b", kosten="€ 12"),
        "C": kaart("c", kosten="€ 12", termijn="Een week."),
    }
    (kosten, _) = vergelijk(kaarten, eerst="A").rijen
    assert [cel.als for cel in kosten.cellen] == ["", "", "B"]
    assert [groep.gemeenten for groep in kosten.groepen] == [("A",), ("B", "C")]


def test_een_link_naar_elders_is_geen_verschil_in_woorden() -> None:
    kaarten = {
        naam: kaart(naam.lower(), aanpak=f"[Maak een afspraak](https://{naam}.example/)") for naam in "AB"
    }
    assert vergelijk(kaarten, eerst="A").gelijk == ("B",)


def test_waar_het_niet_wordt_aangeboden_gelden_de_teksten_van_de_regio_niet() -> None:
    kaarten = {
        "A": kaart("a"),
        "B": kaart("b", laag={"aangeboden": Aangeboden.NEE, "toelichting": "Ga naar A."}),
    }
    status, kosten, _ = vergelijk(kaarten, eerst="A").rijen
    assert "niet aangeboden" in status.cellen[1].html
    assert "Ga naar A." in status.cellen[1].html
    assert [cel.html for cel in kosten.cellen] == ["<p>€\N{NO-BREAK SPACE}10</p>", ""]


def test_meer_dan_zeven_wordt_een_lijst() -> None:
    kaarten = {f"G{nummer}": kaart(f"g{nummer}", kosten=f"€ {nummer}") for nummer in range(8)}
    assert not vergelijk(kaarten, eerst="G0").naast_elkaar
    kaarten.popitem()
    assert vergelijk(kaarten, eerst="G0").naast_elkaar


VERGELIJK = "/balie/sliedrecht/rijbewijs-kwijt/vergelijk/"


@pytest.mark.usefixtures("balie")
def test_het_scherm_zet_de_gemeenten_naast_elkaar(kcc: Client) -> None:
    gelezen = tekst(kcc.get(VERGELIJK)).replace("\N{NO-BREAK SPACE}", " ")
    assert "Veld Sliedrecht Dordrecht Kosten U betaalt € 49,00, alleen met pin. U betaalt € 51,10." in gelezen
    assert "Termijn" not in gelezen
    assert "Termijn Het rijbewijs ligt na 5 werkdagen klaar. als Sliedrecht" in tekst(
        kcc.get(f"{VERGELIJK}?alles=1")
    )


@pytest.mark.usefixtures("balie")
def test_zonder_verschillen_staat_dat_er(kcc: Client) -> None:
    gelezen = tekst(kcc.get("/balie/dordrecht/paspoort-aanvragen/vergelijk/"))
    assert "Op alle punten gelijk aan Dordrecht: Sliedrecht." in gelezen
    assert "Er zijn geen verschillen." in gelezen


@pytest.mark.usefixtures("balie")
def test_waar_het_product_niet_is_staat_onder_de_titel(kcc: Client) -> None:
    trek_in("dordrecht", "rijbewijs-kwijt")
    assert "Dit antwoord is er niet in Dordrecht." in tekst(kcc.get(VERGELIJK))
    assert kcc.get("/balie/sliedrecht/bestaat-niet/vergelijk/").status_code == 404


@pytest.mark.usefixtures("balie")
def test_alleen_gemeenten_waarvoor_deze_persoon_antwoord_geeft(lokaal: Client) -> None:
    gelezen = tekst(lokaal.get(VERGELIJK))
    assert "Dordrecht" not in gelezen
    assert "er is niets te vergelijken" in gelezen
    assert lokaal.get("/balie/dordrecht/rijbewijs-kwijt/vergelijk/").status_code == 404


@pytest.mark.usefixtures("balie")
def test_interne_tekst_alleen_voor_wie_haar_in_al_die_gemeenten_leest(kcc: Client) -> None:
    geef_uit(
        "sliedrecht",
        "paspoort-aanvragen",
        "Paspoort aanvragen",
        interne_toelichting="Theemuts.",
        afwijkingen=[afwijking(Veld.KOSTEN, "€ 2")],
    )
    adres = "/balie/sliedrecht/paspoort-aanvragen/vergelijk/?alles=1"
    assert "Theemuts." in tekst(kcc.get(adres))
    ander = GebruikerFactory(rol=Rol.KCC, gemeente=GemeenteFactory(slug="sliedrecht"))
    LidmaatschapFactory(gebruiker=ander, rol=Rol.CENTRAAL)
    gemengd = Client()
    gemengd.force_login(ander)
    gelezen = tekst(gemengd.get(adres))
    assert "Dordrecht" in gelezen
    assert "Theemuts." not in gelezen


@pytest.mark.usefixtures("balie")
def test_vergelijken_kost_een_vast_aantal_query_s(kcc: Client, django_assert_max_num_queries: Any) -> None:
    kcc.get(VERGELIJK)
    for nummer in range(6):
        GemeenteFactory(slug=f"zuid-{nummer}")
        geef_uit(f"zuid-{nummer}", "rijbewijs-kwijt", "Rijbewijs kwijt", kosten=f"€ {nummer}")
    # Who somebody is: 4. The products: 1. The notices in the bar: 1.
    with django_assert_max_num_queries(6):
        assert kcc.get(VERGELIJK).status_code == 200
