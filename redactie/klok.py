"""What time it is, by the one clock that every process shares: that of the database.

For what must come out the same whichever process does it: which text is in force, what waits longer, what was read
before what. Who only tells a reader how long ago something was takes the clock of its own process.
"""

from __future__ import annotations

from datetime import datetime

from django.db import connection
from django.utils import timezone


def nu_van_de_database() -> datetime:
    """1 query; none on SQLite, which is in this process and has its clock."""
    if connection.vendor == "sqlite":
        return timezone.now()
    with connection.cursor() as cursor:
        # Not the moment at which the transaction began: that may be long before the lock it waited for.
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]
