"""An import that breaks off leaves nothing half, and can be done again."""

from collections import Counter
from contextlib import AbstractContextManager

import pytest
from django.db import transaction
from wagtail.models import Revision

from redactie.invoer.importeren import importeer
from redactie.invoer.schrijven import plan as plan_module
from redactie.models import LokaleVersie, Product
from tests.redactie.invoer.databaserijen import aantallen, rijen
from tests.redactie.invoer.hulp import Regiomap

pytestmark = pytest.mark.django_db


class Storing(Exception):
    pass


@pytest.mark.parametrize("na", [0, 3, 9, 12, 18])
def test_een_afgebroken_invoer_is_te_herhalen(
    regio: Regiomap, monkeypatch: pytest.MonkeyPatch, na: int
) -> None:
    teller = Counter[str]()
    echt = plan_module.beurt

    def breekt_af(*, rust: bool) -> AbstractContextManager[None]:
        teller["beurten"] += 1
        if teller["beurten"] > na:
            raise Storing
        return echt(rust=rust)

    voorbereid = regio.bereid_voor()
    monkeypatch.setattr(plan_module, "beurt", breekt_af)
    with pytest.raises(Storing):
        importeer(voorbereid)
    monkeypatch.undo()
    regio.importeer()
    voor = rijen()
    assert aantallen()["Product"] == 5
    assert Product.objects.filter(live=True).count() == 5
    assert LokaleVersie.objects.filter(live=True).count() == 4
    regio.importeer()
    assert rijen() == voor


def test_een_document_wordt_heel_of_niet_geschreven(regio: Regiomap, monkeypatch: pytest.MonkeyPatch) -> None:
    def valt_om(*args: object, **kwargs: object) -> None:
        raise Storing

    monkeypatch.setattr("redactie.invoer.schrijven.producten._schrijf_gepland", valt_om)
    with pytest.raises(Storing), transaction.atomic():
        regio.importeer()
    assert not Product.objects.filter(live=True).exists()
    assert not Revision.objects.exists()
