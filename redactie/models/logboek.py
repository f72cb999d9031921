"""LogRegel: who did what, with the municipality it was about, so that nobody reads another one's log.

Wagtail's own log has no municipality and shows every title to whoever may edit that kind of thing anywhere.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from wagtail.models.audit_log import BaseLogEntry, BaseLogEntryManager, LogEntryQuerySet

from redactie.logregels import waarom

NIETS = Q(pk__isnull=True)
TOELICHTING = "toelichting"
"""In the data of a row: what the thing itself says of the change (`voor_het_logboek`)."""

DOOR = "door"
"""In the data of a row: who it was, when nobody with an account."""


def als_kolom(slugs: Collection[str]) -> str:
    """`|dordrecht|sliedrecht|`: slugs, because a row of the log outlives what it names."""
    return f"|{'|'.join(sorted(slugs))}|" if slugs else ""


def sleutels_van(ding: Any) -> set[str]:
    """The keys of the products that an object is about: itself, the one it varies, those it names."""
    if ding._meta.model_name == "product":
        return {ding.sleutel}
    if getattr(ding, "product", None) is not None:
        return {ding.product.sleutel}
    return {product.sleutel for product in ding.producten.all()} if hasattr(ding, "producten") else set()


class LogRegelManager(BaseLogEntryManager):
    def get_queryset(self) -> LogEntryQuerySet:
        return LogEntryQuerySet(self.model, using=self._db)

    def log_action(self, instance: Any, action: str, **kwargs: Any) -> LogRegel:
        from redactie.rechten.plaats import slugs_van

        kwargs |= {
            "object_id": str(instance.pk),
            "gemeenten": als_kolom(slugs_van(instance)),
            "producten": als_kolom(sleutels_van(instance)),
        }
        if hasattr(instance, "voor_het_logboek") and (uitleg := instance.voor_het_logboek(action)):
            kwargs["data"] = {**(kwargs.get("data") or {}), TOELICHTING: uitleg}
        return super().log_action(instance, action, **kwargs)

    def for_instance(self, instance: Any) -> LogEntryQuerySet:
        soort = ContentType.objects.get_for_model(instance, for_concrete_model=False)
        return self.filter(content_type=soort, object_id=str(instance.pk))

    def viewable_by_user(self, user: Any) -> LogEntryQuerySet:
        """Rows about things that this person may see, per kind of thing and municipality."""
        from redactie.rechten.logboek import leesbaar

        return self.filter(leesbaar(user))


class LogRegel(BaseLogEntry):
    object_id = models.CharField(max_length=255, db_index=True)
    gemeenten = models.TextField(blank=True, help_text="|slug|slug|; leeg betekent: van de regio.")
    producten = models.TextField(
        blank=True, help_text="|sleutel|sleutel| van de producten waar het over gaat."
    )

    objects = LogRegelManager()

    class Meta(BaseLogEntry.Meta):
        ordering = ["-timestamp", "-id"]
        verbose_name = "logregel"
        verbose_name_plural = "logregels"

    def __str__(self) -> str:
        return f"{self.timestamp:%d-%m-%Y %H:%M} {self.action} {self.label}"

    @property
    def comment(self) -> str:
        return super().comment or self.data.get(TOELICHTING, "")

    @property
    def wat(self) -> str:
        """The action as editors call it."""
        return str(self.formatter.label) if self.formatter is not None else self.action

    @property
    def soort(self) -> str:
        """What kind of thing; the thing itself may be gone."""
        model = self.content_type.model_class() if self.content_type is not None else None
        return str(model._meta.verbose_name) if model is not None else ""

    @property
    def waarover(self) -> str:
        return f"{self.label} ({self.soort})" if self.soort else self.label

    @property
    def van(self) -> tuple[str, ...]:
        """Slugs; empty: of the region."""
        return tuple(self.gemeenten.strip("|").split("|")) if self.gemeenten else ()

    @property
    def wie(self) -> str:
        """Who it was, also when that is nobody with an account."""
        return self.data.get(DOOR) or str(self.user_display_name)

    @property
    def waarom(self) -> str:
        return waarom(self.data)
