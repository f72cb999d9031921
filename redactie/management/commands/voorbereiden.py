"""`manage.py voorbereiden`: everything between installing and serving, in one start of Django. Safe to repeat.

Migrations, the sample region (empty development installation only), static files when they have changed, and the
page with addresses that the supervisor shows. Production settings are refused while a deployment check fails.
"""

import errno
import sys
from typing import Any

from django.conf import settings
from django.core import checks
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from redactie import adressen, statisch
from redactie.management.commands.voorbeeld import is_leeg

ONDERBROKEN = 130
SCHIJF_VOL = ("disk is full", "No space left on device", "could not extend file")


class Command(BaseCommand):
    help = "Zet de database, de voorbeeldregio (alleen bij een lege proefinstallatie) en de statische bestanden klaar."
    # The checks run after the migrations, below: some of them look in the tables.
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.bereid_voor()
        except KeyboardInterrupt:
            sys.exit(ONDERBROKEN)
        except (OSError, DatabaseError) as fout:
            if is_schijf_vol(fout):
                self.stderr.write("De schijf is vol.")
                sys.exit(errno.ENOSPC)
            if isinstance(fout, OperationalError):
                raise CommandError(f"De database is niet te gebruiken: {fout}") from fout
            raise

    def bereid_voor(self) -> None:
        if _achterstand():
            self.stdout.write("De database wordt bijgewerkt.")
            call_command("migrate", interactive=False, verbosity=0)
        controleer()
        if settings.ANTWOORD_DEMO_TOEGESTAAN and is_leeg():
            call_command("voorbeeld", stdout=self.stdout)
        if statisch.verouderd():
            self.stdout.write("De statische bestanden worden klaargezet.")
            statisch.verzamel()
        (settings.ANTWOORD_DATA / "adressen.txt").write_text(adressen.overzicht(), "utf-8")


def controleer() -> None:
    """Refuse what `check --deploy` calls an error, and any warning of our own."""
    meldingen = checks.run_checks(
        include_deployment_checks=not settings.ANTWOORD_DEMO_TOEGESTAAN, databases=["default"]
    )
    ernstig = [
        melding
        for melding in meldingen
        if melding.level >= checks.ERROR or (melding.id or "").startswith("antwoord.")
    ]
    if ernstig:
        raise CommandError("\n".join(str(melding) for melding in ernstig))


def is_schijf_vol(fout: BaseException) -> bool:
    return (isinstance(fout, OSError) and fout.errno == errno.ENOSPC) or any(
        tekst in str(fout) for tekst in SCHIJF_VOL
    )


def _achterstand() -> bool:
    uitvoerder = MigrationExecutor(connection)
    return bool(uitvoerder.migration_plan(uitvoerder.loader.graph.leaf_nodes()))
