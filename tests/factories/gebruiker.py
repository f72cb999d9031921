"""People and their memberships."""

from __future__ import annotations

from typing import Any

import factory
from django.contrib.auth import get_user_model
from factory.django import DjangoModelFactory

from redactie import models
from redactie.keuzes import Rol


class GebruikerFactory(DjangoModelFactory):
    """`GebruikerFactory(rol=Rol.PUBLICIST, gemeente=sliedrecht)`; without a role somebody without any right."""

    class Meta:
        model = get_user_model()
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"gebruiker-{n}")
    first_name = "Sanne"
    last_name = factory.Sequence(lambda n: f"de Vries {n}")
    email = factory.LazyAttribute(lambda o: f"{o.username}@gemeente.example")
    password = factory.django.Password("geheim-genoeg-voor-een-test")

    @classmethod
    def _create(
        cls, model_class: type, *args: Any, rol: Rol | None = None, gemeente: Any = None, **kwargs: Any
    ) -> Any:
        gebruiker = super()._create(model_class, *args, **kwargs)
        if rol is not None:
            LidmaatschapFactory(gebruiker=gebruiker, rol=rol, gemeente=gemeente)
        return gebruiker


class LidmaatschapFactory(DjangoModelFactory):
    class Meta:
        model = models.Lidmaatschap

    gebruiker = factory.SubFactory(GebruikerFactory)
    gemeente = None
    rol = Rol.CENTRAAL
