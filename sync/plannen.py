"""The planner: takes Wijzigingen, makes the wanted state of the publications they point at.

Per document: lock its publications in key order, see that the sources were read after that (`gewenst.py`), hash;
equal hashes stop; else the next version, the content kept, deliveries wanted; at last the Wijziging deleted. A
product in many municipalities is planned in blocks of short transactions: repeating after a crash in between does
nothing twice, because equal hashes stop.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import datetime

from django.db import DatabaseError, DataError, IntegrityError, connection, transaction
from django.db.models import Exists, OuterRef, QuerySet

from redactie.bronnen import KETENPROEF
from redactie.klok import nu_van_de_database
from redactie.models import Product, Wijziging, WijzigingSoort
from sync.adem import Adem
from sync.bereiken import betrokken_bereiken
from sync.gewenst import Bereiken, Vooraf, niet_gemaakt
from sync.maken import Gewenst
from sync.models import Documentsoort, Publicatie, Toestand
from sync.pauzeren import pauzes
from sync.uitbreiden import BREED, breid_uit
from sync.vastleggen import leg_vast, onthoud_grenzen

logger = logging.getLogger(__name__)


def plan_volgende(adem: Adem, *, op: datetime | None = None) -> bool:
    """Plan what is to be withdrawn, else the document that waits longest.

    False when nothing waits that another process has not taken already.
    """
    if Wijziging.objects.filter(soort__in=BREED).exists():
        with adem.schrijven():
            breid_uit()
    with _heel():
        oudste = _vrij(_intrekkingen()).first()
        if oudste is None:
            oudste = _vrij(Wijziging.objects.exclude(soort__in=BREED)).first()
        if oudste is None:
            return False
        # Before the sources are read: what is committed later has a row of its own.
        samen = list(_vrij(Wijziging.objects.filter(soort=oudste.soort, sleutel=oudste.sleutel)))
        sinds = min(wijziging.vastgelegd_op for wijziging in samen)
        opdracht = _Opdracht(*_document(oudste), sinds, op)
        gemeenten = {wijziging.gemeente for wijziging in samen}
        bereiken = betrokken_bereiken(opdracht.soort, opdracht.sleutel, gemeenten)
        rest = list(bereiken)
        while True:
            blok, rest = rest[: adem.blok], rest[adem.blok :]
            _plan_blok(adem, opdracht, {slug: bereiken[slug] for slug in blok}, klaar=[] if rest else samen)
            if not rest:
                return True


def plan_verlopen(adem: Adem, *, op: datetime | None = None, meest: int = 500) -> int:
    """Turn publications whose date boundary has passed into Wijzigingen; returns how many."""
    verlopen = Publicatie.objects.filter(opnieuw_op__lte=op or nu_van_de_database()).order_by("pk")
    if not verlopen.exists():
        return 0
    with adem.schrijven(), transaction.atomic():
        if connection.features.has_select_for_update_skip_locked:
            verlopen = verlopen.select_for_update(skip_locked=True, no_key=True)
        rijen = list(verlopen[:meest])
        Wijziging.objects.bulk_create(_wijziging_voor(rij) for rij in rijen)
        Publicatie.objects.filter(pk__in=[rij.pk for rij in rijen]).update(opnieuw_op=None)
    return len(rijen)


def verwerk_alles(adem: Adem, *, op: datetime | None = None) -> int:
    """Plan until nothing is left; returns how many documents were planned."""
    aantal = 0
    while plan_verlopen(adem, op=op):
        pass
    while plan_volgende(adem, op=op):
        aantal += 1
    return aantal


@dataclass(frozen=True, slots=True)
class _Opdracht:
    """What is planned; `sinds` is when the oldest cause was recorded, `op` the moment it is for (None: now)."""

    soort: Documentsoort
    sleutel: str
    sinds: datetime
    op: datetime | None

    def plan(self, bereiken: Bereiken, adem: Adem, klaar: Sequence[Wijziging] = ()) -> None:
        """Bring it to its wanted state in these bereiken, and be done with these Wijzigingen: both, or neither."""
        vooraf = Vooraf(self.soort, self.sleutel, bereiken, self.op)
        with adem.schrijven(), transaction.atomic():
            _plan(vooraf, self.sinds)
            _verwijder(klaar)


def _plan_blok(adem: Adem, opdracht: _Opdracht, bereiken: Bereiken, klaar: Sequence[Wijziging]) -> None:
    """Plan one document in a few bereiken, and be done with these Wijzigingen.

    What is wrong with one document holds up no other, and not itself elsewhere. What is wrong with the database goes to
    the loop, and nothing has changed.
    """
    try:
        opdracht.plan(bereiken, adem, klaar)
    except Exception as fout:
        if _is_van_de_database(fout):
            raise
        for slug, bron in bereiken.items():
            _plan_alleen(adem, opdracht, {slug: bron})
        with adem.schrijven(), transaction.atomic():
            _verwijder(klaar)


def _plan_alleen(adem: Adem, opdracht: _Opdracht, bereik: Bereiken) -> None:
    """Once more. What fails again keeps its previous publication, with the fault on it, and is tried later."""
    try:
        opdracht.plan(bereik, adem)
    except Exception as fout:
        if _is_van_de_database(fout):
            raise
        logger.exception("%s/%s kon niet worden gepland", "".join(bereik), opdracht.sleutel)
        nu = opdracht.op or nu_van_de_database()
        mislukt = niet_gemaakt(nu, fout)
        with adem.schrijven(), transaction.atomic():
            rijen = _vergrendel(opdracht.soort, opdracht.sleutel, bereik)
            leg_vast([(rij, mislukt) for rij in rijen.values()], nu)


def _verwijder(klaar: Sequence[Wijziging]) -> None:
    if klaar:
        Wijziging.objects.filter(pk__in=[wijziging.pk for wijziging in klaar]).delete()


def _is_van_de_database(fout: Exception) -> bool:
    """Gone, busy, or two that waited for each other; not a value that it refuses."""
    return isinstance(fout, DatabaseError) and not isinstance(fout, DataError | IntegrityError)


def _plan(vooraf: Vooraf, sinds: datetime) -> None:
    """Bring one document, in a few bereiken, to its wanted state. Inside a transaction."""
    publicaties = _vergrendel(vooraf.soort, vooraf.sleutel, vooraf.bereiken)
    gewenst = vooraf.onder_slot()
    was_live = {slug for slug, rij in publicaties.items() if rij.toestand == Toestand.LIVE}
    # Read under the lock, and after the Wijzigingen: whoever lets it go on writes one after this.
    gepauzeerd = pauzes()
    vrij = vooraf.soort == Documentsoort.KETENPROEF
    te_doen, wacht = [], []
    for slug in vooraf.bereiken:
        gaat = vrij or gepauzeerd.van(slug) is None or _is_weg(gewenst[slug])
        (te_doen if gaat else wacht).append((publicaties[slug], gewenst[slug]))
    leg_vast(te_doen, vooraf.op, sinds)
    onthoud_grenzen(wacht)
    if vooraf.soort == Documentsoort.GEMEENTE:
        _volg_deelname(publicaties.values(), was_live)


def _is_weg(gewenst: Gewenst) -> bool:
    """Withdrawing goes on during a pause (`pauzeren.py`)."""
    return gewenst.publiek is None and not gewenst.fouten


def _volg_deelname(publicaties: Iterable[Publicatie], was_live: set[str]) -> None:
    """A municipality that begins or ends taking part changes all its publications."""
    for rij in publicaties:
        if (rij.toestand == Toestand.LIVE) != (rij.bereik in was_live):
            Wijziging.objects.create(soort=WijzigingSoort.ALLES, gemeente=rij.bereik)


def _heel() -> AbstractContextManager[object]:
    """PostgreSQL: one transaction, so that the taken row stays locked. SQLite: short ones, and one loop only."""
    return transaction.atomic() if connection.features.has_select_for_update_skip_locked else nullcontext()


def _intrekkingen() -> QuerySet[Wijziging]:
    """Of products that are live no more: thousands of other changes may wait."""
    live = Product.objects.filter(sleutel=OuterRef("sleutel"), live=True)
    return Wijziging.objects.filter(~Exists(live), soort=WijzigingSoort.PRODUCT)


def _vrij(rijen: QuerySet[Wijziging]) -> QuerySet[Wijziging]:
    """In order, without those that another process is planning."""
    if connection.features.has_select_for_update_skip_locked:
        rijen = rijen.select_for_update(skip_locked=True)
    return rijen.order_by("pk")


def _document(wijziging: Wijziging) -> tuple[Documentsoort, str]:
    if wijziging.soort == WijzigingSoort.PRODUCT:
        return Documentsoort.PRODUCT, wijziging.sleutel
    if wijziging.soort == WijzigingSoort.KETENPROEF:
        return Documentsoort.KETENPROEF, KETENPROEF
    return Documentsoort.GEMEENTE, Documentsoort.GEMEENTE.value


def _wijziging_voor(rij: Publicatie) -> Wijziging:
    if rij.documentsoort == Documentsoort.PRODUCT:
        return Wijziging(soort=WijzigingSoort.PRODUCT, sleutel=rij.sleutel, gemeente=rij.bereik)
    if rij.documentsoort == Documentsoort.KETENPROEF:
        return Wijziging(soort=WijzigingSoort.KETENPROEF, gemeente=rij.bereik)
    return Wijziging(soort=WijzigingSoort.GEMEENTE, gemeente=rij.bereik)


def _vergrendel(soort: Documentsoort, sleutel: str, bereiken: Bereiken) -> dict[str, Publicatie]:
    """bereik → its publication, made if absent, locked in key order.

    No lock on the key itself: a receipt points at it, and who delivers would wait for us, and we for them.
    """
    rijen = Publicatie.objects.filter(documentsoort=soort, sleutel=sleutel, bereik__in=list(bereiken))
    bekend = set(rijen.values_list("bereik", flat=True))
    Publicatie.objects.bulk_create(
        [
            Publicatie(documentsoort=soort, sleutel=sleutel, bereik=slug)
            for slug in bereiken
            if slug not in bekend
        ],
        ignore_conflicts=True,
    )
    return {rij.bereik: rij for rij in rijen.select_for_update(no_key=True).order_by("bereik")}
