"""`manage.py vergeet`: forget what is past its time, now. The process of the loop does this by itself every hour."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from kennisbank.nevenwerk import vergeet_alles


class Command(BaseCommand):
    help = "Verwijdert wat niet langer bewaard mag worden (docs/privacy.md)."

    def handle(self, *args: Any, **options: Any) -> None:
        vergeet_alles()
        self.stdout.write("Klaar.")
