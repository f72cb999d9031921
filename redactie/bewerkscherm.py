"""Keeps the editing surface in step with the time line: columns, and a pending draft where it was not touched.

Bookkeeping: nothing is published and no reader sees a difference. Each step leaves a new revision, so that a form
that was made before it is stale and cannot put the old text back.
"""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import InterfaceError, OperationalError, transaction
from django.db.models import QuerySet

from redactie.klok import nu_van_de_database
from redactie.teksten import tekst_voor
from redactie.veld import Veld

if TYPE_CHECKING:
    from redactie.models import Product, Tekstversie


logger = logging.getLogger(__name__)

OPNIEUW_MELDEN = 600.0
"""Seconds: what fails is tried in every round of the loop, and said once in this while."""
_gemeld: dict[int, float] = {}
"""Product → when that was, on the monotonic clock."""


@dataclass(frozen=True, slots=True)
class DubbelGewijzigd:
    """A field that the draft changed, and that was changed live as well since the draft was begun."""

    veld: Veld
    live: Tekstversie
    concept: str


def breng_in_stap(*, product: Product) -> list[Veld]:
    """Show the texts that came into force by themselves; the fields that changed on the screens."""
    # Looked at outside a transaction: on SQLite each one takes the write lock, and this runs on every GET.
    if not _onverwerkt(product).exists():
        return []
    with transaction.atomic():
        # The product first, as everybody who locks more: a draft that somebody saves now is read here or comes after
        # this. Not for its key: whoever adds a text or a channel to it does not wait.
        rij = type(product)._base_manager.select_for_update(no_key=True).filter(pk=product.pk).first()
        if rij is None:
            return []
        # Looked at again: another process may have done it while this one waited.
        versies = list(_onverwerkt(rij))
        was, wordt = {}, {}
        for versie in versies:
            veld = Veld(versie.veld)
            was.setdefault(veld, tekst_voor(product=rij, veld=veld, op=versie.vanaf))
            wordt[veld] = versie.tekst
        if versies:
            _werk_schermen_bij(rij, was, wordt)
        for versie in versies:
            versie.verwerkt = True
            versie.save(update_fields=["verwerkt"])
    product.refresh_from_db()
    return list(wordt)


def breng_alles_in_stap() -> int:
    """The same for every product; how many it was done for. For a loop that runs anyway.

    A product that fails is passed over: it must not hold up the others, nor the loop. Raises what the connection to
    the database does.
    """
    from redactie.models import Product

    producten = Product.objects.filter(
        tekstversies__verwerkt=False, tekstversies__vanaf__lte=nu_van_de_database()
    )
    return sum(_lukt(product) for product in producten.distinct())


def _lukt(product: Product) -> bool:
    try:
        breng_in_stap(product=product)
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        if time.monotonic() - _gemeld.get(product.pk, -OPNIEUW_MELDEN) >= OPNIEUW_MELDEN:
            logger.exception("%s is niet in stap te brengen", product.sleutel)
            _gemeld[product.pk] = time.monotonic()
        return False
    return True


def _onverwerkt(product: Product) -> QuerySet:
    return product.tekstversies.filter(verwerkt=False, vanaf__lte=nu_van_de_database()).order_by(
        "vanaf", "pk"
    )


def _werk_schermen_bij(rij: Product, was: dict[Veld, str], wordt: dict[Veld, str]) -> None:
    """The columns take the text; so does a pending draft, where it still has the old one. `rij`: locked."""
    rijen = type(rij)._base_manager.filter(pk=rij.pk)
    had_concept = rij.has_unpublished_changes and rij.latest_revision is not None
    concept = rij.get_latest_revision_as_object() if had_concept else None
    neem_over(rij, was, wordt, alles=rij.live)
    # Not save(): that would record a change for readers, who have this text from the time line already.
    rijen.update(**{veld.value: getattr(rij, veld.value) for veld in wordt})
    if concept is not None:
        neem_over(concept, was, wordt)
    if rij.latest_revision is None:
        return
    revisie = (concept or rij).save_revision(
        user=rij.latest_revision.user, changed=had_concept, clean=False, log_action=False
    )
    if rij.live and not had_concept:
        rijen.update(live_revision=revisie)


def neem_over(product: Product, was: dict[Veld, str], wordt: dict[Veld, str], *, alles: bool = False) -> None:
    for veld, tekst in wordt.items():
        if alles or getattr(product, veld.value) == was[veld]:
            setattr(product, veld.value, tekst)


def dubbel_gewijzigd(*, product: Product, concept: Product) -> list[DubbelGewijzigd]:
    """Where the live text changed beside a draft that changed it too: the screen shows both."""
    if not product.has_unpublished_changes or product.live_revision is None:
        return []
    # What was published last, before any correction beside the draft: both sides are measured from there.
    # Only the texts: making the whole object asks the database about everything it points at.
    inhoud = product.live_revision.content
    basis = {veld: inhoud.get(veld.value, "") for veld in Veld}
    nieuwste: dict[Veld, Tekstversie] = {}
    for versie in product.tekstversies.filter(vanaf__lte=nu_van_de_database()).order_by("vanaf", "pk"):
        nieuwste[Veld(versie.veld)] = versie
    return [
        DubbelGewijzigd(veld, versie, getattr(concept, veld.value))
        for veld, versie in nieuwste.items()
        if versie.tekst != basis[veld] and getattr(concept, veld.value) not in (basis[veld], versie.tekst)
    ]
