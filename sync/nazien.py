"""The audit: what a generation has of each document, beside what its deliveries say that it has.

What differs is offered again by the loop, as the same version. What the index has and we never sent is only told:
concluding that something must go is for a person.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, time, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from search.document import document_id
from search.motor import Motor, Stand
from sync.models import Documentsoort, Doel, Levering, LeveringToestand, Publicatie
from sync.vastleggen import wens

logger = logging.getLogger(__name__)

NACHT = time(3, 30)
BLOK = 500

ONTBREEKT = "ontbreekt"
OUDER = "ouder"
NIEUWER = "nieuwer"
NIET_WEG = "niet ingetrokken"
TEN_ONRECHTE_WEG = "ten onrechte ingetrokken"
ONBEKEND = "onbekend"
HERSTELBAAR = (ONTBREEKT, OUDER, NIET_WEG, TEN_ONRECHTE_WEG)


def zie_na(machine: Motor, doel: Doel, *, op: datetime | None = None) -> dict[str, int]:
    """Compare, offer again what can be repaired, and keep what was found; returns kind → number, empty when equal.

    Reads the whole index: seconds for hundreds of thousands of documents. MotorFout when it cannot be read.
    """
    begin = op or timezone.now()
    aanwezig = {stand.id: stand for stand in machine.audit(doel.generatie)}
    gevonden = list(_verschillen(doel, aanwezig, begin))
    verschillen = dict(Counter(soort for soort, _ in gevonden))
    opnieuw = [pk for soort, pk in gevonden if soort in HERSTELBAAR]
    with transaction.atomic():
        Doel.objects.filter(pk=doel.pk).update(nagezien_op=begin, verschillen=verschillen)
        for van in range(0, len(opnieuw), BLOK):
            _bied_opnieuw_aan(opnieuw[van : van + BLOK], begin)
    doel.nagezien_op, doel.verschillen = begin, verschillen
    if verschillen:
        logger.warning("generatie %s wijkt af van wat geleverd is: %s", doel.generatie, verschillen)
    return verschillen


def vul_aan(doel: Doel, nu: datetime) -> int:
    """Let the target want what was published and passed it by; returns how many documents.

    A document that was planned while the target was being inserted saw no target, and the target did not see it.
    """
    gewenst = Levering.objects.filter(doel=doel, publicatie=OuterRef("pk"), gewenst__gte=OuterRef("versie"))
    gemist = Publicatie.objects.filter(documentsoort=Documentsoort.PRODUCT, versie__gt=0)
    gemist = gemist.exclude(Exists(gewenst)).only("pk", "versie", "publieke_versie", "toestand")
    with transaction.atomic():
        rijen = list(gemist.order_by("pk")[:BLOK].select_for_update(of=("self",)))
        if rijen:
            logger.warning("generatie %s wilde %s documenten nog niet", doel.generatie, len(rijen))
            wens(doel, rijen, nu)
    return len(rijen)


def is_tijd(doel: Doel, nu: datetime) -> bool:
    """Once each night, in the first round after half past three."""
    lokaal = timezone.localtime(nu)
    nacht = datetime.combine(lokaal.date(), NACHT, lokaal.tzinfo)
    if nacht > lokaal:
        nacht -= timedelta(days=1)
    return doel.nagezien_op is None or doel.nagezien_op < nacht


def _verschillen(doel: Doel, aanwezig: dict[str, Stand], begin: datetime) -> Iterator[tuple[str, int | None]]:
    """Pairs of a kind and the delivery it concerns. Uses up `aanwezig`."""
    rijen = Levering.objects.filter(doel=doel).values_list(
        "pk",
        "publicatie__bereik",
        "publicatie__sleutel",
        "toestand",
        "gewenst",
        "bevestigd",
        "bevestigd_op",
        "intrekking",
    )
    for pk, bereik, sleutel, toestand, gewenst, bevestigd, bevestigd_op, intrekking in rijen.iterator():
        stand = aanwezig.pop(document_id(bereik, sleutel), None)
        if bevestigd_op is None or bevestigd_op >= begin:
            continue  # never acknowledged, or while we were reading
        if stand is None:
            yield ONTBREEKT, pk
        elif stand.versie < bevestigd:
            yield OUDER, pk
        elif stand.versie > max(gewenst, bevestigd):
            yield NIEUWER, pk
        elif toestand == LeveringToestand.BEVESTIGD and stand.weg != intrekking:
            yield (NIET_WEG if intrekking else TEN_ONRECHTE_WEG), pk
    for _ in aanwezig:
        yield ONBEKEND, None


def _bied_opnieuw_aan(leveringen: list[int | None], nu: datetime) -> None:
    """Wait again for the same version; what waits already keeps since when it waits."""
    Levering.objects.filter(pk__in=leveringen, toestand=LeveringToestand.BEVESTIGD).update(
        toestand=LeveringToestand.WACHT, wacht_sinds=nu, volgende_op=None
    )
