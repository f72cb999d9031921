"""Does each value fit its column? Asks the models, so that the CMS and the import agree."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model

from redactie.invoer.controle.eindstand import Eindstand
from redactie.invoer.documenten import (
    Document,
    GegevenRij,
    LokaalBestand,
    OpeningstijdenGroep,
    ProductBestand,
    RegioRij,
)
from redactie.invoer.fouten import Fouten, Plek
from redactie.invoer.schrijven.kolommen import MODEL_VAN, kanaal_kolommen, kolommen
from redactie.models import Afwijking, Kanaal, LokaalKanaal, Regio, Tekstversie
from redactie.models.feiten import valideer_waarde


def controleer_kolomwaarden(eind: Eindstand, fouten: Fouten) -> None:
    for document in eind.bestanden:
        if isinstance(document, OpeningstijdenGroep):
            continue
        rij = Regio(pk=1) if isinstance(document, RegioRij) else MODEL_VAN[document.soort_document]()
        _velden(rij, kolommen(document), document.plek, fouten)
        if isinstance(document, GegevenRij):
            _waarde(document, fouten)
        if isinstance(document, ProductBestand | LokaalBestand):
            _delen(document, fouten)


def _velden(rij: Model, waarden: dict[str, Any], plek: Plek, fouten: Fouten) -> None:
    for naam, waarde in waarden.items():
        setattr(rij, naam, waarde)
    anders = [veld.name for veld in rij._meta.get_fields() if veld.name not in waarden]
    try:
        rij.clean_fields(exclude=anders)
    except ValidationError as fout:
        for naam, meldingen in fout.message_dict.items():
            for melding in meldingen:
                fouten.fout(plek.van(naam), f"{naam}: {melding}")


def _waarde(document: GegevenRij, fouten: Fouten) -> None:
    try:
        valideer_waarde(document.soort, document.waarde)
    except ValidationError as fout:
        for melding in fout.messages:
            fouten.fout(document.plek.van("waarde"), f"waarde: {melding}")


def _delen(document: Document, fouten: Fouten) -> None:
    if isinstance(document, ProductBestand | LokaalBestand):
        model = Kanaal if isinstance(document, ProductBestand) else LokaalKanaal
        for nummer, waarden in enumerate(kanaal_kolommen(document)):
            _velden(model(), waarden, document.plek.van(f"kanalen.{nummer}"), fouten)
    if isinstance(document, ProductBestand):
        for gepland in document.gepland:
            waarden = {"veld": gepland.veld.value, "tekst": gepland.tekst, "toelichting": gepland.toelichting}
            _velden(Tekstversie(), waarden, document.plek.op(gepland.regel), fouten)
    if isinstance(document, LokaalBestand):
        for deel in document.afwijkingen:
            waarden = {"veld": deel.veld.value, "reden": deel.reden, "tekst": deel.tekst}
            _velden(Afwijking(), waarden, document.plek.op(deel.regel), fouten)
