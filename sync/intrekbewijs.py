"""What a receipt of a withdrawal says: per place in how many bereiken the text is gone, and since when.

A place has confirmed when it acknowledged the version that withdrew the text, not one in which it came back. As soon as
all have, what was found is kept on the row (`leg_bewijzen_vast`): the receipts of targets are cleared away after their
term, this is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from sync.bord.lezen import dienende_index
from sync.bord.tekst import HIER, INDEX
from sync.models import Documentsoort, Doel, DoelToestand, Intrekking, Ontvangst, Toestand, Uitgave

VERDWENEN = "Dit doel bestaat niet meer. Het heeft de intrekking niet bevestigd."
OPNIEUW = "De tekst is intussen opnieuw gepubliceerd."
WACHT = "Wacht op bevestiging."
STAAT_STIL = {
    DoelToestand.GESTOPT: "Dit doel is gestopt. Los dat op bij Doelen; de intrekking gaat dan als eerste weg.",
    DoelToestand.GEPAUZEERD: "Dit doel is gepauzeerd. De intrekking gaat toch; zij is nog niet bevestigd.",
}
EINDE = (VERDWENEN, OPNIEUW)


@dataclass(frozen=True, slots=True)
class Bewijsregel:
    """Gone in `weg` of `van` bereiken; `laatst`: when the last of them confirmed. `reden`: why not all of them."""

    plek: str
    weg: int
    van: int
    laatst: datetime | None
    reden: str = ""

    @property
    def klaar(self) -> bool:
        return self.weg >= self.van

    def als_json(self) -> dict[str, Any]:
        laatst = self.laatst.isoformat() if self.laatst is not None else ""
        return {"plek": self.plek, "weg": self.weg, "van": self.van, "laatst": laatst, "reden": self.reden}


@dataclass(frozen=True, slots=True)
class _Weg:
    """The version that withdrew one document, and the first after it in which it came back (None: it did not)."""

    op: datetime
    versie: int
    publieke_versie: int
    terug: int | None = None
    publiek_terug: int | None = None

    def is_weg(self, versie: int, *, publiek: bool) -> bool:
        van, tot = (self.publieke_versie, self.publiek_terug) if publiek else (self.versie, self.terug)
        return versie >= van and (tot is None or versie < tot)


def bewijs(intrekking: Intrekking) -> list[Bewijsregel]:
    """Kept, once all was confirmed; until then as it is now. At most 4 queries."""
    if intrekking.klaar_op is not None:
        return [_gelezen(lid) for lid in intrekking.uitkomst]
    weg = _ingetrokken(intrekking)
    laatst = max((lid.op for lid in weg.values()), default=None)
    hier = Bewijsregel(HIER, len(weg), len(intrekking.bereiken), laatst)
    return [hier, *_doelen(intrekking, weg)]


def leg_bewijzen_vast(nu: datetime | None = None) -> int:
    """Keep the receipts that are complete; how many. Runs beside the loop."""
    klaar = 0
    for intrekking in Intrekking.objects.filter(klaar_op=None):
        regels = bewijs(intrekking)
        if all(regel.klaar or regel.reden in EINDE for regel in regels):
            klaar += Intrekking.objects.filter(pk=intrekking.pk, klaar_op=None).update(
                klaar_op=nu or timezone.now(), uitkomst=[regel.als_json() for regel in regels]
            )
    return klaar


def _gelezen(lid: Mapping[str, Any]) -> Bewijsregel:
    return Bewijsregel(lid["plek"], lid["weg"], lid["van"], parse_datetime(lid["laatst"]), lid["reden"])


def _ingetrokken(intrekking: Intrekking) -> dict[int, _Weg]:
    """By publication. 1 query."""
    rijen = Uitgave.objects.filter(
        publicatie__documentsoort=Documentsoort.PRODUCT,
        publicatie__sleutel=intrekking.sleutel,
        publicatie__bereik__in=intrekking.bereiken,
        op__gte=intrekking.op,
    )
    gevonden: dict[int, _Weg] = {}
    for rij in rijen.order_by("versie"):
        weg = gevonden.get(rij.publicatie_id)
        if rij.toestand == Toestand.INGETROKKEN:
            if weg is None:
                gevonden[rij.publicatie_id] = _Weg(rij.op, rij.versie, rij.publieke_versie)
        elif weg is not None and weg.terug is None:
            gevonden[rij.publicatie_id] = _Weg(
                weg.op, weg.versie, weg.publieke_versie, rij.versie, rij.publieke_versie
            )
    return gevonden


def _doelen(intrekking: Intrekking, weg: Mapping[int, _Weg]) -> Iterator[Bewijsregel]:
    index = dienende_index()
    buiten = {doel.naam: doel for doel in Doel.objects.filter(naam__in=intrekking.doelen)}
    namen = [*buiten, *([index.naam] if index is not None else [])]
    ontvangen: dict[str, dict[int, datetime]] = {naam: {} for naam in namen}
    rijen = Ontvangst.objects.filter(publicatie__in=weg, doel_naam__in=namen).order_by("pk")
    for naam, publicatie, versie, op in rijen.values_list("doel_naam", "publicatie", "versie", "op"):
        if weg[publicatie].is_weg(versie, publiek=naam in buiten):
            ontvangen[naam].setdefault(publicatie, op)
    terug = any(lid.terug is not None for lid in weg.values())
    if index is not None:
        yield _regel(INDEX, index, ontvangen[index.naam], len(intrekking.bereiken), terug)
    for naam in intrekking.doelen:
        if naam in buiten:
            yield _regel(naam, buiten[naam], ontvangen[naam], 1, terug)
        else:
            yield Bewijsregel(naam, 0, 1, None, VERDWENEN)


def _regel(plek: str, doel: Doel, ontvangen: Mapping[int, datetime], van: int, terug: bool) -> Bewijsregel:
    reden = ""
    if len(ontvangen) < van:
        reden = OPNIEUW if terug else STAAT_STIL.get(DoelToestand(doel.toestand), WACHT)
    return Bewijsregel(plek, len(ontvangen), van, max(ontvangen.values(), default=None), reden)
