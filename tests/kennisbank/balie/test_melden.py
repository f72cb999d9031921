"""“Klopt niet” at the desk: who must answer, what everybody sees at once, and what the agent hears back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client

from kennisbank.melden.vastleggen import sluit
from kennisbank.models import Melding, Meldtoestand
from redactie.bronnen import REGIO
from redactie.keuzes import Rol
from redactie.veld import Veld
from tests.factories import GebruikerFactory
from tests.kennisbank.uitgave import afwijking, geef_uit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("balie")]
SLIEDRECHT = "/balie/sliedrecht/rijbewijs-kwijt/"
DORDRECHT = "/balie/dordrecht/rijbewijs-kwijt/"
MAANDAG = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # ten o'clock here


def meld(client: Client, adres: str, plek: str, opmerking: str = "", **kop: str) -> Any:
    return client.post(f"{adres}melden/", {"plek": plek, "opmerking": opmerking}, headers=kop)


def tekst(client: Client, adres: str) -> str:
    return client.get(adres).content.decode()


def onderzocht(client: Client, adres: str) -> set[str]:
    """The places that are being looked into, as the card knows them; each is said on it in words."""
    antwoord = client.get(adres)
    gevonden = set(antwoord.context["antwoord"].onderzoek)
    assert ("In onderzoek" in antwoord.content.decode()) == bool(gevonden)
    return gevonden


def test_een_melding_gaat_naar_wie_het_veld_schreef(kcc: Client) -> None:
    with time_machine.travel(MAANDAG, tick=False):
        meld(kcc, SLIEDRECHT, "kosten")
        meld(kcc, SLIEDRECHT, "termijn")
    bedrag, termijn = Melding.objects.order_by("pk")
    assert (bedrag.eigenaar, bedrag.bedrag, bedrag.titel) == ("sliedrecht", True, "Rijbewijs kwijt")
    assert bedrag.uiterlijk_op == datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
    assert (termijn.eigenaar, termijn.bedrag) == (REGIO, False)
    assert termijn.uiterlijk_op == datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


def test_een_gemeld_veld_van_de_regio_is_overal_in_onderzoek_waar_die_tekst_staat(kcc: Client) -> None:
    meld(kcc, SLIEDRECHT, "termijn")
    ander = Client()
    ander.force_login(GebruikerFactory(rol=Rol.KCC))
    for adres in (SLIEDRECHT, DORDRECHT, "/balie/regio/rijbewijs-kwijt/"):
        assert onderzocht(ander, adres) == {"termijn"}
        assert "In onderzoek" in tekst(ander, adres).split('id="veld-termijn"')[1].split('id="veld-')[0]


def test_een_gemeld_veld_van_een_gemeente_is_alleen_daar_in_onderzoek(kcc: Client) -> None:
    meld(kcc, SLIEDRECHT, "kosten")
    assert onderzocht(kcc, SLIEDRECHT) == {"kosten"}
    assert onderzocht(kcc, DORDRECHT) == set()
    meld(kcc, DORDRECHT, "kosten")  # the region's there
    assert Melding.objects.latest("pk").eigenaar == REGIO
    assert onderzocht(kcc, "/balie/regio/rijbewijs-kwijt/") == {"kosten"}
    sluit(Melding.objects.earliest("pk"), Meldtoestand.KLOPT, "Klopt.", ook_de_andere=False)
    assert onderzocht(kcc, DORDRECHT) == {"kosten"}
    assert onderzocht(kcc, SLIEDRECHT) == set()


def test_wie_hetzelfde_nog_eens_meldt_maakt_geen_tweede(kcc: Client) -> None:
    meld(kcc, SLIEDRECHT, "kosten")
    meld(kcc, SLIEDRECHT, "kosten", "Moet 52 euro zijn")
    assert [lid.opmerking for lid in Melding.objects.all()] == ["Moet 52 euro zijn"]


def test_wat_op_een_mens_wijst_gaat_uit_de_opmerking_en_dat_wordt_gezegd(kcc: Client) -> None:
    antwoord = meld(
        kcc,
        SLIEDRECHT,
        "kosten",
        "mevrouw met bsn 123456782 belde, 06-12345678",
        **{"X-Balie-Deel": "melden"},
    )
    assert Melding.objects.get().opmerking == "mevrouw met bsn [bsn] belde, [telefoon]"
    html = antwoord.content.decode()
    assert "Uw opmerking leek een burgerservicenummer, een telefoonnummer te bevatten." in html
    assert "123456782" not in html
    assert "<html" not in html


def test_zonder_script_is_het_een_bladzijde_met_het_veld_al_gekozen(kcc: Client) -> None:
    html = tekst(kcc, f"{SLIEDRECHT}melden/?plek=kosten")
    assert '<option value="kosten" selected>Kosten</option>' in html
    assert '<option value="interne_toelichting">' in html
    html = meld(kcc, SLIEDRECHT, "bestaat-niet").content.decode()
    assert "Gemeld: Het hele antwoord." in html
    assert "In onderzoek bij de regio." in html


def test_de_melder_hoort_het_antwoord_aan_de_balie_en_niemand_anders(kcc: Client) -> None:
    meld(kcc, SLIEDRECHT, "kosten")
    melding = Melding.objects.get()
    sluit(melding, Meldtoestand.VERBETERD, "Het is nu € 52,00.", ook_de_andere=False)
    begin = tekst(kcc, "/balie/dordrecht/")
    assert "Antwoord op uw melding" in begin
    assert "<strong>Verbeterd.</strong> Het is nu € 52,00." in begin
    ander = Client()
    ander.force_login(GebruikerFactory(rol=Rol.KCC))
    assert "Antwoord op uw melding" not in tekst(ander, "/balie/dordrecht/")
    ander.post("/balie/dordrecht/_meldingen/", {"gezien": melding.pk})
    assert "Antwoord op uw melding" in tekst(kcc, "/balie/dordrecht/")
    kcc.post("/balie/dordrecht/_meldingen/", {"gezien": melding.pk})
    assert "Antwoord op uw melding" not in tekst(kcc, "/balie/dordrecht/")
    assert "Het is nu € 52,00." in tekst(kcc, "/balie/dordrecht/_meldingen/")
    assert onderzocht(kcc, SLIEDRECHT) == set()


def test_in_de_meekijkstand_staat_er_niets_van_meldingen(kcc: Client) -> None:
    meld(kcc, SLIEDRECHT, "kosten")
    sluit(Melding.objects.get(), Meldtoestand.KLOPT, "Vastgesteld door de raad.", ook_de_andere=False)
    kcc.post("/balie/sliedrecht/_meekijken/", {"meekijken": "1"})
    html = tekst(kcc, "/balie/sliedrecht/")
    assert "Vastgesteld door de raad." not in html
    assert "Uw meldingen" not in html
    assert kcc.get("/balie/sliedrecht/_meldingen/").status_code == 403
    kcc.post("/balie/sliedrecht/_meekijken/", {"meekijken": "0"})
    assert "Vastgesteld door de raad." in tekst(kcc, "/balie/sliedrecht/")


@pytest.mark.parametrize("nummer", ["", "x", "9" * 40, "-1"])
def test_een_onzinnig_nummer_doet_niets(kcc: Client, nummer: str) -> None:
    assert kcc.post("/balie/regio/_meldingen/", {"gezien": nummer}).status_code == 302


def test_wie_alleen_leest_meldt_niets_en_ziet_niets_van_interne_velden(kcc: Client, lokaal: Client) -> None:
    meld(kcc, SLIEDRECHT, "interne_toelichting", "vlekkenpers is fout")
    meld(kcc, SLIEDRECHT, "meenemen")
    assert meld(lokaal, SLIEDRECHT, "kosten").status_code == 403
    assert Melding.objects.count() == 2
    assert onderzocht(kcc, SLIEDRECHT) == {"interne_toelichting", "meenemen"}
    assert onderzocht(lokaal, SLIEDRECHT) == {"meenemen"}
    assert "/melden/" not in tekst(lokaal, SLIEDRECHT)
    assert lokaal.get("/balie/sliedrecht/_meldingen/").status_code == 403


def test_een_melding_volgt_de_tekst_en_niet_de_plek(kcc: Client) -> None:
    """Dordrecht writes its own text after the region's was flagged: what stands there was not flagged."""
    meld(kcc, SLIEDRECHT, "termijn")
    geef_uit(
        "dordrecht",
        "rijbewijs-kwijt",
        "Rijbewijs kwijt",
        afwijkingen=[afwijking(Veld.TERMIJN, "Bij ons 3 werkdagen.")],
        termijn="Het rijbewijs ligt na 5 werkdagen klaar.",
    )
    assert onderzocht(kcc, DORDRECHT) == set()
    assert onderzocht(kcc, SLIEDRECHT) == {"termijn"}


def test_te_laat_is_te_zien_aan_de_balie(kcc: Client) -> None:
    with time_machine.travel(MAANDAG, tick=False):
        meld(kcc, SLIEDRECHT, "kosten")
    with time_machine.travel(datetime(2026, 11, 23, 11, 1, tzinfo=UTC), tick=False):
        assert "Het antwoord is te laat." in tekst(kcc, SLIEDRECHT)
        assert "Te laat" in tekst(kcc, "/balie/regio/_meldingen/")
