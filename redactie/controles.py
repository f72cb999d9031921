"""Django system check: no demo account where demo accounts are not allowed.

The names and the known password stand in demo.py. Production runs the deployment checks when the web server starts
(kennisbank/wsgi.py) and when the supervisor prepares; a database that cannot be asked counts as a warning, because
`check --deploy` must also run where there is none.
"""

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.checks import CheckMessage, Error, Warning
from django.db import DatabaseError, connection

from redactie.demo import NAMEN


def geen_demo_accounts(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if settings.ANTWOORD_DEMO_TOEGESTAAN:
        return []
    gebruiker = get_user_model()
    try:
        if gebruiker._meta.db_table not in connection.introspection.table_names():
            return []
        gevonden = list(
            gebruiker.objects.filter(username__in=NAMEN, is_active=True)
            .order_by("username")
            .values_list("username", flat=True)
        )
    except DatabaseError as fout:
        return [
            Warning(
                f"De database antwoordt niet, dus het is niet te zien of er demo-accounts zijn ({fout}).",
                id="antwoord.W001",
            )
        ]
    if not gevonden:
        return []
    return [
        Error(
            f"Er zijn demo-accounts met een bekend wachtwoord: {', '.join(gevonden)}.",
            hint="Verwijder ze, of zet ze op niet actief, voordat u Antwoord in productie start.",
            id="antwoord.E001",
        )
    ]
