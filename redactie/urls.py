"""Addresses of the CMS, under /redactie/."""

from django.urls import URLPattern, URLResolver, include, path
from wagtail.admin import urls as wagtailadmin_urls

from redactie.cms.gesloten import gesloten_adressen

urlpatterns: list[URLPattern | URLResolver] = [*gesloten_adressen(), path("", include(wagtailadmin_urls))]
