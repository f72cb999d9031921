"""Ending one own text outside a review: the field follows the region again, or the own texts that stay beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from redactie.bedenktijd import onthoud
from redactie.eigenteksten import verander, zelfde_rij
from redactie.tweede_paar import mag_meteen_publiceren
from redactie.veld import Veld

if TYPE_CHECKING:
    from redactie.models import Afwijking, LokaleVersie

BEEINDIGD = "antwoord.afwijking.beeindigd"


@transaction.atomic
def beeindig(*, afwijking: Afwijking, reden: str = "", door: Any = None) -> bool:
    """Whether it is gone for readers: without the right to publish it goes in the draft. Can be taken back for a day.

    `reden`: why it could go, for the log.
    """
    versie, veld = afwijking.versie, Veld(afwijking.veld)
    policy = policy_registry.get(versie)
    if door is not None and not policy.user_has_permission_for_instance(door, "change", versie):
        raise PermissionDenied("U mag hier niet over beslissen.")
    mag = mag_meteen_publiceren(door, versie)

    def zonder(ding: LokaleVersie, laag: str) -> None:
        ding.afwijkingen.set([rij for rij in ding.afwijkingen.all() if not zelfde_rij(rij, afwijking)])

    verandering = verander(versie, veld, zonder, door=door, publiceren=mag)
    if all(was == werd for was, werd in verandering.lagen.values()):
        raise ValidationError("Deze eigen tekst is er niet meer.")
    onthoud(versie=versie, veld=veld, besluit="", verandering=verandering, door=door)
    gegevens = {"veld": veld.kolom_label, "wijze": afwijking.get_wijze_display(), "reden": reden}
    log(instance=versie, action=BEEINDIGD, user=door, data=gegevens)
    return verandering.live
