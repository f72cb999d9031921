"""The page behind the link: what it shows, that looking changes nothing, and what it takes."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from redactie.feitencheck.tempo import ANTWOORDEN, LEZEN
from redactie.keuzes import Feitenoordeel
from redactie.models import Feitenantwoord, Feitencheck, LogRegel, Product
from tests import factories as f
from tests.redactie.cms.wandeling import stand_van_zaken
from tests.redactie.feitencheck.conftest import gelezen, vul_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def check() -> Feitencheck:
    return f.FeitencheckFactory()


def adres_van(check: Feitencheck, product: Product | None = None) -> str:
    product = product or check.producten.get()
    return reverse("feitencheck:product", args=[check.code, product.sleutel])


def test_de_link_toont_de_openbare_tekst_en_geen_interne(buiten, check) -> None:
    html = buiten.get(reverse("feitencheck:check", args=[check.code])).content.decode()
    assert "U betaalt als u het paspoort aanvraagt." in html
    assert "Paspoort aanvragen" in html
    assert "Geef nooit door" not in html
    assert "U maakt een afspraak en komt zelf langs" not in html  # the spoken answer


def test_openen_verandert_niets_ook_niet_honderd_keer(buiten, check) -> None:
    adres, voor = adres_van(check), stand_van_zaken()
    for _ in range(20):
        assert buiten.get(adres).status_code == 200
        assert buiten.head(adres).status_code == 200
    assert stand_van_zaken() == voor
    assert not buiten.cookies


def test_het_antwoord_per_veld_wordt_bewaard(buiten, check) -> None:
    antwoord = vul_in(buiten, adres_van(check), kosten="klopt", termijn="Het duurt nu 3 werkdagen.")
    assert antwoord.status_code == 302
    rijen = {rij.veld: rij for rij in Feitenantwoord.objects.all()}
    assert set(rijen) == {"kosten", "termijn"}
    assert rijen["kosten"].oordeel == Feitenoordeel.KLOPT
    assert rijen["kosten"].gelezen == "U betaalt als u het paspoort aanvraagt."
    assert (rijen["termijn"].oordeel, rijen["termijn"].opmerking) == (
        Feitenoordeel.OPMERKING,
        "Het duurt nu 3 werkdagen.",
    )
    assert "Verstuurd." in buiten.get(antwoord.url).content.decode()
    regel = LogRegel.objects.get(action="antwoord.feitencheck.geantwoord")
    assert (regel.user, regel.label) == (None, "Feitencheck Paspoort aanvragen")
    assert (regel.wie, regel.data) == ("iemand met de link", {"door": "iemand met de link"})


def test_een_antwoord_is_te_veranderen_en_hetzelfde_nog_eens_verandert_niets(buiten, check) -> None:
    vul_in(buiten, adres_van(check), kosten="Het is duurder.")
    Feitenantwoord.objects.update(verwerkt_op=timezone.now())
    vul_in(buiten, adres_van(check), kosten="Het is duurder.")
    assert Feitenantwoord.objects.get().verwerkt_op is not None
    vul_in(buiten, adres_van(check), kosten="klopt")
    rij = Feitenantwoord.objects.get()
    assert (rij.oordeel, rij.opmerking, rij.verwerkt_op) == (Feitenoordeel.KLOPT, "", None)


def test_een_opmerking_zonder_keuze_is_een_opmerking(buiten, check) -> None:
    post = gelezen(buiten.get(adres_van(check)).content.decode())
    buiten.post(adres_van(check), post | {"opmerking-kosten": "Klopt niet meer."})
    assert Feitenantwoord.objects.get().oordeel == Feitenoordeel.OPMERKING


def test_klopt_niet_zonder_uitleg_wordt_gevraagd_en_niets_gaat_verloren(buiten, check) -> None:
    post = gelezen(buiten.get(adres_van(check)).content.decode())
    post |= {
        "oordeel-kosten": "opmerking",
        "oordeel-termijn": "opmerking",
        "opmerking-termijn": "Drie dagen.",
    }
    antwoord = buiten.post(adres_van(check), post)
    html = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert "Kosten: Schrijf op wat er niet klopt" in html
    assert "Drie dagen." in html
    assert not Feitenantwoord.objects.exists()


def test_niets_ingevuld_zegt_wat_te_doen(buiten, check) -> None:
    antwoord = vul_in(buiten, adres_van(check))
    assert antwoord.status_code == 422
    assert "Kies bij ten minste één tekst of die klopt." in antwoord.content.decode()


def test_een_tekst_die_intussen_veranderde_krijgt_geen_oordeel(buiten, check) -> None:
    product = check.producten.get()
    post = gelezen(buiten.get(adres_van(check)).content.decode()) | {"oordeel-kosten": "klopt"}
    product.kosten = "U betaalt vooraf."
    product.save_revision()
    antwoord = buiten.post(adres_van(check), post)
    assert "Deze tekst is veranderd terwijl u las." in antwoord.content.decode()
    assert "U betaalt vooraf." in antwoord.content.decode()
    assert not Feitenantwoord.objects.exists()


def test_na_een_verandering_wordt_opnieuw_gevraagd(buiten, check) -> None:
    vul_in(buiten, adres_van(check), kosten="Het is duurder.")
    product = check.producten.get()
    product.kosten = "U betaalt 10 euro."
    product.save_revision()
    html = buiten.get(adres_van(check)).content.decode()
    assert "Daarna is de tekst veranderd." in html
    assert not re.search(r'id="anders-kosten" checked', html)


def test_persoonsgegevens_worden_gemaskeerd_wat_in_de_tekst_hoort_blijft(buiten, check) -> None:
    vul_in(buiten, adres_van(check), kosten="Bel 078 770 85 00 na 1 januari 2027. Mijn BSN is 123456782.")
    opmerking = Feitenantwoord.objects.get().opmerking
    assert opmerking == "Bel 078 770 85 00 na 1 januari 2027. Mijn BSN is [bsn]."
    assert "hebben wij eruit gehaald" in buiten.get(adres_van(check)).content.decode()


def test_wat_iemand_typt_komt_nooit_als_opmaak_terug(buiten, check) -> None:
    vul_in(buiten, adres_van(check), kosten="<script>alert(1)</script>")
    assert "<script>" not in buiten.get(adres_van(check)).content.decode()


def test_meer_teksten_achter_een_link(buiten) -> None:
    een, twee = (
        f.ProductFactory(gepubliceerd=True),
        f.ProductFactory(gepubliceerd=True, titel="Rijbewijs kwijt"),
    )
    ander = f.ProductFactory(gepubliceerd=True)
    check = f.FeitencheckFactory(producten=[een, twee])
    lijst = reverse("feitencheck:check", args=[check.code])
    html = buiten.get(lijst).content.decode()
    assert adres_van(check, een) in html
    assert adres_van(check, twee) in html
    vul_in(buiten, adres_van(check, twee), kosten="klopt")
    assert "1 antwoord gegeven" in buiten.get(lijst).content.decode()
    assert buiten.get(adres_van(check, ander)).status_code == 404
    assert buiten.post(adres_van(check, ander), {"oordeel-kosten": "klopt"}).status_code == 404


@pytest.mark.parametrize("waarom", ["voorbij", "ingetrokken", "verzonnen", "veranderd", "geen vrager"])
def test_een_link_die_niet_mag_ziet_er_altijd_hetzelfde_uit(buiten, check, waarom) -> None:
    if waarom == "voorbij":
        Feitencheck.objects.update(geldig_tot=timezone.now() - timedelta(seconds=1))
    elif waarom == "ingetrokken":
        Feitencheck.objects.update(ingetrokken_op=timezone.now())
    elif waarom == "geen vrager":
        Feitencheck.objects.update(vrager=None)
    code = {"verzonnen": "abc", "veranderd": f"{check.code}x"}.get(waarom, check.code)
    sleutel = check.producten.get().sleutel
    for adres in (f"/feitencheck/{code}/", f"/feitencheck/{code}/{sleutel}/"):
        for antwoord in (buiten.get(adres), buiten.post(adres, {"oordeel-kosten": "klopt"})):
            assert antwoord.status_code == 404
            assert "Deze link werkt niet" in antwoord.content.decode()
            assert "paspoort" not in antwoord.content.decode().lower()
    assert not Feitenantwoord.objects.exists()


def test_een_verzonnen_adres_kost_geen_vraag_aan_de_database(buiten, django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        buiten.get("/feitencheck/verzonnen:handtekening/")


def test_de_database_bewaart_de_link_niet(check) -> None:
    rij = Feitencheck.objects.values().get()
    geheim = check.code.partition(":")[0]
    assert not [waarde for waarde in rij.values() if geheim in str(waarde)]


def test_het_aantal_vragen_aan_de_database_hangt_niet_af_van_het_aantal_gemeenten(
    buiten, check, django_assert_max_num_queries
) -> None:
    product = check.producten.get()
    for _ in range(8):
        f.LokaleVersieFactory(product=product, gepubliceerd=True, wijkt_af={"kosten": "Anders."})
    with django_assert_max_num_queries(22):
        buiten.get(adres_van(check))


@pytest.mark.parametrize("wat", ["goed", "verzonnen"])
def test_de_bladzijde_wordt_nergens_bewaard_en_gaat_nergens_heen(buiten, check, wat) -> None:
    adres = adres_van(check) if wat == "goed" else "/feitencheck/verzonnen/"
    headers = buiten.get(adres).headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in headers["X-Robots-Tag"]
    beleid = headers["Content-Security-Policy"]
    assert beleid.startswith("default-src 'none'")
    assert "script-src" not in beleid
    assert "frame-ancestors 'none'" in beleid


def test_er_is_niets_van_elders_en_geen_script(buiten, check) -> None:
    html = buiten.get(adres_van(check)).content.decode()
    assert "<script" not in html
    assert not re.search(r'(?:src|href)="(?:https?:)?//', html.partition("<main")[0])


def test_een_ander_soort_verzoek_kan_niet(buiten, check) -> None:
    assert buiten.put(adres_van(check)).status_code == 405
    assert buiten.delete(adres_van(check)).status_code == 405


def test_te_vaak_lezen_en_te_vaak_antwoorden_wordt_geremd(check) -> None:
    adres, client = adres_van(check), Client()
    for _ in range(ANTWOORDEN):
        assert client.post(adres, {}).status_code == 422
    antwoord = client.post(adres, {})
    assert (antwoord.status_code, antwoord["Retry-After"]) == (429, "600")
    assert client.get(adres).status_code == 200  # reading has a count of its own
    for _ in range(LEZEN - 1):
        client.get("/feitencheck/verzonnen/")
    assert client.get(adres).status_code == 200  # what is made up counts for nobody
