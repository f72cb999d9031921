"""Addresses for a supervisor, at the root of the main host; without a slash at the end, as supervisors write them."""

from django.urls import path

from kennisbank.toezicht.views import gereed, gezond, metriek

app_name = "toezicht"
urlpatterns = [
    path("gezond", gezond, name="gezond"),
    path("gereed", gereed, name="gereed"),
    path("metriek", metriek, name="metriek"),
]
