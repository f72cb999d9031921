"""Undoing the last publication of a product or a local version, by publishing what stood there before it.

Nothing is taken out of the history, and a draft stays. Of a product only those texts go back that the publication
itself changed: a text that came into force by plan, or was corrected since, stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Revision
from wagtail.permissions import policy_registry

from redactie.bewerkscherm import breng_in_stap, neem_over
from redactie.indienen import dien_in
from redactie.keuzes import Klasse
from redactie.models import LogRegel, LokaleVersie, Product
from redactie.teksten import gepubliceerde_teksten
from redactie.tweede_paar import mag_meteen_publiceren

TERUGGEZET = "antwoord.publicatie.teruggezet"
TERUG_GEVRAAGD = "antwoord.publicatie.terug_gevraagd"
GEPUBLICEERD = "wagtail.publish"
CONCEPT_IN_DE_WEG = (
    "Er staat al een concept klaar, en een collega kijkt hier elke tekst na. Publiceer eerst het concept of haal het "
    "weg. Daarna kan de publicatie terug."
)


@dataclass(frozen=True, slots=True)
class Terugweg:
    """The publication to undo (`regel`: its row in the log, `op` its moment), and the thing as it would be then."""

    regel: str
    op: datetime
    door: Any
    vorige: Revision
    wordt: Product | LokaleVersie


def terugweg(ding: Product | LokaleVersie) -> Terugweg | None:
    """None when it is not published, or was published once only. 5 queries at most."""
    if not ding.live:
        return None
    regels = LogRegel.objects.for_instance(ding).filter(action=GEPUBLICEERD, revision__isnull=False)
    laatste = list(regels.select_related("revision", "user").order_by("-timestamp", "-pk")[:2])
    if len(laatste) < 2:
        return None
    gedaan, vorige = laatste
    wordt = vorige.revision.as_object()
    if isinstance(ding, Product):
        _met_teksten(wordt, ding, gedaan.revision.as_object())
    return Terugweg(str(gedaan.pk), gedaan.timestamp, gedaan.user, vorige.revision, wordt)


def _met_teksten(wordt: Product, nu: Product, gedaan: Product) -> None:
    was = gepubliceerde_teksten(product=nu, op=nu.last_published_at - timedelta(microseconds=1))
    werd = gedaan.teksten()
    for veld, tekst in nu.teksten().items():
        setattr(wordt, veld.value, was.get(veld.value, "") if tekst == werd[veld] else tekst)


@transaction.atomic
def zet_terug(*, ding: Product | LokaleVersie, regel: str, reden: str, door: Any = None) -> bool:
    """`regel`: the publication that somebody saw and wants to undo. The reason travels as the note of the change.

    Whether it stands there again: with two pairs of eyes it becomes a draft that is handed in.
    """
    policy = policy_registry.get(ding)
    if door is not None and not policy.user_has_permission_for_instance(door, "publish", ding):
        raise PermissionDenied("U mag dit niet publiceren.")
    if isinstance(ding, Product):
        breng_in_stap(product=ding)
    weg = terugweg(ding)
    if weg is None or weg.regel != regel:
        raise ValidationError("Intussen is er opnieuw gepubliceerd. Hieronder ziet u hoe het nu is.")
    if not reden.strip():
        raise ValidationError({"reden": "Schrijf op waarom u de publicatie terugdraait."})
    meteen = mag_meteen_publiceren(door, ding)
    if not meteen and ding.has_unpublished_changes:
        raise ValidationError(CONCEPT_IN_DE_WEG)
    concept = ding.get_latest_revision_as_object() if ding.has_unpublished_changes else None
    schrijver = ding.latest_revision.user if ding.latest_revision is not None else None
    if isinstance(ding, Product):
        _met_nota(weg.wordt, ding, reden)
    revisie = weg.wordt.save_revision(user=door, clean=False, previous_revision=weg.vorige)
    gegevens = {"van": weg.op.isoformat(), "reden": reden.strip()}
    if not meteen:
        dien_in(ding=ding, door=door)
        log(instance=ding, action=TERUG_GEVRAAGD, user=door, data=gegevens)
        return False
    revisie.publish(user=door, previous_revision=weg.vorige, skip_permission_checks=True)
    if concept is not None:
        if isinstance(ding, Product):
            _in_concept(concept, ding, weg.wordt)
        concept.save_revision(user=schrijver, clean=False, log_action=False)
    log(instance=ding, action=TERUGGEZET, user=door, data=gegevens)
    return True


def _met_nota(wordt: Product, nu: Product, reden: str) -> None:
    """Taking back a change of spelling asks nobody; everything else may ask who judged the text that goes."""
    cosmetisch = nu.klasse == Klasse.COSMETISCH
    wordt.klasse = Klasse.COSMETISCH if cosmetisch else Klasse.INHOUDELIJK
    wordt.nakijken_voor = None
    wordt.toelichting = reden.strip()


def _in_concept(concept: Product, nu: Product, wordt: Product) -> None:
    """Where the draft did not touch the text that goes back, it goes back there too."""
    terug = wordt.teksten()
    anders = {veld: terug[veld] for veld, tekst in nu.teksten().items() if tekst != terug[veld]}
    neem_over(concept, {veld: getattr(nu, veld.value) for veld in anders}, anders)
