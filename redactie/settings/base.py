"""What holds in every environment. Development, test and production change as little of this as they can."""

from redactie.settings import omgeving as _omgeving
from redactie.settings.omgeving import BASE_DIR

OMGEVING = _omgeving.huidige()

ANTWOORD_DELEN = OMGEVING.delen
ANTWOORD_DATA = OMGEVING.data
ANTWOORD_ZOEKMACHINE = OMGEVING.zoekmachine
ANTWOORD_ELASTICSEARCH = OMGEVING.elasticsearch
ANTWOORD_INDEX = ANTWOORD_DATA / "index"
ANTWOORD_THREADS = OMGEVING.threads
ANTWOORD_METRIEK = OMGEVING.metriek
ANTWOORD_BEWAAR_DAGEN = OMGEVING.bewaar_dagen
# Origins that may choose the municipality of a caller (kennisbank/balie/telefonie.py).
ANTWOORD_TELEFONIE = frozenset(OMGEVING.telefonie)
# Whether other sites are asked if the links to them still work (sync/links).
ANTWOORD_LINKCONTROLE = OMGEVING.linkcontrole
# What the secrets of targets are encrypted with (sync/geheimen.py), and whether a target may be on an inner network.
ANTWOORD_DOELSLEUTELS = OMGEVING.doelsleutels
ANTWOORD_PRIVE_DOELEN = OMGEVING.prive_doelen
# Accounts with a known password: only where development or test settings say so.
ANTWOORD_DEMO_TOEGESTAAN = False
# True writes in the request itself what `kennisbank/vergeefs/later.py` else leaves to a thread.
ANTWOORD_VERGEEFS_DIRECT = False

DEBUG = False
SECRET_KEY = OMGEVING.geheime_sleutel
# What they signed stays valid: sessions, links of a fact check, references of answers.
SECRET_KEY_FALLBACKS = list(OMGEVING.vorige_sleutels)
ALLOWED_HOSTS = list(OMGEVING.hosts)

INSTALLED_APPS = [
    "kennisbank",
    "sync",
    "search",
    "redactie",
    "redactie.cms.gebruikers_app.GebruikersConfig",
    "wagtail.snippets",
    "wagtail.sites",
    # Nobody here keeps images or documents; the templates of the Wagtail admin need both to be there.
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    # First: a municipality's host name gets its website and nothing else, past everything below but static files.
    "kennisbank.website.poort.Gemeentepoort",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "kennisbank.headers.HeadersMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    # Last: only views run inside the transaction, not the other middleware.
    "redactie.middleware.AtomischeRedactie",
]

ROOT_URLCONF = "kennisbank.urls"
WSGI_APPLICATION = "kennisbank.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": _omgeving.database(OMGEVING.database_url, ANTWOORD_DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands")]
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = ANTWOORD_DATA / "static"
# Made by `make` from the npm packages: one bundle with only the component CSS that we use.
FRONTEND_DIR = BASE_DIR / "node_modules" / ".antwoord"
STATICFILES_DIRS = [
    ("handleiding", BASE_DIR / "docs" / "beelden"),
    *([FRONTEND_DIR] if FRONTEND_DIR.is_dir() else []),
]
WHITENOISE_ALLOW_ALL_ORIGINS = False
MEDIA_URL = "/media/"
MEDIA_ROOT = ANTWOORD_DATA / "uploads"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "kennisbank.statisch.HashedStorage"},
}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "wagtailadmin_login"

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_NAME = "antwoord_sessie"
CSRF_COOKIE_HTTPONLY = False  # the CMS reads the token from the cookie for its autosave and chooser requests
CSRF_COOKIE_NAME = "antwoord_csrf"
CSRF_FAILURE_VIEW = "kennisbank.verlopen.geweigerd"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"  # kennisbank/headers.py allows the CMS its previews in a frame of its own host
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

WAGTAIL_SITE_NAME = "Antwoord"
WAGTAILADMIN_BASE_URL = OMGEVING.basisadres
WAGTAILADMIN_PERMITTED_LANGUAGES = [("nl", "Nederlands")]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = False
WAGTAILADMIN_USER_LOGIN_FORM = "redactie.cms.inloggen.InlogForm"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
# Nothing asks or loads anything from another host.
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILADMIN_COMMENTS_ENABLED = False

DEFAULT_FROM_EMAIL = OMGEVING.afzender
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
if (_mailserver := OMGEVING.mailserver) is not None:
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST, EMAIL_PORT = _mailserver.host, _mailserver.poort
    EMAIL_USE_TLS, EMAIL_USE_SSL = _mailserver.starttls, _mailserver.tls
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = OMGEVING.smtp_naam, OMGEVING.smtp_wachtwoord
    EMAIL_TIMEOUT = 20

# What is mailed about a fault does not say what somebody searched for.
DEFAULT_EXCEPTION_REPORTER = "kennisbank.foutverslag.Foutverslag"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"kort": {"format": "{levelname} {name} {message}", "style": "{"}},
    "filters": {"zonder_link": {"()": "redactie.feitencheck.verbergen.ZonderLink"}},
    "handlers": {
        "scherm": {"class": "logging.StreamHandler", "formatter": "kort", "filters": ["zonder_link"]}
    },
    "root": {"handlers": ["scherm"], "level": "INFO"},
    # httpx and the Elasticsearch client log whole addresses: with the words that people search for.
    "loggers": {
        "django.server": {"level": "WARNING"},
        # Anyone can send any host name; each would fill a page of the log.
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        "httpx": {"level": "WARNING"},
        "elastic_transport": {"level": "WARNING"},
        # Wagtail 8.0 queues a task at every save of every model, and the queue logs two lines for each.
        "django_tasks": {"level": "WARNING"},
    },
}
