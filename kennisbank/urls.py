"""The root addresses of the main host. ANTWOORD_DELEN says which rooms this web process serves."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from kennisbank.website.voordeur import voordeur

urlpatterns: list[URLPattern | URLResolver] = [
    path("", voordeur, name="voordeur"),
    path("", include("kennisbank.toezicht.urls")),
]

if "redactie" in settings.ANTWOORD_DELEN:
    urlpatterns.append(path("redactie/", include("redactie.urls")))
    urlpatterns.append(path("feitencheck/", include("redactie.feitencheck.urls")))
if "balie" in settings.ANTWOORD_DELEN:
    urlpatterns.append(path("balie/", include("kennisbank.balie.urls")))
if "api" in settings.ANTWOORD_DELEN:
    urlpatterns.append(path("api/", include("kennisbank.api.urls")))
