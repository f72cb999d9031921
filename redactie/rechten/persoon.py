"""Who somebody is to Antwoord: the memberships of one user, read once per user object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import Q, QuerySet
from django.utils import timezone

from redactie.keuzes import Rol
from redactie.rechten.regels import VERVANGBAAR, Hoedanigheid
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
    """The memberships of an active user, and of the colleagues for whom he stands in today.

    1 query per user object: Django makes a new one for each request.
    """
    if user is None or not user.is_authenticated or not user.is_active:
        return NIEMAND
    if not hasattr(user, _BEWAARD):
        rijen = _lidmaatschappen(user.pk, timezone.localdate())
        rollen = frozenset((Rol(rol), id_) for rol, id_, _ in rijen)
        slugs = {id_: slug for _, id_, slug in rijen if id_ is not None}
        setattr(user, _BEWAARD, Persoon(rollen, user.is_superuser, slugs))
    return getattr(user, _BEWAARD)


@eenmaal_vertaald(int, date)
def _lidmaatschappen(gebruiker: int, op: date) -> QuerySet[Any]:
    # By their names: the models read who somebody is.
    lidmaatschap, vervanging = (apps.get_model("redactie", naam) for naam in ("Lidmaatschap", "Vervanging"))
    afwezig = vervanging.objects.lopend(op).filter(vervanger_id=gebruiker).values("afwezig")
    als_vervanger = Q(gebruiker__in=afwezig, rol__in=[str(rol) for rol in VERVANGBAAR])
    rijen = lidmaatschap.objects.filter(Q(gebruiker_id=gebruiker) | als_vervanger)
    return rijen.values_list("rol", "gemeente_id", "gemeente__slug")


def vergeet(user: Any) -> None:
    """After a change of memberships, so that this same object answers anew."""
    if hasattr(user, _BEWAARD):
        delattr(user, _BEWAARD)
