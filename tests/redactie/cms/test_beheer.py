"""Accounts, roles, the log, the menu and the start page."""

from __future__ import annotations

import json
import re

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from redactie import models
from redactie.cms.gesloten import VOORVOEGSELS
from redactie.keuzes import Klasse, Rol
from tests import factories as f
from tests.redactie.cms.hulp import adres, als, formulier

pytestmark = pytest.mark.django_db


@pytest.fixture
def beheerder():
    return als(Rol.BEHEERDER)


def menu(client) -> set[str]:
    """The names in the side menu, with those of the groups in it."""
    scherm = client.get("/redactie/").content.decode()
    bron = re.search(r'<script id="wagtail-sidebar-props"[^>]*>(.*?)</script>', scherm, re.DOTALL)[1]
    return set(re.findall(r'"label": "([^"]+)"', json.dumps(json.loads(bron), ensure_ascii=False)))


def test_het_menu_toont_alleen_wat_iemand_nodig_heeft(sliedrecht) -> None:
    niemand = {"Pagina's", "Afbeeldingen", "Documenten", "Snippets", "Hulp", "Instellingen"}
    # Wagtail's own reports are about pages, or shown elsewhere.
    niemand |= {
        "Vergrendelde pagina's",
        "Workflows",
        "Workflowtaken",
        "Sitegeschiedenis",
        "Verouderende pagina's",
    }
    lokaal, centraal, beheer = als(Rol.REDACTEUR, sliedrecht), als(Rol.CENTRAAL), als(Rol.BEHEERDER)
    for client in (lokaal, centraal, beheer):
        assert menu(client).isdisjoint(niemand)
    assert {"Teksten", "Feiten", "Contact", "Producten", "Lokale versies", "Tarieven"} <= menu(lokaal)
    assert "Beheer" not in menu(lokaal)
    assert {"Gebruikers", "Rollen", "Gemeenten", "Logboek"} <= menu(beheer)
    assert "Gebruikers" not in menu(centraal)


def test_een_kcc_medewerker_komt_niet_binnen() -> None:
    antwoord = als(Rol.KCC).get("/redactie/")
    assert antwoord.status_code == 302
    assert "login" in antwoord.url


@pytest.mark.parametrize("voorvoegsel", VOORVOEGSELS)
def test_wat_hier_niet_is_bestaat_niet_ook_voor_een_superuser(client, voorvoegsel) -> None:
    client.force_login(f.GebruikerFactory(is_superuser=True))
    assert client.get(f"/redactie/{voorvoegsel}/").status_code == 404


class TestGebruikers:
    def test_een_beheerder_maakt_een_account_zonder_rechten_en_geeft_dan_een_rol(
        self, beheerder, sliedrecht
    ) -> None:
        wachtwoord = "een-lang-en-nieuw-wachtwoord"
        veld = {"username": "nieuw", "email": "n@gemeente.example", "first_name": "Noor", "last_name": "Bos"}
        veld |= {"password1": wachtwoord, "password2": wachtwoord, "is_superuser": "on"}
        assert beheerder.post(reverse("wagtailusers_users:add"), veld).status_code == 302
        noor = get_user_model().objects.get(username="nieuw")
        assert not noor.is_superuser
        assert not noor.has_perm("wagtailadmin.access_admin")
        rol = {"gebruiker": str(noor.pk), "rol": "publicist", "gemeente": str(sliedrecht.pk)}
        pad = adres(models.Lidmaatschap, "add")
        assert beheerder.post(pad, formulier(beheerder, pad) | rol).status_code == 302
        assert get_user_model().objects.get(pk=noor.pk).has_perm("redactie.publish_lokaleversie")

    def test_een_beheerder_maakt_niemand_superuser_en_komt_niet_aan_een_superuser(self, beheerder) -> None:
        gewoon, baas = f.GebruikerFactory(), f.GebruikerFactory(is_superuser=True)
        pad = reverse("wagtailusers_users:edit", args=[gewoon.pk])
        beheerder.post(pad, formulier(beheerder, pad) | {"is_superuser": "on"})
        gewoon.refresh_from_db()
        assert not gewoon.is_superuser
        for wat in ("edit", "delete", "history"):
            assert beheerder.get(reverse(f"wagtailusers_users:{wat}", args=[baas.pk])).status_code == 404
        assert baas.username not in beheerder.get(reverse("wagtailusers_users:index")).content.decode()

    def test_de_lijst_van_gebruikers_leidt_niet_naar_adressen_die_dicht_zijn(self, beheerder) -> None:
        lijst = beheerder.get(reverse("wagtailusers_users:index"))
        assert lijst.status_code == 200
        assert "/bulk/" not in lijst.content.decode()

    def test_een_beheerder_kan_zichzelf_bewerken(self, beheerder) -> None:
        pad = reverse("wagtailusers_users:edit", args=[beheerder.gebruiker.pk])
        assert beheerder.post(pad, formulier(beheerder, pad) | {"last_name": "Anders"}).status_code == 302
        beheerder.gebruiker.refresh_from_db()
        assert beheerder.gebruiker.last_name == "Anders"
        assert beheerder.gebruiker.is_active

    def test_een_rol_wegnemen_neemt_de_rechten_weg(self, beheerder) -> None:
        lid = f.LidmaatschapFactory(rol=Rol.CENTRAAL)
        assert beheerder.post(adres(lid, "delete")).status_code == 302
        assert not get_user_model().objects.get(pk=lid.gebruiker_id).has_perm("wagtailadmin.access_admin")


class TestGemeenten:
    def test_hostnamen_staan_op_regels(self, beheerder, sliedrecht) -> None:
        veld = formulier(beheerder, adres(sliedrecht))
        assert veld["hostnamen"] == ["sliedrecht.localhost"]
        veld |= {"hostnamen": "sliedrecht.localhost\nWWW.Sliedrecht.example\n"}
        assert beheerder.post(adres(sliedrecht), veld).status_code == 302
        sliedrecht.refresh_from_db()
        assert sliedrecht.hostnamen == ["sliedrecht.localhost", "www.sliedrecht.example"]

    def test_de_regio_is_te_wijzigen_en_niet_te_verwijderen(self, beheerder) -> None:
        regio = f.RegioFactory()
        veld = formulier(beheerder, adres(regio)) | {"telefoon": "14 0183"}
        assert beheerder.post(adres(regio), veld).status_code == 302
        assert beheerder.post(adres(regio, "delete")).status_code == 404
        assert beheerder.get(adres(models.Regio, "add")).status_code == 404


class TestLogboek:
    def test_iedereen_leest_alleen_regels_over_wat_hij_mag_zien(self, sliedrecht) -> None:
        dordrecht = f.GemeenteFactory(slug="dordrecht")
        for gemeente in (sliedrecht, dordrecht):
            lokaal = als(Rol.PUBLICIST, gemeente)
            versie = f.LokaleVersieFactory(gemeente=gemeente)
            lokaal.post(adres(versie), formulier(lokaal, adres(versie)))
        eigen = als(Rol.PUBLICIST, sliedrecht)
        gezien = set(
            models.LogRegel.objects.viewable_by_user(eigen.gebruiker).values_list("gemeenten", flat=True)
        )
        assert gezien == {"", "|sliedrecht|"}
        alles = models.LogRegel.objects.viewable_by_user(als(Rol.CENTRAAL).gebruiker)
        assert {"|sliedrecht|", "|dordrecht|"} <= set(alles.values_list("gemeenten", flat=True))

    def test_regels_over_rollen_leest_alleen_de_beheerder(self, beheerder, sliedrecht) -> None:
        lid = f.LidmaatschapFactory(rol=Rol.CENTRAAL)
        beheerder.post(adres(lid, "delete"))
        over_rollen = models.LogRegel.objects.filter(content_type__model="lidmaatschap")
        assert over_rollen.exists()
        for client, ziet in ((beheerder, True), (als(Rol.CENTRAAL), False), (als(Rol.KCC_REDACTEUR), False)):
            leesbaar = models.LogRegel.objects.viewable_by_user(client.gebruiker)
            assert leesbaar.filter(pk__in=over_rollen).exists() is ziet

    def test_de_regel_overleeft_het_ding(self, sliedrecht) -> None:
        lokaal, gegeven = als(Rol.REDACTEUR, sliedrecht), f.GegevenFactory(gemeente=sliedrecht)
        lokaal.post(adres(gegeven, "delete"))
        assert models.LogRegel.objects.get(deleted=True).gemeenten == "|sliedrecht|"
        assert lokaal.get(reverse("wagtailadmin_reports:site_history")).status_code == 200


class TestStartpagina:
    def test_wat_wacht_staat_er_met_een_knop(self, sliedrecht) -> None:
        versie = f.LokaleVersieFactory(gemeente=sliedrecht, gepubliceerd=True, wijkt_af={"kosten": "x"})
        redacteur = als(Rol.REDACTEUR, sliedrecht)
        assert "Er wacht niets" in redacteur.get("/redactie/").content.decode()
        product = versie.product
        product.kosten, product.klasse, product.toelichting = "Anders.", Klasse.INHOUDELIJK, "Kassaloos."
        f.publiceer(product)
        start = redacteur.get("/redactie/").content.decode()
        assert "Bij 1 eigen tekst is de tekst van de regio veranderd" in start
        assert adres(versie, "herzien", "kosten") in start

    def test_een_ander_ziet_die_vraag_niet(self, sliedrecht) -> None:
        versie = f.LokaleVersieFactory(gemeente=sliedrecht, gepubliceerd=True, wijkt_af={"kosten": "x"})
        product = versie.product
        product.kosten, product.klasse, product.toelichting = "Anders.", Klasse.INHOUDELIJK, "Kassaloos."
        f.publiceer(product)
        ander = als(Rol.REDACTEUR, f.GemeenteFactory(slug="dordrecht"))
        assert "Kassaloos." not in ander.get("/redactie/").content.decode()


def test_een_regionaal_product_bekijken_naast_de_eigen_tekst(sliedrecht) -> None:
    versie = f.LokaleVersieFactory(
        gemeente=sliedrecht, gepubliceerd=True, wijkt_af={"kosten": "Bij ons gratis."}
    )
    redacteur = als(Rol.REDACTEUR, sliedrecht)
    scherm = redacteur.get(adres(versie.product, "inspect")).content.decode()
    assert versie.product.kosten in scherm
    assert "Bij ons gratis." in scherm
    assert adres(versie) in scherm
    ander = als(Rol.REDACTEUR, f.GemeenteFactory(slug="dordrecht"))
    assert "Bij ons gratis." not in ander.get(adres(versie.product, "inspect")).content.decode()
