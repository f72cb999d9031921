"""What a document should be now, in each of a few bereiken: reads the sources and makes the contents.

On SQLite the work is done ahead of the write lock, which editors wait for. `Vooraf` says afterwards whether another
connection committed anything in between (`PRAGMA data_version`, which changes exactly then); if so, it is done again
under the lock. On PostgreSQL nobody waits for the lock, so there it is done under it at once.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import connection

from redactie.bronnen import GemeenteBron
from redactie.gemeentelezer import lees_gemeentebronnen
from redactie.klok import nu_van_de_database
from redactie.lezen import lees_bereiken, lees_product
from redactie.samenvoegen import centraal_beeld
from sync.bereiken import deelnemende_bereiken
from sync.maken import Gewenst, maak_gemeente, maak_product
from sync.models import Documentsoort, Ketenproef
from sync.proefdocument import maak_proefdocument

logger = logging.getLogger(__name__)

OPNIEUW_NA_FOUT = timedelta(minutes=15)
Bereiken = Mapping[str, GemeenteBron]


def maak_gewenst(soort: Documentsoort, sleutel: str, bereiken: Bereiken, op: datetime) -> dict[str, Gewenst]:
    """Slug → what the publication should be at `op`. The number of queries does not depend on the bereiken."""
    if soort == Documentsoort.PRODUCT:
        return _producten(sleutel, bereiken, op)
    if soort == Documentsoort.KETENPROEF:
        begonnen_op = Ketenproef.lees().begonnen_op
        return {
            slug: _op_zichzelf(slug, op, lambda: maak_proefdocument(begonnen_op, op)) for slug in bereiken
        }
    bronnen = lees_gemeentebronnen(bereiken)
    return {
        slug: _op_zichzelf(f"{slug}/gemeente", op, lambda slug=slug: maak_gemeente(bronnen[slug], op))
        if slug in bronnen
        else Gewenst()
        for slug in bereiken
    }


def _producten(sleutel: str, bereiken: Bereiken, op: datetime) -> dict[str, Gewenst]:
    bronnen = lees_product(sleutel, bereiken)
    if bronnen is None:
        return {slug: Gewenst() for slug in bereiken}
    doen_mee = deelnemende_bereiken(op)
    beeld = centraal_beeld(bronnen.centraal, op)
    return {
        slug: _op_zichzelf(
            f"{slug}/{sleutel}", op, lambda bereik=bereik: maak_product(beeld, bronnen, bereik)
        )
        if slug in doen_mee
        else Gewenst()
        for slug, bereik in bereiken.items()
    }


def _op_zichzelf(naam: str, op: datetime, maak: Callable[[], Gewenst]) -> Gewenst:
    """A fault of ours in one document keeps its previous publication up, and harms no other document.

    Tried again later: its next date boundary is unknown, and a repaired program must not wait for an edit.
    """
    try:
        return maak()
    except Exception as fout:  # pure code: no database error can hide in here
        logger.exception("%s kon niet worden gemaakt", naam)
        return niet_gemaakt(op, fout)


def niet_gemaakt(op: datetime, fout: Exception) -> Gewenst:
    melding = f"Deze tekst kon niet worden gemaakt ({type(fout).__name__}: {fout})."
    return Gewenst(opnieuw_op=op + OPNIEUW_NA_FOUT, fouten=(melding,))


@dataclass
class Vooraf:
    """Contents made before the lock, good for as long as nobody else committed; `op` is the moment they are for."""

    soort: Documentsoort
    sleutel: str
    bereiken: Bereiken
    vast_op: datetime | None = None
    op: datetime = field(init=False)
    _gemaakt: dict[str, Gewenst] | None = None
    _stand: int | None = field(default_factory=lambda: _stand_van_de_database())

    def __post_init__(self) -> None:
        self.op = self.vast_op or nu_van_de_database()
        if self._stand is not None:
            self._gemaakt = maak_gewenst(self.soort, self.sleutel, self.bereiken, self.op)

    def onder_slot(self) -> dict[str, Gewenst]:
        """The contents, from sources as they are now that the lock is ours."""
        if self._gemaakt is not None and self._stand == _stand_van_de_database():
            return self._gemaakt
        # Now, and not before the wait for the lock: an older moment would bring back an older text.
        self.op = self.vast_op or nu_van_de_database()
        nu = lees_bereiken()
        self.bereiken = {slug: nu.get(slug, bron) for slug, bron in self.bereiken.items()}
        return maak_gewenst(self.soort, self.sleutel, self.bereiken, self.op)


def _stand_van_de_database() -> int | None:
    """A number that changes when another connection commits; None where there is no such thing."""
    if connection.vendor != "sqlite":
        return None
    with connection.cursor() as cursor:
        return int(cursor.execute("PRAGMA data_version").fetchone()[0])
