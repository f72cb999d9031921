"""Collects the static files, and only when one of them has changed: a second start takes seconds.

The mark is a hash over names, sizes and times of all source files; it is written last, so that a run that was
broken off is repeated.
"""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

MERK = "verzameld.txt"


def vingerafdruk() -> str:
    som = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for finder in get_finders():
        for pad, opslag in finder.list([]):
            stand = Path(opslag.path(pad)).stat()
            som.update(f"{pad} {stand.st_size} {stand.st_mtime_ns}\n".encode())
    return som.hexdigest()


def _merk() -> Path:
    return Path(settings.STATIC_ROOT) / MERK


def verouderd() -> bool:
    return not _merk().is_file() or _merk().read_text("utf-8") != vingerafdruk()


def verzamel() -> None:
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    _merk().write_text(vingerafdruk(), "utf-8")
