"""Addresses of the CMS, under /redactie/."""

from django.urls import URLPattern, URLResolver, include, path
from wagtail.admin import urls as wagtailadmin_urls

urlpatterns: list[URLPattern | URLResolver] = [path("", include(wagtailadmin_urls))]
