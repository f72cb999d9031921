"""An urgent text past the second pair of eyes, by whoever may, and the check of it afterwards: check, do, log.

Only where a second pair of eyes is required and the text is of the class spoed. The row is what lets it pass
(`redactie/cms/publiceren.py` asks for it), and it stays on the list until somebody else has checked it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Revision
from wagtail.permissions import policy_registry

from redactie.keuzes import Klasse
from redactie.tweede_paar import eist_tweede_paar

if TYPE_CHECKING:
    from redactie.models import Product, Spoedpublicatie

MET_SPOED = "antwoord.spoed.gepubliceerd"
GECONTROLEERD = "antwoord.spoed.gecontroleerd"
WAAROM = "Schrijf op waarom dit niet kan wachten op een collega. Dit komt in het logboek."


@transaction.atomic
def publiceer_met_spoed(*, product: Product, revisie: int, reden: str, door: Any) -> Spoedpublicatie:
    """`revisie`: the draft that somebody saw. It goes out now; who else may publish finds it on the list."""
    from redactie.models import Spoedpublicatie

    if not policy_registry.get(product).user_has_permission_for_instance(door, "spoed", product):
        raise PermissionDenied("U mag dit niet met spoed publiceren.")
    rij = type(product)._base_manager.select_for_update().get(pk=product.pk)
    nieuwste = rij.get_latest_revision()
    if nieuwste is None or nieuwste.pk != revisie:
        raise ValidationError("Het concept is intussen veranderd. Hieronder staat hoe het nu is.")
    if bezwaar := waarom_niet(rij):
        raise ValidationError(bezwaar)
    if not reden.strip():
        raise ValidationError({"reden": WAAROM})
    spoed = Spoedpublicatie.objects.create(product=rij, revisie=nieuwste, reden=reden.strip(), door=door)
    nieuwste.publish(user=door, skip_permission_checks=True)
    gegevens = {"reden": spoed.reden}
    log(instance=rij, action=MET_SPOED, user=door, revision=nieuwste, data=gegevens)
    return spoed


def waarom_niet(product: Product) -> str:
    """Why this draft cannot go out past the second pair of eyes; empty when it can."""
    if not eist_tweede_paar(product):
        return "Hier is geen tweede paar ogen nodig. Publiceer de tekst op het bewerkscherm."
    if product.live and not product.has_unpublished_changes:
        return "Er is geen concept om te publiceren."
    if product.get_latest_revision_as_object().klasse != Klasse.SPOED:
        return "Dit concept is geen spoed. Kies op het bewerkscherm eerst “Spoed” als soort wijziging."
    return ""


def laat_door(revisie: Revision, door: Any) -> bool:
    """Whether this publication is one that may pass: its row was made in the same transaction."""
    from redactie.models import Spoedpublicatie

    return Spoedpublicatie.objects.filter(revisie=revisie, door=door, gecontroleerd_op=None).exists()


def mag_controleren(user: Any, spoed: Spoedpublicatie) -> bool:
    """Somebody else, who may publish this text himself."""
    if user.pk == spoed.door_id or user.pk in _schreven(spoed):
        return False
    return policy_registry.get(spoed.product).user_has_permission_for_instance(user, "publish", spoed.product)


def _schreven(spoed: Spoedpublicatie) -> frozenset[int]:
    """Who worked on what went out: since the publication before it."""
    from redactie.models import LogRegel

    if spoed.revisie_id is None:
        return frozenset()
    eerdere = LogRegel.objects.for_instance(spoed.product).filter(
        action="wagtail.publish", revision__lt=spoed.revisie_id
    )
    vorige = eerdere.aggregate(vorige=Max("revision"))["vorige"] or 0
    revisies = Revision.objects.for_instance(spoed.product).filter(pk__gt=vorige, pk__lte=spoed.revisie_id)
    return frozenset(revisies.exclude(user=None).values_list("user", flat=True))


@transaction.atomic
def controleer(*, spoed: Spoedpublicatie, opmerking: str = "", door: Any) -> Spoedpublicatie:
    """Somebody else has looked at what went out. What is wrong in it is mended by a new change, not here."""
    from redactie.models import Spoedpublicatie

    rij = Spoedpublicatie.objects.select_for_update(of=("self",)).select_related("product", "revisie")
    spoed = rij.get(pk=spoed.pk)
    if not mag_controleren(door, spoed):
        raise PermissionDenied("Iemand anders controleert dit: u schreef of publiceerde het zelf.")
    if spoed.gecontroleerd_op is not None:
        raise ValidationError("Een collega heeft dit intussen gecontroleerd.")
    spoed.gecontroleerd_door, spoed.gecontroleerd_op = door, timezone.now()
    spoed.opmerking = opmerking.strip()
    spoed.save(update_fields=["gecontroleerd_door", "gecontroleerd_op", "opmerking"])
    log(instance=spoed.product, action=GECONTROLEERD, user=door, data={"reden": spoed.opmerking})
    return spoed
