"""Who may ask, and that a link ends with the right of whoever asked."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from redactie.feitencheck.openen import mag_vragen
from redactie.feitencheck.vastleggen import trek_in, verwerk, vraag_feitencheck
from redactie.keuzes import Rol
from redactie.models import Feitencheck, LogRegel
from redactie.rechten.lidmaatschap import neem_rol_af
from tests import factories as f

pytestmark = pytest.mark.django_db


def opent(buiten, code: str) -> bool:
    return buiten.get(reverse("feitencheck:check", args=[code])).status_code == 200


def test_vragen_mag_wie_de_tekst_mag_veranderen(sliedrecht, dordrecht) -> None:
    product, eigen = f.ProductFactory(gepubliceerd=True), f.ProductFactory(gemeente=sliedrecht)
    centraal = f.GebruikerFactory(rol=Rol.CENTRAAL)
    redacteur = f.GebruikerFactory(rol=Rol.REDACTEUR, gemeente=sliedrecht)
    assert [mag_vragen(centraal, product, plek) for plek in (None, sliedrecht)] == [True, True]
    assert [mag_vragen(redacteur, product, plek) for plek in (None, sliedrecht, dordrecht)] == [
        False,
        True,
        False,
    ]
    assert [mag_vragen(redacteur, eigen, plek) for plek in (None, sliedrecht, dordrecht)] == [
        False,
        True,
        False,
    ]
    assert not mag_vragen(centraal, eigen, sliedrecht)


@pytest.mark.parametrize("rol", [Rol.KCC, Rol.LEZER, Rol.KCC_REDACTEUR, Rol.BEHEERDER])
def test_andere_rollen_vragen_niets(rol) -> None:
    with pytest.raises(PermissionDenied):
        vraag_feitencheck(
            aan="GGD",
            producten=[f.ProductFactory(gepubliceerd=True)],
            dagen=7,
            door=f.GebruikerFactory(rol=rol),
        )
    assert not Feitencheck.objects.exists()


def test_een_rol_die_eindigt_sluit_de_link_meteen(buiten, sliedrecht) -> None:
    redacteur = f.GebruikerFactory(rol=Rol.REDACTEUR, gemeente=sliedrecht)
    _, code = vraag_feitencheck(
        aan="GGD",
        producten=[f.ProductFactory(gepubliceerd=True)],
        dagen=7,
        gemeente=sliedrecht,
        door=redacteur,
    )
    assert opent(buiten, code)
    neem_rol_af(lidmaatschap=redacteur.lidmaatschappen.get())
    assert not opent(buiten, code)


def test_een_account_dat_niet_meer_werkt_sluit_de_link_meteen(buiten) -> None:
    check = f.FeitencheckFactory()
    assert opent(buiten, check.code)
    check.vrager.is_active = False
    check.vrager.save()
    assert not opent(buiten, check.code)


def test_een_account_dat_verwijderd_is_sluit_de_link_meteen(buiten) -> None:
    check = f.FeitencheckFactory()
    check.vrager.delete()
    assert not opent(buiten, check.code)


def test_intrekken_sluit_de_link_en_staat_in_het_logboek(buiten) -> None:
    check = f.FeitencheckFactory()
    trek_in(check=check, door=check.vrager)
    assert not opent(buiten, check.code)
    trek_in(check=check, door=check.vrager)
    assert LogRegel.objects.filter(action="antwoord.feitencheck.ingetrokken").count() == 1


def test_een_ander_trekt_niets_in_en_verwerkt_niets(sliedrecht, dordrecht) -> None:
    check = f.FeitencheckFactory(gemeente=sliedrecht)
    f.FeitenantwoordFactory(feitencheck=check)
    ander = f.GebruikerFactory(rol=Rol.PUBLICIST, gemeente=dordrecht)
    with pytest.raises(PermissionDenied):
        trek_in(check=check, door=ander)
    with pytest.raises(PermissionDenied):
        verwerk(check=check, door=ander)


def test_het_logboek_noemt_de_tekst_en_niet_wie_hem_nakijkt() -> None:
    vraag_feitencheck(
        aan="Mevrouw Bakker",
        producten=[f.ProductFactory(gepubliceerd=True)],
        dagen=7,
        door=f.GebruikerFactory(rol=Rol.CENTRAAL),
    )
    regel = LogRegel.objects.get(action="antwoord.feitencheck.gevraagd")
    assert regel.label == "Feitencheck Paspoort aanvragen"
    assert "Bakker" not in str(vars(regel))
