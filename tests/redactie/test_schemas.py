"""The fast check of a document says the same as `jsonschema`."""

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from redactie.oplossen import oplossen
from redactie.samenvoegen import samenvoegen
from redactie.schemas import BESTANDEN, schema
from redactie.schemas.snel import compileer
from redactie.weergave import balie_weergave
from tests.redactie.bouw import NU, feiten_van, lagen, producten
from tests.redactie.test_gemeentedocument import balie_gemeente, documenten

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


@st.composite
def echte_documenten(draw):
    if draw(st.booleans()):
        gemeente = balie_gemeente(draw(documenten()), NU)
        gevonden = [gemeente.publiek.als_json(), gemeente.als_json()] if gemeente else []
    else:
        centraal, lokaal = draw(producten()), draw(lagen())
        samengesteld = samenvoegen(centraal, lokaal, NU)
        weergave = balie_weergave(oplossen(samengesteld, draw(feiten_van()), NU)) if samengesteld else None
        gevonden = [weergave.publiek.als_json(), weergave.als_json()] if weergave else []
    return draw(st.sampled_from(gevonden)) if gevonden else None


@settings(max_examples=40)
@given(echte_documenten(), st.data())
def test_de_snelle_toets_zegt_hetzelfde_als_jsonschema(document, data):
    if document is None:
        return
    naam = document["schema"]
    assert TOETSEN[naam](document)
    for _ in range(12):
        pad = data.draw(st.sampled_from([pad for pad in _plekken(document) if pad]))
        veranderd = _verander(
            document, pad, data.draw(VREEMD), data.draw(st.sampled_from(["weg", "erbij", "anders"]))
        )
        assert TOETSEN[naam](veranderd) == VALIDATORS[naam].is_valid(veranderd)


ONBEKEND = [{"maxLength": 3}, {"type": "integer"}, {"enum": [1]}, {"additionalProperties": True}]


@pytest.mark.parametrize("kapot", ONBEKEND)
def test_wat_de_snelle_toets_niet_kent_weigert_hij(kapot):
    with pytest.raises(ValueError, match="unknown|only|is false"):
        compileer(kapot)


@pytest.mark.parametrize("naam", BESTANDEN)
def test_elk_schema_is_zelf_een_geldig_schema(naam):
    Draft202012Validator.check_schema(schema(naam))
    assert schema(naam)["$id"] == naam
