"""UplNaam: the uniform product names (UPL) of the national list, with what that list says of them.

Kept in step by `manage.py importeer_upl`; names that vanish are marked, not deleted, so that products that carry
them stay published and can be listed.
"""

from __future__ import annotations

from django.db import models

from redactie.bronnen import UpnBron


class UplNaam(models.Model):
    uri = models.URLField("URI", max_length=300, unique=True)
    naam = models.CharField("uniforme productnaam", max_length=300)
    bestuurslagen = models.JSONField(default=list, blank=True)
    doelgroepen = models.JSONField(default=list, blank=True)
    kenmerken = models.JSONField(default=list, blank=True)
    sdg = models.JSONField("SDG-codes", default=list, blank=True)
    grondslagen = models.JSONField(default=list, blank=True, help_text="Lijst van {uri, label, link}.")
    vervallen_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "UPL-naam"
        verbose_name_plural = "UPL-namen"
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam

    def als_bron(self) -> UpnBron:
        return UpnBron(
            uri=self.uri,
            naam=self.naam,
            rechtsgronden=tuple(grond["label"] for grond in self.grondslagen if grond.get("label")),
        )
