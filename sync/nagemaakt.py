"""Making a kept content again from the sources that are kept with it, to show that it came of those and nothing else.

What the public read of a product: its revisions, the regional texts, the facts and their values then. A source that was
changed or thrown away since is told, and so is another renderer; the kept content itself stands whatever becomes of
its sources. Only reads.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from wagtail.models import Revision

from redactie.bronnen import CentraalProduct, LokaleLaag
from redactie.lezen import bronnen_van, concept_bronnen, laag_van, lees_bereiken
from redactie.models import Tekstversie
from redactie.samenvoegen import centraal_beeld
from sync.maken import MAKER, maak_product
from sync.models import Documentsoort, Toestand, Uitgave
from sync.vastleggen import inhouden_van


@dataclass(frozen=True, slots=True)
class Nagemaakt:
    """`json` None: it could not be made, `waarom` says why. `gelijk`: byte for byte what was kept."""

    json: str | None = None
    gelijk: bool = False
    waarom: str = ""


class _Weg(Exception):
    """A source is not there any more; the message says which."""


def maak_na(uitgave: Uitgave) -> Nagemaakt:
    """The public content of one version, made anew; some 15 queries."""
    if waarom := _niet_te_maken(uitgave):
        return Nagemaakt(waarom=waarom)
    bereik = uitgave.publicatie.bereik
    plek = lees_bereiken().get(bereik)
    if plek is None:
        return Nagemaakt(waarom="deze gemeente is er niet meer")
    try:
        centraal, laag = _centraal(uitgave), _laag(uitgave, bereik)
    except _Weg as fout:
        return Nagemaakt(waarom=str(fout))
    bronnen = bronnen_van(centraal, {bereik: laag})
    gewenst = maak_product(centraal_beeld(centraal, uitgave.op), bronnen, plek)
    if anders := _ander_feit(uitgave.bronnen, gewenst.bronnen):
        return Nagemaakt(waarom=f"{anders} is daarna veranderd")
    inhouden = inhouden_van(gewenst)
    if inhouden is None:
        return Nagemaakt(waarom="van deze bronnen komt nu geen tekst")
    hash_, json = inhouden[0]
    return Nagemaakt(json, hash_ == uitgave.publieke_inhoud_id)


def _niet_te_maken(uitgave: Uitgave) -> str:
    if uitgave.toestand != Toestand.LIVE:
        return "ingetrokken: er is geen inhoud"
    if uitgave.publicatie.documentsoort != Documentsoort.PRODUCT:
        return "alleen van producten zijn de bronnen bewaard"
    maker = uitgave.bronnen.get("maker")
    return "" if maker == MAKER else f"gemaakt met een andere opmaak ({maker}, nu {MAKER})"


def _centraal(uitgave: Uitgave) -> CentraalProduct:
    product = _uit_revisie(uitgave.bronnen.get("revisie"), "de revisie van het product")
    nummers = uitgave.bronnen.get("tekstversies", [])
    rijen = list(Tekstversie.objects.filter(pk__in=nummers))
    if len(rijen) != len(set(nummers)):
        raise _Weg("een regionale tekst is er niet meer")
    # The columns of the revision are what was edited; what was read is the time line.
    return replace(concept_bronnen(product).centraal, tekstversies=tuple(rij.als_bron() for rij in rijen))


def _laag(uitgave: Uitgave, bereik: str) -> LokaleLaag:
    nummer = uitgave.bronnen.get("lokale_revisie")
    if nummer is None:
        return LokaleLaag(gemeente=bereik)
    return laag_van(_uit_revisie(nummer, "de revisie van de lokale versie"))


def _uit_revisie(nummer: int | None, wat: str) -> Any:
    rij = Revision.objects.filter(pk=nummer).first()
    if rij is None:
        raise _Weg(f"{wat} is er niet meer")
    try:
        return rij.as_object()
    except Exception as fout:  # of a thing that was deleted, or of an older shape of the model
        raise _Weg(f"{wat} is niet meer te lezen") from fout


def _ander_feit(toen: dict[str, Any], nu: dict[str, Any]) -> str:
    """The first fact that reads otherwise now; empty when none does."""
    waarden = [
        {feit["token"]: (feit["waarde"], feit["ids"]) for feit in bronnen.get("feiten", ())}
        for bronnen in (toen, nu)
    ]
    anders = [
        token for token in sorted(set().union(*waarden)) if waarden[0].get(token) != waarden[1].get(token)
    ]
    return f"het feit {anders[0]}" if anders else ""
