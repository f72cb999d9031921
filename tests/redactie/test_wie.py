"""The door for websites and desk: which municipalities there are, and who may answer for whom."""

from __future__ import annotations

from datetime import date

import pytest

from redactie import wie
from redactie.keuzes import Rol
from tests.factories import GebruikerFactory, GemeenteFactory, LidmaatschapFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def gemeenten():
    GemeenteFactory(slug="sliedrecht")
    GemeenteFactory(slug="dordrecht")
    GemeenteFactory(slug="papendrecht", deelname_tot=date(2020, 1, 1))


def test_alleen_wie_nu_meedoet_is_een_gemeente() -> None:
    assert [gemeente.slug for gemeente in wie.gemeenten()] == ["dordrecht", "sliedrecht"]


def test_een_kcc_medewerker_van_de_regio_antwoordt_voor_iedereen() -> None:
    kcc = GebruikerFactory(rol=Rol.KCC)
    assert wie.mag_antwoorden_voor(kcc) == {"regio", "dordrecht", "sliedrecht"}


@pytest.mark.parametrize("rol", [Rol.KCC, Rol.PUBLICIST])
def test_wie_voor_een_gemeente_werkt_antwoordt_voor_die_gemeente(rol) -> None:
    kcc = GebruikerFactory(rol=rol, gemeente=GemeenteFactory(slug="sliedrecht"))
    assert wie.mag_antwoorden_voor(kcc) == {"regio", "sliedrecht"}


def test_een_beheerder_en_een_vreemde_antwoorden_niemand() -> None:
    assert wie.mag_antwoorden_voor(GebruikerFactory(rol=Rol.BEHEERDER)) == frozenset()
    assert wie.mag_antwoorden_voor(GebruikerFactory()) == frozenset()


def test_een_gemeente_die_niet_meer_meedoet_geeft_geen_toegang() -> None:
    kcc = GebruikerFactory(rol=Rol.KCC, gemeente=GemeenteFactory(slug="papendrecht"))
    assert wie.mag_antwoorden_voor(kcc) == {"regio"}


def test_alleen_een_kcc_medewerker_leest_intern_en_alleen_waar_die_rol_geldt() -> None:
    persoon = GebruikerFactory(rol=Rol.KCC, gemeente=GemeenteFactory(slug="sliedrecht"))
    LidmaatschapFactory(gebruiker=persoon, rol=Rol.REDACTEUR, gemeente=GemeenteFactory(slug="dordrecht"))
    assert wie.mag_antwoorden_voor(persoon) == {"regio", "sliedrecht", "dordrecht"}
    assert leest_intern(persoon) == {"regio", "sliedrecht"}


@pytest.mark.parametrize("rol", [Rol.CENTRAAL, Rol.KCC_REDACTEUR, Rol.BEHEERDER])
def test_wie_geen_kcc_medewerker_is_leest_aan_de_balie_niets_interns(rol) -> None:
    assert leest_intern(GebruikerFactory(rol=rol)) == set()


def test_een_technische_superuser_leest_niets_interns() -> None:
    persoon = GebruikerFactory(is_superuser=True)
    assert wie.mag_antwoorden_voor(persoon) == {"regio", "dordrecht", "sliedrecht"}
    assert leest_intern(persoon) == set()


def test_de_regio_staat_voorop_en_dan_de_gemeenten_op_naam(django_assert_num_queries) -> None:
    persoon = GebruikerFactory(rol=Rol.KCC)
    with django_assert_num_queries(2):
        balies = wie.balies(persoon)
    assert [(lid.bereik, lid.naam) for lid in balies] == [
        ("regio", ""),
        ("dordrecht", "Dordrecht"),
        ("sliedrecht", "Sliedrecht"),
    ]


def leest_intern(persoon) -> set[str]:
    return {balie.bereik for balie in wie.balies(persoon) if balie.intern}


def test_wie_de_teksten_van_een_bereik_bijhoudt_krijgt_er_bericht_van() -> None:
    sliedrecht = GemeenteFactory(slug="sliedrecht")
    GebruikerFactory(rol=Rol.CENTRAAL, email="centraal@regio.example")
    GebruikerFactory(rol=Rol.PUBLICIST, gemeente=sliedrecht, email="b@sliedrecht.example")
    tweevoudig = GebruikerFactory(rol=Rol.REDACTEUR, gemeente=sliedrecht, email="a@sliedrecht.example")
    LidmaatschapFactory(gebruiker=tweevoudig, rol=Rol.PUBLICIST, gemeente=sliedrecht)
    GebruikerFactory(rol=Rol.REDACTEUR, gemeente=sliedrecht, email="")
    GebruikerFactory(rol=Rol.REDACTEUR, gemeente=sliedrecht, email="weg@sliedrecht.example", is_active=False)
    GebruikerFactory(rol=Rol.KCC, gemeente=sliedrecht, email="kcc@sliedrecht.example")
    assert wie.redacteuren("regio") == ("centraal@regio.example",)
    assert wie.redacteuren("sliedrecht") == ("a@sliedrecht.example", "b@sliedrecht.example")
    assert wie.redacteuren("dordrecht") == ()


def test_wie_redigeert_doet_dat_voor_zijn_eigen_bereik() -> None:
    sliedrecht = GemeenteFactory(slug="sliedrecht")
    assert wie.redigeert(GebruikerFactory(rol=Rol.CENTRAAL)) == {"regio"}
    assert wie.redigeert(GebruikerFactory(rol=Rol.REDACTEUR, gemeente=sliedrecht)) == {"sliedrecht"}
    assert wie.redigeert(GebruikerFactory(rol=Rol.KCC_REDACTEUR)) == frozenset()
    assert wie.redigeert(GebruikerFactory(is_superuser=True)) == {
        "regio",
        "sliedrecht",
        "dordrecht",
        "papendrecht",
    }


def test_een_kcc_redacteur_let_op_de_balie_van_zijn_bereik() -> None:
    sliedrecht = GemeenteFactory(slug="sliedrecht")
    assert wie.let_op_de_balie(GebruikerFactory(rol=Rol.KCC_REDACTEUR)) is None
    assert wie.let_op_de_balie(GebruikerFactory(rol=Rol.KCC_REDACTEUR, gemeente=sliedrecht)) == {"sliedrecht"}
    assert wie.let_op_de_balie(GebruikerFactory(rol=Rol.CENTRAAL)) == frozenset()
