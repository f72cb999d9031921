"""Somebody outside with a link, and what they would fill in."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client


@pytest.fixture(autouse=True)
def zonder_eerdere_bezoeken() -> None:
    cache.clear()


@pytest.fixture
def buiten() -> Client:
    """Without an account, and with the check of where a form comes from switched on."""
    return Client(enforce_csrf_checks=True)


def gelezen(html: str) -> dict[str, str]:
    """The marks of the texts on the page, as its form would post them."""
    return dict(re.findall(r'name="(gelezen-\w+)" value="(\w+)"', html))


def vul_in(client: Client, adres: str, **antwoorden: Any) -> Any:
    """Open the page, judge some texts (`kosten="klopt"`, or what is wrong) and press the button."""
    post = gelezen(client.get(adres).content.decode())
    for veld, antwoord in antwoorden.items():
        post |= (
            {f"oordeel-{veld}": "klopt"}
            if antwoord == "klopt"
            else {f"oordeel-{veld}": "opmerking", f"opmerking-{veld}": antwoord}
        )
    return client.post(adres, post)
