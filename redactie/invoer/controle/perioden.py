"""Periods: in order, and no two of one fact, or of one way of deviating, on the same day."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import pairwise

from redactie.invoer.controle.eindstand import Eindstand
from redactie.invoer.documenten import (
    AfwijkingDeel,
    FeitRij,
    LokaalBestand,
    MededelingRij,
    ProductBestand,
    Soort,
)
from redactie.invoer.fouten import Fouten
from redactie.keuzes import AfwijkingWijze
from redactie.periode import Periode

IN_PLAATS_VAN = (AfwijkingWijze.VERVANGEN, AfwijkingWijze.VERBERGEN)


def controleer_perioden(eind: Eindstand, fouten: Fouten) -> None:
    for soort in (Soort.GEGEVEN, Soort.TARIEF):
        _feiten(eind, soort, fouten)
    for lokaal in eind.uit_bestanden(Soort.LOKAAL, LokaalBestand):
        _afwijkingen(lokaal, fouten)
    for product in eind.uit_bestanden(Soort.PRODUCT, ProductBestand):
        for gepland in product.gepland:
            if product.vervalt_op is not None and gepland.vanaf.date() >= product.vervalt_op:
                fouten.fout(product.plek.op(gepland.regel), "Dit product is dan al vervallen.")
    for mededeling in eind.uit_bestanden(Soort.MEDEDELING, MededelingRij):
        if mededeling.tot and mededeling.tot <= mededeling.van:
            fouten.fout(mededeling.plek, "Het einde ligt vóór het begin.")


def _begin(periode: Periode) -> date:
    return periode.van or date.min


def _feiten(eind: Eindstand, soort: Soort, fouten: Fouten) -> None:
    per_sleutel: dict[tuple[str, str], list[FeitRij]] = defaultdict(list)
    for feit in eind.alle(soort, FeitRij):
        if feit.geldig_van and feit.geldig_tot and feit.geldig_tot < feit.geldig_van:
            fouten.fout(feit.plek, "De laatste dag ligt vóór de eerste.")
        else:
            per_sleutel[feit.gemeente, feit.sleutel].append(feit)
    for feiten in per_sleutel.values():
        for vorige, feit in pairwise(sorted(feiten, key=lambda feit: _begin(feit.periode))):
            if not vorige.periode.overlapt(feit.periode):
                continue
            hier, daar = (feit, vorige) if eind.in_bestand(feit) else (vorige, feit)
            elders = f"met regel {daar.plek.regel}" if eind.in_bestand(daar) else "met een periode in het CMS"
            fouten.fout(hier.plek, f"Deze periode van “{feit.sleutel}” overlapt {elders}.")


def _afwijkingen(lokaal: LokaalBestand, fouten: Fouten) -> None:
    per_groep: dict[tuple[str, str], list[AfwijkingDeel]] = defaultdict(list)
    for deel in lokaal.afwijkingen:
        groep = "in_plaats_van" if deel.wijze in IN_PLAATS_VAN else deel.wijze.value
        per_groep[deel.veld.value, groep].append(deel)
    for (veld, _), delen in per_groep.items():
        for vorige, deel in pairwise(sorted(delen, key=lambda deel: _begin(deel.periode))):
            if vorige.periode.overlapt(deel.periode):
                fouten.fout(
                    lokaal.plek.op(deel.regel),
                    f"Twee afwijkingen van “{veld}” gelden op dezelfde dag: {vorige.wijze} en {deel.wijze}.",
                )
