"""No circles: under which product something falls, which product succeeds it, under which theme a theme stands."""

from __future__ import annotations

from collections import defaultdict

from redactie.invoer.controle.eindstand import Eindstand
from redactie.invoer.documenten import Document, LokaalBestand, ProductBestand, Soort, ThemaRij
from redactie.invoer.fouten import Fouten


def controleer_kringen(eind: Eindstand, fouten: Fouten) -> None:
    themas = {thema.sleutel: (thema.ouder, thema) for thema in eind.alle(Soort.THEMA, ThemaRij)}
    _meld(themas, "ouder", eind, fouten)
    producten = {p.sleutel: (p.opvolger, p) for p in eind.alle(Soort.PRODUCT, ProductBestand)}
    _meld(producten, "opvolger", eind, fouten)
    per_gemeente: dict[str, dict[str, tuple[str, Document]]] = defaultdict(dict)
    for lokaal in eind.alle(Soort.LOKAAL, LokaalBestand):
        per_gemeente[lokaal.gemeente][lokaal.product] = (lokaal.valt_onder, lokaal)
    for verwijzingen in per_gemeente.values():
        _meld(verwijzingen, "valt_onder", eind, fouten)


def _meld(
    verwijzingen: dict[str, tuple[str, Document]]
    | dict[str, tuple[str, ThemaRij]]
    | dict[str, tuple[str, ProductBestand]],
    naam: str,
    eind: Eindstand,
    fouten: Fouten,
) -> None:
    volgende = {sleutel: doel for sleutel, (doel, _) in verwijzingen.items() if doel}
    for kring in kringen(volgende):
        in_bestand = [s for s in kring if eind.in_bestand(verwijzingen[s][1])]
        for sleutel in in_bestand:
            plek = verwijzingen[sleutel][1].plek.van(naam)
            fouten.fout(plek, f"{naam}: dit gaat in een kring ({' → '.join([*kring, kring[0]])}).")


def kringen(volgende: dict[str, str]) -> list[list[str]]:
    """The circles in a graph in which each node points to at most one other; each circle once."""
    klaar: set[str] = set()
    gevonden = []
    for begin in volgende:
        pad: dict[str, None] = {}
        hier: str | None = begin
        while hier is not None and hier not in klaar and hier not in pad:
            pad[hier] = None
            hier = volgende.get(hier)
        if hier is not None and hier in pad:
            stappen = list(pad)
            gevonden.append(stappen[stappen.index(hier) :])
        klaar.update(pad)
    return gevonden
