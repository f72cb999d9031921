"""The key of the day, with which questions and sessions become hashes that nobody can read back.

Random, the same for all processes of one day, and mixed with the secret of the installation: neither a copy of the
database nor the settings alone give it. With a new day it is overwritten, and the hashes made with it go.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import date

from django.conf import settings

from kennisbank.models import Dagsleutel, Vraagspoor

ENIGE = 1


def sleutel_van(dag: date) -> bytes:
    """The key of this day; the first of a day makes it, and forgets the day before. Call it in a transaction."""
    rij = Dagsleutel.objects.select_for_update().filter(pk=ENIGE).first()
    if rij is None:
        rij, _ = Dagsleutel.objects.get_or_create(
            pk=ENIGE, defaults={"dag": dag, "sleutel": secrets.token_bytes(32)}
        )
    elif rij.dag != dag:
        vergeet_de_dag(dag)
        rij.refresh_from_db()
    return hmac.digest(settings.SECRET_KEY.encode(), bytes(rij.sleutel), hashlib.sha256)


def vergeet_de_dag(vandaag: date) -> None:
    """Overwrite the key of an earlier day, and delete what was hashed with it."""
    if Dagsleutel.objects.exclude(dag=vandaag).update(dag=vandaag, sleutel=secrets.token_bytes(32)):
        Vraagspoor.objects.all().delete()


def gehasht(sleutel: bytes, *delen: str) -> str:
    return hmac.new(sleutel, "\x1f".join(delen).encode(), hashlib.sha256).hexdigest()
