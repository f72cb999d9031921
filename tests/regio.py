"""The sample region as it is published, for tests that only read: the real import and the real planner, done once.

What readers use of it (municipalities, synonyms, publications) is kept between test runs, as `sjabloon.py` keeps the
migrated database: planning everything takes a minute. The name of the file holds a hash over all that it is made from,
and the date, because texts begin and end.
"""

from __future__ import annotations

import fcntl
import gzip
import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core import serializers
from django.core.management import call_command
from django.utils import timezone

from redactie.models import Gemeente, Regio, Synoniem
from redactie.settings.omgeving import BASE_DIR
from sync.adem import Adem
from sync.models import Inhoud, Publicatie
from sync.plannen import verwerk_alles

MODELLEN = (Regio, Gemeente, Synoniem, Inhoud, Publicatie)
KAMERS = ("redactie", "sync")
CODE = {".py", ".json", ".csv", ".md", ".yaml", ".yml"}


def publiceer_regio() -> None:
    """Fill the empty test database of this connection; a caller that rolls back leaves no trace."""
    with _op_onze_beurt():
        if pad().is_file():
            _laad(pad())
            return
        call_command("voorbeeld", verbosity=0, stdout=open(os.devnull, "w"))  # noqa: SIM115  for this call
        verwerk_alles(Adem(rust=False))
        _bewaar(pad())


def pad() -> Path:
    som = hashlib.sha256((BASE_DIR / "requirements" / "run.txt").read_bytes())
    bestanden = (bestand for kamer in KAMERS for bestand in (BASE_DIR / kamer).rglob("*"))
    for bestand in sorted(lid for lid in bestanden if lid.suffix in CODE):
        som.update(str(bestand.relative_to(BASE_DIR)).encode() + bestand.read_bytes())
    return (
        _map()
        / f"antwoord-test-regio-{os.getuid()}-{timezone.localdate():%Y%m%d}-{som.hexdigest()[:16]}.json.gz"
    )


def _laad(bron: Path) -> None:
    with gzip.open(bron, "rt", encoding="utf-8") as tekst:
        for rij in serializers.deserialize("json", tekst):
            rij.save()


def _bewaar(doel: Path) -> None:
    """Complete or not at all."""
    rijen = [rij for model in MODELLEN for rij in model._default_manager.order_by("pk")]
    voorlopig = doel.with_suffix(f".{os.getpid()}")
    with gzip.open(voorlopig, "wt", encoding="utf-8", compresslevel=3) as tekst:
        serializers.serialize("json", rijen, stream=tekst)
    voorlopig.replace(doel)


@contextmanager
def _op_onze_beurt() -> Iterator[None]:
    """Of several test processes one makes it; the others wait for that, and read it."""
    with (_map() / f"antwoord-test-regio-{os.getuid()}.slot").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        yield


def _map() -> Path:
    return Path(tempfile.gettempdir())
