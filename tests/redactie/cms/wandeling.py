"""Every address of the CMS and of other rooms, filled in with the victims of `slachtoffers.py`; and what may change.

What is read or changed there by somebody who may see nothing of the victim is for `test_buitenstaander.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db.models import Model
from django.urls import URLResolver, get_resolver
from wagtail.models import RevisionMixin, WorkflowMixin, WorkflowState

from redactie import models
from tests.redactie.cms.slachtoffers import ANDERE_ADRESSEN
from tests.tabellen import rijen_per_tabel


@dataclass(frozen=True)
class Adres:
    pad: str
    naam: str
    model: type[Model] | None


def alle_adressen(dingen: dict[type[Model], Model], publiek: dict[type[Model], Model]) -> Iterator[Adres]:
    """Every pattern of the CMS, filled in with the victim of its model, and the addresses of other rooms."""
    for patroon, naam in _patronen(get_resolver()):
        if not patroon.startswith("redactie/") or _overslaan(patroon, naam):
            continue
        model = _model_van(naam)
        ding = dingen.get(model) or publiek.get(model) if model is not None else None
        for pad in _ingevuld(patroon, ding, dingen):
            yield Adres(pad, naam, model)
    for andere in ANDERE_ADRESSEN:
        for pad in andere(dingen):
            yield Adres(pad, "", None)


def _patronen(resolver: URLResolver, voor: str = "", ruimte: str = "") -> Iterator[tuple[str, str]]:
    for deel in resolver.url_patterns:
        if isinstance(deel, URLResolver):
            yield from _patronen(deel, voor + str(deel.pattern), deel.namespace or ruimte)
        else:
            yield voor + str(deel.pattern), f"{ruimte}:{deel.name or ''}"


def _overslaan(patroon: str, naam: str) -> bool:
    # Signing out ends the walk; the closed prefixes and the 404 at the end have no pattern to fill in.
    return naam.endswith(":wagtailadmin_logout") or "^" in patroon.removeprefix("redactie/")[:1]


_NAAMRUIMTE = re.compile(r"wagtailsnippet(?:s|choosers)_redactie_(\w+):")


def _model_van(naam: str) -> type[Model] | None:
    gevonden = _NAAMRUIMTE.match(naam)
    if gevonden:
        return apps.get_model("redactie", gevonden[1])
    return get_user_model() if naam.startswith("wagtailusers_users:") else None


def _ingevuld(patroon: str, ding: Model | None, dingen: dict[type[Model], Model]) -> Iterator[str]:
    pad = "/" + patroon.replace("^", "").replace("$", "").replace("\\.", ".").replace("\\d+", "d")
    if "app_label" in pad or "object_id" in pad:
        for model, lid in dingen.items():
            yield _vul(pad, lid, model)
    else:
        yield _vul(pad, ding, type(ding) if ding is not None else None)


def _vul(pad: str, ding: Model | None, model: type[Model] | None) -> str:
    waarden = {"pk": "1", "revision_id": "1", "task_state_id": "1", "workflow_state_id": "1", "task_id": "1"}
    waarden |= {"action_name": "approve", "action": "delete", "session_id": "1", "revision_id_a": "earliest"}
    waarden |= {"revision_id_b": "latest", "app_label": "redactie", "model_name": "product", "object_id": "1"}
    if ding is not None and model is not None:
        waarden |= {"pk": str(ding.pk), "object_id": str(ding.pk), "model_name": model._meta.model_name}
        waarden["app_label"] = model._meta.app_label
    waarden |= {"veld": "kosten", "tekstversie": "1", "antwoord": "1"}
    if isinstance(ding, models.Product):
        waarden["tekstversie"] = str(ding.tekstversies.get(verwerkt=False).pk)
        waarden["spoed"] = str(ding.spoedpublicaties.get().pk)
    if isinstance(ding, models.LokaleVersie):
        waarden["voorstel"] = str(ding.spoedvoorstellen.get().pk)
    if isinstance(ding, models.Feitencheck):
        waarden["antwoord"] = str(ding.antwoorden.get().pk)
    if isinstance(ding, RevisionMixin):
        waarden["revision_id"] = str(ding.revisions.order_by("pk").last().pk)
    if isinstance(ding, WorkflowMixin):
        staat = WorkflowState.objects.for_instance(ding).get()
        waarden |= {"workflow_state_id": str(staat.pk), "task_state_id": str(staat.current_task_state_id)}
        waarden["task_id"] = str(staat.current_task_state.task_id)
    pad = re.sub(r"\(\?P<(\w+)>[^()]*\)", lambda m: waarden.get(m[1], "1"), pad)
    return re.sub(r"<(?:\w+:)?(\w+)>", lambda m: waarden.get(m[1], "1"), pad)


# What a visit may change of itself: who is looking, and what they are in the middle of.
EIGEN_SPOREN = frozenset(
    {
        "django_session",
        "wagtailadmin_editingsession",
        "wagtailadmin_formstate",
        "wagtailusers_userprofile",
        "auth_user",
    }
)


def stand_van_zaken() -> dict[str, list[tuple]]:
    """Every row of every table that keeps something of somebody; accounts without their last sign-in."""
    stand = rijen_per_tabel(behalve=EIGEN_SPOREN)
    stand["accounts"] = sorted(
        get_user_model().objects.values_list(
            "pk", "username", "last_name", "is_active", "is_superuser", "email"
        )
    )
    return stand
