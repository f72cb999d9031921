"""Which rows of the log somebody may read: those about what he may see."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.permissions import policy_registry

from redactie.models import Gemeente
from redactie.models.logboek import NIETS
from redactie.rechten.persoon import persoon_van
from redactie.rechten.policy import modellen
from redactie.rechten.regels import Bereik, Hoedanigheid


def leesbaar(user: Any) -> Q:
    """A condition on LogRegel. Conditions on the thing itself (`mits`) cannot be asked of a log row: not readable."""
    persoon = persoon_van(user)
    if persoon.alles:
        return ~NIETS
    slugs = dict(Gemeente.objects.filter(pk__in=persoon.gemeenten).values_list("pk", "slug"))
    vraag = NIETS
    for model in modellen():
        soort = ContentType.objects.get_for_model(model, for_concrete_model=False)
        for regel, gemeenten in policy_registry.get_by_type(model).geldig(persoon, {"view"}):
            if regel.mits is None:
                van = {slugs[id_] for id_ in gemeenten}
                vraag |= Q(content_type=soort) & _bereik(regel.bereik, van)
    if persoon.gemeenten_als(Hoedanigheid.BEHEER) is not None:
        vraag |= Q(content_type=ContentType.objects.get_for_model(get_user_model()))
    return vraag


def _bereik(bereik: Bereik, slugs: set[str]) -> Q:
    if bereik is Bereik.OVERAL:
        return ~NIETS
    if bereik is Bereik.REGIO:
        return Q(gemeenten="")
    vraag = NIETS
    for slug in slugs:
        # One's own and nobody else's: a row that names several may be read by each of them (a shared notice).
        vraag |= Q(gemeenten=f"|{slug}|") if bereik is Bereik.EIGEN else Q(gemeenten__contains=f"|{slug}|")
    return vraag
