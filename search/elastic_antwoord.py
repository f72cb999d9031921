"""What the server of Elasticsearch answers, in the words of an engine: its errors, and what became of each document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from elasticsearch import ApiError, NotFoundError, TransportError

from search.document import ZoekDocument
from search.motor import Afloop, MotorFout, MotorOnbereikbaar, Uitslag

_AANWEZIG = re.compile(r"current version \[(\d+)\]")


def uitslag(document: ZoekDocument, gelukt: bool, antwoord: dict[str, Any]) -> Uitslag:
    if gelukt:
        return Uitslag(document.id, document.versie, Afloop.GESCHREVEN)
    lid = antwoord["index"]
    fout = lid.get("error", {})
    reden = str(fout.get("reason", fout))[:200] if isinstance(fout, dict) else str(fout)[:200]
    status = int(lid.get("status", 500))
    if status == 429 or status >= 500:
        # Nothing is wrong with the document: the whole load is offered again later.
        raise MotorOnbereikbaar(f"Elasticsearch kan nu niet schrijven: {status} {reden}".strip())
    if status == 409:
        gevonden = _AANWEZIG.search(reden)
        return Uitslag(
            document.id, document.versie, Afloop.VEROUDERD, reden, int(gevonden[1]) if gevonden else None
        )
    return Uitslag(document.id, document.versie, Afloop.FOUT, reden)


@contextmanager
def vertaald() -> Iterator[None]:
    """Errors of the client as errors of an engine."""
    try:
        yield
    except NotFoundError as fout:
        raise MotorOnbereikbaar("De zoekindex is er niet (meer).") from fout
    except ApiError as fout:
        if fout.status_code == 429 or fout.status_code >= 500:
            raise MotorOnbereikbaar(f"Elasticsearch antwoordt met {fout.status_code}.") from fout
        raise MotorFout(f"Elasticsearch weigert de vraag: {fout.status_code} {fout.error}") from fout
    except TransportError as fout:
        raise MotorOnbereikbaar(f"Elasticsearch antwoordt niet: {type(fout).__name__}.") from fout
