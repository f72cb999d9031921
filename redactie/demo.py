"""The demo accounts, as data: who they are, for development only. `manage.py voorbeeld` makes them.

Production refuses to start while one of these user names exists (redactie/controles.py).
"""

from dataclasses import dataclass

WACHTWOORD = "antwoord-demo"


@dataclass(frozen=True)
class DemoAccount:
    """`gemeente` is a slug; empty means the region."""

    naam: str
    volledige_naam: str
    rol: str
    gemeente: str
    omschrijving: str


ACCOUNTS = (
    DemoAccount("centraal", "Carla Centraal", "centraal", "", "centraal redacteur"),
    DemoAccount("sliedrecht", "Sander Sliedrecht", "redacteur", "sliedrecht", "lokaal redacteur Sliedrecht"),
    DemoAccount(
        "sliedrecht-publicist", "Petra Sliedrecht", "publicist", "sliedrecht", "lokaal publicist Sliedrecht"
    ),
    DemoAccount("kcc-redacteur", "Karin Redacteur", "kcc_redacteur", "", "KCC-redacteur"),
    DemoAccount("kcc", "Kees Klantcontact", "kcc", "", "KCC-medewerker"),
    DemoAccount("lezer", "Lies Lezer", "lezer", "sliedrecht", "lezer aan de balie van Sliedrecht"),
    DemoAccount("beheerder", "Bea Beheer", "beheerder", "", "beheerder"),
)
NAMEN = frozenset(account.naam for account in ACCOUNTS)
