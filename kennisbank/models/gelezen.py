"""That an agent has read an important notice, in the words it had then: asked once, and again when it changes.

No moment is kept and nothing is counted with it: nobody can see how fast or how much an agent reads. The row goes when
the notice is gone, and with the account (docs/privacy.md).
"""

from __future__ import annotations

from django.conf import settings
from django.db import models


class GelezenMededeling(models.Model):
    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    sleutel = models.CharField(max_length=80)
    vingerafdruk = models.CharField(max_length=64)

    class Meta:
        verbose_name = "gelezen mededeling"
        verbose_name_plural = "gelezen mededelingen"
        constraints = [
            models.UniqueConstraint(fields=["gebruiker", "sleutel"], name="gelezen_mededeling_een_keer"),
        ]

    def __str__(self) -> str:
        return self.sleutel
