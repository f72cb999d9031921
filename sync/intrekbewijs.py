"""What a receipt of a withdrawal says: per place in how many bereiken the text is gone, and since when.

A place has confirmed when it acknowledged the version that withdrew the text, not one in which it came back. As soon as
all have, what was found is kept on the row (`leg_bewijzen_vast`): the receipts of targets are cleared away after their
term, this is not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from redactie.models import Product
from sync.bord.lezen import dienende_index
from sync.bord.tekst import HIER, INDEX
from sync.models import (
    Documentsoort,
    Doel,
    DoelToestand,
    Intrekking,
    Levering,
    LeveringToestand,
    Ontvangst,
    Toestand,
    Uitgave,
)

VERDWENEN = "Dit doel bestaat niet meer. Het heeft de intrekking niet bevestigd."
OPNIEUW = "De tekst is intussen opnieuw gepubliceerd."
WACHT = "Wacht op bevestiging."
WEIGERT = "Dit doel weigert de intrekking. Kijk bij Doelen waarom."
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
    """The version that withdrew it in one bereik, and the first after it in which it came back (None: it did not)."""

    op: datetime
    versie: int
    publieke_versie: int
    terug: int | None = None
    publiek_terug: int | None = None

    def is_weg(self, versie: int, *, publiek: bool) -> bool:
        van, tot = (self.publieke_versie, self.publiek_terug) if publiek else (self.versie, self.terug)
        return versie >= van and (tot is None or versie < tot)


@dataclass(frozen=True, slots=True)
class _Gelezen:
    """By bereik where it is gone. By name of a place: what it acknowledged where; and who refuses."""

    weg: Mapping[str, _Weg]
    weer_live: bool
    bevestigd: Mapping[str, Mapping[str, datetime]]
    geweigerd: Collection[str]

    def terug(self, bereik: str) -> bool:
        """Also when it came back before the planner saw that it was withdrawn."""
        weg = self.weg.get(bereik)
        return self.weer_live if weg is None else weg.terug is not None


def bewijs(intrekking: Intrekking) -> list[Bewijsregel]:
    """Kept, once all was confirmed; until then as it is now. At most 6 queries."""
    if intrekking.klaar_op is not None:
        return [_gelezen(lid) for lid in intrekking.uitkomst]
    index = dienende_index()
    buiten = {doel.naam: doel for doel in Doel.objects.filter(naam__in=intrekking.doelen)}
    gelezen = _lees(intrekking, index, buiten)
    bereiken = intrekking.bereiken
    hier = {bereik: weg.op for bereik, weg in gelezen.weg.items() if bereik in bereiken}
    regels = [_regel(HIER, gelezen, bereiken, hier, "")]
    if index is not None:
        ervan = gelezen.bevestigd.get(index.naam, {})
        regels.append(_regel(INDEX, gelezen, bereiken, ervan, _waarom(index, gelezen)))
    for naam in intrekking.doelen:
        ervan, doel = gelezen.bevestigd.get(naam, {}), buiten.get(naam)
        if doel is not None:
            regels.append(_regel(naam, gelezen, [doel.bereik], ervan, _waarom(doel, gelezen)))
        else:
            laatst = max(ervan.values(), default=None)
            regels.append(Bewijsregel(naam, int(bool(ervan)), 1, laatst, "" if ervan else VERDWENEN))
    return regels


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


def _lees(intrekking: Intrekking, index: Doel | None, buiten: Mapping[str, Doel]) -> _Gelezen:
    """4 queries."""
    product = {
        "publicatie__documentsoort": Documentsoort.PRODUCT,
        "publicatie__sleutel": intrekking.sleutel,
    }
    namen = [*intrekking.doelen, *([index.naam] if index is not None else [])]
    # Nobody acknowledged this before it was asked; long ago hundreds acknowledged other versions.
    ontvangsten = list(
        Ontvangst.objects.filter(**product, doel_naam__in=namen, op__gte=intrekking.op)
        .order_by("pk")
        .values_list("doel_naam", "publicatie__bereik", "versie", "op")
    )
    ook = {doel.bereik for doel in buiten.values()}
    ook |= {bereik for naam, bereik, _, _ in ontvangsten if naam in intrekking.doelen}
    weg = _ingetrokken(intrekking, product, ook - set(intrekking.bereiken))
    bevestigd: dict[str, dict[str, datetime]] = defaultdict(dict)
    for naam, bereik, versie, op in ontvangsten:
        if bereik in weg and weg[bereik].is_weg(versie, publiek=naam in intrekking.doelen):
            bevestigd[naam].setdefault(bereik, op)
    geparkeerd = Levering.objects.filter(
        **product, intrekking=True, toestand=LeveringToestand.GEPARKEERD, doel__naam__in=namen
    )
    geweigerd = frozenset(geparkeerd.values_list("doel__naam", flat=True))
    weer_live = Product.objects.filter(sleutel=intrekking.sleutel, live=True).exists()
    return _Gelezen(weg, weer_live, bevestigd, geweigerd)


def _ingetrokken(
    intrekking: Intrekking, product: Mapping[str, str], eerder: Collection[str]
) -> dict[str, _Weg]:
    """By bereik. `eerder`: where it was withdrawn before that, and somebody still had it. 1 query."""
    rijen = Uitgave.objects.filter(
        Q(publicatie__bereik__in=intrekking.bereiken, op__gte=intrekking.op)
        | Q(publicatie__bereik__in=eerder),
        **product,
    )
    velden = ("publicatie__bereik", "toestand", "op", "versie", "publieke_versie")
    gevonden: dict[str, _Weg] = {}
    for bereik, toestand, op, versie, publieke_versie in rijen.order_by("versie").values_list(*velden):
        weg = gevonden.get(bereik)
        if toestand == Toestand.INGETROKKEN:
            if weg is None:
                gevonden[bereik] = _Weg(op, versie, publieke_versie)
        elif op < intrekking.op:
            gevonden.pop(bereik, None)
        elif weg is not None and weg.terug is None:
            gevonden[bereik] = replace(weg, terug=versie, publiek_terug=publieke_versie)
    return gevonden


def _regel(
    plek: str,
    gelezen: _Gelezen,
    bereiken: Collection[str],
    bevestigd: Mapping[str, datetime],
    anders: str,
) -> Bewijsregel:
    """`anders`: why not all of them, unless it came back wherever it is not gone."""
    weg = [bevestigd[bereik] for bereik in bereiken if bereik in bevestigd]
    nog = [bereik for bereik in bereiken if bereik not in bevestigd]
    reden = "" if not nog else OPNIEUW if all(map(gelezen.terug, nog)) else anders
    return Bewijsregel(plek, len(weg), len(bereiken), max(weg, default=None), reden)


def _waarom(doel: Doel, gelezen: _Gelezen) -> str:
    if doel.naam in gelezen.geweigerd:
        return WEIGERT
    return STAAT_STIL.get(DoelToestand(doel.toestand), WACHT)
