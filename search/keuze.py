"""Which engine this installation uses: the one place in this room that reads the settings.

`ANTWOORD_ZOEKMACHINE` is `tantivy` or `elasticsearch`; `ANTWOORD_INDEX` is the folder of the first,
`ANTWOORD_ELASTICSEARCH` the address of the second.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from search.motor import Motor

SOORTEN = ("tantivy", "elasticsearch")


def motor() -> Motor:
    """The engine of this process; the same object as long as the settings stay the same."""
    return _motor(
        settings.ANTWOORD_ZOEKMACHINE, Path(settings.ANTWOORD_INDEX), settings.ANTWOORD_ELASTICSEARCH
    )


@lru_cache(maxsize=8)
def _motor(soort: str, pad: Path, url: str) -> Motor:
    return nieuwe_motor(soort, pad, url)


def nieuwe_motor(soort: str, pad: Path, url: str, prefix: str = "antwoord") -> Motor:
    """An engine of its own: tantivy in folder `pad`, or Elasticsearch at `url` with indices of `prefix`."""
    # Imported here: an installation with one engine need not load the other.
    if soort == "tantivy":
        from search.tantivy_motor import TantivyMotor

        return TantivyMotor(pad)
    if soort == "elasticsearch":
        from search.elastic_motor import ElasticMotor

        return ElasticMotor(url, prefix)
    raise ImproperlyConfigured(f"ANTWOORD_ZOEKMACHINE is tantivy of elasticsearch, niet “{soort}”.")
