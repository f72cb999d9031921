"""The page of addresses and demo accounts that appears when Antwoord has started.

Reads which municipalities there are; prints nothing itself.
"""

from django.conf import settings
from django.utils import timezone

from redactie.demo import ACCOUNTS, WACHTWOORD
from redactie.models import Gemeente
from redactie.settings.omgeving import huidige

LIJN = "─" * 78


def overzicht() -> str:
    omgeving = huidige()
    basis = omgeving.basisadres
    regels = ["", LIJN, "Antwoord draait. Stoppen: Ctrl-C.", "", f"  Overzicht   {basis}/"]
    if "redactie" in omgeving.delen:
        regels.append(f"  Redactie    {basis}/redactie/")
    if "balie" in omgeving.delen:
        regels.append(f"  Balie       {basis}/balie/")
    if "api" in omgeving.delen:
        regels.append(f"  API         {basis}/api/v1/")
    if "website" in omgeving.delen:
        regels += ["", "  Websites"]
        regels += [f"    {gemeente.naam:<24}{adres}" for gemeente, adres in _websites(omgeving.poort)]
    if settings.ANTWOORD_DEMO_TOEGESTAAN:
        regels += ["", f"  Demo-accounts (wachtwoord: {WACHTWOORD})"]
        regels += [f"    {account.naam:<24}{account.omschrijving}" for account in ACCOUNTS]
        regels += ["", "  De voorbeeldteksten en bedragen zijn verzonnen."]
    regels += [f"  Gegevens en logboek: {settings.ANTWOORD_DATA}", LIJN, ""]
    return "\n".join(regels)


def _websites(poort: int) -> list[tuple[Gemeente, str]]:
    return [(gemeente, _adres(gemeente, poort)) for gemeente in Gemeente.objects.deelnemend(timezone.now())]


def _adres(gemeente: Gemeente, poort: int) -> str:
    if settings.ANTWOORD_DEMO_TOEGESTAAN or not gemeente.hostnamen:
        return f"http://{gemeente.slug}.localhost:{poort}/"
    return f"https://{gemeente.hostnamen[0]}/"
