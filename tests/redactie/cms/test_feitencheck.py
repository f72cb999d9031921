"""Fact checks in the CMS: asking, the link that is shown once, the answers, and what the asker is told."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from redactie.keuzes import Rol
from redactie.models import Feitenantwoord, Feitencheck
from tests import factories as f
from tests.redactie.cms.hulp import adres, als, formulier, fouten

pytestmark = pytest.mark.django_db

TERMIJN = timedelta(days=15)


def vraag(client: Client, **velden: object) -> object:
    pad = adres(Feitencheck, "add")
    post = formulier(client, pad) | {"aan": "GGD", "dagen": "14", "gemeente": ""} | velden
    return client.post(pad, post)


def test_vragen_geeft_een_link_die_werkt_en_alleen_nu_te_zien_is(client) -> None:
    product, centraal = f.ProductFactory(gepubliceerd=True), als(Rol.CENTRAAL)
    antwoord = vraag(centraal, producten=[product.pk], bericht="Kloppen de leeftijden?")
    html = antwoord.content.decode()
    check = Feitencheck.objects.get()
    assert (check.aan, check.vrager, list(check.producten.all())) == ("GGD", centraal.gebruiker, [product])
    assert timezone.now() < check.geldig_tot <= timezone.now() + TERMIJN
    link = re.search(r'value="(http[^"]*/feitencheck/[^"]+)"', html)[1]
    assert "no-store" in antwoord["Cache-Control"]
    assert "Kloppen de leeftijden?" in client.get(link.partition("testserver")[2]).content.decode()
    code = link.rstrip("/").rpartition("/")[2]
    for pad in (adres(check), adres(Feitencheck, "list")):
        assert code not in centraal.get(pad).content.decode()


def test_beginnen_vanaf_een_product_kiest_dat_product() -> None:
    product = f.ProductFactory(gepubliceerd=True)
    html = als(Rol.CENTRAAL).get(f"{adres(Feitencheck, 'add')}?product={product.pk}").content.decode()
    assert re.search(
        rf'name="producten"[^>]*value="{product.pk}"|value="{product.pk}"[^>]*name="producten"', html
    )


def test_een_lokale_redacteur_vraagt_alleen_voor_de_eigen_gemeente(sliedrecht, dordrecht) -> None:
    product, redacteur = f.ProductFactory(gepubliceerd=True), als(Rol.REDACTEUR, sliedrecht)
    for gemeente in ("", str(dordrecht.pk)):
        assert fouten(vraag(redacteur, producten=[product.pk], gemeente=gemeente))
    assert vraag(redacteur, producten=[product.pk], gemeente=str(sliedrecht.pk)).status_code == 200
    assert Feitencheck.objects.get().gemeente == sliedrecht


def test_wat_niet_kan_wordt_geweigerd_met_uitleg(sliedrecht) -> None:
    centraal = als(Rol.CENTRAAL)
    gisteren = timezone.localdate() - timedelta(days=1)
    assert set(fouten(vraag(centraal, peildatum=gisteren.isoformat()))) == {"producten", "peildatum"}
    eigen = f.ProductFactory(gemeente=sliedrecht, gepubliceerd=True)
    assert "producten" in fouten(vraag(centraal, producten=[eigen.pk], gemeente=str(sliedrecht.pk)))
    te_veel = [f.ProductFactory(gepubliceerd=True).pk for _ in range(21)]
    assert "hoogstens 20" in str(fouten(vraag(centraal, producten=te_veel)))
    assert not Feitencheck.objects.exists()


@pytest.mark.parametrize("rol", [Rol.KCC_REDACTEUR, Rol.BEHEERDER])
def test_wie_geen_tekst_verandert_vraagt_niets(rol) -> None:
    assert als(rol).get(adres(Feitencheck, "add")).status_code == 404


def test_de_vrager_leest_het_op_de_startpagina_tot_het_verwerkt_is() -> None:
    centraal, ander = als(Rol.CENTRAAL), als(Rol.CENTRAAL)
    check = f.FeitencheckFactory(vrager=centraal.gebruiker)
    f.FeitenantwoordFactory(feitencheck=check)
    f.FeitenantwoordFactory(feitencheck=check, veld="termijn", oordeel="klopt", opmerking="")
    zin = "GGD, team reizigers keek uw tekst na: 1 opmerking en 1 keer “klopt”."
    assert zin in centraal.get("/redactie/").content.decode()
    assert zin not in ander.get("/redactie/").content.decode()
    centraal.post(adres(check, "alles_verwerkt"))
    assert zin not in centraal.get("/redactie/").content.decode()


def test_een_antwoord_verwerken_laat_de_andere_staan() -> None:
    check = f.FeitencheckFactory()
    een, twee = (f.FeitenantwoordFactory(feitencheck=check, veld=veld) for veld in ("kosten", "termijn"))
    als(Rol.CENTRAAL).post(adres(check, "verwerkt", een.pk))
    assert list(Feitenantwoord.objects.filter(verwerkt_op=None)) == [twee]


def test_intrekken_doet_een_druk_op_de_knop_en_niet_kijken() -> None:
    check, centraal = f.FeitencheckFactory(), als(Rol.CENTRAAL)
    assert centraal.get(adres(check, "intrekken")).status_code == 405
    assert "Trek de link in" in centraal.get(adres(check)).content.decode()
    assert centraal.post(adres(check, "intrekken")).status_code == 302
    html = centraal.get(adres(check)).content.decode()
    assert "De link is ingetrokken op" in html
    assert "Trek de link in" not in html


def test_het_blad_zegt_dat_de_tekst_daarna_veranderde() -> None:
    check, centraal = f.FeitencheckFactory(), als(Rol.CENTRAAL)
    f.FeitenantwoordFactory(feitencheck=check)
    assert "daarna veranderde de tekst" not in centraal.get(adres(check)).content.decode()
    product = check.producten.get()
    product.kosten = "U betaalt 20 euro."
    product.save_revision()
    assert "daarna veranderde de tekst" in centraal.get(adres(check)).content.decode()


def test_een_beheerder_leest_en_verandert_niets() -> None:
    check, beheerder = f.FeitencheckFactory(), als(Rol.BEHEERDER)
    f.FeitenantwoordFactory(feitencheck=check)
    html = beheerder.get(adres(check)).content.decode()
    assert "Het bedrag is sinds juli hoger." in html
    assert "Trek de link in" not in html
    assert beheerder.post(adres(check, "intrekken")).status_code == 404


def test_de_lijst_kost_een_vast_aantal_vragen(django_assert_max_num_queries) -> None:
    centraal = als(Rol.CENTRAAL)
    for _ in range(12):
        f.FeitenantwoordFactory()
    centraal.get(adres(Feitencheck, "list"))
    with django_assert_max_num_queries(12):
        html = centraal.get(adres(Feitencheck, "list")).content.decode()
    assert html.count("1 opmerking") == 12


def test_zoeken_op_een_tekst_telt_elk_antwoord_een_keer() -> None:
    producten = [f.ProductFactory(gepubliceerd=True, titel=f"Reizen {nummer}") for nummer in (1, 2)]
    f.FeitenantwoordFactory(feitencheck=f.FeitencheckFactory(producten=producten), product=producten[0])
    html = als(Rol.CENTRAAL).get(adres(Feitencheck, "list"), {"q": "Reizen"}).content.decode()
    assert html.count("1 opmerking") == 1
    assert "GGD, team reizigers" in html


def test_bij_het_veld_staat_wat_er_gezegd_is_tot_het_verwerkt_is() -> None:
    check, centraal = f.FeitencheckFactory(), als(Rol.CENTRAAL)
    antwoord = f.FeitenantwoordFactory(feitencheck=check)
    product = check.producten.get()
    pad = reverse("wagtailsnippets_redactie_product:edit", args=[product.pk])
    html = centraal.get(pad).content.decode()
    assert html.count("Het bedrag is sinds juli hoger.") == 1
    veld = html.index('name="kosten"')
    volgende = html.index('name="termijn"')
    assert veld < html.index("Het bedrag is sinds juli hoger.") < volgende
    centraal.post(adres(check, "verwerkt", antwoord.pk))
    assert "Het bedrag is sinds juli hoger." not in centraal.get(pad).content.decode()


def test_hoeveel_antwoorden_ook_een_bewerkscherm_kost_er_een_vraag_door(sliedrecht) -> None:
    product, centraal = f.ProductFactory(gepubliceerd=True), als(Rol.CENTRAAL)
    pad = reverse("wagtailsnippets_redactie_product:edit", args=[product.pk])
    centraal.get(pad)
    with CaptureQueriesContext(connection) as zonder:
        centraal.get(pad)
    for gemeente in (None, sliedrecht):
        check = f.FeitencheckFactory(producten=[product], gemeente=gemeente)
        for veld in ("kosten", "termijn", "aanpak"):
            f.FeitenantwoordFactory(feitencheck=check, veld=veld)
    with CaptureQueriesContext(connection) as met:
        centraal.get(pad)
    over = [vraag for vraag in met.captured_queries if "feitenantwoord" in vraag["sql"]]
    assert len(over) == 1
    assert len(met) == len(zonder)


def test_een_lokale_versie_toont_de_antwoorden_over_haar_gemeente(sliedrecht, dordrecht) -> None:
    versie = f.LokaleVersieFactory(
        gemeente=sliedrecht, gepubliceerd=True, wijkt_af={"kosten": "Hier pint u."}
    )
    for gemeente, woorden in ((sliedrecht, "Sliedrecht is duurder."), (dordrecht, "Dordrecht is duurder.")):
        check = f.FeitencheckFactory(producten=[versie.product], gemeente=gemeente)
        f.FeitenantwoordFactory(feitencheck=check, opmerking=woorden)
    html = als(Rol.REDACTEUR, sliedrecht).get(adres(versie)).content.decode()
    assert "Sliedrecht is duurder." in html
    assert "Dordrecht is duurder." not in html


def test_een_technisch_beheerder_komt_er_ook_in() -> None:
    check, client = f.FeitencheckFactory(), Client()
    client.force_login(f.GebruikerFactory(is_superuser=True))
    for pad in (adres(Feitencheck, "list"), adres(check), adres(Feitencheck, "add")):
        assert client.get(pad).status_code == 200
