"""The address of a product on the website of its municipality, as this installation serves it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import reverse

from kennisbank.balie.inhoud import PubliekeInhoud

URLCONF = "kennisbank.website.urls"


@dataclass(frozen=True, slots=True)
class Websites:
    """Same scheme and port as the desk, own host name."""

    schema: str
    achter: str

    @classmethod
    def bij(cls, request: HttpRequest) -> Websites:
        poort = urlsplit(f"//{request.get_host()}").port
        return cls(request.scheme or "https", f":{poort}" if poort else "")

    def product(self, gemeente: PubliekeInhoud, sleutel: str) -> str:
        """Empty for the region, which has no website."""
        host = next(iter(gemeente["hostnamen"]), "")
        if not host:
            return ""
        return f"{self.schema}://{host}{self.achter}{reverse('website:product', URLCONF, [sleutel])}"
