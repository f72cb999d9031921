"""Addresses of our screens as a mail gives them: whole, because a mail is read elsewhere."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse


def adres_in_mail(naam: str, *delen: object) -> str:
    """`naam` as `reverse` takes it, with what stands in the address."""
    return f"{settings.WAGTAILADMIN_BASE_URL}{reverse(naam, args=delen)}"
