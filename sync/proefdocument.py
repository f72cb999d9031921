"""The document that measures the chain: made of sources as any product is, in a bereik that no host and no desk serves.

Pure. Its title holds the moment of the attempt, so that each is another text; what is found under that title in the
index is of that attempt and of no other.
"""

from __future__ import annotations

from datetime import UTC, datetime

from redactie.bronnen import KETENPROEF, CentraalProduct, GemeenteBron, ProductBronnen, TekstversieBron
from redactie.keuzes import Productsoort
from redactie.samenvoegen import centraal_beeld
from redactie.veld import Veld
from sync.maken import Gewenst, maak_product

BEREIK = GemeenteBron(KETENPROEF, "Ketenproef")


def titel_van(begonnen_op: datetime) -> str:
    return f"Ketenproef {begonnen_op.astimezone(UTC):%Y%m%d%H%M%S%f}"


def maak_proefdocument(begonnen_op: datetime | None, op: datetime) -> Gewenst:
    """Merge → resolve → validate → render, as for a product. None: there has been no attempt, so there is none."""
    if begonnen_op is None:
        return Gewenst()
    teksten = {
        Veld.TITEL: titel_van(begonnen_op),
        Veld.SAMENVATTING: "Hiermee meet Antwoord of publiceren werkt.",
        Veld.INLEIDING: "Niemand leest dit: het staat op geen website en aan geen balie.",
    }
    centraal = CentraalProduct(
        KETENPROEF,
        Productsoort.VRAAG,
        tekstversies=tuple(
            # Not later than now: who began may have a clock that is ahead.
            TekstversieBron(nummer, veld, tekst, min(begonnen_op, op))
            for nummer, (veld, tekst) in enumerate(teksten.items(), start=1)
        ),
    )
    return maak_product(centraal_beeld(centraal, op), ProductBronnen(centraal), BEREIK)
