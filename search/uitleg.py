"""Why a product is found for a question, or is not: the plan held against the product's own words, for people.

Pure. What each match is worth, the engine says (`meet`); which words, parts, synonyms and corrections match in which
field is worked out here from the same plan and the same document that the engine has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from search.analyse.keten import deelstammen
from search.analyse.samenstelling import delen
from search.analyse.stam import stam
from search.analyse.stopwoorden import inhoud
from search.analyse.vouwen import woorden
from search.bereik import Scope
from search.document import ZoekDocument
from search.gewichten import GEWICHTEN, Gewichten
from search.ontleden import Ontleding, Vraagwoord
from search.plan import AlleVan, Alternatief, Deel, MVanN, Plan, Voorvoegsel, Woord
from search.synoniemen import Stammen, Synoniemenlijst
from search.velden import INTERN_VORMEN, TITEL_VORMEN, TREFWOORDEN_VORMEN, VORMEN, Groep, groepen

PLEKKEN: dict[str, str] = {
    Groep.TITEL: "titel",
    Groep.TREFWOORDEN: "trefwoorden",
    Groep.SAMENVATTING: "samenvatting",
    Groep.TEKST: "tekst",
    Groep.REST: "contact, bezwaar en meer informatie",
    Groep.INTERN: "interne tekst",
    TITEL_VORMEN: "titel",
    TREFWOORDEN_VORMEN: "trefwoorden",
    VORMEN: "hele tekst",
    INTERN_VORMEN: "interne tekst",
}
Meet = Callable[[Alternatief, str], float]
"""What an alternative is worth in one place (a key of `PLEKKEN`), as the engine counts."""


@dataclass(frozen=True, slots=True)
class Vindplaats:
    plek: str
    punten: float


@dataclass(frozen=True, slots=True)
class Lezing:
    """One way to read a word of the question. `staat_als`: the words of the product that it finds."""

    hoe: str
    gezocht: str
    staat_als: tuple[str, ...]
    vindplaatsen: tuple[Vindplaats, ...]
    punten: float
    telt: bool


@dataclass(frozen=True, slots=True)
class Vraagdeel:
    """A word of the question; without `lezingen` it is nowhere in this product."""

    getypt: str
    lezingen: tuple[Lezing, ...]
    geprobeerd: tuple[str, ...]

    @property
    def punten(self) -> float:
        return max((lezing.punten for lezing in self.lezingen), default=0.0)


@dataclass(frozen=True, slots=True)
class TredeUitleg:
    """One rung: how many words must be found, which are, and what that is worth after the discount of the rung."""

    trede: int
    nodig: int
    delen: tuple[Vraagdeel, ...]
    korting: float

    @property
    def gevonden(self) -> int:
        return sum(bool(deel.lezingen) for deel in self.delen)

    @property
    def gelukt(self) -> bool:
        return self.gevonden >= self.nodig

    @property
    def punten(self) -> float:
        return sum(deel.punten for deel in self.delen) * self.korting if self.gelukt else 0.0


def leg_uit(
    plan: Plan,
    ontleding: Ontleding,
    document: ZoekDocument,
    scope: Scope,
    synoniemen: Synoniemenlijst,
    meet: Meet,
    gewichten: Gewichten = GEWICHTEN,
) -> TredeUitleg:
    """One rung of the ladder, for one document."""
    lezer = _Lezer(document, scope, meet, gewichten)
    vraagdelen = []
    for plek, (woord, clausule) in enumerate(zip(ontleding.woorden, plan.clausules, strict=True)):
        namen = {
            lid: _noem(lid, woord, _synoniemen_van(ontleding, plek, synoniemen))
            for lid in clausule.alternatieven
        }
        lezingen = sorted(
            (lezer.lees(lid, *namen[lid]) for lid in clausule.alternatieven if lezer.plekken(lid)),
            key=lambda lezing: -lezing.punten,
        )
        beste = tuple(
            Lezing(lid.hoe, lid.gezocht, lid.staat_als, lid.vindplaatsen, lid.punten, telt=nummer == 0)
            for nummer, lid in enumerate(lezingen)
        )
        geprobeerd = tuple(dict.fromkeys(f"{gezocht} ({hoe})" for hoe, gezocht in namen.values()))
        vraagdelen.append(Vraagdeel(woord.vorm, beste, geprobeerd))
    return TredeUitleg(plan.trede, plan.minimum, tuple(vraagdelen), gewichten.trede[plan.trede - 1])


class _Lezer:
    def __init__(self, document: ZoekDocument, scope: Scope, meet: Meet, gewichten: Gewichten) -> None:
        self.scope, self.meet, self.gewichten = scope, meet, gewichten
        self.woorden = {veld: frozenset(tekst.split()) for veld, tekst in document.velden.items()}

    def lees(self, lid: Alternatief, hoe: str, gezocht: str) -> Lezing:
        plekken = [Vindplaats(PLEKKEN[plek], self.meet(lid, plek)) for plek in self.plekken(lid)]
        punten = [plek.punten for plek in plekken]
        # The best field counts, the others for a share, as the engines do.
        som = max(punten) + (sum(punten) - max(punten)) * self.gewichten.overige_velden
        plekken.sort(key=lambda plek: -plek.punten)
        return Lezing(hoe, gezocht, tuple(self._staat_als(lid)), tuple(plekken), som, telt=False)

    def plekken(self, lid: Alternatief) -> list[str]:
        """Where this alternative is found."""
        if isinstance(lid, Voorvoegsel):
            velden = [veld for veld, _ in self.gewichten.voorvoegsel_van(self.scope)]
            return [veld for veld in velden if any(w.startswith(lid.letters) for w in self._van(veld))]
        return [groep for groep in groepen(self.scope) if self._past(lid, groep)]

    def _past(self, lid: Alternatief, groep: Groep) -> bool:
        match lid:
            case Woord(stam_, _):
                return stam_ in self._van(groep.woorden)
            case Deel(stam_, _):
                return stam_ in self._van(groep.delen)
            case AlleVan(stammen, _):
                return self._van(groep.delen).issuperset(stammen)
            case MVanN(stammen, minimum, _):
                return sum(lid in self._van(groep.delen) for lid in stammen) >= minimum
        return False

    def _van(self, veld: str) -> frozenset[str]:
        return self.woorden.get(veld, frozenset())

    def _staat_als(self, lid: Alternatief) -> Iterator[str]:
        for vorm in sorted(
            self._van(VORMEN) | (self._van(INTERN_VORMEN) if self.scope.intern else frozenset())
        ):
            match lid:
                case Woord(stam_, _):
                    past = stam(vorm) == stam_
                case Deel(stam_, _):
                    past = stam_ in deelstammen(vorm)
                case Voorvoegsel(letters, _):
                    past = vorm.startswith(letters)
                case AlleVan(stammen, _) | MVanN(stammen, _, _):
                    past = not set(stammen).isdisjoint(deelstammen(vorm))
                case _:
                    past = False
            if past:
                yield vorm


def _synoniemen_van(ontleding: Ontleding, plek: int, lijst: Synoniemenlijst) -> dict[Stammen, str]:
    """The synonyms that hold for one word of the question, by stems, as the editor wrote them."""
    gebruikt = {lid.stammen for lid in ontleding.synoniemen if lid.van <= plek < lid.tot}
    geschreven = {_stammen(tekst): tekst for rij in lijst.rijen for tekst in rij.woorden} if gebruikt else {}
    return {stammen: geschreven.get(stammen, " ".join(stammen)) for stammen in gebruikt}


def _stammen(tekst: str) -> Stammen:
    vormen = woorden(tekst)
    return tuple(stam(vormen[plek]) for plek in inhoud(vormen))


def _noem(lid: Alternatief, woord: Vraagwoord, synoniemen: dict[Stammen, str]) -> tuple[str, str]:
    """How a reading came about, and what was looked for, in words."""
    match lid:
        case Voorvoegsel(letters, _):
            return "begin van een woord", f"{letters}…"
        case AlleVan(stammen, _) | MVanN(stammen, _, _):
            if stammen == woord.delen:
                hoe = (
                    "alle delen van het woord"
                    if isinstance(lid, AlleVan)
                    else "de meeste delen van het woord"
                )
                return hoe, " + ".join(delen(woord.vorm) or stammen)
            return "synoniem", synoniemen.get(stammen, " ".join(stammen))
        case Woord(stam_, _) | Deel(stam_, _):
            return _noem_woord(stam_, woord, synoniemen, als_deel=isinstance(lid, Deel))
    return "precies", woord.vorm


def _noem_woord(
    gezocht: str, woord: Vraagwoord, synoniemen: dict[Stammen, str], *, als_deel: bool
) -> tuple[str, str]:
    bij = ", als deel van een langer woord" if als_deel else ""
    if gezocht == woord.stam:
        return f"het woord zelf{bij}", woord.vorm
    for samen in woord.aaneen:
        if stam(samen) == gezocht:
            return "met het woord ernaast aan elkaar", samen
    for beter in woord.verbeterd:
        if stam(beter) == gezocht:
            return f"verbeterd{bij}", beter
    if (gezocht,) in synoniemen:
        return f"synoniem{bij}", synoniemen[(gezocht,)]
    for deel in delen(woord.vorm):
        if stam(deel) == gezocht:
            return "een deel van het woord", deel
    return f"een ander woord{bij}", gezocht
