"""Deviations that wait for a judgement, and what a municipality decides about them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from redactie.herzien import beslis, te_herzien
from redactie.keuzes import Besluit, Klasse, Rol
from redactie.models import Afwijking, Herziening, LokaleVersie
from redactie.veld import Veld
from tests.factories import GebruikerFactory, GemeenteFactory, LokaleVersieFactory, publiceer

pytestmark = pytest.mark.django_db


@pytest.fixture
def versie() -> LokaleVersie:
    return LokaleVersieFactory(
        gepubliceerd=True, wijkt_af={"kosten": "Bij ons alleen met pin.", "termijn": "Bij ons 6 dagen."}
    )


def verander_regio(versie: LokaleVersie, tekst: str = "U betaalt vooraf.", klasse: str = Klasse.INHOUDELIJK):
    product = versie.product
    product.kosten, product.klasse, product.toelichting = tekst, klasse, "De balie is kassaloos."
    publiceer(product)


def wacht(versie: LokaleVersie) -> set[Veld]:
    vers = LokaleVersie.objects.get(pk=versie.pk)
    return set(te_herzien([vers])[versie.pk])


def live_velden(versie: LokaleVersie) -> set[str]:
    return set(Afwijking.objects.filter(versie=versie).values_list("veld", flat=True))


def test_alleen_het_geraakte_veld_is_te_herzien(versie) -> None:
    assert wacht(versie) == set()
    verander_regio(versie)
    assert wacht(versie) == {Veld.KOSTEN}


def test_een_cosmetische_wijziging_vraagt_niets(versie) -> None:
    verander_regio(versie, klasse=Klasse.COSMETISCH)
    assert wacht(versie) == set()


def test_de_reden_en_beide_regionale_teksten_komen_mee(versie) -> None:
    was = versie.product.kosten
    verander_regio(versie)
    waarom = te_herzien([versie])[versie.pk][Veld.KOSTEN]
    assert (waarom.basis.tekst, waarom.nu.tekst) == (was, "U betaalt vooraf.")
    assert waarom.toelichting == "De balie is kassaloos."


def test_drie_vragen_voor_hoeveel_versies_ook(django_assert_num_queries) -> None:
    versies = [LokaleVersieFactory(gepubliceerd=True, wijkt_af={"kosten": "x"}) for _ in range(3)]
    versies = list(
        LokaleVersie.objects.filter(pk__in=[v.pk for v in versies]).prefetch_related("afwijkingen")
    )
    with django_assert_num_queries(2):
        te_herzien(versies)


def test_houden_haalt_de_vraag_weg_tot_de_volgende_wijziging(versie) -> None:
    verander_regio(versie)
    beslis(versie=versie, veld=Veld.KOSTEN, besluit=Besluit.HOUDEN, reden="Onze balie blijft zo.")
    assert wacht(versie) == set()
    assert live_velden(versie) == {"kosten", "termijn"}
    verander_regio(versie, "U betaalt achteraf.")
    assert wacht(versie) == {Veld.KOSTEN}


def test_houden_zonder_reden_wordt_geweigerd(versie) -> None:
    verander_regio(versie)
    with pytest.raises(ValidationError):
        beslis(versie=versie, veld=Veld.KOSTEN, besluit=Besluit.HOUDEN)


def test_later_vraagt_een_datum_en_laat_de_vraag_staan(versie) -> None:
    verander_regio(versie)
    with pytest.raises(ValidationError):
        beslis(versie=versie, veld=Veld.KOSTEN, besluit=Besluit.LATER)


def test_een_publicist_volgt_de_regio_meteen(versie) -> None:
    verander_regio(versie)
    publicist = GebruikerFactory(rol=Rol.PUBLICIST, gemeente=versie.gemeente)
    assert beslis(versie=versie, veld=Veld.KOSTEN, besluit=Besluit.VOLGEN, door=publicist) is not None
    assert live_velden(versie) == {"termijn"}
    assert wacht(versie) == set()
    assert not LokaleVersie.objects.get(pk=versie.pk).has_unpublished_changes


def test_volgen_laat_een_concept_met_ander_werk_staan(versie) -> None:
    versie.toelichting = "Nog niet klaar"
    versie.save_revision()
    verander_regio(versie)
    versie = LokaleVersie.objects.get(pk=versie.pk)
    beslis(versie=versie, veld=Veld.KOSTEN, besluit=Besluit.VOLGEN)
    na = LokaleVersie.objects.get(pk=versie.pk)
    concept = na.get_latest_revision_as_object()
    assert (na.toelichting, concept.toelichting) == ("", "Nog niet klaar")
    assert na.has_unpublished_changes
    assert [afwijking.veld for afwijking in concept.afwijkingen.all()] == ["termijn"]


def test_een_redacteur_volgt_in_een_concept_en_de_vraag_blijft_tot_de_publicatie(versie) -> None:
    verander_regio(versie)
    redacteur = GebruikerFactory(rol=Rol.REDACTEUR, gemeente=versie.gemeente)
    assert beslis(versie=versie, veld=Veld.KOSTEN, besluit=Besluit.VOLGEN, door=redacteur) is None
    assert live_velden(versie) == {"kosten", "termijn"}
    assert wacht(versie) == {Veld.KOSTEN}
    concept = LokaleVersie.objects.get(pk=versie.pk).get_latest_revision_as_object()
    assert [afwijking.veld for afwijking in concept.afwijkingen.all()] == ["termijn"]


def test_een_ander_beslist_niet_over_onze_tekst(versie) -> None:
    verander_regio(versie)
    buiten = GebruikerFactory(rol=Rol.PUBLICIST, gemeente=GemeenteFactory())
    with pytest.raises(PermissionDenied):
        beslis(versie=versie, veld=Veld.KOSTEN, besluit=Besluit.HOUDEN, reden="x", door=buiten)
    assert not Herziening.objects.exists()


class TestCombineren:
    """The own text and the region's change in one; the deviation is then based on the region's new text."""

    @pytest.fixture
    def geraakt(self, versie) -> LokaleVersie:
        verander_regio(versie)
        return LokaleVersie.objects.get(pk=versie.pk)

    def combineer(self, versie, tekst="Bij ons vooraf, met pin.", **rest):
        afwijking = versie.afwijkingen.get(veld="kosten")
        return beslis(
            versie=versie,
            veld=Veld.KOSTEN,
            besluit=Besluit.COMBINEREN,
            afwijking=afwijking,
            tekst=tekst,
            **rest,
        )

    def rij(self, versie) -> Afwijking:
        return Afwijking.objects.get(versie=versie, veld="kosten")

    def test_een_publicist_zet_de_nieuwe_tekst_meteen_live(self, geraakt) -> None:
        publicist = GebruikerFactory(rol=Rol.PUBLICIST, gemeente=geraakt.gemeente)
        herziening = self.combineer(geraakt, door=publicist)
        assert (herziening.besluit, herziening.wie) == ("combineren", publicist)
        assert self.rij(geraakt).tekst == "Bij ons vooraf, met pin."
        assert wacht(geraakt) == set()
        assert not LokaleVersie.objects.get(pk=geraakt.pk).has_unpublished_changes

    def test_een_redacteur_combineert_in_een_concept_en_na_publicatie_is_het_klaar(self, geraakt) -> None:
        redacteur = GebruikerFactory(rol=Rol.REDACTEUR, gemeente=geraakt.gemeente)
        assert self.combineer(geraakt, door=redacteur) is None
        assert self.rij(geraakt).tekst == "Bij ons alleen met pin."
        assert wacht(geraakt) == {Veld.KOSTEN}
        concept = LokaleVersie.objects.get(pk=geraakt.pk).get_latest_revision()
        concept.publish(skip_permission_checks=True)
        assert self.rij(geraakt).tekst == "Bij ons vooraf, met pin."
        assert wacht(geraakt) == set()

    def test_ander_werk_in_een_concept_blijft_een_concept(self, geraakt) -> None:
        geraakt.toelichting = "Nog niet klaar"
        geraakt.save_revision()
        self.combineer(LokaleVersie.objects.get(pk=geraakt.pk))
        na = LokaleVersie.objects.get(pk=geraakt.pk)
        concept = na.get_latest_revision_as_object()
        assert (na.toelichting, concept.toelichting) == ("", "Nog niet klaar")
        assert {rij.tekst for rij in concept.afwijkingen.all()} == {
            "Bij ons vooraf, met pin.",
            "Bij ons 6 dagen.",
        }

    def test_nog_nooit_gepubliceerd_wordt_meteen_bewaard(self) -> None:
        versie = LokaleVersieFactory(wijkt_af={"kosten": "Bij ons alleen met pin."})
        product = versie.product
        verander_regio(versie)
        assert product.live
        self.combineer(LokaleVersie.objects.get(pk=versie.pk))
        assert self.rij(versie).tekst == "Bij ons vooraf, met pin."
        assert not LokaleVersie.objects.get(pk=versie.pk).live

    @pytest.mark.parametrize("tekst", ["", "  \n", "Na ⟦regio: 3⟧ ⟦wij: 10⟧ dagen."])
    def test_een_lege_of_onaffe_tekst_wordt_geweigerd(self, geraakt, tekst) -> None:
        with pytest.raises(ValidationError) as fout:
            self.combineer(geraakt, tekst)
        assert set(fout.value.message_dict) == {"tekst"}
        assert self.rij(geraakt).tekst == "Bij ons alleen met pin."

    def test_met_een_verborgen_veld_valt_niets_te_combineren(self) -> None:
        versie = LokaleVersieFactory(gepubliceerd=True, wijkt_af={"kosten": ("verbergen", "")})
        with pytest.raises(ValidationError):
            self.combineer(versie)


@pytest.mark.parametrize("dagen", [-1, 0])
def test_later_kan_alleen_naar_een_dag_die_nog_komt(versie, dagen) -> None:
    verander_regio(versie)
    with pytest.raises(ValidationError):
        beslis(
            versie=versie,
            veld=Veld.KOSTEN,
            besluit=Besluit.LATER,
            later_op=timezone.localdate() + timedelta(days=dagen),
        )
