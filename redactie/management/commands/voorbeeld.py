"""`manage.py voorbeeld`: the sample region and the demo accounts, into an empty installation only.

One transaction: a first run that is broken off leaves an empty installation, and the next run starts over. Reading
the files is left to `importeer`.
"""

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from redactie.demo import ACCOUNTS, WACHTWOORD, DemoAccount
from redactie.models import Gemeente, Lidmaatschap, LokaleVersie, Product

UPL_LIJST = settings.BASE_DIR / "redactie" / "data" / "upl" / "upl-actueel-2025-04-30.csv"
REGIO_MAP = settings.BASE_DIR / "redactie" / "voorbeeld" / "drechtsteden"


class Command(BaseCommand):
    help = "Laadt de voorbeeldregio (de Drechtsteden) en de demo-accounts in een lege installatie."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.ANTWOORD_DEMO_TOEGESTAAN:
            raise CommandError("Met deze instellingen zijn demo-accounts niet toegestaan.")
        if not is_leeg():
            self.stdout.write("De installatie is niet leeg; er verandert niets.")
            return
        self.stdout.write("De voorbeeldregio wordt geladen. Dit duurt ongeveer een minuut.")
        with transaction.atomic():
            call_command("importeer_upl", str(UPL_LIJST), stdout=self.stdout)
            call_command("importeer", str(REGIO_MAP), stdout=self.stdout)
            for model in (Product, LokaleVersie):
                # As if its editors looked at the sample on the day that it came in: agents see that it says so.
                model._base_manager.filter(live=True).update(nagekeken_op=timezone.localdate())
            for account in ACCOUNTS:
                maak_account(account)
        self.stdout.write(f"Geladen: {Gemeente.objects.count()} gemeenten en {len(ACCOUNTS)} demo-accounts.")


def is_leeg() -> bool:
    """No municipality and no account: nobody has begun to use this installation."""
    return not Gemeente.objects.exists() and not get_user_model().objects.exists()


def maak_account(account: DemoAccount) -> None:
    voornaam, _, achternaam = account.volledige_naam.partition(" ")
    gebruiker = get_user_model().objects.create_user(
        username=account.naam,
        email=f"{account.naam}@antwoord.example",
        password=WACHTWOORD,
        first_name=voornaam,
        last_name=achternaam,
    )
    gemeente = Gemeente.objects.get(slug=account.gemeente) if account.gemeente else None
    Lidmaatschap.objects.create(gebruiker=gebruiker, gemeente=gemeente, rol=account.rol)
