"""The signals this room listens to; each handler hands over and does nothing itself."""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from django.db.models.signals import m2m_changed, pre_delete

from redactie.models import Mededeling, Product, VerbruikteSleutel
from redactie.models.wijziging import VastgelegdModel


def bij_verwijderen(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    """Bulk deletion and cascades call no `delete()`, but they do send this signal."""
    if isinstance(instance, VastgelegdModel) and instance.leest_iemand_dit(None):
        instance.leg_vast()


def bij_verwijderd_product(sender: type[Model], instance: Product, **kwargs: Any) -> None:
    VerbruikteSleutel.objects.get_or_create(sleutel=instance.sleutel)


def bij_koppelen(sender: type[Model], instance: Any, action: str, **kwargs: Any) -> None:
    """Themes, related products and municipalities set outside `save()`."""
    if (
        action.startswith("post_")
        and isinstance(instance, VastgelegdModel)
        and instance.leest_iemand_dit(None)
    ):
        instance.leg_vast()


def verbind() -> None:
    pre_delete.connect(bij_verwijderen, dispatch_uid="redactie_wijziging_bij_verwijderen")
    pre_delete.connect(bij_verwijderd_product, sender=Product, dispatch_uid="redactie_verbruikte_sleutel")
    for koppeling in (Product.themas.through, Product.verwant.through, Mededeling.gemeenten.through):
        m2m_changed.connect(bij_koppelen, sender=koppeling, dispatch_uid=f"redactie_{koppeling.__name__}")
