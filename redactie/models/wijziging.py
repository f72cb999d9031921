"""Wijziging: "something here changed, look here", written in the same transaction as the edit itself.

The row carries no content: the planner in `sync/` reads the sources when it takes the row. `VastgelegdModel` makes
every way of saving or deleting a model write its rows; ways that Django lets pass by `save()` are refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NoReturn

from django.db import models, transaction
from django.utils import timezone

from redactie.keuzes import Keuze


class WijzigingSoort(Keuze):
    PRODUCT = "product", "Product"
    GEMEENTE = "gemeente", "Gemeentedocument"
    FEIT = "feit", "Gegeven of tarief"
    ALLES = "alles", "Alle producten"
    KETENPROEF = "ketenproef", "Ketenproef"


class Wijziging(models.Model):
    """Where to look: a kind, a key and a municipality ('' = all of them and the region).

    The key of a product is its sleutel, of a fact its token without braces (`tarieven:paspoort`); the kinds gemeente
    (the municipality's own document) and alles (every product there) have none.
    """

    soort = models.CharField(max_length=20, choices=WijzigingSoort.choices())
    sleutel = models.CharField(max_length=160, blank=True)
    gemeente = models.CharField(max_length=80, blank=True)
    vastgelegd_op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "wijziging"
        verbose_name_plural = "wijzigingen"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.soort} {self.sleutel} {self.gemeente}".strip()


class VastgelegdQuerySet(models.QuerySet):
    """Refuses what goes round `save()`: those rows would change without a Wijziging."""

    def _weiger(self, naam: str) -> NoReturn:
        raise TypeError(
            f"{self.model.__name__}.objects.{naam}() would change rows without a Wijziging; save each one"
        )

    def update(self, **kwargs: Any) -> NoReturn:
        self._weiger("update")

    def bulk_create(self, *args: Any, **kwargs: Any) -> NoReturn:
        self._weiger("bulk_create")

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        self._weiger("bulk_update")


class VastgelegdModel(models.Model):
    """A model whose rows reach a reader. Subclasses say where to look in `wijzigingen()`.

    Deleting is recorded by the `pre_delete` signal (`redactie/signalen.py`), because bulk deletion and cascades do
    not call `delete()`.
    """

    objects = VastgelegdQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            if self.leest_iemand_dit(kwargs.get("update_fields")):
                self.leg_vorige_vast()
                super().save(*args, **kwargs)
                self.leg_vast()
            else:
                super().save(*args, **kwargs)

    def wijzigingen(self) -> Iterable[Wijziging]:
        """Unsaved rows that say what to look at, for the state this object has now."""
        raise NotImplementedError

    def wijzigingen_elders(self) -> Iterable[Wijziging]:
        """Unsaved rows for what names this object and would not any more: rows that couple two go without a signal."""
        return ()

    def leest_iemand_dit(self, update_fields: Iterable[str] | None) -> bool:
        """Whether saving these columns can change what a reader sees."""
        return True

    def leg_vast(self) -> None:
        for wijziging in self.wijzigingen():
            wijziging.save()

    def leg_weggaan_vast(self) -> None:
        """Before the row is deleted. What names it may reach a reader where it does not itself, as a draft."""
        if self.leest_iemand_dit(None):
            self.leg_vast()
        for wijziging in self.wijzigingen_elders():
            wijziging.save()

    def leg_vorige_vast(self) -> None:
        """Record the place the row leaves, when a key or municipality changes."""
        if self.pk is None:
            return
        vorige = type(self)._base_manager.filter(pk=self.pk).first()
        if vorige is None:
            return
        nu = {(w.soort, w.sleutel, w.gemeente) for w in self.wijzigingen()}
        for wijziging in vorige.wijzigingen():
            if (wijziging.soort, wijziging.sleutel, wijziging.gemeente) not in nu:
                wijziging.save()
