"""`manage.py openapi`: print the description of the read API, as docs/api/openapi.json keeps it."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand

from kennisbank.api.openapi import beschrijf


class Command(BaseCommand):
    help = "Drukt de OpenAPI-beschrijving van de lees-API af: openapi > docs/api/openapi.json."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(json.dumps(beschrijf(), ensure_ascii=False, indent=2))
