"""Writer of local versions: publishes a revision, as the CMS does, or leaves it as a draft.

A deviation that is new or has another text counts as based on the central text in force now; one that stays the same
keeps its base, so that a central text that changes in the same import flags it.
"""

from __future__ import annotations

from django.utils import timezone

from redactie.invoer.documenten import AfwijkingDeel, LokaalBestand
from redactie.invoer.normaal import tekst
from redactie.invoer.schrijven.kolommen import kanaal_kolommen, kolommen
from redactie.invoer.schrijven.register import Register
from redactie.models import Afwijking, LokaalKanaal, LokaleVersie, Tekstversie


def schrijf_lokaal(*, document: LokaalBestand, register: Register, concept: bool) -> LokaleVersie:
    gemeente = register.gemeente(document.gemeente)
    product_id = register.product_id(document.product)
    versie = LokaleVersie.objects.filter(gemeente=gemeente, product_id=product_id).first() or LokaleVersie(
        gemeente=gemeente, product_id=product_id, live=False
    )
    for naam, waarde in kolommen(document).items():
        setattr(versie, naam, waarde)
    versie.valt_onder_id = register.product_id(document.valt_onder)
    versie.behandelaar = register.contactpunt(document.behandelaar, document.gemeente)
    if tuple(kanaal.als_bron() for kanaal in versie.kanalen.all()) != document.kanalen:
        versie.kanalen = [LokaalKanaal(**waarden) for waarden in kanaal_kolommen(document)]
    versie.afwijkingen = _afwijkingen(versie, document.afwijkingen)
    versie.full_clean(validate_unique=False, validate_constraints=False)
    if not versie.live:
        versie.save()
    revisie = versie.save_revision(clean=False)
    if not concept:
        revisie.publish(skip_permission_checks=True)
    return versie


def _afwijkingen(versie: LokaleVersie, delen: tuple[AfwijkingDeel, ...]) -> list[Afwijking]:
    bestaand = {(rij.veld, rij.wijze, rij.vanaf): rij for rij in versie.afwijkingen.all()}
    rijen = [
        _afwijking(bestaand.get((deel.veld.value, deel.wijze.value, deel.periode.van)), versie, deel)
        for deel in delen
    ]
    # Saved in this order: a period is cut short before another begins.
    return sorted(rijen, key=lambda rij: rij.pk is None)


def _afwijking(rij: Afwijking | None, versie: LokaleVersie, deel: AfwijkingDeel) -> Afwijking:
    if rij is None:
        rij = Afwijking(veld=deel.veld.value, wijze=deel.wijze.value, vanaf=deel.periode.van)
    if rij.pk is None or tekst(rij.tekst) != deel.tekst:
        rij.tekst = deel.tekst
        rij.basis = _basis(versie, deel)
    rij.soort, rij.reden, rij.tot = deel.soort.value, deel.reden, deel.periode.tot
    return rij


def _basis(versie: LokaleVersie, deel: AfwijkingDeel) -> Tekstversie | None:
    versies = Tekstversie.objects.filter(
        product_id=versie.product_id, veld=deel.veld.value, vanaf__lte=timezone.now()
    )
    return versies.order_by("-vanaf", "-pk").first()
