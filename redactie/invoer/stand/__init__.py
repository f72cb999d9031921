"""What the installation holds now, as a Bundel: what an import is compared with and what an export writes.

Only what is published (or planned); with `concepten` the newest draft of each product and local version instead.
Reads, never saves.
"""

from __future__ import annotations

from datetime import datetime

from redactie.invoer.documenten import Bundel
from redactie.invoer.stand.lokaal import lokale_versies
from redactie.invoer.stand.producten import producten
from redactie.invoer.stand.rijen import alle_rijen


def lees_stand(*, nu: datetime, concepten: bool = False) -> Bundel:
    return Bundel([*alle_rijen(), *producten(nu, concepten), *lokale_versies(concepten)])
