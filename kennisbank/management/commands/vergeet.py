"""`manage.py vergeet`: forget what is past its time, now. The web server does this by itself when it has time."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from kennisbank.vergeefs.vergeten import vergeet


class Command(BaseCommand):
    help = "Verwijdert wat van zoekvragen niet langer bewaard mag worden (docs/privacy.md)."

    def handle(self, *args: Any, **options: Any) -> None:
        vergeet(timezone.localdate())
        self.stdout.write("Klaar.")
