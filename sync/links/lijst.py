"""Which addresses somebody is shown: those that a text names which this person may see. Only reads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail.permissions import policy_registry

from redactie.buitenlinks import MODELLEN
from sync.links.oordeel import Linkstand
from sync.models import Vindplaats, Webadres

TE_DOEN = (Linkstand.STUK, Linkstand.VERHUISD)
"""What an editor can do something about."""


def plaatsen(user: Any, actie: str = "view") -> QuerySet[Vindplaats]:
    """The places of which this person may see (`change`: work on) the thing itself."""
    vraag = Q(pk__in=[])
    for model in MODELLEN:
        dingen = policy_registry.get_by_type(model).instances_user_has_permission_for(user, actie)
        vraag |= Q(model=model._meta.model_name, ding__in=dingen.order_by().values("pk"))
    return Vindplaats.objects.filter(vraag)


def adressen(user: Any, actie: str = "view") -> QuerySet[Webadres]:
    return Webadres.objects.filter(Exists(plaatsen(user, actie).filter(webadres=OuterRef("pk"))))


def gevonden(user: Any, *, standen: Iterable[str], woorden: str, van: str) -> QuerySet[Webadres]:
    """`van`: the slug of an owner, `regio`, or empty for all. Longest broken first."""
    rijen = adressen(user).filter(stand__in=standen)
    hier = plaatsen(user).filter(webadres=OuterRef("pk"))
    for woord in woorden.split():
        rijen = rijen.filter(Q(adres__icontains=woord) | Exists(hier.filter(titel__icontains=woord)))
    if van:
        eigenaar = Q(gemeente=None) if van == "regio" else Q(gemeente__slug=van)
        rijen = rijen.filter(Exists(hier.filter(eigenaar)))
    return rijen.order_by("fout_sinds", "adres", "pk")


def met_plaatsen(rijen: list[Webadres], user: Any) -> None:
    """Hang on each row its places, as `plekken`, and on each of these whether it may be worked on. 2 queries."""
    zichtbaar = list(plaatsen(user).filter(webadres__in=rijen).select_related("gemeente"))
    mag = set(plaatsen(user, "change").filter(webadres__in=rijen).values_list("pk", flat=True))
    per: dict[int, list[Vindplaats]] = {}
    for plek in zichtbaar:
        plek.te_bewerken = plek.pk in mag
        per.setdefault(plek.webadres_id, []).append(plek)
    for rij in rijen:
        rij.plekken = per.get(rij.pk, [])


def bewerkscherm(plek: Vindplaats) -> str:
    """The name of the edit screen of what a place is in."""
    return apps.get_model("redactie", plek.model).snippet_viewset.get_url_name("edit")
