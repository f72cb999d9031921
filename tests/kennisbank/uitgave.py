"""Publications for tests, made by the real merge and projections from a few texts: no editor, planner or loop needed.

`geef_uit("sliedrecht", "paspoort-aanvragen", titel=…, kosten=…)` puts one document live; `indexeer()` builds the
search index from all that is live.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from redactie.bronnen import (
    REGIO,
    AfwijkingBron,
    CentraalProduct,
    Feiten,
    GemeenteBron,
    LokaleLaag,
    TariefBron,
    TekstversieBron,
)
from redactie.keuzes import AfwijkingWijze, Productsoort
from redactie.oplossen import oplossen
from redactie.samenvoegen import samenvoegen
from redactie.schemas import schemafouten
from redactie.veld import Veld
from redactie.weergave import balie_weergave
from search.document import document_uit
from search.keuze import motor
from sync.canoniek import canoniek, hash_van
from sync.models import Documentsoort, Inhoud, Publicatie, Toestand, Uitgave

VANAF = datetime(2026, 1, 1, tzinfo=timezone.get_default_timezone())
NAMEN = {REGIO: "uw gemeente", "sliedrecht": "Sliedrecht", "dordrecht": "Dordrecht"}


def afwijking(veld: Veld, tekst: str, reden: str = "Eigen werkwijze", **rest: Any) -> AfwijkingBron:
    wijze = rest.pop("wijze", AfwijkingWijze.VERVANGEN)
    return AfwijkingBron(veld, wijze, tekst, reden=reden, basis=rest.pop("basis", None), **rest)


def geef_uit(
    bereik: str,
    sleutel: str,
    titel: str,
    *,
    afwijkingen: Iterable[AfwijkingBron] = (),
    laag: Mapping[str, Any] | None = None,
    productsoort: Productsoort = Productsoort.PRODUCT,
    versies: Iterable[TekstversieBron] = (),
    op: datetime | None = None,
    product: Mapping[str, Any] | None = None,
    tarieven: Iterable[TariefBron] = (),
    **teksten: str,
) -> Publicatie:
    """Put one product live in one bereik; `laag` and `product` are further arguments of the two layers.

    The central text of a field gets the number of the field as its id; `versies` are later texts of it.
    """
    alle = {"titel": titel, "samenvatting": f"Alles over: {titel.lower()}.", **teksten}
    tijdlijn = tuple(
        TekstversieBron(nummer, veld, alle[veld.value], VANAF)
        for nummer, veld in enumerate(Veld, start=1)
        if veld.value in alle
    )
    centraal = CentraalProduct(
        sleutel, productsoort=productsoort, tekstversies=(*tijdlijn, *versies), **(product or {})
    )
    lokaal = LokaleLaag(bereik, afwijkingen=tuple(afwijkingen), **(laag or {}))
    samengesteld = samenvoegen(centraal, lokaal, op or timezone.now())
    assert samengesteld is not None
    gemeente = GemeenteBron(bereik, NAMEN.get(bereik, bereik.title()), "14 078")
    feiten = Feiten(gemeente, tarieven=tuple(tarieven))
    weergave = balie_weergave(oplossen(samengesteld, feiten, op or timezone.now()))
    publiek = weergave.publiek.als_json()
    return zet_live(bereik, Documentsoort.PRODUCT, sleutel, publiek, weergave.als_json())


def zet_live(
    bereik: str, soort: Documentsoort, sleutel: str, publiek: dict[str, Any], balie: dict[str, Any]
) -> Publicatie:
    publieke_inhoud = _bewaar(publiek)
    inhoud = _bewaar({**balie, "publieke_hash": publieke_inhoud.hash})
    nl = publiek.get("talen", {}).get("nl", {})
    vorige = Publicatie.objects.filter(bereik=bereik, documentsoort=soort, sleutel=sleutel).first()
    return Publicatie.objects.update_or_create(
        bereik=bereik,
        documentsoort=soort,
        sleutel=sleutel,
        defaults={
            "toestand": Toestand.LIVE,
            "versie": vorige.versie + 1 if vorige else 1,
            "publieke_versie": vorige.publieke_versie + 1 if vorige else 1,
            "hash": inhoud.hash,
            "publieke_hash": publieke_inhoud.hash,
            "inhoud": inhoud,
            "publieke_inhoud": publieke_inhoud,
            "gepubliceerd_op": timezone.now(),
            "inhoud_gewijzigd_op": timezone.now(),
            "titel": nl.get("titel") or publiek.get("naam", ""),
            "samenvatting": nl.get("samenvatting", ""),
            "productsoort": publiek.get("soort", ""),
            "status": publiek.get("status", ""),
            "themas": list(publiek.get("themas", [])) if nl else [],
        },
    )[0]


def trek_in(bereik: str, sleutel: str) -> None:
    Publicatie.objects.filter(bereik=bereik, sleutel=sleutel).update(
        toestand=Toestand.INGETROKKEN, inhoud=None, publieke_inhoud=None, hash="", publieke_hash=""
    )


def bewaar_uitgaven() -> None:
    """What the planner writes beside each version."""
    Uitgave.objects.bulk_create(
        [
            Uitgave(
                publicatie=rij,
                versie=rij.versie,
                publieke_versie=rij.publieke_versie,
                toestand=rij.toestand,
                inhoud=rij.inhoud,
                publieke_inhoud=rij.publieke_inhoud,
                op=rij.gepubliceerd_op,
            )
            for rij in Publicatie.objects.all()
        ],
        ignore_conflicts=True,
    )


def indexeer(naam: str = "g1") -> None:
    """A new active generation with every live product."""
    machine = motor()
    machine.begin_generation(naam)
    rijen = Publicatie.objects.filter(documentsoort=Documentsoort.PRODUCT, toestand=Toestand.LIVE)
    machine.write(
        naam,
        [
            document_uit(rij.publieke_inhoud.als_dict(), rij.inhoud.als_dict(), versie=rij.versie)
            for rij in rijen.select_related("inhoud", "publieke_inhoud")
        ],
    )
    machine.activate(naam)


def _bewaar(inhoud: dict[str, Any]) -> Inhoud:
    tekst = canoniek(inhoud)
    return Inhoud.objects.get_or_create(hash=hash_van(tekst), defaults={"json": tekst})[0]


def geef_gemeente_uit(
    bereik: str,
    *,
    contactpunten: Iterable[Mapping[str, Any]] = (),
    mededelingen: Iterable[Mapping[str, Any]] = (),
    **rest: Any,
) -> Publicatie:
    """Put a gemeente document live. A contact point may have `telefoon_intern`, a notice `interne_html`."""
    punten = [{**CONTACTPUNT, **punt} for punt in contactpunten]
    meldingen = [{**MEDEDELING, **melding} for melding in mededelingen]
    publiek = {
        "schema": "antwoord/gemeente/1",
        "bereik": bereik,
        "naam": NAMEN.get(bereik, bereik.title()),
        "naam_regio": "Drechtsteden",
        "code": "" if bereik == REGIO else "gm0610",
        "owms_uri": "",
        "telefoon": "14 078",
        "telefoon_buitenland": "+31 78 770 20 00",
        "website": f"https://www.{bereik}.example",
        "hostnamen": [] if bereik == REGIO else [f"{bereik}.localhost"],
        "thema": bereik,
        "themas": [],
        "contactpunten": [_zonder(punt, "telefoon_intern") for punt in punten],
        "locaties": [],
        "mededelingen": [
            _zonder(lid, "interne_tekst", "interne_html", "op_website", "soort")
            for lid in meldingen
            if lid["op_website"]
        ],
        **rest,
    }
    balie = {
        "schema": "antwoord/gemeente-balie/1",
        "bereik": bereik,
        "contactpunten": [
            {"sleutel": punt["sleutel"], "telefoon_intern": punt["telefoon_intern"]}
            for punt in punten
            if punt["telefoon_intern"]
        ],
        "mededelingen": meldingen,
    }
    assert schemafouten(publiek) == []
    assert schemafouten(balie) == []
    return zet_live(bereik, Documentsoort.GEMEENTE, "gemeente", publiek, balie)


CONTACTPUNT: dict[str, Any] = {
    "sleutel": "burgerzaken",
    "naam": "Burgerzaken",
    "soort": "afdeling",
    "telefoon": "14 078",
    "telefoon_intern": "078 770 20 21",
    "e_mail": "burgerzaken@gemeente.example",
    "website": "",
    "openingstijden": [],
}
MEDEDELING: dict[str, Any] = {
    "sleutel": "gesloten",
    "tekst": "Zaterdag is het gemeentehuis gesloten.",
    "html": "<p>Zaterdag is het gemeentehuis gesloten.</p>",
    "interne_tekst": "",
    "interne_html": "",
    "op_website": True,
    "soort": "mededeling",
    "van": "2026-01-01T00:00:00+01:00",
    "tot": None,
    "betreft": ["alles"],
    "belangrijk": False,
}


def _zonder(lid: Mapping[str, Any], *namen: str) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in lid.items() if naam not in namen}
