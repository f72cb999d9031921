"""Which addresses a target may have: https on the public internet; on request of whoever runs this also others."""

from __future__ import annotations

import ipaddress

from django.conf import settings

from sync.adreswacht import Adresregel

OVERAL = (ipaddress.ip_network("0.0.0.0/0"), ipaddress.ip_network("::/0"))


def doelregel() -> Adresregel:
    """Reads the setting: for development, tests, and a supplier on the same inner network."""
    if settings.ANTWOORD_PRIVE_DOELEN:
        return Adresregel(schemas=frozenset({"http", "https"}), ook=OVERAL)
    return Adresregel()
