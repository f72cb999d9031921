"""Record that a question came to nothing: masked first, as a hash until three sessions asked it, else as a count.

Writes and nothing else; `later.py` sees to it that nobody who searches waits for this.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from kennisbank.models import Dagtelling, Vergeefs, VergeefseVraag, Vraagspoor
from kennisbank.vergeefs.sleutel import gehasht, sleutel_van
from redactie.maskeren import MASKER, maskeer
from search.analyse.vouwen import vouw, woorden

DREMPEL = 3
"""Sessions, on one day, before a question may be read."""
MEESTE_SPOREN = 5_000
"""Of one day. Beyond it questions are only counted, so that nobody can fill the disk."""
LANGST = 120
KORTST = 3


@dataclass(frozen=True, slots=True)
class Waarneming:
    """`vraag` has been masked; `sessie` names a session of today, in memory alone; `vervolg` is a product's key."""

    vraag: str
    soort: Vergeefs
    bereik: str
    sessie: str
    vervolg: str = ""


def leesbaar(vraag: str) -> str:
    """The question as it may be kept: masked, folded and short. Empty when nothing but masks is left."""
    gemaskeerd = " ".join(vouw(maskeer(vraag)).split())
    over = "".join(woorden(MASKER.sub(" ", gemaskeerd)))
    return gemaskeerd[:LANGST] if len(over) >= KORTST else ""


@transaction.atomic
def noteer(waarneming: Waarneming) -> None:
    vandaag = timezone.localdate()
    sleutel = sleutel_van(vandaag)
    _tel(waarneming.soort)
    if not waarneming.vraag:
        return
    bekend = VergeefseVraag.objects.select_for_update().filter(vraag=waarneming.vraag, soort=waarneming.soort)
    if (rij := bekend.first()) is not None:
        _werk_bij(rij, [(waarneming.bereik, waarneming.vervolg)])
        return
    vraag = gehasht(sleutel, "vraag", waarneming.soort, waarneming.vraag)
    sporen = Vraagspoor.objects.filter(vraag=vraag)
    if not sporen.exists() and Vraagspoor.objects.count() >= MEESTE_SPOREN:
        return
    spoor, nieuw = Vraagspoor.objects.get_or_create(
        vraag=vraag,
        sessie=gehasht(sleutel, "sessie", waarneming.sessie),
        defaults={"bereik": waarneming.bereik, "vervolg": waarneming.vervolg},
    )
    if not nieuw and waarneming.vervolg:
        spoor.vervolg = waarneming.vervolg
        spoor.save(update_fields=["vervolg"])
    gezien = list(sporen.values_list("bereik", "vervolg"))
    if len(gezien) >= DREMPEL:
        rij = VergeefseVraag(
            vraag=waarneming.vraag, soort=waarneming.soort, eerste_op=vandaag, laatste_op=vandaag
        )
        _werk_bij(rij, gezien)
        sporen.delete()


def _tel(soort: Vergeefs) -> None:
    telling, _ = Dagtelling.objects.get_or_create(dag=timezone.localdate(), soort=soort)
    Dagtelling.objects.filter(pk=telling.pk).update(aantal=F("aantal") + 1)


def _werk_bij(rij: VergeefseVraag, gezien: Sequence[tuple[str, str]]) -> None:
    rij.keer += len(gezien)
    rij.laatste_op = timezone.localdate()
    rij.bereiken = dict(Counter(rij.bereiken) + Counter(bereik for bereik, _ in gezien))
    rij.vervolg = dict(Counter(rij.vervolg) + Counter(sleutel for _, sleutel in gezien if sleutel))
    rij.save()
