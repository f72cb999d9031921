"""Files against the installation: what is new, changed, unchanged, gone. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar

from redactie.invoer.documenten import Bundel, Document, Identiteit, ProductBestand, Soort
from redactie.invoer.fouten import Fouten

D = TypeVar("D", bound=Document)


@dataclass
class Verschil:
    nieuw: list[Document] = field(default_factory=list)
    gewijzigd: list[Document] = field(default_factory=list)
    ongewijzigd: list[Document] = field(default_factory=list)
    verwijderd: list[Document] = field(default_factory=list)

    @property
    def te_schrijven(self) -> list[Document]:
        return [*self.nieuw, *self.gewijzigd]


class Plan:
    """A Verschil per kind; `verwijderd` is filled only when deleting was asked for."""

    def __init__(self, per_soort: dict[Soort, Verschil]) -> None:
        self.per_soort = per_soort

    def __getitem__(self, soort: Soort) -> Verschil:
        return self.per_soort[soort]

    def __iter__(self) -> Iterator[tuple[Soort, Verschil]]:
        return iter(self.per_soort.items())

    @property
    def omvang(self) -> int:
        """How many documents there are to write or delete."""
        return sum(len(v.te_schrijven) + len(v.verwijderd) for v in self.per_soort.values())


def vergelijk(bestanden: Bundel, stand: Bundel, *, nu: datetime, verwijder: bool = False) -> Plan:
    plan = Plan({soort: _vergelijk(bestanden, stand, soort, nu, verwijder) for soort in Soort})
    _wijs_opnieuw_aan(plan)
    return plan


def _wijs_opnieuw_aan(plan: Plan) -> None:
    """Texts name a contact point by key; when that of the municipality goes, the same key means that of the region."""
    weg = {document.identiteit for document in plan[Soort.CONTACTPUNT].verwijderd}
    for soort in (Soort.PRODUCT, Soort.LOKAAL):
        verschil = plan[soort]
        verschil.gewijzigd += [d for d in verschil.ongewijzigd if weg & contactpunten_van(d)]
        verschil.ongewijzigd = [d for d in verschil.ongewijzigd if not weg & contactpunten_van(d)]


def contactpunten_van(document: Document) -> set[Identiteit]:
    """The contact points that the keys in this document could mean."""
    sleutels = {getattr(document, naam, "") for naam in ("eigenaar", "behandelaar")} - {""}
    eigenaars = {getattr(document, "gemeente", ""), ""}
    return {(eigenaar, sleutel) for eigenaar in eigenaars for sleutel in sleutels}


def _vergelijk(bestanden: Bundel, stand: Bundel, soort: Soort, nu: datetime, verwijder: bool) -> Verschil:
    verschil = Verschil()
    nieuw, oud = bestanden.van(soort), stand.van(soort)
    for identiteit, document in nieuw.items():
        document = op_moment(document, nu)
        if identiteit not in oud:
            verschil.nieuw.append(document)
        elif oud[identiteit] == document:
            verschil.ongewijzigd.append(document)
        else:
            verschil.gewijzigd.append(document)
    if verwijder and soort is not Soort.REGIO:
        verschil.verwijderd = [document for identiteit, document in oud.items() if identiteit not in nieuw]
    return verschil


def op_moment(document: D, nu: datetime) -> D:
    """A planned text whose moment has passed is the text of its field now; what stood before is history."""
    if not isinstance(document, ProductBestand):
        return document
    teksten = dict(document.teksten)
    for gepland in document.gepland:
        if gepland.vanaf <= nu:
            teksten.pop(gepland.veld, None)
            if gepland.tekst:
                teksten[gepland.veld] = gepland.tekst
    return replace(
        document,
        teksten=teksten,
        gepland=tuple(gepland for gepland in document.gepland if gepland.vanaf > nu),
    )


def laat_gepland_staan(
    bestanden: Bundel, stand: Bundel, fouten: Fouten, *, nu: datetime, gepubliceerd: Collection[str]
) -> Bundel:
    """For drafts: a planned text of a published product comes into force by itself, so no draft may bring one."""

    def zoals_het_staat(document: Document) -> Document:
        if not isinstance(document, ProductBestand) or document.sleutel not in gepubliceerd:
            return document
        document = op_moment(document, nu)
        oud = stand.haal(Soort.PRODUCT, document.sleutel)
        gepland = oud.gepland if isinstance(oud, ProductBestand) else ()
        if document.gepland != gepland:
            fouten.waarschuw(
                document.plek.van("gepland"), "Geplande teksten kunnen niet als concept worden ingelezen."
            )
        return replace(document, gepland=gepland)

    return Bundel(map(zoals_het_staat, bestanden))
