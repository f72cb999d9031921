"""What the desk answers, as an agent reads it: without tags."""

from __future__ import annotations

import re
from typing import Any

from django.test import Client


def zonder_tags(html: str) -> str:
    zonder = re.sub(r"<[^>]+>", " ", re.sub(r"</?mark>|</strong>", "", html))
    return re.sub(r"\s+", " ", zonder)


def tekst(antwoord: Any) -> str:
    return zonder_tags(antwoord.content.decode())


def leesbaar(client: Client, adres: str) -> str:
    """A whole page."""
    return tekst(client.get(adres)).replace("\N{NO-BREAK SPACE}", " ")


def kaart(antwoord: Any) -> str:
    """The card alone."""
    html = antwoord.content.decode()
    return zonder_tags(html[html.index('<article class="kaart"') :])


def zoek(client: Client, vraag: str, gemeente: str = "sliedrecht", **rest: str) -> Any:
    return client.post(f"/balie/{gemeente}/", {"vraag": vraag, **rest})
