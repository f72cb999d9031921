"""For pytest: fast password hashing, plain static files, nothing written outside a temporary folder."""

import atexit
import shutil
import tempfile
from pathlib import Path

from redactie.settings.base import *  # noqa: F403  settings modules extend each other this way
from redactie.settings.base import OMGEVING
from redactie.settings.omgeving import database

SECRET_KEY = "alleen-voor-de-tests-van-antwoord-niet-geheim-en-lang-genoeg-voor-django"
ALLOWED_HOSTS = ["testserver", "localhost", ".localhost", "127.0.0.1"]
# The host of Django's test client: as the main host, it costs no look at the host names of municipalities.
WAGTAILADMIN_BASE_URL = "http://testserver"
ANTWOORD_DEMO_TOEGESTAAN = True
ANTWOORD_LINKCONTROLE = False
ANTWOORD_VERGEEFS_DIRECT = True
ANTWOORD_DATA = Path(tempfile.mkdtemp(prefix="antwoord-test-"))
atexit.register(shutil.rmtree, ANTWOORD_DATA, ignore_errors=True)
ANTWOORD_INDEX = ANTWOORD_DATA / "index"
MEDIA_ROOT = ANTWOORD_DATA / "uploads"
STATIC_ROOT = ANTWOORD_DATA / "static"
DATABASES = {"default": database(OMGEVING.database_url, ANTWOORD_DATA)}
if not OMGEVING.database_url:
    # A file, as in real use: live servers and second connections then meet SQLite's real locks.
    DATABASES["default"]["TEST"] = {"NAME": ANTWOORD_DATA / "test.sqlite3"}
    DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
