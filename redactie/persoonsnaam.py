"""What a person is called on our screens and in the log. Pure."""

from __future__ import annotations

from typing import Any


def persoonsnaam(user: Any) -> str:
    """The full name, or the name to sign in with where there is none; empty for nobody."""
    return (user.get_full_name() or user.get_username()) if user is not None else ""
