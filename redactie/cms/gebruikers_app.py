"""Wagtail's accounts with our screens and our policy. In INSTALLED_APPS instead of `wagtail.users`."""

from django.utils.functional import cached_property
from wagtail.users.apps import WagtailUsersAppConfig


class GebruikersConfig(WagtailUsersAppConfig):
    user_viewset = "redactie.cms.gebruikers.GebruikerViewSet"

    @cached_property
    def verbose_name(self) -> str:
        return "Gebruikers"

    def ready(self) -> None:
        # Not super(): it would register Wagtail's model-wide policy for accounts.
        from django.contrib.auth import get_user_model
        from wagtail.permissions import register_permission_policy

        from redactie.rechten.policy import GebruikersPolicy

        register_permission_policy(get_user_model(), GebruikersPolicy(get_user_model()))
