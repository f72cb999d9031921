"""Who may do what changes here: making an account with its memberships, giving one and taking one away."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from wagtail.log_actions import log

from redactie.keuzes import Rol
from redactie.models import Gemeente, Lidmaatschap
from redactie.rechten.persoon import vergeet


@transaction.atomic
def maak_gebruiker(
    *,
    naam: str,
    wachtwoord: str | None,
    e_mail: str = "",
    volledige_naam: str = "",
    lidmaatschappen: Iterable[tuple[Rol, Gemeente | None]] = (),
    door: Any = None,
) -> Any:
    """A new account with its roles; without a password it cannot sign in. Never a superuser."""
    voornaam, _, achternaam = volledige_naam.partition(" ")
    gebruiker = get_user_model()(username=naam, email=e_mail, first_name=voornaam, last_name=achternaam)
    if wachtwoord is None:
        gebruiker.set_unusable_password()
    else:
        gebruiker.set_password(wachtwoord)
    gebruiker.save()
    for rol, gemeente in lidmaatschappen:
        geef_rol(gebruiker=gebruiker, rol=rol, gemeente=gemeente, door=door)
    return gebruiker


def geef_rol(*, gebruiker: Any, rol: Rol, gemeente: Gemeente | None = None, door: Any = None) -> Lidmaatschap:
    """Give a role, of a municipality or (None) of the region; giving it twice does nothing."""
    bestaand = gebruiker.lidmaatschappen.filter(rol=rol, gemeente=gemeente).first()
    if bestaand is not None:
        return bestaand
    lidmaatschap = Lidmaatschap(gebruiker=gebruiker, rol=rol, gemeente=gemeente)
    lidmaatschap.full_clean()
    lidmaatschap.save()
    log(instance=lidmaatschap, action="wagtail.create", user=door)
    vergeet(gebruiker)
    return lidmaatschap


def neem_rol_af(*, lidmaatschap: Lidmaatschap, door: Any = None) -> None:
    log(instance=lidmaatschap, action="wagtail.delete", user=door, deleted=True)
    gebruiker = lidmaatschap.gebruiker
    lidmaatschap.delete()
    vergeet(gebruiker)
