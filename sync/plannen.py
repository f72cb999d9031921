"""The planner: takes Wijzigingen, makes the wanted state of the publications they point at.

Per product: lock its publications in key order, *then* read the sources, make, hash; equal hashes stop; else the
next version, the content kept, deliveries wanted; at last the Wijziging deleted. A product in many municipalities is
planned in blocks of short transactions: repeating after a crash in between does nothing twice, because equal hashes
stop.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from redactie.bronnen import REGIO, GemeenteBron
from redactie.gemeentelezer import lees_gemeentebronnen
from redactie.keuzes import Aanbod
from redactie.lezen import lees_bereiken, lees_product
from redactie.models import Gemeente, LokaleVersie, Product, Wijziging, WijzigingSoort
from sync.adem import Adem
from sync.maken import Gewenst, maak_gemeente, maak_product
from sync.models import Documentsoort, Publicatie, Toestand
from sync.uitbreiden import BREED, breid_uit
from sync.vastleggen import leg_vast


def plan_volgende(adem: Adem, *, op: datetime | None = None) -> bool:
    """Plan the document that waits longest; False when nothing waits that another process has not taken already."""
    with adem.schrijven():
        breid_uit()
    with _heel():
        oudste = _neem_wijziging()
        if oudste is None:
            return False
        # Before the sources are read: what is committed later has a row of its own.
        samen = list(_vrij(Wijziging.objects.filter(soort=oudste.soort, sleutel=oudste.sleutel)))
        bereiken = _bereiken(oudste, {wijziging.gemeente for wijziging in samen})
        rest = list(bereiken)
        while True:
            with adem.schrijven(), transaction.atomic():
                blok, rest = rest[: adem.blok], rest[adem.blok :]
                plan(oudste, {slug: bereiken[slug] for slug in blok}, op or timezone.now())
                if not rest:
                    Wijziging.objects.filter(pk__in=[wijziging.pk for wijziging in samen]).delete()
                    return True


def plan_verlopen(adem: Adem, *, op: datetime | None = None, meest: int = 500) -> int:
    """Turn publications whose date boundary has passed into Wijzigingen; returns how many."""
    with adem.schrijven(), transaction.atomic():
        verlopen = Publicatie.objects.filter(opnieuw_op__lte=op or timezone.now()).order_by("pk")
        if connection.features.has_select_for_update_skip_locked:
            verlopen = verlopen.select_for_update(skip_locked=True)
        rijen = list(verlopen[:meest])
        Wijziging.objects.bulk_create(
            Wijziging(
                soort=WijzigingSoort.PRODUCT
                if rij.documentsoort == Documentsoort.PRODUCT
                else WijzigingSoort.GEMEENTE,
                sleutel=rij.sleutel if rij.documentsoort == Documentsoort.PRODUCT else "",
                gemeente=rij.bereik,
            )
            for rij in rijen
        )
        Publicatie.objects.filter(pk__in=[rij.pk for rij in rijen]).update(opnieuw_op=None)
    return len(rijen)


def plan(wijziging: Wijziging, bereiken: Mapping[str, GemeenteBron], op: datetime) -> None:
    """Bring the publications of one product, or the gemeente documents, of these bereiken to their wanted state."""
    soort, sleutel = _document(wijziging)
    publicaties = _vergrendel(soort, sleutel, bereiken)
    if soort == Documentsoort.PRODUCT:
        gewenst = _gewenste_producten(sleutel, bereiken, op)
    else:
        gewenst = _gewenste_gemeentedocumenten(bereiken, op)
    was_live = {slug for slug, rij in publicaties.items() if rij.toestand == Toestand.LIVE}
    leg_vast([(publicaties[slug], gewenst[slug]) for slug in bereiken], op, wijziging.vastgelegd_op)
    if soort == Documentsoort.GEMEENTE:
        _volg_deelname(publicaties.values(), was_live)


def _gewenste_producten(
    sleutel: str, bereiken: Mapping[str, GemeenteBron], op: datetime
) -> dict[str, Gewenst]:
    bronnen = lees_product(sleutel)
    doen_mee = _deelnemers(op)
    return {
        slug: maak_product(bronnen, bereik, op) if bronnen is not None and slug in doen_mee else Gewenst()
        for slug, bereik in bereiken.items()
    }


def _gewenste_gemeentedocumenten(bereiken: Mapping[str, GemeenteBron], op: datetime) -> dict[str, Gewenst]:
    bronnen = lees_gemeentebronnen(bereiken)
    return {slug: maak_gemeente(bronnen[slug], op) if slug in bronnen else Gewenst() for slug in bereiken}


def _volg_deelname(publicaties: Iterable[Publicatie], was_live: set[str]) -> None:
    """A municipality that begins or ends taking part changes all its publications."""
    for rij in publicaties:
        if (rij.toestand == Toestand.LIVE) != (rij.bereik in was_live):
            Wijziging.objects.create(soort=WijzigingSoort.ALLES, gemeente=rij.bereik)


def _heel() -> AbstractContextManager[object]:
    """PostgreSQL: one transaction, so that the taken row stays locked. SQLite: short ones, and one loop only."""
    return transaction.atomic() if connection.features.has_select_for_update_skip_locked else nullcontext()


def _neem_wijziging() -> Wijziging | None:
    return _vrij(Wijziging.objects.exclude(soort__in=BREED)).first()


def _vrij(rijen: QuerySet[Wijziging]) -> QuerySet[Wijziging]:
    """In order, without those that another process is planning."""
    if connection.features.has_select_for_update_skip_locked:
        rijen = rijen.select_for_update(skip_locked=True)
    return rijen.order_by("pk")


def _bereiken(wijziging: Wijziging, gevraagd: set[str]) -> dict[str, GemeenteBron]:
    """The bereiken that are asked for ('' = every one) and that matter for this document, in key order.

    Those that can have the document, and those that have had it: a municipality that is gone still has pages.
    """
    alle = lees_bereiken()
    mogelijk = set(alle)
    soort, sleutel = _document(wijziging)
    if soort == Documentsoort.PRODUCT:
        mogelijk = _mogelijke_bereiken(sleutel, mogelijk)
    had_het = Publicatie.objects.filter(documentsoort=soort, sleutel=sleutel).values_list("bereik", flat=True)
    slugs = mogelijk.union(had_het)
    if "" not in gevraagd:
        slugs &= gevraagd
    return {slug: alle.get(slug) or GemeenteBron(slug, slug) for slug in sorted(slugs)}


def _mogelijke_bereiken(sleutel: str, alle: set[str]) -> set[str]:
    """Where a product can be published at all: keeps 342 empty rows away per product of one municipality."""
    product = Product.objects.filter(sleutel=sleutel).values("aanbod", "gemeente__slug").first()
    if product is None:
        return set()
    if product["gemeente__slug"]:
        return {product["gemeente__slug"]}
    if product["aanbod"] == Aanbod.NA_KEUZE:
        return set(
            LokaleVersie.objects.filter(product__sleutel=sleutel).values_list("gemeente__slug", flat=True)
        )
    return alle


def _document(wijziging: Wijziging) -> tuple[Documentsoort, str]:
    if wijziging.soort == WijzigingSoort.PRODUCT:
        return Documentsoort.PRODUCT, wijziging.sleutel
    return Documentsoort.GEMEENTE, Documentsoort.GEMEENTE.value


def _deelnemers(op: datetime) -> set[str]:
    return {REGIO, *(gemeente.slug for gemeente in Gemeente.objects.deelnemend(op))}


def _vergrendel(soort: str, sleutel: str, bereiken: Mapping[str, GemeenteBron]) -> dict[str, Publicatie]:
    """bereik → its publication, made if absent, locked in key order."""
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
    return {rij.bereik: rij for rij in rijen.select_for_update().order_by("bereik")}


def verwerk_alles(adem: Adem, *, op: datetime | None = None) -> int:
    """Plan until nothing is left; returns how many Wijzigingen were taken."""
    aantal = 0
    plan_verlopen(adem, op=op)
    while plan_volgende(adem, op=op):
        aantal += 1
    return aantal
