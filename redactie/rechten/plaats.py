"""Of whom an object is: of the region, of one municipality (a column), or of several (a list).

Each kind answers twice, as a filter and for one object, so that lists and single views cannot disagree.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Protocol

from django.db.models import Model, Q

from redactie.rechten.regels import Bereik

ALTIJD = Q(pk__isnull=False)
NOOIT = Q(pk__isnull=True)


class Plaats(Protocol):
    def q(self, model: type[Model], bereik: Bereik, gemeenten: Collection[int]) -> Q: ...

    def past(self, ding: Any, bereik: Bereik, gemeenten: Collection[int]) -> bool: ...

    def van(self, ding: Any) -> frozenset[int]:
        """Ids of the municipalities it is of; empty: of the region."""
        ...


class VanDeRegio:
    """Themes, UPL names, municipalities themselves: nobody's own."""

    def q(self, model: type[Model], bereik: Bereik, gemeenten: Collection[int]) -> Q:
        return ALTIJD if bereik in (Bereik.REGIO, Bereik.OVERAL) else NOOIT

    def past(self, ding: Any, bereik: Bereik, gemeenten: Collection[int]) -> bool:
        return bereik in (Bereik.REGIO, Bereik.OVERAL)

    def van(self, ding: Any) -> frozenset[int]:
        return frozenset()


class VanEenGemeente:
    """A column `gemeente`; empty: of the region."""

    def q(self, model: type[Model], bereik: Bereik, gemeenten: Collection[int]) -> Q:
        if bereik is Bereik.OVERAL:
            return ALTIJD
        return Q(gemeente__isnull=True) if bereik is Bereik.REGIO else Q(gemeente__in=gemeenten)

    def past(self, ding: Any, bereik: Bereik, gemeenten: Collection[int]) -> bool:
        if bereik is Bereik.OVERAL:
            return True
        return ding.gemeente_id is None if bereik is Bereik.REGIO else ding.gemeente_id in gemeenten

    def van(self, ding: Any) -> frozenset[int]:
        return frozenset() if ding.gemeente_id is None else frozenset({ding.gemeente_id})


class VanGemeenten:
    """A list `gemeenten`; empty: for everybody, so of the region."""

    def q(self, model: type[Model], bereik: Bereik, gemeenten: Collection[int]) -> Q:
        koppeling = model._meta.get_field("gemeenten").remote_field.through.objects
        kolom = model._meta.model_name
        met = Q(pk__in=koppeling.values(kolom))
        match bereik:
            case Bereik.OVERAL:
                return ALTIJD
            case Bereik.REGIO:
                return ~met
            case Bereik.RAAKT:
                return Q(pk__in=koppeling.filter(gemeente__in=gemeenten).values(kolom))
            case Bereik.EIGEN:
                return met & ~Q(pk__in=koppeling.exclude(gemeente__in=gemeenten).values(kolom))

    def past(self, ding: Any, bereik: Bereik, gemeenten: Collection[int]) -> bool:
        van = self.van(ding)
        match bereik:
            case Bereik.OVERAL:
                return True
            case Bereik.REGIO:
                return not van
            case Bereik.RAAKT:
                return not van.isdisjoint(gemeenten)
            case Bereik.EIGEN:
                return bool(van) and van <= frozenset(gemeenten)

    def van(self, ding: Any) -> frozenset[int]:
        return frozenset(gemeente.pk for gemeente in ding.gemeenten.all())


def plaats_van(model: type[Model]) -> Plaats:
    kolommen = {veld.name for veld in model._meta.get_fields()}
    if model._meta.model_name == "lidmaatschap":
        # Its gemeente says for whom the rights are, not of whom the row is.
        return VanDeRegio()
    if "gemeenten" in kolommen:
        return VanGemeenten()
    return VanEenGemeente() if "gemeente" in kolommen else VanDeRegio()


def slugs_van(ding: Any) -> set[str]:
    """The municipalities that an object is of; empty: of the region."""
    if isinstance(plaats_van(type(ding)), VanDeRegio):
        return set()
    if hasattr(ding, "gemeenten"):
        return {gemeente.slug for gemeente in ding.gemeenten.all()}
    return {ding.gemeente.slug} if ding.gemeente is not None else set()
