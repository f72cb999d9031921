"""An editor's process: does its list, each edit in one transaction, as a screen of the CMS does; and broken ones.

Which edit was under way when it died is lost with it: whoever takes over goes on with the next.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import Error, connection, transaction

from tests.chaos.plan import Bewerking, Wat
from tests.chaos.stand import Plaats, Stand

POLS = 0.005
BEZORGTIJD = 1.0
"""Seconds that a broker takes in the broken variant."""


def draai(nummer: int, werk: Sequence[Bewerking], stand: Stand, variant: str) -> None:
    VARIANTEN[variant]()
    _kom_terug()
    while (plaats := stand.lees(Plaats.BEGONNEN, nummer)) < len(werk):
        while plaats >= stand.lees(Plaats.MAG, nummer):
            time.sleep(POLS)
        stand.verhoog(Plaats.BEGONNEN, nummer)
        begin = time.monotonic()
        try:
            with transaction.atomic():
                bewerk(werk[plaats])
        except Exception as fout:
            stand.verhoog(Plaats.MISLUKT, nummer)
            print(f"{werk[plaats]}: {fout!r}", file=sys.stderr, flush=True)
            _kom_terug()
        else:
            stand.verhoog(Plaats.KLAAR, nummer)
            stand.schrijf(Plaats.DUURDE, nummer, int((time.monotonic() - begin) * 1e6))


def _kom_terug() -> None:
    """The database may be away for a while; an edit that failed is not done again."""
    while True:
        connection.close()
        try:
            connection.ensure_connection()
            return
        except Error:
            time.sleep(POLS)


def bewerk(taak: Bewerking) -> None:
    from redactie.models import Gegeven, Product

    if taak.wat is Wat.FEIT:
        feit = Gegeven.objects.get(sleutel=taak.sleutel)
        feit.waarde = taak.merk
        feit.save()
        return
    product = Product.objects.get(sleutel=taak.sleutel)
    if taak.wat is Wat.TREK_IN:
        product.unpublish()
    elif taak.wat in (Wat.WIJK_AF, Wat.VOLG_WEER):
        _lokaal(product, taak)
    else:
        product.termijn = taak.merk
        product.save_revision().publish()


def _lokaal(product: Any, taak: Bewerking) -> None:
    """The municipality's own version: made, changed, or taken away again."""
    from redactie.models import Afwijking, Gemeente, LokaleVersie

    gemeente = Gemeente.objects.get(slug=taak.gemeente)
    if taak.wat is Wat.VOLG_WEER:
        try:
            LokaleVersie.objects.get(product=product, gemeente=gemeente).unpublish()
        except ObjectDoesNotExist:
            return  # the deviation was broken off
        return
    versie, _ = LokaleVersie.objects.get_or_create(product=product, gemeente=gemeente)
    versie.afwijkingen.add(Afwijking(veld="termijn", tekst=taak.merk, reden="Onze balie werkt anders."))
    versie.save_revision().publish()


def zet_in_de_rij_na_afloop() -> None:
    """A broken product: what must be looked at goes to a queue when the transaction of the edit is over."""
    from redactie.models.wijziging import VastgelegdModel

    def leg_vast(zelf: Any) -> None:
        # Django forgets this list at a rollback, and so does a queue of that kind.
        if not connection.run_on_commit:
            rijen: list[Any] = []
            transaction.on_commit(partial(verstuur, rijen))
            onderweg[:] = [rijen]
        onderweg[0].extend(zelf.wijzigingen())

    def verstuur(rijen: Sequence[Any]) -> None:
        time.sleep(BEZORGTIJD)
        for rij in rijen:
            rij.save()

    onderweg: list[list[Any]] = [[]]
    VastgelegdModel.leg_vast = leg_vast


VARIANTEN: dict[str, Callable[[], None]] = {"": lambda: None, "rij na afloop": zet_in_de_rij_na_afloop}
