"""Broad Wijzigingen that become narrow ones: what comes of it, without reading each of hundreds of thousands."""

from __future__ import annotations

import pytest

from redactie.models import Wijziging, WijzigingSoort
from sync.uitbreiden import breid_uit
from tests.factories import ProductFactory

pytestmark = pytest.mark.django_db


def test_brede_rijen_worden_niet_stuk_voor_stuk_geladen_en_gewist(
    regio, monkeypatch, django_assert_num_queries
):
    for sleutel in ("paspoort", "rijbewijs"):
        ProductFactory(sleutel=sleutel, gepubliceerd=True)
    Wijziging.objects.all().delete()
    eerste = Wijziging.objects.create(soort=WijzigingSoort.ALLES, gemeente="sliedrecht")
    for gemeente in ("sliedrecht", "dordrecht", "sliedrecht"):
        Wijziging.objects.create(soort=WijzigingSoort.ALLES, gemeente=gemeente)
    with monkeypatch.context() as zonder:
        zonder.setattr(Wijziging, "from_db", lambda *_: pytest.fail("a row was loaded"))
        # A savepoint and its release; what is broad, what is live; the narrow rows in, the broad ones out.
        with django_assert_num_queries(6):
            assert breid_uit() == 4
    smal = {(rij.sleutel, rij.gemeente): rij for rij in Wijziging.objects.all()}
    assert set(smal) == {(p, g) for p in ("paspoort", "rijbewijs") for g in ("sliedrecht", "dordrecht")}
    assert smal["paspoort", "sliedrecht"].vastgelegd_op == eerste.vastgelegd_op
