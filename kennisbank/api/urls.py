"""Addresses of the read API, under /api/. What is not there, says so as problem+json."""

from typing import Any

from django.http import HttpRequest
from django.urls import path, re_path

from kennisbank.api.antwoorden import als_api
from kennisbank.api.openapi import openapi
from kennisbank.api.operaties import OPERATIES
from kennisbank.api.problemen import Probleem


def _niets(request: HttpRequest) -> dict[str, Any]:
    slot = "" if request.path.endswith(("/", ".json")) else " Een adres eindigt op een schuine streep."
    raise Probleem(
        "niet-gevonden", f"Dit adres is er niet.{slot} De beschrijving staat op /api/v1/openapi.json."
    )


app_name = "api"
urlpatterns = [
    *(path(f"v1/{lid.pad}", als_api(lid.geef), name=lid.naam) for lid in OPERATIES),
    path("v1/openapi.json", als_api(openapi), name="openapi"),
    re_path(r"^", als_api(_niets), name="niets"),
]
