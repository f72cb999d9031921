"""Recording that somebody looked at a published text and found it right: check, do, log.

Publishing by hand counts as looking too (`redactie/cms/publiceren.py`), and so does judging a deviation, which the
merge reads from the decision itself; an import does not count. Readers get the day and the organisation
(`redactie/nagekeken.py`), the log keeps who it was.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

if TYPE_CHECKING:
    from redactie.models import LokaleVersie, Product

NAGEKEKEN = "antwoord.nagekeken"


@transaction.atomic
def kijk_na(*, ding: Product | LokaleVersie, door: Any = None, volgende: date | None = None) -> None:
    """The text as it stands published is right today. `volgende`: before when a product is looked at again.

    Changes nothing of the text; a pending draft stays a draft.
    """
    if door is not None and not policy_registry.get(ding).user_has_permission_for_instance(
        door, "publish", ding
    ):
        raise PermissionDenied("U mag deze tekst niet nakijken.")
    rij = type(ding)._base_manager.select_for_update().get(pk=ding.pk)
    if not rij.live:
        raise ValidationError("Deze tekst is niet gepubliceerd: er is nog niets om na te kijken.")
    if volgende is not None and volgende <= timezone.localdate():
        raise ValidationError({"volgende": "Kies een dag die nog komt."})
    rij.nagekeken_op = timezone.localdate()
    rij.save(update_fields=["nagekeken_op"])
    if volgende is not None and volgende != rij.controledatum:
        _verzet_controledatum(rij, volgende, door)
    log(instance=rij, action=NAGEKEKEN, user=door)


def _verzet_controledatum(product: Product, volgende: date, door: Any) -> None:
    """On the published product, and in a draft that did not change the date itself.

    A new revision says so: a form that was opened before it is stale, and cannot put the old date back.
    """
    rijen = type(product)._base_manager.filter(pk=product.pk)
    concept = product.get_latest_revision_as_object()
    was, product.controledatum = product.controledatum, volgende
    product.save(update_fields=["controledatum"])
    if product.has_unpublished_changes and concept.controledatum != was:
        return
    concept.controledatum = volgende
    # A pending draft stays the work of who wrote it.
    schrijver = product.latest_revision.user if product.has_unpublished_changes else door
    revisie = concept.save_revision(
        user=schrijver, changed=product.has_unpublished_changes, clean=False, log_action=False
    )
    if not product.has_unpublished_changes:
        rijen.update(live_revision=revisie)
