"""The screen of a local version: each deviation beside the region's text, and what waits for a judgement."""

from __future__ import annotations

import pytest

from redactie.keuzes import Aangeboden, Klasse, Rol
from redactie.models import Afwijking, Herziening, LokaleVersie
from tests import factories as f
from tests.redactie.cms.hulp import adres, als, formulier, fouten

pytestmark = pytest.mark.django_db


@pytest.fixture
def publicist(sliedrecht):
    return als(Rol.PUBLICIST, sliedrecht)


@pytest.fixture
def versie(sliedrecht) -> LokaleVersie:
    product = f.ProductFactory(gepubliceerd=True, kosten="U betaalt met pin.")
    return f.LokaleVersieFactory(
        product=product, gemeente=sliedrecht, gepubliceerd=True, wijkt_af={"kosten": "U betaalt contant."}
    )


def rij(nummer: int, **velden: str) -> dict[str, str]:
    """A row of the deviations as the form posts it."""
    leeg = {"id": "", "veld": "termijn", "wijze": "vervangen", "tekst": "x", "soort": "beleid", "reden": "y"}
    return {f"afwijkingen-{nummer}-{naam}": waarde for naam, waarde in (leeg | velden).items()}


def verander_regio(versie: LokaleVersie, tekst: str = "U betaalt vooraf.") -> None:
    product = versie.product
    product.kosten, product.klasse, product.toelichting = tekst, Klasse.INHOUDELIJK, "Kassaloze balie."
    f.publiceer(product)


def test_de_regionale_tekst_en_het_woordverschil_staan_ernaast(publicist, versie) -> None:
    scherm = publicist.get(adres(versie)).content.decode()
    assert "U betaalt met pin." in scherm
    assert '<del><span class="teken">[−</span>met pin.' in scherm
    assert '<ins><span class="teken">[+</span>contant.' in scherm


def test_te_herzien_staat_erbij_met_de_reden(publicist, versie) -> None:
    assert "antwoord-herzien" not in publicist.get(adres(versie)).content.decode()
    verander_regio(versie)
    scherm = publicist.get(adres(versie)).content.decode()
    assert "te herzien" in scherm
    assert "Kassaloze balie." in scherm
    assert adres(versie, "herzien", "kosten") in scherm
    assert "te herzien: kosten" in publicist.get(adres(LokaleVersie, "list")).content.decode()


def test_een_nieuwe_afwijking_onthoudt_de_regionale_tekst_van_dat_moment(publicist, versie) -> None:
    veld = formulier(publicist, adres(versie)) | {"afwijkingen-TOTAL_FORMS": "2"}
    publicist.post(adres(versie), veld | rij(1, tekst="Bij ons een week."))
    concept = LokaleVersie.objects.get(pk=versie.pk).get_latest_revision_as_object()
    nieuw = next(lid for lid in concept.afwijkingen.all() if lid.veld == "termijn")
    assert nieuw.basis == versie.product.tekstversies.get(veld="termijn")


def test_veld_en_wijze_van_een_bestaande_afwijking_veranderen_niet(publicist, versie) -> None:
    veld = formulier(publicist, adres(versie))
    veld |= {"afwijkingen-0-veld": "termijn", "afwijkingen-0-wijze": "erna", "action-publish": "1"}
    assert publicist.post(adres(versie), veld).status_code == 302
    assert [(lid.veld, lid.wijze) for lid in Afwijking.objects.all()] == [("kosten", "vervangen")]


def test_twee_eigen_teksten_op_een_veld_worden_ook_in_een_concept_geweigerd(publicist, versie) -> None:
    veld = formulier(publicist, adres(versie)) | {"afwijkingen-TOTAL_FORMS": "2"}
    antwoord = publicist.post(adres(versie), veld | rij(1, veld="kosten", wijze="verbergen", tekst=""))
    assert "afwijkingen-1-vanaf" in fouten(antwoord)


def test_voor_en_na_mogen_naast_elkaar(publicist, versie) -> None:
    veld = formulier(publicist, adres(versie)) | {"afwijkingen-TOTAL_FORMS": "2", "action-publish": "1"}
    antwoord = publicist.post(adres(versie), veld | rij(1, veld="kosten", wijze="erna", tekst="Bel ons."))
    assert antwoord.status_code == 302
    assert Afwijking.objects.filter(versie=versie).count() == 2


def test_een_reden_is_nodig_om_te_publiceren_niet_voor_een_concept(publicist, versie) -> None:
    veld = formulier(publicist, adres(versie)) | {"afwijkingen-0-reden": ""}
    assert "afwijkingen-0-reden" in fouten(publicist.post(adres(versie), veld | {"action-publish": "1"}))
    assert publicist.post(adres(versie), veld).status_code == 302


def test_een_vast_veld_staat_niet_in_de_keuze(publicist, versie) -> None:
    product = versie.product
    product.vaste_velden = ["bezwaar"]
    f.publiceer(product)
    scherm = publicist.get(adres(versie)).content.decode()
    leeg = scherm.split("afwijkingen-EMPTY_FORM_TEMPLATE")[1]
    assert 'value="termijn"' in leeg
    assert 'value="bezwaar"' not in leeg


def test_niet_aanbieden_vraagt_een_uitleg(publicist, versie) -> None:
    veld = formulier(publicist, adres(versie)) | {"aangeboden": "nee", "action-publish": "1"}
    assert "toelichting" in fouten(publicist.post(adres(versie), veld))


def test_een_kring_van_valt_onder_wordt_geweigerd(publicist, versie, sliedrecht) -> None:
    ander = f.ProductFactory(gepubliceerd=True, titel="Reisdocument")
    f.LokaleVersieFactory(
        product=ander,
        gemeente=sliedrecht,
        aangeboden=Aangeboden.VALT_ONDER,
        valt_onder=versie.product,
        toelichting="Samen.",
    )
    veld = formulier(publicist, adres(versie))
    veld |= {"aangeboden": "valt_onder", "valt_onder": str(ander.pk), "toelichting": "Samen."}
    assert "valt_onder" in fouten(publicist.post(adres(versie), veld))


def test_een_contactpunt_van_een_andere_gemeente_is_geen_keuze(publicist, versie) -> None:
    vreemd = f.ContactpuntFactory(gemeente=f.GemeenteFactory(slug="dordrecht"))
    eigen = f.ContactpuntFactory(gemeente=versie.gemeente)
    veld = formulier(publicist, adres(versie))
    assert "behandelaar" in fouten(publicist.post(adres(versie), veld | {"behandelaar": str(vreemd.pk)}))
    assert publicist.post(adres(versie), veld | {"behandelaar": str(eigen.pk)}).status_code == 302


def test_een_nieuwe_lokale_versie_begint_bij_het_product_en_de_eigen_gemeente(publicist, sliedrecht) -> None:
    product = f.ProductFactory(gepubliceerd=True)
    pad = f"{adres(LokaleVersie, 'add')}?product={product.pk}"
    assert publicist.post(pad, formulier(publicist, pad)).status_code == 302
    versie = LokaleVersie.objects.get()
    assert (versie.product, versie.gemeente, versie.live) == (product, sliedrecht, False)


def test_voor_een_andere_gemeente_kan_niemand_een_versie_maken(publicist) -> None:
    product, dordrecht = f.ProductFactory(gepubliceerd=True), f.GemeenteFactory(slug="dordrecht")
    pad = f"{adres(LokaleVersie, 'add')}?product={product.pk}"
    antwoord = publicist.post(pad, formulier(publicist, pad) | {"gemeente": str(dordrecht.pk)})
    assert "gemeente" in fouten(antwoord)
    assert not LokaleVersie.objects.exists()


def test_een_tweede_versie_van_hetzelfde_product_wordt_geweigerd(publicist, versie) -> None:
    pad = f"{adres(LokaleVersie, 'add')}?product={versie.product.pk}"
    assert publicist.post(pad, formulier(publicist, pad)).status_code == 200
    assert LokaleVersie.objects.count() == 1


class TestHerzien:
    @pytest.fixture
    def geraakt(self, versie) -> LokaleVersie:
        verander_regio(versie)
        return versie

    def test_het_scherm_toont_was_regio_nu_en_eigen_tekst(self, publicist, geraakt) -> None:
        scherm = publicist.get(adres(geraakt, "herzien", "kosten")).content.decode()
        assert "Kassaloze balie." in scherm
        assert '<ins><span class="teken">[+</span>vooraf.' in scherm
        assert '<ins><span class="teken">[+</span>contant.' in scherm

    def test_houden_met_een_reden(self, publicist, geraakt) -> None:
        pad = adres(geraakt, "herzien", "kosten")
        assert "reden" in fouten(publicist.post(pad, {"besluit": "houden"}))
        assert publicist.post(pad, {"besluit": "houden", "reden": "Onze kas blijft."}).status_code == 302
        herziening = Herziening.objects.get()
        assert (herziening.besluit, herziening.wie) == ("houden", publicist.gebruiker)
        assert "antwoord-herzien" not in publicist.get(adres(geraakt)).content.decode()

    def test_volgen_haalt_de_eigen_tekst_weg(self, publicist, geraakt) -> None:
        publicist.post(adres(geraakt, "herzien", "kosten"), {"besluit": "volgen"})
        assert not Afwijking.objects.exists()

    def test_het_voorstel_heeft_beide_wijzigingen_en_komt_live(self, publicist, versie) -> None:
        verander_regio(versie, "U betaalt vooraf met pin.")
        pad = adres(versie, "herzien", "kosten")
        scherm = publicist.get(pad).content.decode()
        assert "U betaalt ⟦regio: vooraf met pin.⟧ ⟦wij: contant.⟧</textarea>" in scherm
        onaf = {"besluit": "combineren", "voorstel": "U betaalt ⟦regio: vooraf⟧ contant."}
        antwoord = publicist.post(pad, onaf)
        assert "voorstel" in fouten(antwoord)
        assert "U betaalt ⟦regio: vooraf⟧ contant." in antwoord.content.decode()
        publicist.post(pad, {"besluit": "combineren", "voorstel": "U betaalt vooraf contant."})
        assert Afwijking.objects.get().tekst == "U betaalt vooraf contant."
        assert Herziening.objects.get().besluit == "combineren"

    def test_een_voorstel_met_een_fout_wordt_geweigerd_en_blijft_staan(self, publicist, geraakt) -> None:
        fout = {"besluit": "combineren", "voorstel": "U betaalt <b>vooraf</b>."}
        antwoord = publicist.post(adres(geraakt, "herzien", "kosten"), fout)
        assert "voorstel" in fouten(antwoord)
        assert "&lt;b&gt;vooraf" in antwoord.content.decode()
        assert Afwijking.objects.get().tekst == "U betaalt contant."

    def test_later_vraagt_een_dag_die_nog_komt(self, publicist, geraakt) -> None:
        pad = adres(geraakt, "herzien", "kosten")
        assert "later_op" in fouten(publicist.post(pad, {"besluit": "later", "later_op": "2020-01-01"}))
        assert publicist.post(pad, {"besluit": "later", "later_op": "2099-01-01"}).status_code == 302
        assert "U stelde dit uit tot 1 januari 2099" in publicist.get(pad).content.decode()
        assert "later: 1 januari 2099" in publicist.get("/redactie/").content.decode()

    def test_over_een_tekst_die_men_niet_zag_besluit_men_niet(self, publicist, geraakt) -> None:
        pad = adres(geraakt, "herzien", "kosten")
        gezien = publicist.get(pad).context["gezien"]
        verander_regio(geraakt, "U betaalt niets.")
        antwoord = publicist.post(pad, {"besluit": "volgen", "reden": "Mijn reden", "gezien": gezien})
        scherm = antwoord.content.decode()
        assert "Er is nog niets besloten." in scherm
        assert "Mijn reden" in scherm
        assert "niets." in scherm
        assert Afwijking.objects.exists()
        nu = antwoord.context["gezien"]
        assert publicist.post(pad, {"besluit": "volgen", "gezien": nu}).status_code == 302
        assert not Afwijking.objects.exists()

    def test_na_een_besluit_komt_de_volgende(self, publicist, geraakt, sliedrecht) -> None:
        product = f.ProductFactory(gepubliceerd=True, titel="Rijbewijs", kosten="U betaalt met pin.")
        ander = f.LokaleVersieFactory(
            product=product, gemeente=sliedrecht, gepubliceerd=True, wijkt_af={"kosten": "U betaalt contant."}
        )
        verander_regio(ander)
        pad = adres(geraakt, "herzien", "kosten")
        assert "1 van 2" in publicist.get(pad).content.decode()
        houden = {"besluit": "houden", "reden": "x"}
        assert publicist.post(pad, houden).url == adres(ander, "herzien", "kosten")
        klaar = publicist.post(adres(ander, "herzien", "kosten"), houden, follow=True)
        assert klaar.redirect_chain[-1][0] == "/redactie/"
        assert "Er wacht nu geen eigen tekst meer." in klaar.content.decode()

    def test_een_redacteur_ziet_dat_zijn_besluit_in_het_concept_staat(self, geraakt, sliedrecht) -> None:
        redacteur = als(Rol.REDACTEUR, sliedrecht)
        pad = adres(geraakt, "herzien", "kosten")
        redacteur.post(pad, {"besluit": "combineren", "voorstel": "Vooraf, contant."})
        assert Afwijking.objects.get().tekst == "U betaalt contant."
        scherm = redacteur.get(pad).content.decode()
        assert "In uw concept hebt u dit al beslist." in scherm
        assert "Vooraf, contant." in scherm

    def test_bij_een_aanvulling_is_het_voorstel_de_eigen_tekst(self, publicist, sliedrecht) -> None:
        versie = f.LokaleVersieFactory(
            gemeente=sliedrecht, gepubliceerd=True, wijkt_af={"kosten": ("erna", "Bij ons ook contant.")}
        )
        verander_regio(versie)
        scherm = publicist.get(adres(versie, "herzien", "kosten")).content.decode()
        assert "Bij ons ook contant.</textarea>" in scherm

    def test_met_een_verborgen_veld_is_er_geen_voorstel(self, publicist, sliedrecht) -> None:
        versie = f.LokaleVersieFactory(
            gemeente=sliedrecht, gepubliceerd=True, wijkt_af={"kosten": ("verbergen", "")}
        )
        verander_regio(versie)
        pad = adres(versie, "herzien", "kosten")
        assert "Neem het voorstel" not in publicist.get(pad).content.decode()
        assert fouten(publicist.post(pad, {"besluit": "combineren", "voorstel": "x"}))

    def test_een_veld_zonder_eigen_tekst_bestaat_hier_niet(self, publicist, geraakt) -> None:
        assert publicist.get(adres(geraakt, "herzien", "termijn")).status_code == 404
        assert publicist.get(adres(geraakt, "herzien", "verzonnen")).status_code == 404

    def test_centraal_beslist_niet_voor_een_gemeente(self, geraakt) -> None:
        assert als(Rol.CENTRAAL).get(adres(geraakt, "herzien", "kosten")).status_code == 404


def test_automatisch_bewaren_houdt_de_basis_van_het_begin(publicist, versie) -> None:
    json = {"accept": "application/json"}
    begin = versie.product.tekstversies.get(veld="termijn")
    veld = (
        formulier(publicist, adres(versie))
        | {"afwijkingen-TOTAL_FORMS": "2"}
        | rij(1, tekst="Bij ons 2 weken.")
    )
    eerste = publicist.post(adres(versie), veld, headers=json).json()
    product = versie.product
    product.termijn = "Na 3 werkdagen."
    f.publiceer(product)
    veld |= dict(eerste["field_updates"]) | {"overwrite_revision_id": str(eerste["revision_id"])}
    veld |= {"afwijkingen-1-tekst": "Bij ons 2 weken of meer."}
    assert publicist.post(adres(versie), veld, headers=json).status_code == 200
    concept = LokaleVersie.objects.get(pk=versie.pk).get_latest_revision_as_object()
    (nieuw,) = (lid for lid in concept.afwijkingen.all() if lid.veld == "termijn")
    assert (nieuw.tekst, nieuw.basis) == ("Bij ons 2 weken of meer.", begin)
