"""The signals this room listens to; each handler hands over and does nothing itself."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_migrate, post_save, pre_delete

from redactie.models import Lidmaatschap, Mededeling, Product, VerbruikteSleutel
from redactie.models.wijziging import VastgelegdModel
from redactie.overlap import stel_zeker
from redactie.rechten.groepen import leid_groepen_af
from redactie.rechten.vastleggen import leg_rechten_vast


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


def bij_lidmaatschap(sender: type[Model], instance: Lidmaatschap, **kwargs: Any) -> None:
    """Rights follow the memberships, also when a user or municipality takes them along."""
    leid_groepen_af(instance.gebruiker)


def na_migreren(sender: Any, **kwargs: Any) -> None:
    leg_rechten_vast()


def verbind() -> None:
    for signaal in (post_save, post_delete):
        signaal.connect(bij_lidmaatschap, sender=Lidmaatschap, dispatch_uid="redactie_groepen")
    post_migrate.connect(
        na_migreren, sender=apps.get_app_config("redactie"), dispatch_uid="redactie_na_migreren"
    )
    post_migrate.connect(stel_zeker, sender=apps.get_app_config("redactie"), dispatch_uid="redactie_perioden")
    pre_delete.connect(bij_verwijderen, dispatch_uid="redactie_wijziging_bij_verwijderen")
    pre_delete.connect(bij_verwijderd_product, sender=Product, dispatch_uid="redactie_verbruikte_sleutel")
    for koppeling in (Product.themas.through, Product.verwant.through, Mededeling.gemeenten.through):
        m2m_changed.connect(bij_koppelen, sender=koppeling, dispatch_uid=f"redactie_{koppeling.__name__}")
