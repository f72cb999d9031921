"""Django groups, derived: one per role, with the model permissions that Wagtail asks for besides our policy.

Wagtail 8.0 asks `user.has_perm("redactie.publish_product")` in its action menu, its reports and its log; those
answers come from here and open nothing by themselves: every view asks the policy for the object. Nobody edits
these groups: they follow Lidmaatschap.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from wagtail.snippets.models import create_extra_permissions

from redactie.keuzes import Rol
from redactie.rechten.persoon import vergeet
from redactie.rechten.regels import RECHTEN

VOORVOEGSEL = "Antwoord: "
GEEN_REDACTIE = frozenset({Rol.KCC, Rol.LEZER})
"""Roles that work at the desk only."""


def groepsnaam(rol: Rol) -> str:
    return f"{VOORVOEGSEL}{rol.label}"


def leg_groepen_vast() -> None:
    """Make the groups and give each exactly its permissions. Runs after every migrate."""
    for app in ("redactie", "auth"):
        config = apps.get_app_config(app)
        # Our post_migrate runs before those of auth and wagtail.snippets, which make the permissions.
        create_permissions(config, verbosity=0)
        create_extra_permissions(config)
    for rol in Rol:
        groep, _ = Group.objects.get_or_create(name=groepsnaam(rol))
        groep.permissions.set(Permission.objects.filter(pk__in=_permissies(rol)))


def _permissies(rol: Rol) -> set[int]:
    gezocht = {
        ("redactie", f"{actie}_{model}")
        for model, regels in RECHTEN.items()
        for regel in regels
        if regel.wie.value[0] is rol
        for actie in regel.acties
    }
    if rol not in GEEN_REDACTIE:
        gezocht.add(("wagtailadmin", "access_admin"))
    if rol is Rol.BEHEERDER:
        gebruiker = get_user_model()._meta
        gezocht |= {
            (gebruiker.app_label, f"{actie}_{gebruiker.model_name}")
            for actie in ("add", "change", "delete", "view")
        }
    rijen = Permission.objects.filter(content_type__app_label__in={app for app, _ in gezocht}).values_list(
        "pk", "content_type__app_label", "codename"
    )
    return {pk for pk, app, codenaam in rijen if (app, codenaam) in gezocht}


def leid_groepen_af(gebruiker: Any) -> None:
    """Put a user in the groups of the roles that he holds now, and take him out of the others of ours."""
    namen = {groepsnaam(Rol(rol)) for rol in gebruiker.lidmaatschappen.values_list("rol", flat=True)}
    gebruiker.groups.remove(*gebruiker.groups.filter(name__startswith=VOORVOEGSEL).exclude(name__in=namen))
    gebruiker.groups.add(*Group.objects.filter(name__in=namen))
    vergeet(gebruiker)
