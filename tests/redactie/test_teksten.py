"""Publishing, planning and correcting central texts: the time line, and the screens that follow it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from redactie.bewerkscherm import breng_alles_in_stap, breng_in_stap, dubbel_gewijzigd
from redactie.keuzes import Klasse, Rol
from redactie.models import LogRegel, Product, Tekstversie, Wijziging
from redactie.teksten import (
    Wijzigingsnota,
    corrigeer_live_tekst,
    geplande_teksten,
    gepubliceerde_teksten,
    plan_tekst,
    trek_geplande_tekst_in,
)
from redactie.veld import Veld
from tests.factories import GebruikerFactory, GemeenteFactory, ProductFactory, publiceer

pytestmark = pytest.mark.django_db

NOTA = Wijzigingsnota(toelichting="De leverancier levert sneller.")


def nieuw(product: Product) -> Product:
    return Product.objects.get(pk=product.pk)


def concept(product: Product) -> Product:
    return nieuw(product).get_latest_revision_as_object()


def in_kracht(product: Product, veld: Veld, op: datetime | None = None) -> str:
    return gepubliceerde_teksten(product=product, op=op or timezone.now()).get(veld.value, "")


@pytest.fixture
def product() -> Product:
    return ProductFactory(gepubliceerd=True, termijn="Na 5 werkdagen.", kosten="Met pin.")


def morgen() -> datetime:
    return timezone.now() + timedelta(days=1)


class TestPubliceren:
    def test_alleen_een_veranderd_veld_krijgt_een_tekstversie(self, product) -> None:
        product.termijn = "Na 3 werkdagen."
        voor = product.tekstversies.count()
        publiceer(product)
        assert product.tekstversies.count() == voor + 1
        assert in_kracht(product, Veld.TERMIJN) == "Na 3 werkdagen."

    def test_klasse_toelichting_en_publicist_gaan_mee(self, product) -> None:
        door = GebruikerFactory()
        product.termijn, product.klasse, product.toelichting = (
            "Na 3 dagen.",
            Klasse.COSMETISCH,
            "Korter gezegd.",
        )
        publiceer(product, door)
        versie = product.tekstversies.filter(veld="termijn").order_by("-vanaf").first()
        assert (versie.klasse, versie.toelichting, versie.wie) == (Klasse.COSMETISCH, "Korter gezegd.", door)

    def test_een_leeggemaakt_veld_krijgt_een_lege_tekstversie(self, product) -> None:
        product.kosten = ""
        publiceer(product)
        assert in_kracht(product, Veld.KOSTEN) == ""
        assert product.tekstversies.filter(veld="kosten").count() == 2

    def test_een_concept_opslaan_verandert_de_tijdlijn_niet(self, product) -> None:
        product.termijn = "Na 3 werkdagen."
        product.save_revision()
        assert in_kracht(product, Veld.TERMIJN) == "Na 5 werkdagen."


class TestPlannen:
    def test_de_tekst_gaat_vanzelf_in(self, product) -> None:
        plan_tekst(product=product, veld=Veld.TERMIJN, tekst="Na 3 werkdagen.", vanaf=morgen(), nota=NOTA)
        assert in_kracht(product, Veld.TERMIJN) == "Na 5 werkdagen."
        assert in_kracht(product, Veld.TERMIJN, morgen() + timedelta(minutes=1)) == "Na 3 werkdagen."

    def test_een_moment_dat_voorbij_is_wordt_geweigerd(self, product) -> None:
        with pytest.raises(ValidationError) as fout:
            plan_tekst(product=product, veld=Veld.TERMIJN, tekst="x", vanaf=timezone.now(), nota=NOTA)
        assert "vanaf" in fout.value.message_dict

    def test_na_de_laatste_dag_in_amsterdam_gaat_geen_tekst_in(self, product) -> None:
        product.vervalt_op = date(2100, 1, 1)
        middernacht = datetime(2099, 12, 31, 23, tzinfo=UTC)
        with pytest.raises(ValidationError, match="vervallen"):
            plan_tekst(product=product, veld=Veld.TERMIJN, tekst="x", vanaf=middernacht, nota=NOTA)

    def test_twee_teksten_op_een_moment_worden_geweigerd(self, product) -> None:
        moment = morgen()
        plan_tekst(product=product, veld=Veld.TERMIJN, tekst="a", vanaf=moment, nota=NOTA)
        with pytest.raises(ValidationError):
            plan_tekst(product=product, veld=Veld.TERMIJN, tekst="b", vanaf=moment, nota=NOTA)

    def test_spoed_vraagt_een_datum_en_een_inhoudelijke_wijziging_een_toelichting(self, product) -> None:
        for nota, veld in (
            (Wijzigingsnota(Klasse.SPOED, "Nu."), "nakijken_voor"),
            (Wijzigingsnota(Klasse.INHOUDELIJK), "toelichting"),
        ):
            with pytest.raises(ValidationError) as fout:
                plan_tekst(product=product, veld=Veld.TERMIJN, tekst="x", vanaf=morgen(), nota=nota)
            assert veld in fout.value.message_dict

    def test_wie_niet_mag_publiceren_mag_niet_plannen(self, product) -> None:
        lokaal = GebruikerFactory(rol=Rol.PUBLICIST, gemeente=GemeenteFactory())
        with pytest.raises(PermissionDenied):
            plan_tekst(product=product, veld=Veld.TERMIJN, tekst="x", vanaf=morgen(), nota=NOTA, door=lokaal)

    def test_plannen_en_intrekken_staan_in_het_logboek(self, product) -> None:
        door = GebruikerFactory(rol=Rol.CENTRAAL)
        versie = plan_tekst(
            product=product, veld=Veld.TERMIJN, tekst="x", vanaf=morgen(), nota=NOTA, door=door
        )
        trek_geplande_tekst_in(tekstversie=versie, door=door)
        regels = LogRegel.objects.for_instance(product).filter(user=door).order_by("pk")
        assert [regel.action for regel in regels] == ["antwoord.tekst.gepland", "antwoord.tekst.ingetrokken"]
        assert regels[0].data["veld"] == "Hoe lang duurt het?"

    def test_een_ingetrokken_tekst_gaat_niet_in(self, product) -> None:
        versie = plan_tekst(product=product, veld=Veld.TERMIJN, tekst="x", vanaf=morgen(), nota=NOTA)
        trek_geplande_tekst_in(tekstversie=versie)
        assert not geplande_teksten(product=product)

    def test_een_tekst_die_al_geldt_is_niet_in_te_trekken(self, product) -> None:
        with pytest.raises(ValidationError):
            trek_geplande_tekst_in(tekstversie=product.tekstversies.filter(veld="termijn").get())


class TestIngegaan:
    """A planned text whose moment has passed."""

    @pytest.fixture
    def reis(self, klok_reist_mee):
        with time_machine.travel("2026-11-22 10:00", tick=True) as reiziger:
            yield reiziger

    @pytest.fixture
    def gepland(self, reis) -> Product:
        product = ProductFactory(gepubliceerd=True, termijn="Na 5 werkdagen.", kosten="Met pin.")
        plan_tekst(product=product, veld=Veld.TERMIJN, tekst="Na 3 werkdagen.", vanaf=morgen(), nota=NOTA)
        return nieuw(product)

    def test_de_kolom_neemt_de_tekst_over_zonder_publicatie(self, gepland, reis) -> None:
        gepubliceerd = gepland.last_published_at
        reis.shift(timedelta(days=2))
        Wijziging.objects.all().delete()
        assert breng_in_stap(product=gepland) == [Veld.TERMIJN]
        na = nieuw(gepland)
        assert na.termijn == "Na 3 werkdagen."
        assert (na.last_published_at, na.has_unpublished_changes) == (gepubliceerd, False)
        assert not Wijziging.objects.exists()

    def test_een_tweede_keer_doet_niets(self, gepland, reis) -> None:
        reis.shift(timedelta(days=2))
        assert breng_alles_in_stap() == 1
        assert breng_alles_in_stap() == 0

    def test_een_concept_krijgt_de_tekst_in_een_veld_dat_het_niet_veranderde(self, gepland, reis) -> None:
        gepland.kosten = "Met pin of contant."
        gepland.save_revision()
        reis.shift(timedelta(days=2))
        breng_in_stap(product=nieuw(gepland))
        assert concept(gepland).termijn == "Na 3 werkdagen."
        assert concept(gepland).kosten == "Met pin of contant."
        assert nieuw(gepland).kosten == "Met pin."
        assert not dubbel_gewijzigd(product=nieuw(gepland), concept=concept(gepland))

    def test_een_concept_houdt_wat_het_zelf_veranderde_en_toont_beide(self, gepland, reis) -> None:
        gepland.termijn = "Na een week."
        gepland.save_revision()
        reis.shift(timedelta(days=2))
        breng_in_stap(product=nieuw(gepland))
        assert concept(gepland).termijn == "Na een week."
        (botsing,) = dubbel_gewijzigd(product=nieuw(gepland), concept=concept(gepland))
        assert (botsing.veld, botsing.live.tekst, botsing.concept) == (
            Veld.TERMIJN,
            "Na 3 werkdagen.",
            "Na een week.",
        )

    def test_een_formulier_van_ervoor_is_daarna_verouderd(self, gepland, reis) -> None:
        voor = gepland.latest_revision_id
        reis.shift(timedelta(days=2))
        breng_in_stap(product=nieuw(gepland))
        assert nieuw(gepland).latest_revision_id != voor

    def test_publiceren_voordat_een_scherm_het_toont_zet_de_oude_tekst_niet_terug(
        self, gepland, reis
    ) -> None:
        gepland.kosten = "Met pin of contant."
        revisie = gepland.save_revision()
        reis.shift(timedelta(days=2))
        revisie.publish()
        assert in_kracht(gepland, Veld.TERMIJN) == "Na 3 werkdagen."
        assert in_kracht(gepland, Veld.KOSTEN) == "Met pin of contant."

    def test_twee_teksten_na_elkaar_geven_de_laatste(self, gepland, reis) -> None:
        plan_tekst(
            product=gepland,
            veld=Veld.TERMIJN,
            tekst="Na 1 werkdag.",
            vanaf=timezone.now() + timedelta(days=3),
            nota=NOTA,
        )
        reis.shift(timedelta(days=4))
        breng_in_stap(product=nieuw(gepland))
        assert nieuw(gepland).termijn == "Na 1 werkdag."


class TestCorrigeren:
    def test_de_live_tekst_verandert_meteen_en_het_concept_houdt_zijn_eigen_wijziging(self, product) -> None:
        product.kosten = "Met pin of contant."
        product.save_revision()
        corrigeer_live_tekst(product=nieuw(product), veld=Veld.TERMIJN, tekst="Na 4 werkdagen.", nota=NOTA)
        assert in_kracht(product, Veld.TERMIJN) == "Na 4 werkdagen."
        assert nieuw(product).termijn == "Na 4 werkdagen."
        assert concept(product).termijn == "Na 4 werkdagen."
        assert concept(product).kosten == "Met pin of contant."
        assert in_kracht(product, Veld.KOSTEN) == "Met pin."
        assert nieuw(product).has_unpublished_changes

    def test_een_veld_dat_het_concept_ook_veranderde_blijft_in_het_concept_staan(self, product) -> None:
        product.termijn = "Na een week."
        product.save_revision()
        corrigeer_live_tekst(product=nieuw(product), veld=Veld.TERMIJN, tekst="Na 4 werkdagen.", nota=NOTA)
        assert concept(product).termijn == "Na een week."
        assert len(dubbel_gewijzigd(product=nieuw(product), concept=concept(product))) == 1

    def test_zonder_concept_blijft_er_geen_concept_over(self, product) -> None:
        corrigeer_live_tekst(product=product, veld=Veld.TERMIJN, tekst="Na 4 werkdagen.", nota=NOTA)
        assert not nieuw(product).has_unpublished_changes
        assert nieuw(product).live_revision_id == nieuw(product).latest_revision_id

    def test_een_correctie_laat_een_wijziging_achter(self, product) -> None:
        Wijziging.objects.all().delete()
        corrigeer_live_tekst(product=product, veld=Veld.TERMIJN, tekst="Na 4 werkdagen.", nota=NOTA)
        assert Wijziging.objects.filter(soort="product", sleutel=product.sleutel).exists()

    def test_dezelfde_tekst_en_een_product_dat_niet_live_is_worden_geweigerd(self, product) -> None:
        with pytest.raises(ValidationError):
            corrigeer_live_tekst(product=product, veld=Veld.TERMIJN, tekst="Na 5 werkdagen.", nota=NOTA)
        with pytest.raises(ValidationError):
            corrigeer_live_tekst(product=ProductFactory(), veld=Veld.TERMIJN, tekst="x", nota=NOTA)

    def test_het_concept_publiceren_neemt_de_correctie_niet_terug(self, product) -> None:
        product.kosten = "Met pin of contant."
        product.save_revision()
        corrigeer_live_tekst(product=nieuw(product), veld=Veld.TERMIJN, tekst="Na 4 werkdagen.", nota=NOTA)
        nieuw(product).latest_revision.publish()
        assert in_kracht(product, Veld.TERMIJN) == "Na 4 werkdagen."
        assert in_kracht(product, Veld.KOSTEN) == "Met pin of contant."
        assert Tekstversie.objects.filter(product=product, veld="termijn").count() == 2
