"""For pytest: fast password hashing, plain static files, nothing written outside a temporary folder."""

import tempfile
from pathlib import Path

from redactie.settings.base import *  # noqa: F403  settings modules extend each other this way
from redactie.settings.base import OMGEVING
from redactie.settings.omgeving import database

SECRET_KEY = "alleen-voor-de-tests-van-antwoord-niet-geheim-en-lang-genoeg-voor-django"
ALLOWED_HOSTS = ["testserver", "localhost", ".localhost", "127.0.0.1"]
ANTWOORD_DEMO_TOEGESTAAN = True
ANTWOORD_DATA = Path(tempfile.mkdtemp(prefix="antwoord-test-"))
ANTWOORD_INDEX = ANTWOORD_DATA / "index"
MEDIA_ROOT = ANTWOORD_DATA / "uploads"
STATIC_ROOT = ANTWOORD_DATA / "static"
DATABASES = {"default": database(OMGEVING.database_url, ANTWOORD_DATA)}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
