"""Taking a decision on an own text back within a day: the text, its basis and the question come back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from redactie.bedenktijd import neem_terug, terug_te_nemen
from redactie.herzien import beslis, te_herzien
from redactie.keuzes import Besluit, Klasse, Rol
from redactie.models import Afwijking, Bedenktijd, Herziening, LogRegel, LokaleVersie
from redactie.veld import Veld
from tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.fixture
def versie() -> LokaleVersie:
    """Waits for a judgement on Kosten."""
    versie = f.LokaleVersieFactory(gepubliceerd=True, wijkt_af={"kosten": "Alleen met pin.", "termijn": "6."})
    product = versie.product
    product.kosten, product.klasse, product.toelichting = "U betaalt vooraf.", Klasse.INHOUDELIJK, "Anders."
    f.publiceer(product)
    return LokaleVersie.objects.get(pk=versie.pk)


@pytest.fixture
def publicist(versie):
    return f.GebruikerFactory(rol=Rol.PUBLICIST, gemeente=versie.gemeente)


@pytest.fixture
def redacteur(versie):
    return f.GebruikerFactory(rol=Rol.REDACTEUR, gemeente=versie.gemeente)


def besluit(versie: LokaleVersie, wat: Besluit, **rest) -> Bedenktijd:
    vers = LokaleVersie.objects.get(pk=versie.pk)
    afwijking = vers.afwijkingen.get(veld="kosten")
    if wat is Besluit.LATER:
        rest["later_op"] = timezone.localdate() + timedelta(days=3)
    beslis(versie=vers, veld=Veld.KOSTEN, besluit=wat, afwijking=afwijking, reden="Zo is het hier.", **rest)
    return terug_te_nemen(vers, Veld.KOSTEN)


def wacht(versie: LokaleVersie) -> set[Veld]:
    return set(te_herzien([LokaleVersie.objects.get(pk=versie.pk)])[versie.pk])


def live(versie: LokaleVersie) -> dict[str, str]:
    return dict(Afwijking.objects.filter(versie=versie).values_list("veld", "tekst"))


def concept(versie: LokaleVersie) -> dict[str, str]:
    stand = LokaleVersie.objects.get(pk=versie.pk)
    assert stand.has_unpublished_changes
    return {rij.veld: rij.tekst for rij in stand.get_latest_revision_as_object().afwijkingen.all()}


ALLES = [
    (Besluit.VOLGEN, ""),
    (Besluit.HOUDEN, ""),
    (Besluit.COMBINEREN, "Vooraf, met pin."),
    (Besluit.LATER, ""),
]


@pytest.mark.parametrize(("wat", "tekst"), ALLES)
def test_een_besluit_terugnemen_zet_alles_terug_zoals_het_was(versie, publicist, wat, tekst) -> None:
    was = list(Afwijking.objects.order_by("pk").values())
    assert neem_terug(bedenktijd=besluit(versie, wat, tekst=tekst, door=publicist), door=publicist)
    assert list(Afwijking.objects.order_by("pk").values()) == was
    assert wacht(versie) == {Veld.KOSTEN}
    assert not Herziening.objects.exists()
    assert not Bedenktijd.objects.exists()
    assert not LokaleVersie.objects.get(pk=versie.pk).has_unpublished_changes


def test_de_vraag_komt_ook_terug_als_de_regio_eerst_geen_tekst_had(publicist) -> None:
    """Its basis is empty: a new row would be based on what the region says now."""
    product = f.ProductFactory(gepubliceerd=True, bezwaar="")
    versie = f.LokaleVersieFactory(
        product=product,
        gemeente=publicist.lidmaatschappen.get().gemeente,
        gepubliceerd=True,
        wijkt_af={"bezwaar": "Bij ons per brief."},
    )
    product.bezwaar, product.klasse, product.toelichting = "Dat kan online.", Klasse.INHOUDELIJK, "Nieuw."
    f.publiceer(product)
    versie = LokaleVersie.objects.get(pk=versie.pk)
    assert wacht(versie) == {Veld.BEZWAAR}
    beslis(versie=versie, veld=Veld.BEZWAAR, besluit=Besluit.VOLGEN, door=publicist)
    neem_terug(bedenktijd=terug_te_nemen(versie, Veld.BEZWAAR), door=publicist)
    assert wacht(versie) == {Veld.BEZWAAR}


def test_ander_werk_in_het_concept_blijft_en_de_eigen_tekst_komt_er_ook_in_terug(versie, publicist) -> None:
    versie.toelichting = "Nog niet klaar"
    versie.save_revision()
    bedenktijd = besluit(versie, Besluit.VOLGEN, door=publicist)
    assert concept(versie) == {"termijn": "6."}
    neem_terug(bedenktijd=bedenktijd, door=publicist)
    assert live(versie) == concept(versie) == {"kosten": "Alleen met pin.", "termijn": "6."}
    assert (
        LokaleVersie.objects.get(pk=versie.pk).get_latest_revision_as_object().toelichting == "Nog niet klaar"
    )


class TestRedacteur:
    """Decides in the draft; so taking back is a matter of the draft too."""

    def test_neemt_terug_in_het_concept(self, versie, redacteur) -> None:
        bedenktijd = besluit(versie, Besluit.VOLGEN, door=redacteur)
        assert concept(versie) == {"termijn": "6."}
        assert not neem_terug(bedenktijd=bedenktijd, door=redacteur)
        assert concept(versie) == live(versie) == {"kosten": "Alleen met pin.", "termijn": "6."}
        assert not Bedenktijd.objects.exists()

    def test_een_publicist_neemt_het_ook_terug_na_publicatie(self, versie, redacteur, publicist) -> None:
        bedenktijd = besluit(versie, Besluit.COMBINEREN, tekst="Vooraf, met pin.", door=redacteur)
        LokaleVersie.objects.get(pk=versie.pk).get_latest_revision().publish(skip_permission_checks=True)
        assert live(versie)["kosten"] == "Vooraf, met pin."
        assert neem_terug(bedenktijd=bedenktijd, door=publicist)
        assert live(versie)["kosten"] == "Alleen met pin."
        assert wacht(versie) == {Veld.KOSTEN}

    def test_zet_wat_al_live_is_terug_in_een_concept(self, versie, redacteur, publicist) -> None:
        bedenktijd = besluit(versie, Besluit.VOLGEN, door=publicist)
        assert not neem_terug(bedenktijd=bedenktijd, door=redacteur)
        assert live(versie) == {"termijn": "6."}
        assert concept(versie) == {"kosten": "Alleen met pin.", "termijn": "6."}


def test_wat_een_collega_daarna_schreef_wordt_niet_overschreven(versie, publicist) -> None:
    bedenktijd = besluit(versie, Besluit.COMBINEREN, tekst="Vooraf, met pin.", door=publicist)
    nu = LokaleVersie.objects.get(pk=versie.pk)
    rijen = list(nu.afwijkingen.all())
    for rij in rijen:
        rij.tekst = "Van een collega."
    nu.afwijkingen.set(rijen)
    nu.save_revision().publish(skip_permission_checks=True)
    with pytest.raises(ValidationError, match="weer veranderd"):
        neem_terug(bedenktijd=bedenktijd, door=publicist)
    assert live(versie)["kosten"] == "Van een collega."
    assert Herziening.objects.exists()


def test_na_een_dag_kan_het_niet_meer(versie, publicist, time_machine) -> None:
    bedenktijd = besluit(versie, Besluit.HOUDEN, door=publicist)
    time_machine.move_to(timezone.now() + timedelta(days=1, minutes=1))
    assert terug_te_nemen(versie, Veld.KOSTEN) is None
    with pytest.raises(ValidationError):
        neem_terug(bedenktijd=bedenktijd, door=publicist)
    assert Herziening.objects.exists()


def test_alleen_het_laatste_besluit_over_een_veld(versie, publicist) -> None:
    eerste = besluit(versie, Besluit.LATER, door=publicist)
    tweede = besluit(versie, Besluit.HOUDEN, door=publicist)
    with pytest.raises(ValidationError):
        neem_terug(bedenktijd=eerste, door=publicist)
    neem_terug(bedenktijd=tweede, door=publicist)
    assert terug_te_nemen(versie, Veld.KOSTEN) == eerste


def test_een_ander_neemt_onze_besluiten_niet_terug(versie, publicist) -> None:
    bedenktijd = besluit(versie, Besluit.HOUDEN, door=publicist)
    buiten = f.GebruikerFactory(rol=Rol.PUBLICIST, gemeente=f.GemeenteFactory())
    with pytest.raises(PermissionDenied):
        neem_terug(bedenktijd=bedenktijd, door=buiten)


def test_het_staat_in_het_logboek(versie, publicist) -> None:
    neem_terug(bedenktijd=besluit(versie, Besluit.HOUDEN, door=publicist), door=publicist)
    regel = LogRegel.objects.filter(action="antwoord.besluit_teruggenomen").get()
    assert (regel.user, regel.data["veld"], regel.data["besluit"]) == (publicist, "Kosten", "Houd mijn tekst")


def test_een_eigen_tekst_die_voorbij_is_vraagt_niets(versie) -> None:
    nu = LokaleVersie.objects.get(pk=versie.pk)
    rijen = list(nu.afwijkingen.all())
    for rij in rijen:
        rij.tot = date(2020, 1, 1)
    nu.afwijkingen.set(rijen)
    nu.save_revision().publish(skip_permission_checks=True)
    assert wacht(versie) == set()
