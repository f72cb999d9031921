"""What lies with a second pair of eyes: what this person must look at, and what of his own waits for a colleague.

Read at once for the start page and for the lists, whatever number there is.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Q
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone
from wagtail.models import WorkflowState
from wagtail.permissions import policy_registry

from redactie.models import LokaleVersie, Product, Spoedpublicatie, Vervanging
from redactie.spoedpublicatie import mag_controleren
from redactie.tweede_paar import eist_tweede_paar, mogelijke_schrijvers, schreef_mee

SOORTEN: dict[type, tuple[str, ...]] = {Product: ("gemeente",), LokaleVersie: ("gemeente", "product")}


@dataclass(frozen=True, slots=True)
class Ingediend:
    """A draft in the workflow. `te_keuren`: this person may decide; `van_mij`: handed in by, or written by, him."""

    ding: Product | LokaleVersie
    staat: WorkflowState
    te_keuren: bool
    van_mij: bool
    aan: Any = None
    voor_mij: bool = False
    """Asked of this person, or of the colleague for whom he stands in today."""

    @property
    def terug(self) -> bool:
        """Sent back with a remark."""
        return self.staat.status == WorkflowState.STATUS_NEEDS_CHANGES

    @property
    def opmerking(self) -> str:
        stap = self.staat.current_task_state
        return stap.comment if stap is not None and self.terug else ""

    @property
    def door(self) -> Any:
        return self.staat.requested_by

    @property
    def sinds(self) -> datetime:
        stap = self.staat.current_task_state
        return stap.started_at if stap is not None else self.staat.created_at

    @property
    def adres(self) -> str:
        return reverse(self.ding.snippet_viewset.get_url_name("edit"), args=[self.ding.pk])


def goedkeurrij(user: Any) -> list[Ingediend]:
    """What this person may work on; first what was asked of him, then the oldest. 5 queries at most."""
    staten = list(
        WorkflowState.objects.active()
        .filter(_waar_aan(user))
        .select_related("current_task_state", "requested_by", "toewijzing__aan")
    )
    dingen = _dingen(staten)
    met_twee = [ding for ding in dingen.values() if eist_tweede_paar(ding)]
    schreven = mogelijke_schrijvers(met_twee) if met_twee else {}
    namens = {user.pk, *_vervangt(user, staten)}
    rij = [
        _regel(user, staat, dingen[sleutel], schreven.get(sleutel, ()), namens)
        for staat in staten
        if (sleutel := (staat.base_content_type_id, staat.object_id)) in dingen
    ]
    return sorted(rij, key=lambda lid: (not lid.voor_mij, lid.sinds))


def _waar_aan(user: Any) -> Q:
    vraag = Q(pk__isnull=True)
    for model in SOORTEN:
        mag = policy_registry.get_by_type(model).instances_user_has_permission_for(user, "change")
        vraag |= Q(
            base_content_type=ContentType.objects.get_for_model(model),
            # The generic relation keeps text; PostgreSQL compares text with text only.
            object_id__in=mag.order_by().values_list(Cast("pk", CharField())),
        )
    return vraag


def _dingen(staten: Collection[WorkflowState]) -> dict[tuple[int, str], Any]:
    uit = {}
    for model, erbij in SOORTEN.items():
        soort = ContentType.objects.get_for_model(model).pk
        ids = [staat.object_id for staat in staten if staat.base_content_type_id == soort]
        for ding in model.objects.filter(pk__in=ids).select_related(*erbij) if ids else ():
            uit[soort, str(ding.pk)] = ding
    return uit


def _vervangt(user: Any, staten: Collection[WorkflowState]) -> list[int]:
    if not any(hasattr(staat, "toewijzing") for staat in staten):
        return []
    lopend = Vervanging.objects.lopend(timezone.localdate()).filter(vervanger=user)
    return list(lopend.values_list("afwezig", flat=True))


def _regel(
    user: Any, staat: WorkflowState, ding: Any, schreven: Collection[int], namens: set[int]
) -> Ingediend:
    mag = policy_registry.get(ding).user_has_permission_for_instance(user, "publish", ding)
    # Whoever saved without changing anything wrote nothing; that is rare, and costs a look at the texts.
    eigen = user.pk in schreven and schreef_mee(user, ding)
    open_ = staat.status == WorkflowState.STATUS_IN_PROGRESS
    aan = staat.toewijzing.aan if hasattr(staat, "toewijzing") else None
    te_keuren = open_ and mag and not eigen
    return Ingediend(
        ding,
        staat,
        te_keuren,
        eigen or staat.requested_by_id == user.pk,
        aan,
        te_keuren and aan is not None and aan.pk in namens,
    )


def spoed_te_controleren(user: Any) -> list[Spoedpublicatie]:
    """What went out urgently and waits until somebody else has checked it, this person being one who may."""
    mag = policy_registry.get_by_type(Product).instances_user_has_permission_for(user, "publish")
    rijen = Spoedpublicatie.objects.filter(gecontroleerd_op=None, product__in=mag).exclude(door=user)
    return [rij for rij in rijen.select_related("product", "door", "revisie") if mag_controleren(user, rij)]
