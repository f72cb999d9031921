"""The policy: who may do what with which object. Lists and single questions must never disagree."""

from __future__ import annotations

import itertools

import pytest
from wagtail.permissions import policy_registry

from redactie.keuzes import Productsoort, Rol
from redactie.rechten.policy import modellen
from tests import factories as f

pytestmark = pytest.mark.django_db

ACTIES = ("view", "add", "change", "publish", "delete", "lock", "unlock")
LOKAAL = (Rol.REDACTEUR, Rol.PUBLICIST)


def mag(gebruiker, actie, ding) -> bool:
    return policy_registry.get(ding).user_has_permission_for_instance(gebruiker, actie, ding)


def wat_mag(gebruiker, ding) -> set[str]:
    return {actie for actie in ACTIES if mag(gebruiker, actie, ding)}


ALLES = set(ACTIES)
SCHRIJVEN = {"view", "add", "change", "lock", "unlock"}


def test_de_centrale_redacteur_mag_alles_met_een_regionaal_product() -> None:
    assert wat_mag(f.GebruikerFactory(rol=Rol.CENTRAAL), f.ProductFactory()) == ALLES


def test_de_centrale_redacteur_kijkt_alleen_naar_een_eigen_product_van_een_gemeente(sliedrecht) -> None:
    assert wat_mag(f.GebruikerFactory(rol=Rol.CENTRAAL), f.ProductFactory(gemeente=sliedrecht)) == {"view"}


@pytest.mark.parametrize("rol", LOKAAL)
def test_een_lokale_rol_ziet_een_regionaal_product_en_verandert_het_niet(rol, sliedrecht) -> None:
    assert wat_mag(f.GebruikerFactory(rol=rol, gemeente=sliedrecht), f.ProductFactory()) == {"view"}


def test_een_redacteur_schrijft_en_publiceert_niet(sliedrecht) -> None:
    versie = f.LokaleVersieFactory(gemeente=sliedrecht, gepubliceerd=True)
    assert wat_mag(f.GebruikerFactory(rol=Rol.REDACTEUR, gemeente=sliedrecht), versie) == SCHRIJVEN


def test_een_redacteur_verwijdert_alleen_wat_nooit_gepubliceerd_was(sliedrecht) -> None:
    redacteur = f.GebruikerFactory(rol=Rol.REDACTEUR, gemeente=sliedrecht)
    assert mag(redacteur, "delete", f.LokaleVersieFactory(gemeente=sliedrecht))
    assert not mag(redacteur, "delete", f.LokaleVersieFactory(gemeente=sliedrecht, gepubliceerd=True))


def test_een_publicist_mag_alles_met_de_eigen_lokale_versie(sliedrecht) -> None:
    publicist = f.GebruikerFactory(rol=Rol.PUBLICIST, gemeente=sliedrecht)
    assert wat_mag(publicist, f.LokaleVersieFactory(gemeente=sliedrecht)) == ALLES


@pytest.mark.parametrize("rol", LOKAAL)
def test_een_lokale_rol_mag_niets_met_een_andere_gemeente(rol, sliedrecht, dordrecht) -> None:
    buitenstaander = f.GebruikerFactory(rol=rol, gemeente=dordrecht)
    dingen = [
        f.LokaleVersieFactory(gemeente=sliedrecht),
        f.ProductFactory(gemeente=sliedrecht),
        f.GegevenFactory(gemeente=sliedrecht),
        f.TariefFactory(gemeente=sliedrecht),
        f.ContactpuntFactory(gemeente=sliedrecht),
        f.LocatieFactory(gemeente=sliedrecht),
        f.MededelingFactory(gemeenten=[sliedrecht]),
        f.SynoniemFactory(gemeente=sliedrecht),
        f.LidmaatschapFactory(gemeente=sliedrecht, rol=rol),
    ]
    for ding in dingen:
        assert wat_mag(buitenstaander, ding) == set(), ding


@pytest.mark.parametrize("rol", LOKAAL)
def test_eigen_feiten_gaan_meteen_live(rol, sliedrecht) -> None:
    lokaal = f.GebruikerFactory(rol=rol, gemeente=sliedrecht)
    for fabriek in (f.GegevenFactory, f.TariefFactory, f.LocatieFactory, f.ContactpuntFactory):
        assert wat_mag(lokaal, fabriek(gemeente=sliedrecht)) == ALLES
        assert wat_mag(lokaal, fabriek()) == {"view"}


def test_een_gedeelde_mededeling_ziet_iedere_genoemde_gemeente_en_verandert_er_geen(
    sliedrecht, dordrecht
) -> None:
    lokaal = f.GebruikerFactory(rol=Rol.PUBLICIST, gemeente=sliedrecht)
    assert wat_mag(lokaal, f.MededelingFactory(gemeenten=[sliedrecht, dordrecht])) == {"view"}
    assert wat_mag(lokaal, f.MededelingFactory(gemeenten=[sliedrecht])) == ALLES
    assert wat_mag(lokaal, f.MededelingFactory()) == {"view"}


def test_de_kcc_redacteur_houdt_verwijzingen_mededelingen_contactpunten_en_synoniemen_bij(sliedrecht) -> None:
    kcc = f.GebruikerFactory(rol=Rol.KCC_REDACTEUR)
    assert wat_mag(kcc, f.ProductFactory(productsoort=Productsoort.VERWIJZING)) == ALLES
    assert wat_mag(kcc, f.ProductFactory()) == {"view"}
    assert wat_mag(kcc, f.MededelingFactory(gemeenten=[sliedrecht])) == ALLES
    assert wat_mag(kcc, f.ContactpuntFactory(gemeente=sliedrecht)) == ALLES
    assert wat_mag(kcc, f.SynoniemFactory()) == ALLES
    assert wat_mag(kcc, f.LokaleVersieFactory(gemeente=sliedrecht)) == set()
    assert wat_mag(kcc, f.GegevenFactory(gemeente=sliedrecht)) == set()


def test_een_kcc_medewerker_mag_niets_in_de_redactie(sliedrecht) -> None:
    for gemeente in (None, sliedrecht):
        kcc = f.GebruikerFactory(rol=Rol.KCC, gemeente=gemeente)
        assert not any(
            policy_registry.get_by_type(model).user_has_any_permission(kcc, set(ACTIES))
            for model in modellen()
        )


def test_de_beheerder_ziet_alles_en_beheert_gemeenten_en_rollen(sliedrecht) -> None:
    beheerder = f.GebruikerFactory(rol=Rol.BEHEERDER)
    assert wat_mag(beheerder, f.LokaleVersieFactory(gemeente=sliedrecht)) == {"view"}
    assert wat_mag(beheerder, sliedrecht) == ALLES
    assert wat_mag(beheerder, f.LidmaatschapFactory()) == ALLES
    assert wat_mag(beheerder, f.RegioFactory()) == {"view", "change"}


def test_meer_rollen_tellen_op(sliedrecht, dordrecht) -> None:
    gebruiker = f.GebruikerFactory(rol=Rol.PUBLICIST, gemeente=sliedrecht)
    f.LidmaatschapFactory(gebruiker=gebruiker, rol=Rol.REDACTEUR, gemeente=dordrecht)
    assert mag(gebruiker, "publish", f.LokaleVersieFactory(gemeente=sliedrecht))
    assert mag(gebruiker, "change", f.LokaleVersieFactory(gemeente=dordrecht))
    assert not mag(gebruiker, "publish", f.LokaleVersieFactory(gemeente=dordrecht))


def test_wie_niet_actief_is_mag_niets() -> None:
    gebruiker = f.GebruikerFactory(rol=Rol.CENTRAAL, is_active=False)
    assert wat_mag(gebruiker, f.ProductFactory()) == set()


def test_de_beheerder_raakt_geen_superuser_aan() -> None:
    beheerder, baas = f.GebruikerFactory(rol=Rol.BEHEERDER), f.GebruikerFactory(is_superuser=True)
    policy = policy_registry.get(baas)
    assert policy.user_has_permission_for_instance(beheerder, "change", f.GebruikerFactory())
    assert not policy.user_has_permission_for_instance(beheerder, "change", baas)
    assert baas not in policy.instances_user_has_permission_for(beheerder, "change")


@pytest.fixture
def van_alles(sliedrecht, dordrecht):
    f.RegioFactory()
    f.ThemaFactory()
    f.UplNaamFactory()
    for gemeente in (None, sliedrecht, dordrecht):
        for gepubliceerd, soort in itertools.product((False, True), Productsoort):
            f.ProductFactory(gemeente=gemeente, gepubliceerd=gepubliceerd, productsoort=soort)
        for fabriek in (f.GegevenFactory, f.TariefFactory, f.LocatieFactory, f.ContactpuntFactory):
            fabriek(gemeente=gemeente)
        f.SynoniemFactory(gemeente=gemeente)
    for gemeente, gepubliceerd in itertools.product((sliedrecht, dordrecht), (False, True)):
        f.LokaleVersieFactory(gemeente=gemeente, gepubliceerd=gepubliceerd)
    for gemeenten in ([], [sliedrecht], [dordrecht], [sliedrecht, dordrecht]):
        f.MededelingFactory(gemeenten=gemeenten)


def test_lijst_en_los_ding_en_gebruikerslijst_geven_overal_hetzelfde_antwoord(van_alles, sliedrecht) -> None:
    gebruikers = [f.GebruikerFactory(rol=rol) for rol in Rol if rol not in LOKAAL]
    gebruikers += [
        f.GebruikerFactory(rol=rol, gemeente=sliedrecht) for rol in (*LOKAAL, Rol.KCC_REDACTEUR, Rol.KCC)
    ]
    gebruikers.append(f.GebruikerFactory())
    for model, actie in itertools.product(modellen(), ACTIES):
        policy = policy_registry.get_by_type(model)
        per_ding = {
            ding: set(policy.users_with_any_permission_for_instance([actie], ding))
            for ding in model.objects.all()
        }
        for gebruiker in gebruikers:
            lijst = set(policy.instances_user_has_permission_for(gebruiker, actie))
            los = {
                ding for ding in per_ding if policy.user_has_permission_for_instance(gebruiker, actie, ding)
            }
            gevonden = {ding for ding, wie in per_ding.items() if gebruiker in wie}
            assert lijst == los == gevonden, (model, actie, gebruiker)
            if los:
                assert policy.user_has_permission(gebruiker, actie)
                assert gebruiker in policy.users_with_permission(actie)
