"""Accounts get their rights from memberships, and lose them with those."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from redactie.keuzes import Rol
from redactie.rechten.lidmaatschap import geef_rol, maak_gebruiker, neem_rol_af
from tests.factories import GebruikerFactory, GemeenteFactory

pytestmark = pytest.mark.django_db


def test_een_nieuwe_gebruiker_krijgt_rollen_en_de_groepen_die_erbij_horen() -> None:
    sliedrecht = GemeenteFactory(slug="sliedrecht")
    gebruiker = maak_gebruiker(
        naam="petra",
        wachtwoord="een-lang-wachtwoord",
        volledige_naam="Petra van Dam",
        lidmaatschappen=[(Rol.PUBLICIST, sliedrecht)],
    )
    assert gebruiker.get_full_name() == "Petra van Dam"
    assert [groep.name for groep in gebruiker.groups.all()] == ["Antwoord: Lokaal publicist"]
    assert gebruiker.has_perm("redactie.publish_lokaleversie")
    assert not gebruiker.is_superuser


def test_zonder_wachtwoord_kan_niemand_inloggen() -> None:
    assert not maak_gebruiker(naam="petra", wachtwoord=None).has_usable_password()


def test_een_medewerker_van_het_kcc_komt_niet_in_de_redactie() -> None:
    assert not GebruikerFactory(rol=Rol.KCC).has_perm("wagtailadmin.access_admin")


def test_wie_zijn_rol_kwijtraakt_raakt_de_groep_kwijt() -> None:
    gebruiker = maak_gebruiker(naam="carla", wachtwoord=None, lidmaatschappen=[(Rol.CENTRAAL, None)])
    neem_rol_af(lidmaatschap=gebruiker.lidmaatschappen.get())
    assert not gebruiker.groups.exists()


def test_een_andere_groep_blijft_staan() -> None:
    gebruiker = GebruikerFactory(rol=Rol.CENTRAAL)
    eigen = gebruiker.groups.create(name="Kerstcommissie")
    geef_rol(gebruiker=gebruiker, rol=Rol.KCC_REDACTEUR)
    assert eigen in gebruiker.groups.all()


def test_een_rol_twee_keer_geven_doet_niets() -> None:
    gebruiker = maak_gebruiker(naam="carla", wachtwoord=None, lidmaatschappen=[(Rol.CENTRAAL, None)])
    geef_rol(gebruiker=gebruiker, rol=Rol.CENTRAAL)
    assert gebruiker.lidmaatschappen.count() == 1


def test_een_lokale_rol_zonder_gemeente_wordt_geweigerd() -> None:
    with pytest.raises(ValidationError):
        maak_gebruiker(naam="x", wachtwoord=None, lidmaatschappen=[(Rol.REDACTEUR, None)])


def test_een_gebruiker_verwijderen_neemt_zijn_rollen_mee() -> None:
    gebruiker = GebruikerFactory(rol=Rol.CENTRAAL)
    gebruiker.delete()
