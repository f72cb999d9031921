"""Which municipality answers for which, and along which channels: data, and it holds at once."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from redactie import wie
from redactie.keuzes import Antwoordkanaal, Rol
from redactie.models import Beantwoording, Lidmaatschap
from tests.factories import BeantwoordingFactory, GebruikerFactory, GemeenteFactory
from tests.redactie.cms.hulp import adres, als

pytestmark = pytest.mark.django_db
TELEFOON, BALIE = frozenset({Antwoordkanaal.TELEFOON}), frozenset({Antwoordkanaal.BALIE})


@pytest.fixture(autouse=True)
def afspraken():
    dordrecht, sliedrecht, papendrecht = (
        GemeenteFactory(slug=slug) for slug in ("dordrecht", "sliedrecht", "papendrecht")
    )
    BeantwoordingFactory(door=dordrecht, voor=sliedrecht, kanalen=["telefoon"])
    BeantwoordingFactory(door=dordrecht, voor=papendrecht, kanalen=["telefoon", "balie"])


def balies(persoon) -> dict[str, tuple[bool, frozenset[Antwoordkanaal]]]:
    return {balie.bereik: (balie.intern, balie.kanalen) for balie in wie.balies(persoon)}


def test_een_medewerker_antwoordt_ook_voor_wie_is_afgesproken_en_leest_daar_intern(
    django_assert_num_queries,
) -> None:
    persoon = GebruikerFactory(rol=Rol.KCC, gemeente=GemeenteFactory(slug="dordrecht"))
    with django_assert_num_queries(3):
        gevonden = balies(persoon)
    assert gevonden == {
        "regio": (True, wie.ALLE_KANALEN),
        "dordrecht": (True, wie.ALLE_KANALEN),
        "papendrecht": (True, wie.ALLE_KANALEN),
        "sliedrecht": (True, TELEFOON),
    }


def test_andersom_geldt_de_afspraak_niet() -> None:
    persoon = GebruikerFactory(rol=Rol.KCC, gemeente=GemeenteFactory(slug="sliedrecht"))
    assert set(balies(persoon)) == {"regio", "sliedrecht"}


def test_wie_alleen_achter_de_balie_werkt_krijgt_niet_wat_alleen_per_telefoon_gaat() -> None:
    persoon = GebruikerFactory()
    Lidmaatschap.objects.create(
        gebruiker=persoon, rol=Rol.KCC, gemeente=GemeenteFactory(slug="dordrecht"), kanalen=["balie"]
    )
    assert balies(persoon) == {
        "regio": (True, wie.ALLE_KANALEN),
        "dordrecht": (True, BALIE),
        "papendrecht": (True, BALIE),
    }


@pytest.mark.parametrize("rol", [Rol.LEZER, Rol.REDACTEUR, Rol.PUBLICIST, Rol.KCC_REDACTEUR])
def test_de_afspraak_is_er_alleen_voor_kcc_medewerkers(rol) -> None:
    persoon = GebruikerFactory(rol=rol, gemeente=GemeenteFactory(slug="dordrecht"))
    assert balies(persoon) == {
        "regio": (False, wie.ALLE_KANALEN),
        "dordrecht": (False, wie.ALLE_KANALEN),
    }


def test_een_lezer_van_de_regio_leest_overal_en_nergens_intern() -> None:
    gevonden = balies(GebruikerFactory(rol=Rol.LEZER))
    assert set(gevonden) == {"regio", "dordrecht", "papendrecht", "sliedrecht"}
    assert not any(intern for intern, _ in gevonden.values())


def test_een_lezer_komt_niet_in_de_redactie() -> None:
    assert not GebruikerFactory(rol=Rol.LEZER).has_perm("wagtailadmin.access_admin")


def test_een_opgezegde_afspraak_geldt_meteen() -> None:
    persoon = GebruikerFactory(rol=Rol.KCC, gemeente=GemeenteFactory(slug="dordrecht"))
    Beantwoording.objects.filter(voor__slug="sliedrecht").delete()
    assert "sliedrecht" not in balies(persoon)


def test_voor_zichzelf_of_zonder_manier_kan_niet() -> None:
    dordrecht = GemeenteFactory(slug="dordrecht")
    for afspraak in (
        Beantwoording(door=dordrecht, voor=dordrecht, kanalen=["balie"]),
        Beantwoording(door=GemeenteFactory(slug="sliedrecht"), voor=dordrecht, kanalen=[]),
        Beantwoording(door=dordrecht, voor=GemeenteFactory(slug="sliedrecht"), kanalen=["balie"]),
    ):
        with pytest.raises(ValidationError):
            afspraak.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        Beantwoording.objects.create(door=dordrecht, voor=dordrecht, kanalen=["balie"])


def test_de_beheerder_legt_de_afspraak_vast() -> None:
    beheerder = als(Rol.BEHEERDER)
    door, voor = GemeenteFactory(slug="sliedrecht"), GemeenteFactory(slug="papendrecht")
    pad = adres(Beantwoording, "add")
    assert beheerder.get(pad).status_code == 200
    antwoord = beheerder.post(pad, {"door": door.pk, "voor": voor.pk, "kanalen": ["balie"]})
    assert antwoord.status_code == 302
    assert Beantwoording.objects.get(door=door).kanalen == ["balie"]
    assert als(Rol.CENTRAAL).get(pad).status_code != 200
