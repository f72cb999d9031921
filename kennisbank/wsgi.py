"""The WSGI application. Production settings unless the environment names others: forgetting is safe.

With those settings the deployment checks run first, the database included: a web server with a demo account or
without a secret does not start. Before Django come the pages that lie ready: `kennisbank/website/voorrang.py`.
"""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "redactie.settings.production")
_django = get_wsgi_application()

from kennisbank.website.voorrang import Voorrang  # noqa: E402  needs the settings and apps of the line above

application = Voorrang(_django)


def weiger_wat_niet_mag() -> None:
    """Raise ImproperlyConfigured with all messages when a check fails, or one of our own warns."""
    from django.conf import settings
    from django.core import checks
    from django.core.exceptions import ImproperlyConfigured

    if settings.ANTWOORD_DEMO_TOEGESTAAN:
        return
    meldingen = checks.run_checks(tags=[checks.Tags.security], include_deployment_checks=True)
    ernstig = [m for m in meldingen if m.level >= checks.ERROR or (m.id or "").startswith("antwoord.")]
    if ernstig:
        raise ImproperlyConfigured("\n".join(str(melding) for melding in ernstig))


weiger_wat_niet_mag()
