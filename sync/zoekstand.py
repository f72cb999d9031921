"""Reads how the search index is: what serves, what is being filled, what was last found wrong. For people who watch.

Asks the engine only for its generation and its counts; everything else was kept by the loop. Never fails: an engine
that does not answer is one of the answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Count, Max, Min, Q
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from redactie.bronnen import KETENPROEF
from search.keuze import motor
from search.motor import MotorFout
from sync.bereiken import namen_van_bereiken
from sync.generatie import generaties
from sync.models import Documentsoort, Doel, DoelToestand, LeveringToestand, Publicatie, Syncstand, Toestand
from sync.proef import VOLDOENDE
from sync.stilstand import STIL


@dataclass(frozen=True, slots=True)
class BereikTelling:
    bereik: str
    naam: str
    verwacht: int
    gevonden: int | None
    """None: the engine does not say."""

    @property
    def klopt(self) -> bool:
        return self.gevonden == self.verwacht


@dataclass(frozen=True, slots=True)
class Vulling:
    """How far a generation is; `gereed` counts what was acknowledged or refused for good."""

    generatie: str
    aanleiding: str
    sinds: datetime
    gereed: int
    totaal: int
    fout: str


@dataclass(frozen=True, slots=True)
class Proefstand:
    op: datetime | None
    gesteld: int
    goed: int
    missers: tuple[dict[str, Any], ...]

    @property
    def voldoende(self) -> bool:
        return self.goed >= self.gesteld * VOLDOENDE


@dataclass(frozen=True, slots=True)
class Zoekstand:
    motor: str
    storing: str
    """Why the engine does not answer, or empty."""
    generatie: str
    sinds: datetime | None
    actueel: bool
    tellingen: tuple[BereikTelling, ...]
    toegepast_op: datetime | None
    """When the serving generation last acknowledged a document."""
    wacht: int
    wacht_sinds: datetime | None
    geweigerd: int
    nagezien_op: datetime | None
    verschillen: dict[str, int] = field(default_factory=dict)
    proef: Proefstand | None = None
    vulling: Vulling | None = None
    afgekeurd: Doel | None = None
    bewaard: Doel | None = None
    sync_draait: bool = False

    @property
    def gebreken(self) -> tuple[str, ...]:
        """What an operator must know, in order of weight; empty when all is well."""
        afwijkend = sum(not telling.klopt for telling in self.tellingen)
        mogelijk = (
            (self.storing, f"De zoekmachine antwoordt niet: {self.storing}"),
            (not self.sync_draait, "De sync draait niet."),
            (not self.generatie, "Er is nog geen zoekindex die dient."),
            (self.generatie and not self.actueel, "De zoekindex hoort bij een andere zoekanalyse."),
            (
                afwijkend and not self.storing and not self.wacht,
                f"Het aantal documenten klopt niet in {afwijkend} bereiken.",
            ),
            (self.geweigerd, f"De zoekindex weigert {self.geweigerd} documenten."),
            (self.verschillen, f"Bij het nazien gevonden: {tekst_van(self.verschillen)}."),
            (self.afgekeurd, self.afgekeurd.laatste_fout if self.afgekeurd else ""),
            (
                self.proef and not self.proef.voldoende,
                f"Maar {self.proef.goed} van {self.proef.gesteld} proefvragen geven het goede antwoord."
                if self.proef
                else "",
            ),
        )
        return tuple(tekst for erg, tekst in mogelijk if erg)


def zoekstand(*, bereiken: Collection[str] | None = None, nu: datetime | None = None) -> Zoekstand:
    """The state of the index, for every bereik or for these."""
    nu = nu or timezone.now()
    actief = generaties(DoelToestand.ACTIEF).last()
    aanwezig, storing, actueel = _uit_motor(actief)
    leveringen = _leveringen(actief)
    hartslag = Syncstand.objects.filter(pk=1).values_list("hartslag", flat=True).first()
    return Zoekstand(
        motor=settings.ANTWOORD_ZOEKMACHINE,
        storing=storing,
        generatie=actief.generatie if actief else "",
        sinds=actief.gemaakt_op if actief else None,
        actueel=actueel,
        tellingen=_tellingen(aanwezig, bereiken),
        toegepast_op=leveringen.get("toegepast_op"),
        wacht=leveringen.get("wacht", 0),
        wacht_sinds=leveringen.get("wacht_sinds"),
        geweigerd=leveringen.get("geweigerd", 0),
        nagezien_op=actief.nagezien_op if actief else None,
        verschillen=actief.verschillen if actief else {},
        proef=_proef(actief, bereiken),
        vulling=vulling_van(generaties(DoelToestand.VULLEN).last()),
        afgekeurd=generaties(DoelToestand.AFGEKEURD).last(),
        bewaard=generaties(DoelToestand.BEWAARD).order_by("vervangen_op").last(),
        sync_draait=hartslag is not None and nu - hartslag < STIL,
    )


def vulling_van(doel: Doel | None) -> Vulling | None:
    """How far a generation is. 1 query."""
    if doel is None:
        return None
    telling = doel.leveringen.aggregate(
        totaal=Count("pk"), wacht=Count("pk", filter=Q(toestand=LeveringToestand.WACHT))
    )
    totaal = telling["totaal"]
    return Vulling(
        doel.generatie, doel.aanleiding, doel.gemaakt_op, totaal - telling["wacht"], totaal, doel.laatste_fout
    )


def tekst_van(verschillen: dict[str, int]) -> str:
    """`3 ontbreekt, 1 ouder`."""
    return ", ".join(f"{aantal} {soort}" for soort, aantal in sorted(verschillen.items()))


def _uit_motor(actief: Doel | None) -> tuple[dict[str, int] | None, str, bool]:
    """What the engine has per bereik, why it does not say, and whether that is of today's analysis."""
    try:
        machine = motor()
        if actief is None:
            machine.generations()
            return {}, "", False
        return machine.counts(), "", machine.generation_fingerprint(actief.generatie) == machine.fingerprint
    except MotorFout as fout:
        return None, str(fout), actief is not None and actief.vingerafdruk == motor().fingerprint


def _tellingen(
    aanwezig: dict[str, int] | None, bereiken: Collection[str] | None
) -> tuple[BereikTelling, ...]:
    verwacht = Counter(
        Publicatie.objects.filter(documentsoort=Documentsoort.PRODUCT, toestand=Toestand.LIVE).values_list(
            "bereik", flat=True
        )
    )
    namen = namen_van_bereiken()
    alle = [*namen, *sorted((set(verwacht) | set(aanwezig or ())) - set(namen) - {KETENPROEF})]
    return tuple(
        BereikTelling(
            bereik,
            namen.get(bereik, bereik),
            verwacht[bereik],
            None if aanwezig is None else aanwezig.get(bereik, 0),
        )
        for bereik in alle
        if bereiken is None or bereik in bereiken
    )


def _leveringen(actief: Doel | None) -> dict[str, Any]:
    if actief is None:
        return {}
    wacht = Q(toestand=LeveringToestand.WACHT)
    return actief.leveringen.aggregate(
        toegepast_op=Max("bevestigd_op"),
        wacht=Count("pk", filter=wacht),
        wacht_sinds=Min("wacht_sinds", filter=wacht),
        geweigerd=Count("pk", filter=Q(toestand=LeveringToestand.GEPARKEERD)),
    )


def _proef(actief: Doel | None, bereiken: Collection[str] | None) -> Proefstand | None:
    if actief is None or not actief.proef:
        return None
    return proefstand_van(actief, bereiken)


def proefstand_van(doel: Doel, bereiken: Collection[str] | None = None) -> Proefstand:
    """What the must-win questions gave, with the misses in these bereiken."""
    missers = tuple(
        misser for misser in doel.proef["missers"] if bereiken is None or misser["bereik"] in bereiken
    )
    return Proefstand(parse_datetime(doel.proef["op"]), doel.proef["gesteld"], doel.proef["goed"], missers)
