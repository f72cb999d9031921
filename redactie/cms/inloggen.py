"""Signing in. In Wagtail 8.0.1 the password has no label of its own, and reads "Password" in every language."""

from __future__ import annotations

from typing import Any

from wagtail.admin.forms.auth import LoginForm


class InlogForm(LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = "Wachtwoord"
