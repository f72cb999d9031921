"""An address in a mail can be opened from anywhere."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from redactie.post.adres import adres_in_mail


def test_een_adres_in_een_mail_is_heel(settings: Any) -> None:
    settings.WAGTAILADMIN_BASE_URL = "https://redactie.voorbeeld.nl"
    assert adres_in_mail("wagtailadmin_home") == "https://redactie.voorbeeld.nl/redactie/"


def test_wat_in_het_adres_staat_gaat_mee() -> None:
    assert adres_in_mail("antwoord_melding", 7).endswith(reverse("antwoord_melding", args=[7]))
