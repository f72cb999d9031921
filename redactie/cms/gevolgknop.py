"""The way to the consequences from the edit form itself: a button that works without JavaScript."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from wagtail.admin.panels import Panel

from redactie.cms.gevolgen import RUIMTE


class GevolgenKnop(Panel):
    """Sends what is typed to the page of consequences, in a new tab; the form stays as it is."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "redactie/gevolgen/knop.html"

        def is_shown(self) -> bool:
            return self.instance.pk is not None

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            adres = reverse(f"{RUIMTE}:gevolgen", args=[self.instance.pk])
            return {**super().get_context_data(parent_context), "adres": adres}
