"""The audit: what a target has of each document, beside what its deliveries say that it has.

What differs is offered again by the loop, as the same version. What a target has and we never sent is only told here:
what may go by itself is for `nazien_buiten.py`, which also asks a target outside the house what it has.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from redactie.klok import nu_van_de_database
from search.document import document_id
from search.motor import Motor
from sync.afspraak.manifest import naam_van
from sync.doelen import Aanwezig
from sync.models import Doel, Levering, LeveringToestand, Publicatie
from sync.vastleggen import wens

logger = logging.getLogger(__name__)

NACHT = time(3, 30)
BLOK = 500

ONTBREEKT = "ontbreekt"
OUDER = "ouder"
NIEUWER = "nieuwer"
NIET_WEG = "niet ingetrokken"
TEN_ONRECHTE_WEG = "ten onrechte ingetrokken"
ANDERS = "anders van inhoud"
ONBEKEND = "onbekend"
GEWEIGERD_EN_WEG = "geweigerd, en er niet meer"
"""Offered again, for the reason of the refusal may have gone with it; no sign of a target that keeps nothing."""
HERSTELBAAR = (ONTBREEKT, OUDER, NIET_WEG, TEN_ONRECHTE_WEG, ANDERS)


@dataclass(frozen=True, slots=True)
class Geval:
    """One document that differs, and the delivery that it concerns."""

    soort: str
    naam: str
    levering: int


@dataclass(frozen=True, slots=True)
class Gevonden:
    """What differs. `wezen`: what is there, and is not for this target."""

    gevallen: tuple[Geval, ...]
    wezen: Mapping[str, Aanwezig]

    @property
    def aan_te_bieden(self) -> list[int]:
        """Deliveries that may repair it."""
        return [geval.levering for geval in self.gevallen if geval.soort in (*HERSTELBAAR, GEWEIGERD_EN_WEG)]

    @property
    def verschillen(self) -> dict[str, int]:
        """kind → number; empty when equal."""
        aantallen = Counter(geval.soort for geval in self.gevallen)
        return dict(aantallen) | ({ONBEKEND: len(self.wezen)} if self.wezen else {})


def zie_na(machine: Motor, doel: Doel, *, op: datetime | None = None) -> dict[str, int]:
    """Compare, offer again what can be repaired, and keep what was found; returns kind → number, empty when equal.

    Reads the whole index: seconds for hundreds of thousands of documents. MotorFout when it cannot be read.
    """
    begin = op or nu_van_de_database()
    return leg_naast(doel, in_index(machine, doel), begin).verschillen


def in_index(machine: Motor, doel: Doel) -> dict[str, Aanwezig]:
    """What a generation has, as it says itself. MotorFout when it cannot be read."""
    return {stand.id: Aanwezig(stand.versie, stand.weg) for stand in machine.audit(doel.generatie)}


def leg_naast(
    doel: Doel,
    aanwezig: Mapping[str, Aanwezig],
    begin: datetime,
    gevraagd: Callable[[str], bool] | None = None,
) -> Gevonden:
    """`vergelijk`, keep what was found with the target, and offer again what can be repaired."""
    gevonden = vergelijk(doel, aanwezig, begin, gevraagd)
    verschillen = gevonden.verschillen
    opnieuw = gevonden.aan_te_bieden
    with transaction.atomic():
        bied_opnieuw_aan(opnieuw, begin)  # the deliveries before their target, as everybody locks them
        Doel.objects.filter(pk=doel.pk).update(nagezien_op=begin, verschillen=verschillen)
    doel.nagezien_op, doel.verschillen = begin, verschillen
    if verschillen:
        logger.warning("doel %s wijkt af van wat geleverd is: %s", doel.naam, verschillen)
    return gevonden


def vergelijk(
    doel: Doel,
    aanwezig: Mapping[str, Aanwezig],
    begin: datetime,
    gevraagd: Callable[[str], bool] | None = None,
) -> Gevonden:
    """Lay what a target has (document → what it says) beside its deliveries, from `begin` on. Only reads.

    `gevraagd`: which documents it was asked about, if not all.
    """
    over = dict(aanwezig)
    gevallen = tuple(_verschillen(doel, over, begin, gevraagd or (lambda naam: True)))
    return Gevonden(gevallen, {naam: stand for naam, stand in over.items() if not stand.weg})


def vul_aan(doel: Doel, nu: datetime) -> int:
    """Let the target want what was published and passed it by; returns how many documents.

    A document that was planned while the target was being inserted saw no target, and the target did not see it.
    """
    velden = ("pk", "bereik", "documentsoort", "versie", "publieke_versie", "toestand")
    # In the order in which a planner locks them: else each would wait for what the other holds.
    volgorde = ("bereik", "documentsoort", "sleutel")
    with transaction.atomic():
        rijen = list(
            gemist(doel).only(*velden).order_by(*volgorde)[:BLOK].select_for_update(of=("self",), no_key=True)
        )
        if rijen:
            logger.warning("doel %s wilde %s documenten nog niet", doel.naam, len(rijen))
            wens([(doel, rij) for rij in rijen], nu)
    return len(rijen)


def gemist(doel: Doel) -> QuerySet[Publicatie]:
    """What was published for this target and it does not want, in that version."""
    versie = "versie" if doel.wil_intern else "publieke_versie"
    gewenst = Levering.objects.filter(doel=doel, publicatie=OuterRef("pk"), gewenst__gte=OuterRef(versie))
    return doel.publicaties().exclude(Exists(gewenst))


def is_tijd(doel: Doel, nu: datetime) -> bool:
    """Once each night, in the first round after half past three."""
    return doel.nagezien_op is None or doel.nagezien_op < volgende_nacht(nu) - timedelta(days=1)


def volgende_nacht(nu: datetime) -> datetime:
    """The first half past three after `nu`, in Amsterdam."""
    lokaal = timezone.localtime(nu)
    nacht = datetime.combine(lokaal.date(), NACHT, lokaal.tzinfo)
    return nacht if nacht > lokaal else nacht + timedelta(days=1)


def documentnaam(doel: Doel, bereik: str, documentsoort: str, sleutel: str) -> str:
    """What a target calls a document: an index holds one kind only."""
    return document_id(bereik, sleutel) if doel.wil_intern else naam_van(bereik, documentsoort, sleutel)


def _verschillen(
    doel: Doel, aanwezig: dict[str, Aanwezig], begin: datetime, gevraagd: Callable[[str], bool]
) -> Iterator[Geval]:
    """Uses up `aanwezig`: what is left is nobody's."""
    rijen = Levering.objects.filter(doel=doel).select_related("publicatie")
    rijen = rijen.only(
        *("toestand", "gewenst", "bevestigd", "bevestigde_hash", "bevestigd_op", "intrekking", "doel_id"),
        *("publicatie__bereik", "publicatie__documentsoort", "publicatie__sleutel"),
    )
    for rij in rijen.iterator(chunk_size=2000):
        van = rij.publicatie
        naam = documentnaam(doel, van.bereik, van.documentsoort, van.sleutel)
        stand = aanwezig.pop(naam, None)
        if rij.bevestigd_op is None or rij.bevestigd_op >= begin or not gevraagd(naam):
            continue  # never acknowledged, or while we were reading, or not asked about
        soort = _verschil(rij, stand)
        if soort:
            yield Geval(soort, naam, rij.pk)


def _verschil(rij: Levering, stand: Aanwezig | None) -> str:
    """What is wrong with what the target has of this document; empty when nothing is."""
    if stand is None:
        return GEWEIGERD_EN_WEG if rij.toestand == LeveringToestand.GEPARKEERD else ONTBREEKT
    if stand.versie < rij.bevestigd:
        return OUDER
    if stand.versie > max(rij.gewenst, rij.bevestigd):
        return NIEUWER
    if rij.toestand != LeveringToestand.BEVESTIGD:
        return ""
    if stand.weg != rij.intrekking:
        return NIET_WEG if rij.intrekking else TEN_ONRECHTE_WEG
    return ANDERS if stand.hash and stand.hash != rij.bevestigde_hash else ""


def bied_opnieuw_aan(leveringen: Sequence[int], nu: datetime) -> None:
    """Wait again for the same version; what waits already keeps since when it waits."""
    for van in range(0, len(leveringen), BLOK):
        rijen = Levering.objects.filter(
            pk__in=leveringen[van : van + BLOK],
            toestand__in=(LeveringToestand.BEVESTIGD, LeveringToestand.GEPARKEERD),
        )
        with transaction.atomic():
            vergrendel(rijen)
            rijen.update(toestand=LeveringToestand.WACHT, wacht_sinds=nu, volgende_op=None)


def vergrendel(rijen: QuerySet[Levering]) -> None:
    """In the order in which everybody locks them: an update alone takes them as they come."""
    list(rijen.select_for_update().order_by("pk").values_list("pk"))
