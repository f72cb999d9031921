"""Handing in a draft, and asking one colleague to look at it: check, do, log.

Wagtail's own workflow does the rest (`redactie/models/taak.py` says who decides).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import WorkflowState
from wagtail.permissions import policy_registry

from redactie.persoonsnaam import persoonsnaam
from redactie.tweede_paar import mag_concept_publiceren

if TYPE_CHECKING:
    from redactie.models import LokaleVersie, Product, Toewijzing

TOEGEWEZEN = "antwoord.taak.toegewezen"


def dien_in(*, ding: Product | LokaleVersie, door: Any) -> None:
    """Start the workflow for the newest draft, or go on with one that came back."""
    # As it stands now: a draft in memory carries an older revision.
    rij = type(ding)._base_manager.get(pk=ding.pk)
    loopt = rij.current_workflow_state
    if loopt is None:
        rij.get_workflow().start(rij, door)
    elif loopt.status == WorkflowState.STATUS_NEEDS_CHANGES:
        loopt.resume(door)


def collegas(ding: Product | LokaleVersie) -> list[Any]:
    """Who may decide on the draft as it stands, by name."""
    policy = policy_registry.get(ding)
    gebruikers = policy.users_with_any_permission_for_instance({"publish"}, ding).filter(is_superuser=False)
    return sorted(
        (wie for wie in gebruikers if mag_concept_publiceren(wie, ding)),
        key=lambda wie: persoonsnaam(wie).lower(),
    )


@transaction.atomic
def wijs_toe(*, ding: Product | LokaleVersie, aan: Any, door: Any) -> Toewijzing:
    """Ask this colleague. Others may still decide; who was asked before is asked no more."""
    from redactie.models import Toewijzing

    if not policy_registry.get(ding).user_has_permission_for_instance(door, "change", ding):
        raise PermissionDenied("U mag dit niet aan een collega vragen.")
    loopt = ding.current_workflow_state
    if loopt is None:
        raise ValidationError("Dit is niet ingediend. Dien het eerst in.")
    if aan not in collegas(ding):
        raise ValidationError({"aan": "Deze collega mag dit niet nakijken. Kies een ander."})
    toewijzing, _ = Toewijzing.objects.update_or_create(
        werkstroom=loopt, defaults={"aan": aan, "door": door, "wanneer": timezone.now()}
    )
    log(instance=ding, action=TOEGEWEZEN, user=door, data={"reden": f"Aan {persoonsnaam(aan)}"})
    return toewijzing
