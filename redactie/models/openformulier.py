"""OpenFormulier: which revision an open editing form saved last, so that its own autosave never makes it stale.

An autosave may still be under way when somebody presses Publish: that form then knows nothing of the revision it has
made itself. Written in the transaction of the save, and worthless after a few days.
"""

from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.utils import timezone
from wagtail.models import Revision

BEWAREN = timedelta(days=3)


class OpenFormulier(models.Model):
    kenmerk = models.UUIDField(unique=True)
    revisie = models.ForeignKey("wagtailcore.Revision", on_delete=models.CASCADE, related_name="+")
    revisie_van = models.DateTimeField(help_text="Een volgende autosave overschrijft dezelfde revisie.")
    bewaard_op = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = "open formulier"
        verbose_name_plural = "open formulieren"

    def __str__(self) -> str:
        return f"{self.kenmerk} tot revisie {self.revisie_id}"

    @classmethod
    def onthoud(cls, *, kenmerk: str, revisie: Revision) -> None:
        """This form has made this revision; older ones of all forms are forgotten."""
        cls.objects.filter(bewaard_op__lt=timezone.now() - BEWAREN).delete()
        cls.objects.update_or_create(
            kenmerk=kenmerk, defaults={"revisie": revisie, "revisie_van": revisie.created_at}
        )

    @classmethod
    def maakte(cls, *, kenmerk: str, revisie: Revision) -> bool:
        """Whether this form made the revision as it is now."""
        return cls.objects.filter(kenmerk=kenmerk, revisie=revisie, revisie_van=revisie.created_at).exists()
