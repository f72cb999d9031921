"""Hand over what is to be recorded: whoever searches never waits for it, and never sees it fail.

One thread per process writes, from a short queue in memory that holds masked text only; when it is full, a question
goes uncounted. The thread also forgets what is past its day.
"""

from __future__ import annotations

import logging
import queue
import threading

from django.conf import settings
from django.db import close_old_connections
from django.utils import timezone

from kennisbank.models import Vergeefs
from kennisbank.vergeefs.noteren import Waarneming, leesbaar, noteer
from kennisbank.vergeefs.vergeten import vergeet

RUST = 600.0  # seconds without work, after which the thread looks whether the day is over
log = logging.getLogger("antwoord.vergeefs")
_rij: queue.Queue[Waarneming] = queue.Queue(maxsize=500)
_slot = threading.Lock()
_draad: threading.Thread | None = None


def meld(vraag: str, soort: Vergeefs, *, bereik: str, sessie: str, vervolg: str = "") -> None:
    """A question came to nothing. Returns at once; the question itself is masked before it is handed over."""
    waarneming = Waarneming(leesbaar(vraag), soort, bereik, sessie, vervolg)
    if settings.ANTWOORD_VERGEEFS_DIRECT:
        noteer(waarneming)
        return
    _zorg_voor_draad()
    try:
        _rij.put_nowait(waarneming)
    except queue.Full:
        log.warning("te veel vragen tegelijk: een vraag is niet geteld")


def _zorg_voor_draad() -> None:
    global _draad
    with _slot:
        if _draad is None or not _draad.is_alive():
            _draad = threading.Thread(target=_schrijf, name="vergeefs", daemon=True)
            _draad.start()


def _schrijf() -> None:
    while True:
        try:
            close_old_connections()
            noteer(_rij.get(timeout=RUST))
        except queue.Empty:
            _ruim_op()
        except Exception as fout:
            # Its text may quote what was to be written.
            log.warning("een vraag is niet geteld: %s", type(fout).__name__)


def _ruim_op() -> None:
    try:
        vergeet(timezone.localdate())
    except Exception as fout:
        log.warning("opruimen is niet gelukt: %s", type(fout).__name__)
