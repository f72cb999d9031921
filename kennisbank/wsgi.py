"""The WSGI application. Production settings unless the environment names others: forgetting is safe."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "redactie.settings.production")
application = get_wsgi_application()
