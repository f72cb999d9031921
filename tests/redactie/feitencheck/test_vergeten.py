"""Ninety days after a link has ended nothing is left of it."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from redactie.feitencheck.vergeten import BEWAAR, vergeet_feitenchecks
from redactie.models import Feitenantwoord, Feitencheck
from tests import factories as f

pytestmark = pytest.mark.django_db
DAG = timedelta(days=1)


def test_na_negentig_dagen_is_alles_weg_en_eerder_niet() -> None:
    nu = timezone.now()
    voorbij = f.FeitencheckFactory(geldig_tot=nu - BEWAAR - DAG)
    ingetrokken = f.FeitencheckFactory(geldig_tot=nu + DAG, ingetrokken_op=nu - BEWAAR - DAG)
    f.FeitenantwoordFactory(feitencheck=voorbij)
    f.FeitenantwoordFactory(feitencheck=ingetrokken)
    blijft = f.FeitencheckFactory(geldig_tot=nu - BEWAAR + DAG)
    bewaard = f.FeitenantwoordFactory(feitencheck=blijft)
    assert vergeet_feitenchecks(nu) == 2
    assert list(Feitencheck.objects.all()) == [blijft]
    assert list(Feitenantwoord.objects.all()) == [bewaard]


def test_het_opruimen_van_alles_ruimt_ook_dit_op() -> None:
    f.FeitencheckFactory(geldig_tot=timezone.now() - BEWAAR - DAG)
    call_command("vergeet", stdout=io.StringIO())
    assert not Feitencheck.objects.exists()
