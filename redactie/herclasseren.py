"""Saying afterwards that a change was of another class: questions to municipalities appear or go with it.

One action: check, do, log, with the class it had and why it changed. The text itself and its moment stay.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from redactie.keuzes import Klasse
from redactie.models import Afwijking, Tekstversie
from redactie.veld import Veld

HERINGEDEELD = "antwoord.tekst.heringedeeld"


@transaction.atomic
def herclasseer(
    *,
    tekstversie: Tekstversie,
    klasse: Klasse,
    reden: str,
    nakijken_voor: date | None = None,
    toelichting: str | None = None,
    door: Any = None,
) -> Tekstversie:
    """`toelichting` None: the note stays as it is."""
    product = tekstversie.product
    if door is not None and not policy_registry.get(product).user_has_permission_for_instance(
        door, "publish", product
    ):
        raise PermissionDenied("U mag teksten van dit product niet publiceren.")
    noot = tekstversie.toelichting if toelichting is None else toelichting.strip()
    _keur(klasse, reden, nakijken_voor, noot)
    was = Klasse(tekstversie.klasse)
    tekstversie.klasse = klasse
    tekstversie.nakijken_voor = nakijken_voor if klasse is Klasse.SPOED else None
    tekstversie.toelichting = noot
    tekstversie.save(update_fields=["klasse", "nakijken_voor", "toelichting"])
    gegevens = {
        "veld": Veld(tekstversie.veld).kolom_label,
        "vanaf": tekstversie.vanaf.isoformat(),
        "was": was.value,
        "wordt": klasse.value,
        "reden": reden.strip(),
    }
    log(instance=product, action=HERINGEDEELD, user=door, data=gegevens)
    return tekstversie


def _keur(klasse: Klasse, reden: str, nakijken_voor: date | None, toelichting: str) -> None:
    fouten = {}
    if not reden.strip():
        fouten["reden"] = "Schrijf op waarom de soort verandert. Dit komt in het logboek."
    if klasse is Klasse.SPOED and nakijken_voor is None:
        fouten["nakijken_voor"] = "Kies vóór welke dag gemeenten hun tekst nakijken."
    if klasse is not Klasse.COSMETISCH and not toelichting:
        fouten["toelichting"] = "Schrijf op wat er verandert en waarom. Gemeenten lezen dit."
    if fouten:
        raise ValidationError(fouten)


def aantal_met_eigen_tekst(tekstversie: Tekstversie) -> int:
    """How many municipalities have a published text of their own in that field. 1 query."""
    rijen = Afwijking.objects.filter(
        versie__product=tekstversie.product_id, versie__live=True, veld=tekstversie.veld
    )
    return rijen.values("versie__gemeente").distinct().count()
