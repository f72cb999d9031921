"""What the second pair of eyes needs to remember: who stands in for whom, who was asked, what went out urgently.

Whether a second pair of eyes is required stands on the municipality and on the region (`twee_paar_ogen`); the rule
itself is `redactie/tweede_paar.py`.
"""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from wagtail.models import Revision, WorkflowState

from redactie.models.product import Product

ZELF = "Iemand kan zichzelf niet vervangen."


class VervangingQuerySet(models.QuerySet):
    def lopend(self, op: date) -> VervangingQuerySet:
        """Of that day, as long as the account of the one who is away still works."""
        return self.filter(van__lte=op, tot__gte=op, afwezig__is_active=True)


class Vervanging(models.Model):
    """During these days `vervanger` may do as an editor what `afwezig` may."""

    afwezig = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="vervangingen",
        verbose_name="afwezig",
    )
    vervanger = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="vervangt")
    van = models.DateField("van")
    tot = models.DateField("tot en met")

    objects: ClassVar[Any] = VervangingQuerySet.as_manager()

    class Meta:
        verbose_name = "vervanging"
        verbose_name_plural = "vervangingen"
        ordering = ["-tot", "pk"]
        constraints = [
            models.CheckConstraint(
                name="vervanging_dagen_op_volgorde",
                condition=models.Q(tot__gte=models.F("van")),
                violation_error_message="De laatste dag ligt vóór de eerste.",
            ),
            models.CheckConstraint(
                name="vervanging_niet_door_zichzelf",
                condition=~models.Q(afwezig=models.F("vervanger")),
                violation_error_message=ZELF,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.vervanger} vervangt {self.afwezig}"

    def clean(self) -> None:
        if self.afwezig_id is not None and self.afwezig_id == self.vervanger_id:
            raise ValidationError({"vervanger": ZELF})
        if self.van and self.tot and self.tot < self.van:
            raise ValidationError({"tot": "De laatste dag ligt vóór de eerste."})


class Toewijzing(models.Model):
    """Which colleague was asked to look at what was handed in. Others may still do it: nothing waits for one person."""

    werkstroom = models.OneToOneField(WorkflowState, on_delete=models.CASCADE, related_name="toewijzing")
    aan = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="toewijzingen")
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    wanneer = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "toewijzing"
        verbose_name_plural = "toewijzingen"

    def __str__(self) -> str:
        return f"{self.werkstroom.content_object}: {self.aan}"


class Spoedpublicatie(models.Model):
    """An urgent text that went out before a second pair of eyes saw it; listed until somebody else has checked it."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="spoedpublicaties")
    revisie = models.ForeignKey(Revision, on_delete=models.SET_NULL, null=True, related_name="+")
    reden = models.TextField()
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="spoedpublicaties"
    )
    wanneer = models.DateTimeField(default=timezone.now)
    gecontroleerd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    gecontroleerd_op = models.DateTimeField(null=True, blank=True)
    opmerking = models.TextField(blank=True)

    class Meta:
        verbose_name = "spoedpublicatie"
        verbose_name_plural = "spoedpublicaties"
        ordering = ["wanneer", "pk"]

    def __str__(self) -> str:
        return f"{self.product}, met spoed gepubliceerd"
