"""Which places of an answer are being looked into: read at each opening, past publishing, so at once for everybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from kennisbank.balie.inhoud import BalieInhoud, PubliekeInhoud
from kennisbank.melden.eigenaar import CONTACTPUNT, REGELEN, eigenaar_van, kop_van
from kennisbank.models import Melding, Meldtoestand
from redactie.bronnen import REGIO
from redactie.veld import INTERNE_VELDEN


@dataclass(frozen=True, slots=True)
class Onderzoek:
    """One place; `sinds` the first flag that is open."""

    plek: str
    kop: str
    sinds: datetime
    uiterlijk: datetime
    te_laat: bool


def in_onderzoek(publiek: PubliekeInhoud, balie: BalieInhoud, *, intern: bool) -> dict[str, Onderzoek]:
    """Place → what is known of it, for every flag that is about the text that stands here. 1 query.

    Without `intern` nothing is said of internal fields.
    """
    bereik = publiek["bereik"]
    rijen = (
        Melding.objects.filter(sleutel=publiek["sleutel"], toestand=Meldtoestand.OPEN)
        .filter(Q(bereik=bereik) | Q(eigenaar=REGIO))
        .order_by("-gemeld_op")
        .values_list("plek", "bereik", "eigenaar", "gemeld_op", "uiterlijk_op")
    )
    nu = timezone.now()
    return {
        plek: Onderzoek(plek, kop_van(plek), timezone.localtime(sinds), timezone.localtime(tot), tot < nu)
        for plek, van, eigenaar, sinds, tot in rijen
        if (intern or plek not in INTERNE_VELDEN) and (van == bereik or _zelfde_tekst(plek, publiek, balie))
    }


def _zelfde_tekst(plek: str, publiek: PubliekeInhoud, balie: BalieInhoud) -> bool:
    """Whether what was flagged elsewhere, of the region, is what stands here too."""
    if plek in (REGELEN, CONTACTPUNT):
        return False  # a publication does not say whose these are
    return eigenaar_van(plek, publiek, balie) == REGIO
