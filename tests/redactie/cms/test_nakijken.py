"""“Nagekeken, nog juist”: who looked at a published text says so, and nothing of the text changes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from redactie.herzien import beslis
from redactie.keuzes import Besluit, Rol
from redactie.lezen import lees_product
from redactie.models import LogRegel, LokaleVersie, Product, Wijziging
from redactie.nagekeken import Nagekeken
from redactie.nakijken import NAGEKEKEN
from redactie.samenvoegen import samenvoegen
from redactie.veld import Veld
from tests import factories as f
from tests.redactie.cms.hulp import adres, als, formulier, fouten
from tests.redactie.cms.test_lokaal import verander_regio

pytestmark = pytest.mark.django_db

MIDDAG = "2026-11-03 12:00+01:00"
DERDE = date(2026, 11, 3)
PUBLICEER = {"action-publish": "1"}
KNOP = "Nagekeken, nog juist"


@pytest.fixture
def product() -> Product:
    return f.ProductFactory(gepubliceerd=True, controledatum=date(2026, 11, 1), termijn="Na 5 werkdagen.")


@pytest.fixture
def versie(product) -> LokaleVersie:
    """Of Sliedrecht, about the same product."""
    return f.LokaleVersieFactory(
        product=product,
        gemeente=f.GemeenteFactory(slug="sliedrecht", naam="Sliedrecht"),
        gepubliceerd=True,
        wijkt_af={"kosten": "Gratis."},
    )


def vers(ding):
    return type(ding).objects.get(pk=ding.pk)


def nagekeken(product: Product, bereik: str = "sliedrecht") -> Nagekeken:
    """What the merge makes of it, for that municipality."""
    bronnen = lees_product(product.sleutel)
    return samenvoegen(bronnen.centraal, bronnen.laag(bereik), timezone.now()).nagekeken


class TestKnop:
    def test_wie_mag_publiceren_zegt_dat_de_tekst_nog_klopt(self, product) -> None:
        centraal = als(Rol.CENTRAAL)
        assert KNOP in centraal.get(adres(product)).content.decode()
        gelezen = Wijziging.objects.count()
        with time_machine.travel(MIDDAG, tick=False):
            assert "door het centrum" in centraal.get(adres(product, "nakijken")).content.decode()
            assert centraal.post(adres(product, "nakijken"), {"volgende": "2027-11-03"}).status_code == 302
        na = vers(product)
        assert (na.nagekeken_op, na.controledatum) == (DERDE, date(2027, 11, 3))
        assert (na.termijn, na.has_unpublished_changes) == ("Na 5 werkdagen.", False)
        assert Wijziging.objects.count() > gelezen, "the desk says when it was checked"
        assert LogRegel.objects.get(action=NAGEKEKEN).user == centraal.gebruiker

    def test_een_gemeente_kijkt_haar_eigen_tekst_na(self, product, versie) -> None:
        sliedrecht = als(Rol.PUBLICIST, versie.gemeente)
        with time_machine.travel(MIDDAG, tick=False):
            scherm = sliedrecht.get(adres(versie, "nakijken")).content.decode()
            sliedrecht.post(adres(versie, "nakijken"))
        assert "door gemeente Sliedrecht" in scherm
        assert "Volgende controle" not in scherm
        assert nagekeken(product) == Nagekeken(lokaal=DERDE)
        assert nagekeken(product, "dordrecht") == Nagekeken()

    def test_wie_niet_mag_publiceren_heeft_de_knop_niet(self, versie) -> None:
        redacteur = als(Rol.REDACTEUR, versie.gemeente)
        assert KNOP not in redacteur.get(adres(versie)).content.decode()
        assert redacteur.get(adres(versie, "nakijken")).status_code == 404
        assert redacteur.get(adres(versie.product, "nakijken")).status_code == 404

    def test_een_concept_valt_niet_na_te_kijken(self) -> None:
        concept, centraal = f.ProductFactory(), als(Rol.CENTRAAL)
        assert KNOP not in centraal.get(adres(concept)).content.decode()
        assert centraal.post(adres(concept, "nakijken")).status_code == 302
        assert vers(concept).nagekeken_op is None

    def test_een_dag_die_voorbij_is_wordt_geweigerd(self, product) -> None:
        antwoord = als(Rol.CENTRAAL).post(adres(product, "nakijken"), {"volgende": "2020-01-01"})
        assert fouten(antwoord) == {"volgende": ["Kies een dag die nog komt."]}
        assert vers(product).nagekeken_op is None

    def test_een_concept_blijft_concept_en_krijgt_de_nieuwe_datum(self, product) -> None:
        product.termijn = "Na 3 werkdagen."
        product.save_revision()
        volgende = timezone.localdate() + timedelta(days=365)
        als(Rol.CENTRAAL).post(adres(product, "nakijken"), {"volgende": volgende.isoformat()})
        na = vers(product)
        concept = na.get_latest_revision_as_object()
        assert (na.termijn, na.has_unpublished_changes) == ("Na 5 werkdagen.", True)
        assert (concept.termijn, concept.controledatum) == ("Na 3 werkdagen.", volgende)

    def test_een_formulier_van_ervoor_zet_de_oude_datum_niet_terug(self, product) -> None:
        centraal = als(Rol.CENTRAAL)
        oud = formulier(centraal, adres(product))
        volgende = timezone.localdate() + timedelta(days=365)
        als(Rol.CENTRAAL).post(adres(product, "nakijken"), {"volgende": volgende.isoformat()})
        centraal.post(adres(product), oud | PUBLICEER)
        assert vers(product).controledatum == volgende


class TestVanzelf:
    def test_wie_publiceert_heeft_de_tekst_nagekeken(self, product) -> None:
        centraal = als(Rol.CENTRAAL)
        with time_machine.travel(MIDDAG, tick=False):
            veld = formulier(centraal, adres(product)) | {
                "termijn": "Na 3 werkdagen.",
                "toelichting": "Sneller.",
            }
            assert centraal.post(adres(product), veld | PUBLICEER).status_code == 302
        assert vers(product).nagekeken_op == DERDE
        assert nagekeken(product) == Nagekeken(centraal=DERDE)

    def test_een_invoer_kijkt_niets_na(self, product) -> None:
        assert f.publiceer(product).nagekeken_op is None

    def test_een_oude_revisie_brengt_de_oude_dag_niet_terug(self, product) -> None:
        oud = product.save_revision().pk
        als(Rol.CENTRAAL).post(adres(product, "nakijken"))
        vers(product).revisions.get(pk=oud).publish(skip_permission_checks=True)
        assert vers(product).nagekeken_op == timezone.localdate()

    @pytest.mark.parametrize(("besluit", "telt"), [(Besluit.HOUDEN, True), (Besluit.LATER, False)])
    def test_wie_een_eigen_tekst_houdt_heeft_hem_nagekeken_en_later_niet(self, versie, besluit, telt) -> None:
        verander_regio(versie)
        morgen = timezone.localdate() + timedelta(days=1)
        beslis(versie=versie, veld=Veld.KOSTEN, besluit=besluit, reden="Gratis blijft.", later_op=morgen)
        assert nagekeken(versie.product).lokaal == (timezone.localdate() if telt else None)

    def test_van_een_eigen_product_is_elke_nakijkbeurt_van_de_gemeente(self) -> None:
        sliedrecht = f.GemeenteFactory(slug="sliedrecht")
        markt = f.ProductFactory(gemeente=sliedrecht, gepubliceerd=True)
        als(Rol.PUBLICIST, sliedrecht).post(adres(markt, "nakijken"))
        assert nagekeken(markt) == Nagekeken(lokaal=timezone.localdate())
