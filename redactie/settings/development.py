"""Plain http and demo accounts on this machine only: what `make run` and `make dev` use."""

from redactie.settings.base import *  # noqa: F403  settings modules extend each other this way
from redactie.settings.base import OMGEVING

DEBUG = OMGEVING.debug
# Not a secret: these settings listen on loopback only, which the supervisor enforces.
SECRET_KEY = (
    OMGEVING.geheime_sleutel or "alleen-voor-ontwikkeling-op-deze-machine-nooit-in-productie-gebruiken"
)
ALLOWED_HOSTS = ["localhost", ".localhost", "127.0.0.1", "[::1]"]
ANTWOORD_DEMO_TOEGESTAAN = True
# The sample texts name real sites: a demo leaves those alone.
ANTWOORD_LINKCONTROLE = False

if DEBUG:
    STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    WHITENOISE_USE_FINDERS = True
    WHITENOISE_AUTOREFRESH = True
