"""Notices."""

from __future__ import annotations

from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from redactie import models


class MededelingFactory(DjangoModelFactory):
    """For all municipalities, unless `gemeenten=[…]`."""

    class Meta:
        model = models.Mededeling
        skip_postgeneration_save = True

    sleutel = factory.Sequence(lambda n: f"gesloten-{n}")
    tekst = "Zaterdag 5 december is het gemeentehuis gesloten."
    interne_tekst = "Afspraken van 5 december zijn verzet naar 12 december."
    van = factory.LazyFunction(timezone.now)
    betreft = factory.LazyFunction(lambda: ["alles"])

    @classmethod
    def _create(cls, model_class: type, *args: Any, gemeenten: Any = (), **kwargs: Any) -> Any:
        mededeling = super()._create(model_class, *args, **kwargs)
        if gemeenten:
            mededeling.gemeenten.set(gemeenten)
            mededeling.save()
        return mededeling
