"""The address of a fact check, for somebody without an account. Stands beside the CMS, not inside it."""

from django.urls import path

from redactie.feitencheck.pagina import feitencheck

app_name = "feitencheck"
urlpatterns = [
    path("<str:code>/", feitencheck, name="check"),
    path("<str:code>/<slug:sleutel>/", feitencheck, name="product"),
]
