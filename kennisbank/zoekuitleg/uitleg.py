"""Everything the explanation of one product for one question needs: where it stands, and what each rung counts.

Asks as websites and desk ask. What matches is worked out in `search/uitleg.py`; the numbers are the engine's.
"""

from __future__ import annotations

from dataclasses import dataclass

from kennisbank.balie.publicaties import haal_product
from kennisbank.plaatsnamen import zonder_plaats
from kennisbank.publicaties import Productregel
from kennisbank.zoeken import zoek
from redactie import wie
from search.analyse.stopwoorden import inhoud
from search.analyse.vouwen import woorden
from search.bereik import Scope
from search.bijdrage import score_in
from search.document import ZoekDocument, document_uit
from search.keuze import motor
from search.motor import Motor, MotorFout
from search.ontleden import Ontleding, ontleed
from search.synoniemen import Synoniemenlijst
from search.synoniemenlijst import synoniemenlijst
from search.uitleg import TredeUitleg, leg_uit
from search.zoekplan import naamplan, plannen

VERST = 50
"""As far as a search looks; a product beyond it is not shown to anybody."""


@dataclass(frozen=True, slots=True)
class Trede:
    """`totaal`: what the engine itself counts for this product; None when it does not find it."""

    uitleg: TredeUitleg
    totaal: float
    bereikt: bool


@dataclass(frozen=True, slots=True)
class Uitleg:
    """`plaats` is 0 when the product is not in the result, `trede` the rung on which the result as a whole stands."""

    titel: str
    plaats: int
    aantal: int
    trede: int
    erboven: tuple[Productregel, ...]
    overgeslagen: tuple[str, ...]
    correcties: tuple[tuple[str, str], ...]
    genoemd: str
    precies: bool
    treden: tuple[Trede, ...]


class NietTeZeggen(Exception):
    """Why there is nothing to explain, in Dutch."""


def uitleg(vraag: str, sleutel: str, scope: Scope) -> Uitleg:
    """Raises NietTeZeggen when the product is not live here, or the engine does not answer."""
    publicatie = haal_product(scope.bereik, sleutel)
    if publicatie is None:
        raise NietTeZeggen("Dit product is hier niet gepubliceerd. Daarom vindt niemand het.")
    document = document_uit(publicatie.publiek, publicatie.balie if scope.intern else None, versie=1)
    antwoord = zoek(vraag, scope, limiet=VERST)
    if antwoord.op_titel:
        raise NietTeZeggen("De zoekmachine antwoordt nu niet. Probeer het zo nog eens.")
    sleutels = [regel.sleutel for regel in antwoord.regels]
    plaats = sleutels.index(sleutel) + 1 if sleutel in sleutels else 0
    gelezen = zonder_plaats(vraag, wie.namen()).vraag
    try:
        machine, synoniemen = motor(), synoniemenlijst(scope.bereik)
        ontleding = _ontleed(gelezen, scope, machine, synoniemen)
        treden = _treden(ontleding, document, scope, machine, synoniemen, antwoord.trede)
        naam = naamplan(gelezen)
        precies = naam is not None and machine.score(naam, scope, sleutel) > 0
    except MotorFout as fout:
        raise NietTeZeggen("De zoekmachine antwoordt nu niet. Probeer het zo nog eens.") from fout
    return Uitleg(
        titel=publicatie.publiek["talen"]["nl"]["titel"],
        plaats=plaats,
        aantal=len(sleutels),
        trede=antwoord.trede,
        erboven=antwoord.regels[: plaats - 1][:3] if plaats else antwoord.regels[:3],
        overgeslagen=_overgeslagen(gelezen),
        correcties=antwoord.correcties,
        genoemd=antwoord.genoemd.naam if antwoord.genoemd else "",
        precies=precies,
        treden=treden,
    )


def _ontleed(vraag: str, scope: Scope, machine: Motor, synoniemen: Synoniemenlijst) -> Ontleding:
    woordenschat = machine.vocabulary(scope).met(synoniemen.vormen(scope.bereik))
    return ontleed(vraag, typend=False, bereik=scope.bereik, woordenschat=woordenschat, synoniemen=synoniemen)


def _treden(
    ontleding: Ontleding,
    document: ZoekDocument,
    scope: Scope,
    machine: Motor,
    synoniemen: Synoniemenlijst,
    tot: int,
) -> tuple[Trede, ...]:
    treden = []
    for plan in plannen(ontleding):
        gelegd = leg_uit(
            plan,
            ontleding,
            document,
            scope,
            synoniemen,
            lambda lid, plek: score_in(machine, lid, plek, scope, document.sleutel),
        )
        totaal = machine.score(plan, scope, document.sleutel) * gelegd.korting
        treden.append(Trede(gelegd, totaal, bereikt=plan.trede <= max(tot, 1)))
    return tuple(treden)


def _overgeslagen(vraag: str) -> tuple[str, ...]:
    gevonden = woorden(vraag)
    telt = set(inhoud(gevonden))
    return tuple(dict.fromkeys(woord for plek, woord in enumerate(gevonden) if plek not in telt))
