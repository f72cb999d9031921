"""What may go after the term of retention: superseded versions, their receipts, and contents that nothing needs.

Whatever stood at a moment within the term can still be looked up: a version goes only when its successor came before
the term began. What is published now never goes, nor what says since when its words are so. Short transactions, to be
broken off at any moment. Without a term nothing goes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet

from redactie.klok import nu_van_de_database
from sync.adem import Adem
from sync.models import Inhoud, Ontvangst, Publicatie, Uitgave

BLOK = 200


@dataclass(frozen=True, slots=True)
class Opgeruimd:
    uitgaven: int = 0
    ontvangsten: int = 0
    inhouden: int = 0


def ruim_op(adem: Adem | None = None, *, nu: datetime | None = None) -> Opgeruimd:
    """Remove what is past the term of the settings; returns how much that was."""
    if not settings.ANTWOORD_BEWAAR_DAGEN:
        return Opgeruimd()
    adem = adem or Adem()
    grens = grens_van(nu or nu_van_de_database())
    return Opgeruimd(
        _verwijder(oude_uitgaven(grens), adem),
        _verwijder(oude_ontvangsten(grens), adem),
        # Last: what the removed versions were the last to need.
        _verwijder(losse_inhoud(grens), adem),
    )


def te_ruimen(nu: datetime | None = None) -> Opgeruimd:
    """What would go of versions and receipts; contents follow from those."""
    if not settings.ANTWOORD_BEWAAR_DAGEN:
        return Opgeruimd()
    grens = grens_van(nu or nu_van_de_database())
    return Opgeruimd(oude_uitgaven(grens).count(), oude_ontvangsten(grens).count())


def grens_van(nu: datetime) -> datetime:
    return nu - timedelta(days=settings.ANTWOORD_BEWAAR_DAGEN)


def oude_uitgaven(grens: datetime) -> QuerySet[Uitgave]:
    """Superseded before `grens`, unless it is the first of a public text that was not."""
    zelfde = Uitgave.objects.filter(publicatie=OuterRef("publicatie"))
    opgevolgd = zelfde.filter(versie__gt=OuterRef("versie"), op__lt=grens)
    tekst_opgevolgd = zelfde.filter(publieke_versie__gt=OuterRef("publieke_versie"), op__lt=grens)
    eerdere = zelfde.filter(publieke_versie=OuterRef("publieke_versie"), versie__lt=OuterRef("versie"))
    return (
        Uitgave.objects.filter(op__lt=grens)
        .exclude(versie=F("publicatie__versie"))
        .filter(Exists(opgevolgd))
        .filter(Q(Exists(tekst_opgevolgd)) | Q(Exists(eerdere)))
    )


def oude_ontvangsten(grens: datetime) -> QuerySet[Ontvangst]:
    """Followed before `grens` by another of the same target and document: what it had then stays known."""
    later = Ontvangst.objects.filter(
        publicatie=OuterRef("publicatie"),
        doel_naam=OuterRef("doel_naam"),
        pk__gt=OuterRef("pk"),
        op__lt=grens,
    )
    return Ontvangst.objects.filter(op__lt=grens).filter(Exists(later))


def losse_inhoud(grens: datetime) -> QuerySet[Inhoud]:
    """Contents that no version and no publication points at."""
    gebruikt = [
        Exists(model.objects.filter(**{veld: OuterRef("pk")}))
        for model in (Uitgave, Publicatie)
        for veld in ("inhoud", "publieke_inhoud")
    ]
    rijen = Inhoud.objects.filter(gemaakt_op__lt=grens)
    for gebruik in gebruikt:
        rijen = rijen.filter(~gebruik)
    return rijen


def _verwijder(rijen: QuerySet[Model], adem: Adem) -> int:
    """In blocks. What came into use in between is refused by the database, and goes another time."""
    weg = 0
    while True:
        with adem.schrijven(), transaction.atomic():
            pks = list(rijen.order_by("pk").values_list("pk", flat=True)[:BLOK])
            if pks:
                weg += rijen.model._default_manager.filter(pk__in=pks).delete()[0]
        if len(pks) < BLOK:
            return weg
