"""What a link opens now: nothing when it ran out, was withdrawn, or its maker may not change the texts any more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from wagtail.permissions import policy_registry

from redactie.feitencheck.link import kenmerk_uit
from redactie.models import Feitencheck, Gemeente, LokaleVersie, Product


def mag_vragen(user: Any, product: Product, gemeente: Gemeente | None) -> bool:
    """Whether this person may put the text of this product, there, before somebody outside: whoever may change it."""
    if product.gemeente_id is not None and (gemeente is None or product.gemeente_id != gemeente.pk):
        return False
    return mag_product(user, product) or (gemeente is not None and mag_versie(user, product, gemeente))


def mag_product(user: Any, product: Product) -> bool:
    return policy_registry.get(product).user_has_permission_for_instance(user, "change", product)


def mag_versie(user: Any, product: Product, gemeente: Gemeente) -> bool:
    """Also where there is no local version yet."""
    versie = LokaleVersie(product=product, gemeente=gemeente)
    return policy_registry.get(versie).user_has_permission_for_instance(user, "change", versie)


def open_check(code: str, nu: datetime) -> tuple[Feitencheck, Sequence[Product]] | None:
    """The check behind an address with the products it still opens; None: there is nothing (any more).

    3 queries at most, none for an address that we did not sign.
    """
    kenmerk = kenmerk_uit(code)
    if kenmerk is None:
        return None
    check = Feitencheck.objects.open(nu).select_related("gemeente", "vrager").filter(kenmerk=kenmerk).first()
    if check is None:
        return None
    producten = producten_van(check)
    return (check, producten) if producten else None


def producten_van(check: Feitencheck) -> list[Product]:
    """Those that whoever asked may still change: rights that end, end here too. 2 queries."""
    if check.vrager is None:
        return []
    alle = check.producten.select_related("gemeente", "latest_revision").order_by("titel", "pk")
    return [product for product in alle if mag_vragen(check.vrager, product, check.gemeente)]
