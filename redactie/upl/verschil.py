"""Our copy of the list against a new one: new, gone, back, changed. Pure.

A legal ground is its URI: the list rewrites labels and links without meaning a change. Such a rewrite is stored, and
not reported as one (`BIJGEWERKT`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from redactie.keuzes import Keuze
from redactie.upl.lijst import SOORTEN, UplNaamRij


class Soort(Keuze):
    NIEUW = "nieuw", "nieuw"
    TERUG = "terug", "terug op de lijst"
    GEWIJZIGD = "gewijzigd", "gewijzigd"
    BIJGEWERKT = "bijgewerkt", "alleen een ander opschrift of adres bij een grondslag"
    VERVALLEN = "vervallen", "vervallen"


@dataclass(frozen=True, slots=True)
class Verandering:
    uri: str
    soort: Soort
    oud: UplNaamRij | None
    nieuw: UplNaamRij | None
    velden: tuple[str, ...] = ()


def vergelijk(
    oud: Mapping[str, UplNaamRij], nieuw: Mapping[str, UplNaamRij], *, vervallen: Collection[str] = ()
) -> list[Verandering]:
    """`vervallen`: the URIs in `oud` that were already marked as gone. In the order of the URIs."""
    gevonden = []
    for uri in sorted(oud.keys() | nieuw.keys()):
        was, is_ = oud.get(uri), nieuw.get(uri)
        if was is None:
            gevonden.append(Verandering(uri, Soort.NIEUW, None, is_))
        elif is_ is None:
            if uri not in vervallen:
                gevonden.append(Verandering(uri, Soort.VERVALLEN, was, None))
        elif uri in vervallen:
            gevonden.append(Verandering(uri, Soort.TERUG, was, is_, gewijzigde_velden(was, is_)))
        elif was != is_:
            velden = gewijzigde_velden(was, is_)
            gevonden.append(
                Verandering(uri, Soort.GEWIJZIGD if velden else Soort.BIJGEWERKT, was, is_, velden)
            )
    return gevonden


def gewijzigde_velden(oud: UplNaamRij, nieuw: UplNaamRij) -> tuple[str, ...]:
    een, ander = _velden(oud), _velden(nieuw)
    return tuple(naam for naam in een if een[naam] != ander[naam])


def _velden(rij: UplNaamRij) -> dict[str, object]:
    soorten = {soort.lower() for soort in SOORTEN}
    return {
        "naam": rij.naam,
        "bestuurslagen": rij.bestuurslagen,
        "doelgroepen": rij.doelgroepen,
        "sdg": rij.sdg,
        "dienstenwet": "dienstenwet" in rij.kenmerken,
        "autonomie": "autonomie" in rij.kenmerken,
        "medebewind": "medebewind" in rij.kenmerken,
        "soort": soorten.intersection(rij.kenmerken),
        "grondslagen": {grond.uri or grond.label for grond in rij.grondslagen},
    }
