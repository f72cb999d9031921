"""P17: whatever is delivered keeps to the schemas that suppliers were given."""

from __future__ import annotations

import json

import pytest

from deploy.ontvanger.ontvanger import Ontvanger, keur
from redactie.schemas import schemafouten
from tests import ontvangers as o
from tests.factories import LokaleVersieFactory, ProductFactory
from tests.sync.afspraak.test_openapi import toets
from tests.sync.conftest import plan_alles
from tests.sync.doelproef import bezorg_alles, doel_voor

pytestmark = pytest.mark.django_db


class Leest(Ontvanger):
    """Keeps each delivery as it came in."""

    def __init__(self, *args):
        super().__init__(*args)
        self.gelezen: list[dict] = []

    def _neem(self, koppen, lichaam):
        self.gelezen.append(json.loads(lichaam))
        return super()._neem(koppen, lichaam)


def test_wat_geleverd_wordt_klopt_met_het_schema_en_de_hash(regio, sliedrecht, tmp_path, settings):
    settings.ANTWOORD_PRIVE_DOELEN = True
    geheim = o.nieuw_geheim()
    ontvanger = Leest(o.opslag_in(tmp_path), [geheim])
    with o.draai(ontvanger) as adres:
        doel_voor("sliedrecht", adres, geheim)
        gewoon = ProductFactory(sleutel="paspoort", gepubliceerd=True)
        anders = ProductFactory(sleutel="cafe", titel="Eén “café” – 🛂", gepubliceerd=True)
        LokaleVersieFactory(
            product=anders, gemeente=sliedrecht, gepubliceerd=True, wijkt_af={"kosten": "Gratis."}
        )
        plan_alles()
        bezorg_alles()
        gewoon.refresh_from_db()
        gewoon.unpublish()
        plan_alles()
        bezorg_alles()
    documenten = [document for levering in ontvanger.gelezen for document in levering["documenten"]]
    assert {document["ingetrokken"] for document in documenten} == {True, False}
    assert [
        toets("Levering", levering) for levering in ontvanger.gelezen if toets("Levering", levering)
    ] == []
    assert [keur(document) for document in documenten if keur(document)] == []
    inhouden = [document["inhoud"] for document in documenten if document["inhoud"] is not None]
    assert [fout for inhoud in inhouden for fout in schemafouten(inhoud)] == []
