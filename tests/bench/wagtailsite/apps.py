"""The app under a short label, so that its table has a short name."""

from django.apps import AppConfig


class WagtailsiteConfig(AppConfig):
    name = "tests.bench.wagtailsite"
    label = "wagtailsite"
    default_auto_field = "django.db.models.BigAutoField"
