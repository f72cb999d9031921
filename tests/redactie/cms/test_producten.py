"""The product screen: drafts may be incomplete, publishing may not; class and note travel with the change."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from redactie.keuzes import Klasse, Productsoort, Rol
from redactie.models import Product, Tekstversie, VerbruikteSleutel
from redactie.teksten import gepubliceerde_teksten
from tests import factories as f
from tests.redactie.cms.hulp import adres, als, formulier, fouten

pytestmark = pytest.mark.django_db

PUBLICEER = {"action-publish": "1"}


@pytest.fixture
def centraal():
    return als(Rol.CENTRAAL)


@pytest.fixture
def product() -> Product:
    return f.ProductFactory(gepubliceerd=True, termijn="Na 5 werkdagen.")


def vers(product: Product) -> Product:
    return Product.objects.get(pk=product.pk)


def test_een_concept_bewaren_laat_de_gepubliceerde_tekst_staan(centraal, product) -> None:
    veld = formulier(centraal, adres(product)) | {"termijn": "Na 3 werkdagen."}
    assert centraal.post(adres(product), veld).status_code == 302
    assert vers(product).termijn == "Na 5 werkdagen."
    assert vers(product).get_latest_revision_as_object().termijn == "Na 3 werkdagen."


def test_publiceren_vraagt_een_toelichting_bij_een_inhoudelijke_wijziging(centraal, product) -> None:
    veld = formulier(centraal, adres(product)) | {"termijn": "Na 3 werkdagen."} | PUBLICEER
    assert "toelichting" in fouten(centraal.post(adres(product), veld))
    veld |= {"toelichting": "De leverancier levert sneller."}
    assert centraal.post(adres(product), veld).status_code == 302
    versie = Tekstversie.objects.filter(product=product, veld="termijn").latest("vanaf")
    assert (versie.tekst, versie.toelichting) == ("Na 3 werkdagen.", "De leverancier levert sneller.")
    assert versie.wie == centraal.gebruiker


def test_een_cosmetische_wijziging_heeft_geen_toelichting_nodig(centraal, product) -> None:
    veld = formulier(centraal, adres(product)) | {"termijn": "Na vijf werkdagen.", "klasse": "cosmetisch"}
    assert centraal.post(adres(product), veld | PUBLICEER).status_code == 302


def test_spoed_vraagt_een_datum(centraal, product) -> None:
    veld = formulier(centraal, adres(product)) | {"termijn": "x", "klasse": "spoed", "toelichting": "Nu."}
    assert "nakijken_voor" in fouten(centraal.post(adres(product), veld | PUBLICEER))


def test_na_publiceren_begint_de_volgende_wijziging_met_een_schone_nota(centraal, product) -> None:
    veld = formulier(centraal, adres(product))
    veld |= {"termijn": "Na 3 dagen.", "klasse": "spoed", "nakijken_voor": "2027-01-01", "toelichting": "Nu."}
    centraal.post(adres(product), veld | PUBLICEER)
    opnieuw = formulier(centraal, adres(product))
    assert opnieuw["klasse"] == [Klasse.INHOUDELIJK.value]
    assert opnieuw["toelichting"] == [""]
    assert opnieuw["nakijken_voor"] == [""]


def test_elke_fout_staat_bij_haar_veld_en_het_concept_mag_wel(centraal, product) -> None:
    veld = formulier(centraal, adres(product))
    veld |= {
        "samenvatting": "",
        "kosten": "{tarief:bestaat-niet}",
        "aanpak": "<b>doe</b>",
        "termijn": "# Kop",
    }
    antwoord = centraal.post(adres(product), veld | PUBLICEER)
    assert {"samenvatting", "kosten", "aanpak", "termijn"} <= set(fouten(antwoord))
    assert vers(product).live_revision_id == vers(product).latest_revision_id
    assert centraal.post(adres(product), veld).status_code == 302


def test_een_intern_gegeven_kan_niet_in_een_openbaar_veld(centraal, product) -> None:
    f.GegevenFactory(sleutel="intern-nummer", soort="telefoon", waarde="078 770 20 21", intern=True)
    veld = formulier(centraal, adres(product)) | {"kosten": "Bel {gegeven:intern-nummer}."}
    assert "kosten" in fouten(centraal.post(adres(product), veld | PUBLICEER))


def test_een_nieuw_product_krijgt_zijn_sleutel_van_de_titel(centraal) -> None:
    veld = formulier(centraal, adres(Product, "add")) | {"titel": "Hond aanmelden"}
    assert centraal.post(adres(Product, "add"), veld).status_code == 302
    assert Product.objects.get().sleutel == "hond-aanmelden"
    assert not Product.objects.get().live


def test_een_eigen_product_krijgt_de_sleutel_van_de_gemeente() -> None:
    sliedrecht = f.GemeenteFactory(slug="sliedrecht")
    redacteur = als(Rol.REDACTEUR, sliedrecht)
    veld = formulier(redacteur, adres(Product, "add")) | {"titel": "Baggerfestival"}
    assert redacteur.post(adres(Product, "add"), veld).status_code == 302
    product = Product.objects.get()
    assert (product.sleutel, product.gemeente) == ("sliedrecht-baggerfestival", sliedrecht)


def test_een_verbruikte_sleutel_komt_niet_terug(centraal) -> None:
    VerbruikteSleutel.objects.create(sleutel="hond-aanmelden")
    veld = formulier(centraal, adres(Product, "add")) | {"titel": "Hond", "sleutel": "hond-aanmelden"}
    assert "sleutel" in fouten(centraal.post(adres(Product, "add"), veld))


def test_sleutel_en_gemeente_veranderen_niet(centraal, product) -> None:
    veld = formulier(centraal, adres(product))
    veld |= {"sleutel": "iets-anders", "gemeente": str(f.GemeenteFactory().pk)}
    centraal.post(adres(product), veld)
    concept = vers(product).get_latest_revision_as_object()
    assert (concept.sleutel, concept.gemeente) == (product.sleutel, None)


def test_een_kcc_redacteur_maakt_van_een_verwijzing_geen_product() -> None:
    kcc = als(Rol.KCC_REDACTEUR)
    verwijzing = f.ProductFactory(gepubliceerd=True, productsoort=Productsoort.VERWIJZING)
    veld = formulier(kcc, adres(verwijzing)) | {"productsoort": "product"}
    assert kcc.post(adres(verwijzing), veld).status_code == 200
    assert vers(verwijzing).latest_revision_id == verwijzing.latest_revision_id


def test_een_redacteur_kan_niet_publiceren_ook_niet_met_een_eigen_verzoek() -> None:
    sliedrecht = f.GemeenteFactory(slug="sliedrecht")
    redacteur, eigen = als(Rol.REDACTEUR, sliedrecht), f.ProductFactory(gemeente=sliedrecht)
    scherm = redacteur.get(adres(eigen)).content.decode()
    assert "action-publish" not in scherm
    redacteur.post(adres(eigen), formulier(redacteur, adres(eigen)) | PUBLICEER)
    assert not vers(eigen).live


class TestIndienen:
    """Hand in, look over, publish: by whoever may publish for that municipality."""

    @pytest.fixture
    def ingediend(self):
        sliedrecht = f.GemeenteFactory(slug="sliedrecht")
        eigen, redacteur = f.ProductFactory(gemeente=sliedrecht), als(Rol.REDACTEUR, sliedrecht)
        veld = formulier(redacteur, adres(eigen)) | {"kosten": "Gratis.", "action-submit": "1"}
        assert redacteur.post(adres(eigen), veld).status_code == 302
        return vers(eigen)

    def besluit(self, product: Product, actie: str) -> str:
        return adres(product, "workflow_action", actie, product.current_workflow_task_state.pk)

    def test_de_publicist_ziet_het_op_zijn_startpagina_en_keurt_het_goed(self, ingediend) -> None:
        publicist = als(Rol.PUBLICIST, ingediend.gemeente)
        assert str(ingediend) in publicist.get("/redactie/").content.decode()
        publicist.post(self.besluit(ingediend, "approve"))
        assert vers(ingediend).live
        assert gepubliceerde_teksten(product=ingediend, op=timezone.now())["kosten"] == "Gratis."

    def test_een_publicist_van_een_andere_gemeente_ziet_en_kan_niets(self, ingediend) -> None:
        ander = als(Rol.PUBLICIST, f.GemeenteFactory(slug="dordrecht"))
        assert str(ingediend) not in ander.get("/redactie/").content.decode()
        assert ander.post(self.besluit(ingediend, "approve")).status_code == 404
        assert not vers(ingediend).live

    def test_de_redacteur_zelf_kan_niet_goedkeuren(self, ingediend) -> None:
        redacteur = als(Rol.REDACTEUR, ingediend.gemeente)
        redacteur.post(self.besluit(ingediend, "approve"))
        assert not vers(ingediend).live

    def test_wat_niet_af_is_wordt_niet_goedgekeurd(self, ingediend) -> None:
        concept = ingediend.get_latest_revision_as_object()
        concept.samenvatting = ""
        concept.save_revision()
        publicist = als(Rol.PUBLICIST, ingediend.gemeente)
        antwoord = publicist.post(self.besluit(vers(ingediend), "approve"), follow=True)
        assert "Vul een samenvatting in" in antwoord.content.decode()
        assert not vers(ingediend).live


class TestTijdlijn:
    def test_plannen_via_het_scherm(self, centraal, product) -> None:
        pad = adres(product, "plannen") + "?veld=termijn"
        assert "Na 5 werkdagen." in centraal.get(pad).content.decode()
        morgen = (timezone.localdate() + timedelta(days=1)).isoformat()
        veld = {
            "tekst": "Na 3 werkdagen.",
            "vanaf": morgen,
            "klasse": "inhoudelijk",
            "toelichting": "Sneller.",
        }
        assert centraal.post(pad, veld).status_code == 302
        gepland = product.tekstversies.get(verwerkt=False)
        assert timezone.localtime(gepland.vanaf).strftime("%Y-%m-%d %H:%M") == f"{morgen} 00:00"
        assert "Na 3 werkdagen." in centraal.get(adres(product)).content.decode()

    def test_een_dag_die_voorbij_is_en_een_foute_tekst_worden_geweigerd(self, centraal, product) -> None:
        veld = {"tekst": "<i>x</i>", "vanaf": timezone.localdate().isoformat(), "klasse": "cosmetisch"}
        antwoord = centraal.post(adres(product, "plannen") + "?veld=termijn", veld)
        assert {"tekst", "vanaf"} <= set(antwoord.context["form"].errors)

    def test_intrekken(self, centraal, product) -> None:
        gepland = f.TekstversieFactory(product=product, gepland=True)
        assert centraal.get(adres(product, "intrekken", gepland.pk)).status_code == 200
        centraal.post(adres(product, "intrekken", gepland.pk))
        assert not Tekstversie.objects.filter(pk=gepland.pk).exists()

    def test_corrigeren_naast_een_concept_dat_hetzelfde_veld_veranderde_toont_beide(
        self, centraal, product
    ) -> None:
        product.termijn = "Na een week."
        product.save_revision()
        veld = {"tekst": "Na 4 werkdagen.", "klasse": "inhoudelijk", "toelichting": "Fout gezien."}
        centraal.post(adres(product, "corrigeren") + "?veld=termijn", veld)
        scherm = centraal.get(adres(product)).content.decode()
        assert "de gepubliceerde tekst is intussen ook veranderd" in scherm
        assert "Na 4 werkdagen." in scherm
        assert "Na een week." in scherm

    def test_een_geplande_tekst_die_inging_maakt_een_oud_formulier_verouderd(self, centraal) -> None:
        with time_machine.travel("2026-11-22 10:00", tick=True) as reis:
            product = f.ProductFactory(gepubliceerd=True, termijn="Na 5 werkdagen.")
            f.TekstversieFactory(product=product, gepland=True, tekst="Na 3 werkdagen.")
            oud = formulier(centraal, adres(product)) | {"kosten": "Met pin."}
            reis.shift(timedelta(days=2))
            centraal.force_login(centraal.gebruiker)
            antwoord = centraal.post(adres(product), oud | PUBLICEER | {"toelichting": "x"})
            assert antwoord.status_code == 200
            assert "Na 3 werkdagen." in antwoord.content.decode()
            assert vers(product).termijn == "Na 3 werkdagen."

    def test_een_redacteur_plant_niet(self) -> None:
        sliedrecht = f.GemeenteFactory(slug="sliedrecht")
        eigen = f.ProductFactory(gemeente=sliedrecht, gepubliceerd=True)
        redacteur = als(Rol.REDACTEUR, sliedrecht)
        for wat in ("plannen", "corrigeren"):
            assert redacteur.get(adres(eigen, wat)).status_code == 404


def test_een_product_openen_kost_een_vast_aantal_vragen(
    centraal, sliedrecht, django_assert_max_num_queries
) -> None:
    van_ons = f.ContactpuntFactory()
    product = f.ProductFactory(
        gepubliceerd=True, eigenaar=van_ons, behandelaar=van_ons, vaste_velden=["bezwaar"]
    )
    f.LokaleVersieFactory(
        product=product, gemeente=sliedrecht, gepubliceerd=True, wijkt_af={"kosten": "Bij ons is het gratis."}
    )
    veld = formulier(centraal, adres(product)) | {"termijn": "Na 3 werkdagen."}
    assert centraal.post(adres(product), veld).status_code == 302
    with django_assert_max_num_queries(40):
        assert centraal.get(adres(product)).status_code == 200
