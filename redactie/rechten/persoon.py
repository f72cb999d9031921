"""Who somebody is to Antwoord: the memberships of one user, read once per user object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db.models import QuerySet

from redactie.keuzes import Rol
from redactie.rechten.regels import Hoedanigheid
from redactie.vertaald import eenmaal_vertaald

_BEWAARD = "_antwoord_persoon"


@dataclass(frozen=True, slots=True)
class Persoon:
    """`rollen`: pairs (role, gemeente id or None for the region). `alles`: a technical superuser."""

    rollen: frozenset[tuple[Rol, int | None]] = frozenset()
    alles: bool = False
    slugs: Mapping[int, str] = field(default_factory=dict, compare=False)
    """Of the municipalities among them, by id."""

    def gemeenten_als(self, wie: Hoedanigheid) -> frozenset[int] | None:
        """The municipalities (ids) for which this role is held; empty for a regional role, None: not held."""
        rol, van_regio = wie.value
        houdt = [gemeente for r, gemeente in self.rollen if r is rol and (gemeente is None) == van_regio]
        if not houdt:
            return None
        return frozenset(gemeente for gemeente in houdt if gemeente is not None)

    @property
    def gemeenten(self) -> frozenset[int]:
        """The municipalities (ids) that this person does something for."""
        return frozenset(gemeente for _, gemeente in self.rollen if gemeente is not None)

    def heeft_regionale_rol(self) -> bool:
        return any(gemeente is None for _, gemeente in self.rollen)


NIEMAND = Persoon()


def persoon_van(user: Any) -> Persoon:
    """The memberships of an active user. 1 query per user object: Django makes a new one for each request."""
    if user is None or not user.is_authenticated or not user.is_active:
        return NIEMAND
    if not hasattr(user, _BEWAARD):
        rijen = _lidmaatschappen(user.pk)
        rollen = frozenset((Rol(rol), id_) for rol, id_, _ in rijen)
        slugs = {id_: slug for _, id_, slug in rijen if id_ is not None}
        setattr(user, _BEWAARD, Persoon(rollen, user.is_superuser, slugs))
    return getattr(user, _BEWAARD)


@eenmaal_vertaald(int)
def _lidmaatschappen(gebruiker: int) -> QuerySet[Any]:
    # By its name: the models read who somebody is.
    rijen = apps.get_model("redactie", "Lidmaatschap").objects.filter(gebruiker_id=gebruiker)
    return rijen.values_list("rol", "gemeente_id", "gemeente__slug")


def vergeet(user: Any) -> None:
    """After a change of memberships, so that this same object answers anew."""
    if hasattr(user, _BEWAARD):
        delattr(user, _BEWAARD)
