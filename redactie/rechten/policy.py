"""LidmaatschapPolicy: the answer to Wagtail's questions about permissions, from the table and nothing else.

Registered for every model before its snippet is (`registreer`, from `apps.py`): the first script that publishes
something would otherwise make Wagtail 8.0 create a fallback policy, and refuse ours afterwards.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db.models import Model, Q, QuerySet
from django.utils import timezone
from wagtail.permission_policies.base import BasePermissionPolicy
from wagtail.permissions import register_permission_policy

from redactie.models import Lidmaatschap, Vervanging
from redactie.rechten.persoon import Persoon, persoon_van
from redactie.rechten.plaats import NOOIT, plaats_van
from redactie.rechten.regels import RECHTEN, Bereik, Hoedanigheid, Regel

_BEHEER = Hoedanigheid.BEHEER


class LidmaatschapPolicy(BasePermissionPolicy):
    """Asks the Lidmaatschap rows of the user; Django's permission tables play no part in the answer."""

    def __init__(self, model: type[Model], regels: tuple[Regel, ...]) -> None:
        super().__init__(model)
        self.regels = regels
        self.plaats = plaats_van(model)

    def geldig(self, persoon: Persoon, acties: Collection[str]) -> Iterable[tuple[Regel, frozenset[int]]]:
        """The rules that hold for this person and one of these actions, with the municipalities they hold for."""
        for regel in self.regels:
            if regel.acties.isdisjoint(acties):
                continue
            gemeenten = persoon.gemeenten_als(regel.wie)
            if gemeenten is not None:
                yield regel, gemeenten

    def user_has_permission(self, user: Any, action: str) -> bool:
        return self.user_has_any_permission(user, {action})

    def user_has_any_permission(self, user: Any, actions: Collection[str]) -> bool:
        persoon = persoon_van(user)
        return persoon.alles or any(True for _ in self.geldig(persoon, actions))

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        return self.user_has_any_permission_for_instance(user, {action}, instance)

    def user_has_any_permission_for_instance(
        self, user: Any, actions: Collection[str], instance: Any
    ) -> bool:
        persoon = persoon_van(user)
        return persoon.alles or any(
            self.plaats.past(instance, regel.bereik, gemeenten)
            and (regel.mits is None or regel.mits.past(instance))
            for regel, gemeenten in self.geldig(persoon, actions)
        )

    def instances_user_has_any_permission_for(self, user: Any, actions: Collection[str]) -> QuerySet:
        persoon = persoon_van(user)
        if persoon.alles:
            return self.model._default_manager.all()
        vraag = NOOIT
        for regel, gemeenten in self.geldig(persoon, actions):
            deel = self.plaats.q(self.model, regel.bereik, gemeenten)
            vraag |= deel & regel.mits.q if regel.mits is not None else deel
        return self.model._default_manager.filter(vraag)

    def users_with_any_permission(self, actions: Collection[str]) -> QuerySet:
        return self._gebruikers(
            _houdt(regel) for regel in self.regels if not regel.acties.isdisjoint(actions)
        )

    def users_with_any_permission_for_instance(self, actions: Collection[str], instance: Any) -> QuerySet:
        van = self.plaats.van(instance)
        return self._gebruikers(
            _houdt(regel, van)
            for regel in self.regels
            if not regel.acties.isdisjoint(actions)
            and (regel.mits is None or regel.mits.past(instance))
            and self.plaats.past(instance, regel.bereik, van)
        )

    def _gebruikers(self, vragen: Iterable[Q]) -> QuerySet:
        vraag = Q(is_superuser=True)
        for q in vragen:
            vraag |= q
        gebruikers = get_user_model().objects
        vervangt = Vervanging.objects.lopend(timezone.localdate()).filter(
            afwezig__in=gebruikers.filter(vraag)
        )
        return gebruikers.filter(vraag | Q(pk__in=vervangt.values("vervanger")), is_active=True).distinct()


def _houdt(regel: Regel, van: Collection[int] = ()) -> Q:
    """Users who hold the role of a rule; for an object of certain municipalities: there where it must be held."""
    rol, van_regio = regel.wie.value
    rijen = Lidmaatschap.objects.filter(rol=rol, gemeente__isnull=van_regio)
    if not van or van_regio or regel.bereik in (Bereik.REGIO, Bereik.OVERAL):
        return Q(pk__in=rijen.values("gebruiker"))
    if regel.bereik is Bereik.RAAKT:
        return Q(pk__in=rijen.filter(gemeente__in=van).values("gebruiker"))
    vraag = ~NOOIT
    for gemeente in van:
        vraag &= Q(pk__in=rijen.filter(gemeente=gemeente).values("gebruiker"))
    return vraag


class GebruikersPolicy(BasePermissionPolicy):
    """Accounts: the administrator's. Nobody but a superuser touches a superuser, so that no account climbs up."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        persoon = persoon_van(user)
        return persoon.alles or persoon.gemeenten_als(_BEHEER) is not None

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        if instance.is_superuser and not persoon_van(user).alles:
            return False
        return self.user_has_permission(user, action)

    def instances_user_has_any_permission_for(self, user: Any, actions: Collection[str]) -> QuerySet:
        if not self.user_has_any_permission(user, actions):
            return self.model._default_manager.none()
        alle = self.model._default_manager.all()
        return alle if persoon_van(user).alles else alle.filter(is_superuser=False)

    def users_with_any_permission(self, actions: Collection[str]) -> QuerySet:
        rol, _ = _BEHEER.value
        return (
            get_user_model()
            .objects.filter(Q(is_superuser=True) | Q(lidmaatschappen__rol=rol), is_active=True)
            .distinct()
        )


def modellen() -> tuple[type[Model], ...]:
    """The models of the table."""
    return tuple(apps.get_model("redactie", naam) for naam in RECHTEN)


def registreer() -> None:
    """Give every model of the table its policy. Called once, when the app is ready."""
    for model in modellen():
        register_permission_policy(model, LidmaatschapPolicy(model, RECHTEN[model._meta.model_name]))
