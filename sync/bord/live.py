"""How far a text of an editor is: in how many municipalities it is live, how long that took, what holds up the rest.

A municipality counts once every place that it has acknowledged this very version; a place of the region that is behind
is told, and counts in no number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from redactie.bronnen import REGIO
from redactie.models import Product, Wijziging, WijzigingSoort
from sync.bereiken import in_aantallen, namen_van_bereiken
from sync.bord.cel import Stand
from sync.bord.tekst import HIER, Plek, Tekststand, tekststanden
from sync.models import Documentsoort, Publicatie, Syncstand, Toestand, Uitgave
from sync.pauzeren import Pauzes, pauzes
from sync.stilstand import STIL

VERS = timedelta(minutes=30)
"""How long ago a change may be for its duration to be of interest."""
MEESTE_REDENEN = 5
OP_PAUZE = "de publicatie is gepauzeerd."
ZINNEN = {
    Stand.WACHT: "wacht nog op bevestiging",
    Stand.GEPAUZEERD: "is gepauzeerd",
    Stand.GESTOPT: "is gestopt",
    Stand.HAPERT: "neemt nu niets aan",
    Stand.GEWEIGERD: "neemt deze tekst niet aan",
    Stand.MISLUKT: "kan deze tekst niet tonen",
}


@dataclass(frozen=True, slots=True)
class Livestand:
    """`weg`: it is withdrawn, and the numbers say where it is gone. `seconden`: of the last change, once complete.

    `onderweg`: somewhere it simply waits for its turn.
    """

    live: int
    van: int
    weg: bool
    seconden: float | None
    redenen: tuple[str, ...]
    meer: int
    stil_sinds: datetime | None
    onderweg: bool
    klaar: bool
    """Every place of every bereik confirmed it, that of the region too: there is nothing more to ask."""

    @property
    def hulp_nodig(self) -> bool:
        """Waiting alone does not help: asking often has no use."""
        return not self.onderweg or self.stil_sinds is not None


def livestand(sleutel: str, bereiken: Collection[str] | None, nu: datetime | None = None) -> Livestand:
    """Of a product, in these bereiken (None: all). At most 10 queries, however many there are."""
    nu = nu or timezone.now()
    rijen = Publicatie.objects.filter(documentsoort=Documentsoort.PRODUCT, sleutel=sleutel)
    if bereiken is not None:
        rijen = rijen.filter(bereik__in=bereiken)
    nu_op_pauze = pauzes()
    alle = tekststanden(rijen.exclude(versie=0, fout=""), nu_op_pauze)
    weg = not any(stand.publicatie.toestand == Toestand.LIVE for stand in alle)
    # Where it went earlier, and has gone, is no news beside where it is live.
    tellen = [stand for stand in alle if weg or not stand.weg or not stand.klaar]
    gemeenten = [stand for stand in tellen if stand.publicatie.bereik != REGIO]
    redenen = list(_redenen(tellen)) if alle else _wacht_op_pauze(sleutel, rijen, nu_op_pauze)
    hartslag = Syncstand.objects.filter(pk=1).values_list("hartslag", flat=True).first()
    stil = hartslag is None or nu - hartslag > STIL
    klaar = bool(tellen) and all(stand.klaar for stand in tellen)
    return Livestand(
        live=sum(stand.klaar for stand in gemeenten),
        van=len(gemeenten) or _verwacht(sleutel, bereiken),
        weg=weg and bool(alle),
        seconden=_seconden(tellen, nu) if klaar else None,
        redenen=tuple(redenen[:MEESTE_REDENEN]),
        meer=max(0, len(redenen) - MEESTE_REDENEN),
        stil_sinds=(hartslag or nu) if stil and not klaar else None,
        onderweg=(not alle and not redenen)
        or any(plek.stand is Stand.WACHT for stand in tellen for plek in stand.plekken),
        klaar=klaar,
    )


def _verwacht(sleutel: str, bereiken: Collection[str] | None) -> int:
    """1 for a text that is published for the first time and not looked at yet: then nothing is live of something.

    Not for who asks for the own text of another municipality: that it is there at all is not for them.
    """
    wacht = Wijziging.objects.filter(soort=WijzigingSoort.PRODUCT, sleutel=sleutel)
    if bereiken is not None:
        van_anderen = Product.objects.filter(sleutel=sleutel, gemeente__isnull=False)
        if van_anderen.exclude(gemeente__slug__in=bereiken).exists():
            return 0
        wacht = wacht.filter(gemeente__in=["", *bereiken])
    return int(wacht.exists())


def _redenen(standen: Iterable[Tekststand]) -> Iterable[str]:
    """What does not pass by itself within moments, once for all that it holds up; not what waits for its turn."""
    namen = namen_van_bereiken()
    waar: dict[str, list[str]] = defaultdict(list)
    for stand in standen:
        for plek in stand.plekken:
            if not plek.klaar and plek.stand is not Stand.WACHT:
                waar[_zin(plek)].append(stand.publicatie.bereik)
    for zin, bereiken in waar.items():
        yield f"{_wie(bereiken, namen)}: {zin}"


def _wacht_op_pauze(sleutel: str, rijen: QuerySet[Publicatie], nu_op_pauze: Pauzes) -> list[str]:
    """Why a text that is nowhere yet does not come: once for each pause that holds it."""
    if not Product.objects.filter(sleutel=sleutel, live=True).exists():
        return []
    namen = namen_van_bereiken()
    waar: dict[str, list[str]] = defaultdict(list)
    for bereik in rijen.values_list("bereik", flat=True):
        if (pauze := nu_op_pauze.van(bereik)) is not None:
            waar[pauze.reden].append(bereik)
    return [f"{_wie(bereiken, namen)}: {OP_PAUZE} {reden}" for reden, bereiken in waar.items()]


def _wie(bereiken: Sequence[str], namen: Mapping[str, str]) -> str:
    """One by its name, more by their number."""
    return namen.get(bereiken[0], bereiken[0]) if len(bereiken) == 1 else in_aantallen(bereiken)


def _zin(plek: Plek) -> str:
    naam = "de website en de balie" if plek.naam == HIER else plek.naam
    if plek.doel is None and plek.stand is Stand.GEPAUZEERD:
        return f"{OP_PAUZE} {plek.fout}"
    if plek.doel is None and plek.stand is Stand.HAPERT:
        return "er is nog geen zoekindex."
    erbij = f" ({plek.fout.rstrip('.')})" if plek.fout else ""
    return f"{naam} {ZINNEN[plek.stand]}{erbij}."


def _seconden(standen: Iterable[Tekststand], nu: datetime) -> float | None:
    """From recording the newest change to its last acknowledgement. 1 query."""
    per = {stand.publicatie.pk: stand for stand in standen}
    rijen = Uitgave.objects.filter(publicatie__in=per, op__gte=nu - VERS, vastgelegd_op__isnull=False)
    nieuwste: dict[int, tuple[datetime, datetime]] = {}
    for pk, begin, op in rijen.order_by("versie").values_list("publicatie", "vastgelegd_op", "op"):
        nieuwste[pk] = (begin, op)
    if not nieuwste:
        return None
    begin = max(begin for begin, _ in nieuwste.values())
    mee = [pk for pk, (van, _) in nieuwste.items() if van == begin]
    einden = [nieuwste[pk][1] for pk in mee]
    einden += [plek.op for pk in mee for plek in per[pk].plekken if plek.op is not None]
    return max(0.0, (max(einden) - begin).total_seconds())
