"""The fast check of a document says the same as `jsonschema`."""

import copy
from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from redactie.bronnen import KanaalBron, UpnBron
from redactie.gemeentebronnen import (
    ContactpuntBron,
    GemeentedocumentBronnen,
    LocatieBron,
    MededelingBron,
    OpeningBron,
    ThemaBron,
)
from redactie.gemeentedocument import balie_gemeente
from redactie.keuzes import Actie, AfwijkingWijze, Dag, KanaalWijze, Niveau
from redactie.oplossen import oplossen
from redactie.schemas import BESTANDEN, schema
from redactie.schemas.snel import compileer
from redactie.veld import Veld
from redactie.weergave import balie_weergave
from tests.redactie.bouw import DORDRECHT, NU, VANDAAG, afwijking, feiten, laag, product, samen, versie

TOETSEN = {naam: compileer(schema(naam)) for naam in BESTANDEN}
VALIDATORS = {naam: Draft202012Validator(schema(naam)) for naam in BESTANDEN}
VREEMD = st.sampled_from(
    [None, True, False, 0, 1, "", "x", "ma", "A b", [], ["x"], {}, {"nl": {}}, "https://a.example"]
)


def _plekken(ding, pad=()):
    yield pad
    leden = ding.items() if isinstance(ding, dict) else enumerate(ding) if isinstance(ding, list) else ()
    for sleutel, lid in leden:
        yield from _plekken(lid, (*pad, sleutel))


def _verander(document, pad, nieuw, wat):
    document = copy.deepcopy(document)
    ouder = document
    for sleutel in pad[:-1]:
        ouder = ouder[sleutel]
    if wat == "weg":
        del ouder[pad[-1]]
    elif wat == "erbij" and isinstance(ouder, dict):
        ouder["erbij"] = nieuw
    else:
        ouder[pad[-1]] = nieuw
    return document


def _echte_documenten():
    """Documents with something in every place where a schema has a list or an object."""
    kanaal = KanaalBron(Actie.AANVRAGEN, KanaalWijze.FORMULIER, "https://a.example", niveau=Niveau.HOOG)
    centraal = product(
        {veld: f"Tekst van {veld.value}. {{tarief:weg}}" for veld in Veld if not veld.enkele_regel},
        kanalen=(kanaal,),
        upn=(UpnBron("u:1", "een", ("Wet",)),),
        doelgroepen=("particulier",),
        themas=("afval",),
        trefwoorden=("bak",),
        verwant=("ander",),
    )
    centraal = replace(
        centraal, tekstversies=(*centraal.tekstversies, versie(Veld.KOSTEN, "Nieuw.", id=99, vanaf=NU))
    )
    lokaal = laag(afwijking(Veld.KOSTEN, AfwijkingWijze.VERVANGEN, "Lokaal.", basis=1))
    weergave = balie_weergave(oplossen(samen(centraal, lokaal), feiten(), NU))
    uren = (OpeningBron(Dag.MA, None, time(9), time(17)), OpeningBron(None, VANDAAG, None, None))
    gemeente = balie_gemeente(
        GemeentedocumentBronnen(
            bereik=DORDRECHT,
            naam_regio="Drechtsteden",
            hostnamen=("dordrecht.localhost",),
            themas=(ThemaBron("afval", "Afval", "Over *afval*."),),
            contactpunten=(ContactpuntBron("wmo", "Wmo", telefoon_intern="078", openingstijden=uren),),
            locaties=(LocatieBron("gh", "Gemeentehuis", openingstijden=uren),),
            mededelingen=(MededelingBron("m", "Tekst.", NU, interne_tekst="Intern."),),
        ),
        NU,
    )
    assert gemeente is not None
    return [lid.als_json() for lid in (weergave.publiek, weergave, gemeente.publiek, gemeente)]


DOCUMENTEN = _echte_documenten()


@pytest.mark.parametrize("document", DOCUMENTEN, ids=list(BESTANDEN))
@settings(max_examples=15)
@given(data=st.data())
def test_de_snelle_toets_zegt_hetzelfde_als_jsonschema(document, data):
    naam = document["schema"]
    assert TOETSEN[naam](document)
    for _ in range(10):
        pad = data.draw(st.sampled_from([pad for pad in _plekken(document) if pad]))
        wat = data.draw(st.sampled_from(["weg", "erbij", "anders"]))
        veranderd = _verander(document, pad, data.draw(VREEMD), wat)
        assert TOETSEN[naam](veranderd) == VALIDATORS[naam].is_valid(veranderd)


ONBEKEND = [{"maxLength": 3}, {"type": "integer"}, {"enum": [1]}, {"additionalProperties": True}]


@pytest.mark.parametrize("kapot", ONBEKEND)
def test_wat_de_snelle_toets_niet_kent_weigert_hij(kapot):
    with pytest.raises(ValueError, match=r"unknown|only|is false"):
        compileer(kapot)


@pytest.mark.parametrize("naam", BESTANDEN)
def test_elk_schema_is_zelf_een_geldig_schema(naam):
    Draft202012Validator.check_schema(schema(naam))
    assert schema(naam)["$id"] == naam
