"""Production: refuses to start without a secret key and host names; https only.

Demo accounts are refused by the checks in redactie/controles.py, which need the database.
"""

from django.core.exceptions import ImproperlyConfigured

from redactie.settings.base import *  # noqa: F403  settings modules extend each other this way
from redactie.settings.base import OMGEVING

if len(OMGEVING.geheime_sleutel) < 50:
    raise ImproperlyConfigured(
        "Zet ANTWOORD_SECRET_KEY: een willekeurige tekst van ten minste 50 tekens die alleen deze installatie kent."
    )
if not OMGEVING.hosts:
    raise ImproperlyConfigured(
        "Zet ANTWOORD_HOSTS: de hostnamen van deze installatie, met komma's ertussen, ook die van de gemeenten."
    )
if "*" in OMGEVING.hosts:
    raise ImproperlyConfigured("ANTWOORD_HOSTS mag geen “*” zijn: noem de hostnamen.")

DEBUG = False
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = OMGEVING.hsts_seconden
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
if OMGEVING.proxy:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
